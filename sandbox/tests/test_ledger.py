"""The ledger: append-only, complete, without gaps, and mended after a crash."""

import re
import sqlite3
from collections.abc import Iterable
from pathlib import Path

import pytest
from driver import Server, ledger_lines
from hypothesis import given
from hypothesis import strategies as st

from carillon_sandbox.ledger import INDEX_STEP, Ledger, format_entry
from carillon_sandbox.store import Store


def fill(ledger: Ledger, count: int) -> None:
    first = ledger.last_seq + 1
    ledger.append(format_entry(seq, 0.0, "test", {"n": seq}) for seq in range(first, first + count))


class PowerCut(Ledger):
    """A ledger on a machine that dies between the commit and the file."""

    def append(self, lines: Iterable[str]) -> None:
        raise OSError(f"power cut before {len(list(lines))} lines were written")


class TestFile:
    def test_is_read_from_anywhere(self, tmp_path: Path) -> None:
        ledger = Ledger(tmp_path / "ledger.jsonl")
        fill(ledger, 3 * INDEX_STEP + 5)

        for after in (0, 1, INDEX_STEP - 1, INDEX_STEP, INDEX_STEP + 1, 3 * INDEX_STEP, ledger.last_seq - 1):
            seen = [entry["seq"] for entry in ledger.read(after)]
            assert seen == list(range(after + 1, ledger.last_seq + 1))
        assert list(ledger.read(ledger.last_seq)) == []
        assert list(ledger.read(10**9)) == []
        ledger.close()

    def test_a_half_written_last_line_is_cut_off(self, tmp_path: Path) -> None:
        path = tmp_path / "ledger.jsonl"
        ledger = Ledger(path)
        fill(ledger, 2)
        ledger.close()
        whole = path.read_bytes()
        path.write_bytes(whole + b'{"seq": 3, "at"')

        again = Ledger(path)

        assert path.read_bytes() == whole
        assert again.last_seq == 2
        again.close()

    def test_instants_are_utc_to_the_microsecond(self) -> None:
        assert '"at": "1970-01-01T00:00:00.000000Z"' in format_entry(1, 0.0, "test", {})


class TestStoreAndLedger:
    def open(self, folder: Path) -> tuple[Ledger, Store]:
        ledger = Ledger(folder / "ledger.jsonl")
        return ledger, Store(folder / "state.sqlite3", ledger)

    def record(self, store: Store, *events: str, then: str = "SELECT 1") -> None:
        with store.change() as change:
            for event in events:
                change.record(event, 0.0)
            change.run(then)

    def test_an_entry_the_crash_left_out_is_written_at_the_next_start(self, tmp_path: Path) -> None:
        ledger, store = self.open(tmp_path)
        self.record(store, "first")
        store.close()
        broken = Store(tmp_path / "state.sqlite3", PowerCut(tmp_path / "ledger.jsonl"))
        with pytest.raises(OSError, match="power"):
            self.record(broken, "second", "third")
        broken.close()
        ledger.close()

        ledger, store = self.open(tmp_path)

        assert [entry["event"] for entry in ledger.read(0)] == ["first", "second", "third"]
        store.close()
        ledger.close()

    def test_a_change_that_is_undone_leaves_no_entry_and_no_gap(self, tmp_path: Path) -> None:
        ledger, store = self.open(tmp_path)
        with pytest.raises(sqlite3.OperationalError):
            self.record(store, "undone", then="NONSENSE")
        self.record(store, "done")

        assert [(entry["seq"], entry["event"]) for entry in ledger.read(0)] == [(1, "done")]
        store.close()
        ledger.close()

    def test_a_new_state_beside_an_old_ledger_goes_on_counting(self, tmp_path: Path) -> None:
        ledger, store = self.open(tmp_path)
        self.record(store, "old")
        store.close()
        ledger.close()
        for path in tmp_path.glob("state.sqlite3*"):
            path.unlink()

        ledger, store = self.open(tmp_path)
        self.record(store, "new")

        assert [(entry["seq"], entry["event"]) for entry in ledger.read(0)] == [(1, "old"), (2, "new")]
        store.close()
        ledger.close()

    @given(text=st.text())
    def test_any_text_stays_on_one_line(self, text: str) -> None:
        line = format_entry(1, 0.0, "test", {"text": text.encode("utf-8", "replace").decode()})

        assert len(line.split("\n")) == 1


class TestOverHttp:
    def test_only_ever_grows(self, fresh: Server, bunny: bytes) -> None:
        path = fresh.data / "ledger.jsonl"
        app = fresh.connect("studio.nord")
        before = path.read_bytes()

        app.publish(bunny)
        fresh.refresh(app.tokens["refresh_token"])

        assert path.read_bytes().startswith(before)
        assert len(path.read_bytes()) > len(before)

    def test_tells_the_whole_story_without_gaps(self, fresh: Server, bunny: bytes) -> None:
        app = fresh.connect("studio.nord")
        publish_id = app.send(bunny)
        (post_id,) = app.wait(publish_id, public=True)["publicaly_available_post_id"]
        fresh.refresh(app.tokens["refresh_token"])

        told = fresh.ledger()

        assert [entry["seq"] for entry in told] == list(range(1, len(told) + 1))
        assert [entry["event"] for entry in told] == [
            "oauth.code", "oauth.token", "init.accepted", "chunk.accepted", "upload.complete", "post.completed",
            "oauth.refresh",
        ]  # fmt: skip
        assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", entry["at"]) for entry in told)
        completed = told[5]
        assert (completed["publish_id"], completed["post_id"]) == (publish_id, str(post_id))
        assert ledger_lines(fresh) == told
        assert fresh.ledger(after=5) == told[5:]

    def test_holds_no_secret(self, fresh: Server, bunny: bytes) -> None:
        app = fresh.connect("studio.nord")
        opened = app.open_upload(len(bunny))
        upload_token = opened["upload_url"].split("upload_token=")[1]

        text = (fresh.data / "ledger.jsonl").read_text()

        for secret in (app.tokens["access_token"], app.tokens["refresh_token"], upload_token):
            assert secret not in text

    def test_a_strange_after_gets_400(self, shared: Server) -> None:
        assert shared.http.get("/sandbox/api/ledger?after=x").status_code == 400

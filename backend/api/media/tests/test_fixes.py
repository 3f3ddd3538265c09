"""Mending files through the API: asked for once, done once, taken up again after a killed worker, called off, kept apart."""

import os
import signal
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.conf import settings
from django.core.files.storage import default_storage
from django.db import connection
from django.utils import timezone
from tests.conftest import add_accounts

from api.accounts.models import Account
from api.media import fix_runs, fix_services
from api.media.models import FixState, MediaAsset, MediaFix
from api.media.tests.conftest import Uploads, draw_clip, draw_long_clip
from conftest import Caller

pytestmark = pytest.mark.django_db


@pytest.fixture
def slow(uploads: Uploads) -> dict[str, Any]:
    """A clip of 15 frames a second, checked."""
    return uploads.check(draw_clip(fps=15, frames=15), "slow.mov")


def ask(caller: Caller, asset: dict[str, Any], *fixes: str, **more: object) -> dict[str, Any]:
    answer = caller.post(f"/media/{asset['id']}/fix", {"fixes": list(fixes), **more})
    assert answer.status_code == 202, answer.content
    return dict(answer.json())


def run_out(fix: dict[str, Any]) -> None:
    """Let the lease run out, as if the worker had been killed a minute ago."""
    MediaFix.objects.filter(pk=fix["id"]).update(lease_until=timezone.now() - timedelta(seconds=1))


class TestFix:
    def test_makes_a_new_file_that_tiktok_takes_and_keeps_the_old_one(
        self, alice: Caller, slow: dict[str, Any]
    ) -> None:
        fix = ask(alice, slow, "frame_rate")
        assert (fix["state"], fix["progress"], slow["verdict"]["fixes"]) == ("pending", 0, ["frame_rate"])

        fix_runs.run(MediaFix.objects.get().pk)

        done = alice.get(f"/media/{slow['id']}/fixes/{fix['id']}").json()
        result = alice.get(f"/media/{done['result_id']}").json()
        assert (done["state"], done["progress"], done["error"]) == ("done", 100, None)
        assert (result["status"], result["frame_rate"], result["origin_id"]) == ("ready", 30.0, slow["id"])
        assert result["file_name"] == done["result_name"] == "slow (fixed).mp4"
        assert result["verdict"]["worst"] == "risky"  # it is still very short
        assert alice.get(f"/media/{slow['id']}").json() == slow

    def test_asked_twice_is_one(self, alice: Caller, slow: dict[str, Any]) -> None:
        first = ask(alice, slow, "frame_rate")
        assert ask(alice, slow, "frame_rate")["id"] == first["id"]

        fix_runs.run(MediaFix.objects.get().pk)

        assert ask(alice, slow, "frame_rate")["state"] == "done"
        assert MediaFix.objects.count() == 1

    def test_cuts_only_where_it_is_told_to(self, alice: Caller, slow: dict[str, Any]) -> None:
        path = f"/media/{slow['id']}/fix"

        answers = [
            alice.post(path, {"fixes": ["trim"]}),
            alice.post(path, {"fixes": ["trim"], "longest_ms": 600_000}),
        ]

        assert [answer.json()["errors"][0]["code"] for answer in answers] == ["trim_needs_length", "trim_not_needed"]

    def test_of_a_damaged_file_is_refused(self, alice: Caller, uploads: Uploads) -> None:
        damaged = uploads.check(draw_clip()[:300] + bytes(100))

        answer = alice.post(f"/media/{damaged['id']}/fix", {"fixes": ["encode"]})

        assert (answer.status_code, answer.json()["code"]) == (409, "nothing_to_mend")

    def test_of_somebody_else_is_not_found(self, mallory: Caller, alice: Caller, slow: dict[str, Any]) -> None:
        fix = ask(alice, slow, "frame_rate")

        for method, path in (
            ("GET", "verdict"),
            ("POST", "fix"),
            ("GET", "fixes"),
            ("GET", f"fixes/{fix['id']}"),
            ("POST", f"fixes/{fix['id']}/cancel"),
        ):
            body = {"fixes": ["frame_rate"]} if path == "fix" else None
            answer = mallory._send(method, f"/media/{slow['id']}/{path}", body)
            assert answer.status_code == 404, path

    def test_says_so_when_the_stored_file_is_no_longer_whole(self, alice: Caller, slow: dict[str, Any]) -> None:
        fix = ask(alice, slow, "frame_rate")
        Path(default_storage.path(MediaAsset.objects.get().file_key)).write_bytes(
            b"\x00\x00\x00\x18ftypmp42" + bytes(99)
        )

        fix_runs.run(MediaFix.objects.get().pk)

        failed = alice.get(f"/media/{slow['id']}/fixes").json()[0]
        assert (failed["id"], failed["state"], failed["result_id"]) == (fix["id"], "failed", None)
        assert failed["error"] == "The file could not be read to its end, so nothing was converted."


class TestCancel:
    def test_ends_a_fix_that_waits(self, alice: Caller, slow: dict[str, Any]) -> None:
        fix = ask(alice, slow, "frame_rate")

        cancelled = alice.post(f"/media/{slow['id']}/fixes/{fix['id']}/cancel")
        again = alice.post(f"/media/{slow['id']}/fixes/{fix['id']}/cancel")

        assert cancelled.json()["state"] == "cancelled"
        assert (again.status_code, again.json()["code"]) == (409, "fix_is_over")
        assert fix_runs.run(MediaFix.objects.get().pk) is None

    def test_stops_the_worker_that_is_at_it(self, alice: Caller, slow: dict[str, Any]) -> None:
        ask(alice, slow, "frame_rate")
        fix = fix_services.claim(MediaFix.objects.get().pk)
        assert fix
        assert fix_services.keep(fix, 40)

        fix_services.cancel_fix(fix)

        assert not fix_services.keep(fix, 50)
        assert not fix_services.settle(fix, result=fix.asset)

    def test_is_implied_when_the_file_is_deleted(self, alice: Caller, slow: dict[str, Any]) -> None:
        ask(alice, slow, "frame_rate")
        fix = fix_services.claim(MediaFix.objects.get().pk)
        assert fix

        assert alice.delete(f"/media/{slow['id']}").status_code == 204

        assert not fix_services.keep(fix, 50)
        assert fix_runs.run(fix.pk) is None


class TestDeadWorker:
    def test_is_followed_by_another_and_overtaken(self, alice: Caller, slow: dict[str, Any]) -> None:
        asked = ask(alice, slow, "frame_rate")
        first = fix_services.claim(MediaFix.objects.get().pk)
        assert first
        assert fix_services.claim(first.pk) is None  # while the lease holds
        run_out(asked)
        assert fix_services.list_overdue(now=timezone.now(), wait=timedelta(0)) == [first.pk]

        done = fix_runs.run(first.pk)

        assert done
        assert (done.state, done.attempt) == (FixState.DONE, 2)
        assert not fix_services.keep(first, 90)

    def test_is_not_followed_for_ever(self, alice: Caller, slow: dict[str, Any]) -> None:
        asked = ask(alice, slow, "frame_rate")
        for _ in range(3):
            assert fix_services.claim(MediaFix.objects.get().pk)
            run_out(asked)
        assert fix_services.claim(MediaFix.objects.get().pk) is None

        assert fix_services.give_up_worn_out(now=timezone.now()) == 1

        failed = alice.get(f"/media/{slow['id']}/fixes/{asked['id']}").json()
        assert (failed["state"], failed["error"]) == ("failed", fix_services.GIVEN_UP)
        assert ask(alice, slow, "frame_rate")["id"] != asked["id"]  # a person may try again


@pytest.mark.django_db(transaction=True)
class TestKilledWorker:
    def test_leaves_no_child_behind_and_the_next_one_finishes(
        self, alice: Caller, uploads: Uploads, tmp_path: Path
    ) -> None:
        clip = uploads.check(draw_long_clip(seconds=120))
        fix = ask(alice, clip, "encode")
        worker = start_worker(fix["id"])
        try:
            children = wait_for_child(worker.pid)
        finally:
            worker.send_signal(signal.SIGKILL)
            worker.wait(10)

        assert wait_until_gone(children)
        run_out(fix)
        done = fix_runs.run(MediaFix.objects.get().pk)
        assert done
        assert (done.state, done.attempt, done.progress) == (FixState.DONE, 2, 100)


def start_worker(fix_id: str) -> "subprocess.Popen[bytes]":
    """Run one fix in a process of its own, on the tests' database and files."""
    database = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connection.settings_dict['NAME']}")
    media = str(settings.STORAGES["default"]["OPTIONS"]["location"])
    environment = os.environ | {"DATABASE_URL": urlunsplit(database), "MEDIA_ROOT": media}
    script = (
        "import django, sys, uuid; django.setup(); from api.media import fix_runs; fix_runs.run(uuid.UUID(sys.argv[1]))"
    )
    backend = Path(__file__).resolve().parents[3]
    environment["DJANGO_SETTINGS_MODULE"] = "config.settings"
    return subprocess.Popen([sys.executable, "-c", script, fix_id], cwd=backend, env=environment)


def wait_for_child(pid: int) -> list[int]:
    for _ in range(600):
        children = [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
        if children and MediaFix.objects.get().progress > 0:
            return children
        time.sleep(0.05)
    raise AssertionError("the worker started no child")


def wait_until_gone(pids: list[int]) -> bool:
    for _ in range(100):
        if not any(is_alive(pid) for pid in pids):
            return True
        time.sleep(0.05)
    return False


def is_alive(pid: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except FileNotFoundError:
        return False


def add_account(caller: Caller, username: str, longest_s: int | None) -> Account:
    """Put an account into the workspace, with what TikTok last told about its videos."""
    [account] = add_accounts(caller, 1)
    account.username, account.longest_video_s = username, longest_s
    account.save()
    return account


class TestVerdict:
    def test_judges_the_length_only_where_the_account_is_known(self, alice: Caller, uploads: Uploads) -> None:
        clip = uploads.check(draw_clip(frames=150))
        strict, unknown = add_account(alice, "strict", 3), add_account(alice, "unknown", None)

        answer = alice.get(f"/media/{clip['id']}/verdict?accounts={strict.pk}&accounts={unknown.pk}").json()

        first, second = answer["accounts"]
        assert (first["worst"], first["longest_ms"], first["unknown"]) == ("refused", 3000, None)
        assert first["findings"][0]["sentence"] == "TikTok lets @strict post 0:03 at most; this video has 0:05."
        assert second["longest_ms"] is None
        assert second["unknown"].startswith("TikTok has not yet told how long a video on @unknown may be")
        assert answer["trim"] == {"longest_ms": 3000, "sentence": "Cut to 0:03: the last 0:02 are left out."}
        assert answer["will_be_refused"] is True

    def test_takes_as_many_queries_for_thirty_accounts_as_for_one(
        self, alice: Caller, slow: dict[str, Any], django_assert_max_num_queries: Any
    ) -> None:
        accounts = [add_account(alice, f"account{number}", 60) for number in range(30)]
        query = "&".join(f"accounts={account.pk}" for account in accounts)

        with django_assert_max_num_queries(4):
            answer = alice.get(f"/media/{slow['id']}/verdict?{query}")

        assert len(answer.json()["accounts"]) == 30

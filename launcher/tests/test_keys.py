import base64
import json
import stat

import pytest

from launcher import keys
from launcher.errors import Refusal
from launcher.paths import Layout


class TestSecrets:
    def test_are_made_once_and_stay(self, layout: Layout) -> None:
        first = keys.load(layout)

        assert keys.load(layout) == first
        assert len(set(first.values())) == len(first)

    def test_differ_between_installations(self, layout: Layout) -> None:
        first = keys.load(layout)
        (layout.home / keys.SECRETS_FILE).unlink()

        assert set(first.values()).isdisjoint(keys.load(layout).values())

    def test_lie_in_files_that_only_the_owner_reads(self, layout: Layout) -> None:
        keys.load(layout)
        keys.token_key_file(layout)

        for name in (keys.SECRETS_FILE, keys.TOKEN_KEYS_FILE):
            assert stat.S_IMODE((layout.home / name).stat().st_mode) == 0o600
        assert stat.S_IMODE(layout.home.stat().st_mode) == 0o700

    def test_lie_in_a_folder_that_is_closed_even_if_it_was_open_before(self, layout: Layout) -> None:
        layout.home.chmod(0o755)

        layout.prepare()

        assert stat.S_IMODE(layout.home.stat().st_mode) == 0o700

    def test_the_token_key_has_32_bytes(self, layout: Layout) -> None:
        told = json.loads(keys.token_key_file(layout).read_text("utf-8"))

        assert len(base64.b64decode(told["keys"][told["active"]])) == 32

    def test_the_cookie_key_has_32_bytes(self, layout: Layout) -> None:
        assert len(base64.urlsafe_b64decode(keys.load(layout)["COOKIE_KEY"] + "=")) == 32

    def test_one_that_a_later_version_adds_is_made_without_changing_the_others(self, layout: Layout) -> None:
        first = keys.load(layout)
        path = layout.home / keys.SECRETS_FILE
        kept = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("DEMO_PASSWORD=")]
        path.write_text("\n".join(kept), "utf-8")

        second = keys.load(layout)

        assert second.pop("DEMO_PASSWORD") != first.pop("DEMO_PASSWORD")
        assert second == first

    def test_when_lost_beside_their_data_the_start_is_refused(self, layout: Layout) -> None:
        (layout.home / "postgres").mkdir()
        (layout.home / "postgres" / "PG_VERSION").write_text("18\n")

        with pytest.raises(Refusal, match=r"secrets\.env is missing.*make reset"):
            keys.load(layout)

"""The search for secrets finds each kind of them, and does not take prose for one."""

from pathlib import Path

import pytest

from launcher import leaks

TOKEN = b"act." + b"aB3-_x" * 11 + b"*!1234.sb"


class TestFind:
    @pytest.mark.parametrize(
        "content",
        [
            b"GET /v2/user/info/ Bearer " + TOKEN,
            b"\x00\x01rft." + b"x" * 64 + b"\x00",
            b"clt." + b"y" * 64,
            b"PUT /upload/?upload_id=76&upload_token=" + b"z" * 43,
            b"upload_token%3D" + b"z" * 43,
            b"code=" + b"q" * 48 + b"%2A4%211234.sb",
        ],
    )
    def test_names_the_file_and_not_the_secret(self, tmp_path: Path, content: bytes) -> None:
        (tmp_path / "logs").mkdir()
        (tmp_path / "logs" / "api.log").write_bytes(content)

        [line] = leaks.find(tmp_path)

        assert line.startswith("logs/api.log: ")
        assert len(line) < 25

    def test_lets_prose_and_masked_tokens_be(self, tmp_path: Path) -> None:
        (tmp_path / "a.log").write_text("We act. act.*** upload_token=*** contact.us/long/words-and-more")
        (tmp_path / "empty").touch()

        assert leaks.find(tmp_path) == []

    def test_leaves_the_sandbox_and_the_media_alone(self, tmp_path: Path) -> None:
        for folder in ("sandbox", "media"):
            (tmp_path / folder).mkdir()
            (tmp_path / folder / "file").write_bytes(TOKEN)

        assert leaks.find(tmp_path) == []

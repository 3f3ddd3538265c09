"""A profile makes the sandbox behave as somebody measured it at TikTok."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from driver import QUICK, Server, launch, running

MEASURED = {"access_token_seconds": 86400, "oauth_error_status": "rfc", "repeated_chunk_status": 400}


@pytest.fixture
def strict(tmp_path: Path) -> Iterator[Server]:
    """A sandbox where nothing old outlives a refresh."""
    yield from running(tmp_path / "data", {**QUICK, "old_access_survives_refresh": False})


def write_profile(folder: Path, sandbox: object) -> Path:
    path = folder / "profile.json"
    path.write_text(json.dumps({"format": 1, "findings": [], "sandbox": sandbox}))
    return path


class TestProfile:
    def test_sets_what_was_measured_and_leaves_the_rest(self, tmp_path: Path) -> None:
        server = Server(tmp_path / "data")
        server.start("--profile", str(write_profile(tmp_path, MEASURED)))

        settings = server.http.get("/sandbox/api/settings").json()
        server.stop()

        assert {name: settings[name] for name in MEASURED} == MEASURED
        assert settings["refresh_token_seconds"] == 15552000

    @pytest.mark.parametrize("sandbox", [{"no_such_setting": 1}, {"repeated_chunk_status": 777}, "nothing"])
    def test_that_does_not_fit_is_refused_in_a_sentence(self, tmp_path: Path, sandbox: object) -> None:
        process = launch(tmp_path / "data", {}, "--port", "0", "--profile", str(write_profile(tmp_path, sandbox)))

        said, _ = process.communicate(timeout=20)

        assert process.returncode == 2
        assert "profile" in said
        assert "Traceback" not in said


class TestALastChunkSentTwice:
    @pytest.mark.parametrize("status", [201, 400, 416])
    def test_gets_the_answer_that_was_measured(self, fresh: Server, bunny: bytes, status: int) -> None:
        fresh.settings(repeated_chunk_status=status)
        app = fresh.connect("studio.nord")
        opened = app.open_upload(len(bunny))
        app.put(opened["upload_url"], bunny, 0, len(bunny))

        again = app.put(opened["upload_url"], bunny, 0, len(bunny))

        assert again.status_code == status
        app.wait(opened["publish_id"])
        assert len([entry for entry in fresh.ledger() if entry["event"] == "post.completed"]) == 1


class TestOldAccessTokens:
    def test_may_end_with_a_refresh(self, strict: Server) -> None:
        app = strict.connect("studio.nord")

        assert strict.refresh(app.tokens["refresh_token"]).status_code == 200

        assert app.creator_info().status_code == 401

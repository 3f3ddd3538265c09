"""Every way a post can fail, and every code an init can refuse with, can be had on demand."""

import time
from typing import Any

import pytest
from asks import KEY, SECRET, code_of, init_body
from clips import draw_clip
from driver import Server

FAIL_REASONS = [
    "file_format_check_failed", "duration_check_failed", "frame_rate_check_failed", "picture_size_check_failed",
    "internal", "video_pull_failed", "photo_pull_failed", "publish_cancelled", "auth_removed",
    "spam_risk_too_many_posts", "spam_risk_user_banned_from_posting", "spam_risk_text", "spam_risk",
]  # fmt: skip
INIT_ERRORS = {
    "invalid_params": 400, "invalid_param": 400, "invalid_file_upload": 400, "app_version_check_failed": 400,
    "access_token_invalid": 401, "scope_not_authorized": 401, "spam_risk_too_many_posts": 403,
    "spam_risk_too_many_pending_share": 403, "spam_risk_user_banned_from_posting": 403,
    "reached_active_user_cap": 403, "unaudited_client_can_only_post_to_private_accounts": 403,
    "url_ownership_unverified": 403, "privacy_level_option_mismatch": 403, "rate_limit_exceeded": 429,
    "internal_error": 500, "scope_permission_missed": 400, "invalid_publish_id": 400,
    "token_not_authorized_for_specified_publish_id": 400, "publish_not_cancellable": 400,
}  # fmt: skip


class TestNextFailReason:
    def test_every_documented_one_ends_the_next_post_and_only_that(self, fresh: Server) -> None:
        fresh.settings(posts_per_creator=100, init_per_window=100, status_per_window=1000)
        app, clip = fresh.connect("mira.builds"), draw_clip(seconds=0.2)

        ends: list[str] = []
        for reason in FAIL_REASONS:
            fresh.rules("mira.builds", next_fail_reason=reason)
            ends.append(app.publish(clip)["fail_reason"])

        assert ends == FAIL_REASONS
        assert app.publish(clip)["status"] == "PUBLISH_COMPLETE"

    def test_can_be_taken_back_and_must_be_a_known_one(self, fresh: Server) -> None:
        fresh.rules("mira.builds", next_fail_reason="spam_risk")
        fresh.rules("mira.builds", next_fail_reason=None)
        wrong = fresh.http.patch("/sandbox/api/accounts/mira.builds", json={"next_fail_reason": "bad_taste"})

        assert wrong.status_code == 400
        assert fresh.connect("mira.builds").publish(draw_clip(seconds=0.2))["status"] == "PUBLISH_COMPLETE"

    def test_ends_a_draft_too(self, fresh: Server) -> None:
        app = fresh.connect("mira.builds")
        fresh.rules("mira.builds", next_fail_reason="spam_risk_text")

        assert app.wait(app.send_draft(draw_clip(seconds=0.2)))["fail_reason"] == "spam_risk_text"


class TestNextInitError:
    @pytest.mark.parametrize(("code", "status"), INIT_ERRORS.items())
    def test_is_answered_once(self, shared: Server, monkeypatch: pytest.MonkeyPatch, code: str, status: int) -> None:
        monkeypatch.setattr(shared.http, "event_hooks", {})  # many of them no init of TikTok's answers
        app = shared.connect("fjord.cycles")
        shared.rules("fjord.cycles", next_init_error=code)

        refused, accepted = app.init(init_body(1000)), app.init(init_body(1000))

        assert code_of(refused) == (status, code)
        assert accepted.status_code == 200


class TestAuthRemoved:
    def test_meanwhile_ends_what_was_being_processed(self, fresh: Server) -> None:
        fresh.settings(processing_seconds=0.5)
        app = fresh.connect("studio.nord")
        publish_id = app.send(draw_clip(seconds=0.2))
        form = {"client_key": KEY, "client_secret": SECRET, "token": app.tokens["access_token"]}

        assert fresh.http.post("/v2/oauth/revoke/", data=form).status_code == 200

        failed = wait_for(fresh, publish_id)
        assert (failed["event"], failed["fail_reason"]) == ("post.failed", "auth_removed")


class TestScopeError:
    def test_of_display_has_two_names(self, fresh: Server) -> None:
        app = fresh.connect("studio.nord", ["user.info.basic"])
        paths = ("/v2/video/list/?fields=id", "/v2/video/query/?fields=id")
        fresh.settings(display_scope_error="scope_permission_missed")

        answers = [app.get("/v2/user/info/?fields=username"), *(app.post(path) for path in paths)]

        assert {code_of(a) for a in answers} == {(400, "scope_permission_missed")}


def wait_for(server: Server, publish_id: str) -> dict[str, Any]:
    """Return the ledger's last word on a post, once it has ended."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        for entry in server.ledger():
            if entry.get("publish_id") == publish_id and entry["event"] in {"post.completed", "post.failed"}:
                return entry
        time.sleep(0.1)
    raise AssertionError(f"{publish_id} did not end in time")

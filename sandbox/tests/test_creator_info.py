"""What an account allows, and the refusals that come with a success status."""

import httpx2
import pytest
from asks import code_of
from driver import Server

PUBLIC = ["PUBLIC_TO_EVERYONE", "MUTUAL_FOLLOW_FRIENDS", "SELF_ONLY"]
PRIVATE = ["FOLLOWER_OF_CREATOR", "MUTUAL_FOLLOW_FRIENDS", "SELF_ONLY"]


class TestCreatorInfo:
    @pytest.mark.parametrize(
        ("handle", "differs"),
        [
            ("studio.nord", {}),
            ("linden.private", {"privacy_level_options": PRIVATE, "duet_disabled": True, "stitch_disabled": True}),
            ("quiet.room", {"comment_disabled": True}),
            ("solo.takes", {"duet_disabled": True, "stitch_disabled": True}),
            ("short.cuts", {"max_video_post_duration_sec": 30}),
        ],
    )
    def test_tells_each_accounts_rules(self, shared: Server, handle: str, differs: dict[str, object]) -> None:
        answer = shared.connect(handle).creator_info()

        data = answer.json()["data"]
        assert answer.status_code == 200
        assert httpx2.get(data.pop("creator_avatar_url"), trust_env=False).headers["content-type"] == "image/png"
        assert data.pop("creator_nickname")
        ordinary = {
            "privacy_level_options": PUBLIC,
            "comment_disabled": False,
            "duet_disabled": False,
            "stitch_disabled": False,
            "max_video_post_duration_sec": 300,
        }
        assert data == {"creator_username": handle, **ordinary, **differs}

    def test_a_ban_is_told_with_200_and_no_data(self, shared: Server) -> None:
        answer = shared.connect("paused.north").creator_info()

        assert answer.status_code == 200
        assert answer.json()["data"] == {}
        assert answer.json()["error"]["code"] == "spam_risk_user_banned_from_posting"

    def test_needs_video_publish(self, shared: Server) -> None:
        answer = shared.connect("studio.nord", ["user.info.basic", "video.upload"]).creator_info()

        assert code_of(answer) == (401, "scope_not_authorized")

    def test_needs_no_body(self, shared: Server) -> None:
        app = shared.connect("studio.nord")

        answer = app.http.post("/v2/post/publish/creator_info/query/", headers=app.headers)

        assert answer.json()["error"]["code"] == "ok"

    def test_follows_a_change_at_once(self, fresh: Server) -> None:
        app = fresh.connect("studio.nord")
        fresh.rules("studio.nord", is_private=True, comment_disabled=True)

        data = app.creator_info().json()["data"]

        assert data["privacy_level_options"] == PRIVATE
        assert data["comment_disabled"] is True

    def test_the_avatars_address_expires(self, fresh: Server) -> None:
        fresh.settings(creator_avatar_url_seconds=0)
        url = fresh.connect("studio.nord").creator_info().json()["data"]["creator_avatar_url"]

        assert fresh.http.get(url).status_code == 403
        assert fresh.http.get(url.replace("x-signature=", "x-signature=0")).status_code == 403

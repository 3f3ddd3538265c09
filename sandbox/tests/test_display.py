"""The profile and its public videos."""

import time

import httpx2
import pytest
from asks import code_of
from client_app import App
from clips import draw_clip
from driver import Server

VIDEO_FIELDS = (
    "id,create_time,cover_image_url,share_url,video_description,title,duration,height,width,embed_html,embed_link,"
    "like_count,comment_count,share_count,view_count,is_aigc"
)
USER_FIELDS = (
    "open_id,union_id,avatar_url,avatar_url_100,avatar_large_url,display_name,bio_description,profile_deep_link,"
    "username,is_verified,follower_count,following_count,likes_count,video_count"
)


def list_videos(app: App, fields: str = "id", **body: object) -> httpx2.Response:
    return app.post(f"/v2/video/list/?fields={fields}", body)


class TestUserInfo:
    def test_answers_with_exactly_the_fields_asked_for(self, nord: App) -> None:
        answer = nord.get("/v2/user/info/?fields=open_id,username")

        assert answer.json()["data"] == {"user": {"open_id": nord.tokens["open_id"], "username": "studio.nord"}}
        assert answer.json()["error"]["code"] == "ok"

    def test_knows_every_field(self, nord: App) -> None:
        user = nord.get(f"/v2/user/info/?fields={USER_FIELDS}").json()["data"]["user"]

        assert list(user) == USER_FIELDS.split(",")
        assert user["display_name"] == "Studio Nord"
        assert user["follower_count"] == 48210
        assert user["is_verified"] is True

    @pytest.mark.parametrize("query", ["", "?fields=", "?fields=open_id,email"])
    def test_missing_or_unknown_fields_get_400(self, nord: App, query: str) -> None:
        assert code_of(nord.get(f"/v2/user/info/{query}")) == (400, "invalid_params")

    def test_one_field_outside_the_scopes_fails_the_whole_call(self, shared: Server) -> None:
        app = shared.connect("studio.nord", ["user.info.basic"])

        assert app.get("/v2/user/info/?fields=open_id,display_name").status_code == 200
        assert code_of(app.get("/v2/user/info/?fields=open_id,username")) == (401, "scope_not_authorized")

    @pytest.mark.parametrize("header", [None, "", "act.x", "Basic act.x", "Bearer", "Bearer act.x"])
    def test_needs_a_live_token(self, shared: Server, header: str | None) -> None:
        headers = {} if header is None else {"Authorization": header}

        answer = shared.http.get("/v2/user/info/?fields=open_id", headers=headers)

        assert code_of(answer) == (401, "access_token_invalid")
        assert answer.json()["error"]["message"] == ("The access token is invalid or not found in the request.")

    def test_refuses_a_refresh_token(self, shared: Server, nord: App) -> None:
        headers = {"Authorization": f"Bearer {nord.tokens['refresh_token']}"}

        answer = shared.http.get("/v2/user/info/?fields=open_id", headers=headers)

        assert code_of(answer) == (401, "access_token_invalid")

    def test_does_not_exist_without_its_last_slash_or_as_post(self, nord: App) -> None:
        assert code_of(nord.get("/v2/user/info?fields=open_id")) == (404, "unsupported_path")
        assert code_of(nord.post("/v2/user/info/?fields=open_id")) == (405, "unsupported_path")


class TestVideoList:
    def test_lists_newest_first_and_pages_by_milliseconds(self, fresh: Server) -> None:
        fresh.settings(init_per_window=100)
        app = fresh.connect("studio.nord")
        clip = draw_clip(seconds=0.2)
        sent = [app.send(clip, title=f"number {number}") for number in range(5)]
        posted = [app.wait(publish_id, public=True)["publicaly_available_post_id"][0] for publish_id in sent]

        first = list_videos(app, "id,create_time", max_count=3).json()["data"]
        second = list_videos(app, "id", max_count=3, cursor=first["cursor"]).json()["data"]

        seen = [int(video["id"]) for video in first["videos"] + second["videos"]]
        assert sorted(seen) == sorted(posted)
        assert len(first["videos"]) == 3
        assert (first["has_more"], second["has_more"]) == (True, False)
        times = [video["create_time"] for video in first["videos"]]
        assert times == sorted(times, reverse=True)
        assert abs(times[0] - time.time()) < 30
        assert first["cursor"] // 1000 == times[-1]

    def test_tells_every_field_of_a_video(self, fresh: Server, bunny: bytes) -> None:
        app = fresh.connect("studio.nord")
        publish_id = app.send(bunny, title="A rabbit " + "x" * 200, is_aigc=True)
        post_id = app.wait(publish_id, public=True)["publicaly_available_post_id"][0]

        (video,) = list_videos(app, VIDEO_FIELDS).json()["data"]["videos"]

        assert list(video) == VIDEO_FIELDS.split(",")
        assert video["id"] == str(post_id)
        assert (video["width"], video["height"], video["duration"]) == (1280, 720, 5)
        assert len(video["title"]) == 150
        assert video["is_aigc"] is True
        assert "utm_campaign=tt4d_open_api&utm_source=sbxclientkey0001" in video["share_url"]
        cover = httpx2.get(video["cover_image_url"], trust_env=False)
        assert cover.headers["content-type"] == "image/jpeg"
        assert cover.content.startswith(b"\xff\xd8")

    def test_shows_public_posts_only(self, fresh: Server, bunny: bytes) -> None:
        app = fresh.connect("studio.nord")
        app.publish(bunny, privacy_level="SELF_ONLY")
        app.publish(bunny, privacy_level="MUTUAL_FOLLOW_FRIENDS")

        answer = list_videos(app).json()["data"]

        assert answer == {"videos": [], "cursor": 0, "has_more": False}
        assert app.get("/v2/user/info/?fields=video_count").json()["data"]["user"]["video_count"] == 0

    def test_shows_nothing_before_moderation_is_through(self, fresh: Server, bunny: bytes) -> None:
        fresh.settings(moderation_seconds=60)
        app = fresh.connect("studio.nord")
        app.publish(bunny)

        assert list_videos(app).json()["data"]["videos"] == []

    def test_covers_expire(self, fresh: Server, bunny: bytes) -> None:
        fresh.settings(cover_url_seconds=0)
        app = fresh.connect("studio.nord")
        app.wait(app.send(bunny), public=True)
        (video,) = list_videos(app, "cover_image_url").json()["data"]["videos"]

        assert fresh.http.get(video["cover_image_url"]).status_code == 403
        assert fresh.http.get(video["cover_image_url"].split("?")[0]).status_code == 403

    @pytest.mark.parametrize(
        ("fields", "body"),
        [
            ("", {}),
            ("id,reach", {}),
            ("id", {"max_count": 21}),
            ("id", {"max_count": 0}),
            ("id", {"max_count": "5"}),
            ("id", {"cursor": -1}),
            ("id", {"cursor": "now"}),
        ],
    )
    def test_what_is_malformed_gets_400(self, nord: App, fields: str, body: dict[str, object]) -> None:
        assert code_of(list_videos(nord, fields, **body)) == (400, "invalid_params")

    def test_needs_video_list(self, shared: Server) -> None:
        app = shared.connect("studio.nord", ["user.info.basic"])

        assert code_of(list_videos(app)) == (401, "scope_not_authorized")


class TestVideoQuery:
    def test_gives_the_callers_public_videos_and_is_silent_about_the_rest(self, shared: Server, nord: App) -> None:
        (mine,) = nord.wait(nord.send(draw_clip(seconds=0.2)), public=True)["publicaly_available_post_id"]
        other = shared.connect("mira.builds")
        (theirs,) = other.wait(other.send(draw_clip(seconds=0.2)), public=True)["publicaly_available_post_id"]
        ids = [str(theirs), str(mine), "1", "no id", "9" * 19]

        answer = nord.post("/v2/video/query/?fields=id,share_url", {"filters": {"video_ids": ids}})

        (video,) = answer.json()["data"]["videos"]
        assert video["id"] == str(mine)
        assert "utm_source=sbxclientkey0001" in video["share_url"]

    @pytest.mark.parametrize(
        ("fields", "body"),
        [
            ("id", {}),
            ("id", {"filters": {}}),
            ("id", {"filters": {"video_ids": []}}),
            ("id", {"filters": {"video_ids": ["1"] * 21}}),
            ("id", {"filters": {"video_ids": [1]}}),
            ("", {"filters": {"video_ids": ["1"]}}),
            ("id,taste", {"filters": {"video_ids": ["1"]}}),
        ],
    )
    def test_that_is_malformed_gets_400(self, nord: App, fields: str, body: dict[str, object]) -> None:
        answer = nord.post(f"/v2/video/query/?fields={fields}", body)

        assert code_of(answer) == (400, "invalid_params")

    def test_needs_the_scope_of_the_list(self, shared: Server) -> None:
        app = shared.connect("studio.nord", ["video.publish"])

        answer = app.post("/v2/video/query/?fields=id", {})

        assert code_of(answer) == (401, "scope_not_authorized")

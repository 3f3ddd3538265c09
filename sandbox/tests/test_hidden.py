"""A public video that is taken out of sight, and put back."""

import re
import sqlite3
from contextlib import closing

import httpx2
import pytest
from client_app import App
from clips import draw_clip
from driver import Server
from receiver import Receiver

COUNT = "/v2/user/info/?fields=video_count"


def hide(server: Server, name: str | int, *, hidden: bool = True) -> int:
    return server.http.patch(f"/sandbox/api/posts/{name}", json={"is_private": hidden}).status_code


def make_in_app(server: Server) -> str:
    post_id: str = server.http.post("/sandbox/api/accounts/studio.nord/posts", json={}).json()["post_id"]
    return post_id


def post(app: App) -> tuple[str, str]:
    """Post a video and return its publish id and its post id."""
    publish_id = app.send(draw_clip(seconds=0.2))
    (post_id,) = app.wait(publish_id, public=True)["publicaly_available_post_id"]
    return publish_id, str(post_id)


def seen(app: App, ids: list[str]) -> tuple[set[str], set[str], int]:
    """Return what the list, the query and the count of videos tell."""
    listed = {video["id"] for video in app.all_videos("id")}
    asked = app.post("/v2/video/query/?fields=id", {"filters": {"video_ids": ids}}).json()["data"]["videos"]
    count: int = app.get(COUNT).json()["data"]["user"]["video_count"]
    return listed, {video["id"] for video in asked}, count


class TestOutOfSight:
    def test_a_video_is_silently_missing_and_comes_back(self, fresh: Server) -> None:
        app = fresh.connect("studio.nord")
        publish_id, posted = post(app)
        ids = [make_in_app(fresh), posted, make_in_app(fresh)]
        before = seen(app, ids)

        answers = [hide(fresh, ids[0]), hide(fresh, publish_id)]
        during, status = seen(app, ids), app.status(publish_id)
        answers += [hide(fresh, ids[0], hidden=False), hide(fresh, posted, hidden=False)]

        assert before == seen(app, ids) == (set(ids), set(ids), 3)
        assert during == ({ids[2]}, {ids[2]}, 1)
        assert (status["status"], status["publicaly_available_post_id"]) == ("PUBLISH_COMPLETE", [])
        assert app.status(publish_id)["publicaly_available_post_id"] == [int(posted)]
        assert answers == [200] * 4

    def test_its_counts_go_on_meanwhile(self, fresh: Server) -> None:
        fresh.settings(access_token_seconds=10 * 86400)
        app, made = fresh.connect("studio.nord"), make_in_app(fresh)
        fresh.advance(86400)
        (before,) = app.all_videos("create_time,view_count")
        hide(fresh, made)
        fresh.advance(86400)
        hide(fresh, made, hidden=False)

        (after,) = app.all_videos("create_time,view_count")

        assert after["create_time"] == before["create_time"]
        assert after["view_count"] > before["view_count"] > 0

    def test_the_address_of_its_cover_works_until_it_expires(self, fresh: Server) -> None:
        app = fresh.connect("studio.nord")
        ids = [make_in_app(fresh), post(app)[1]]
        covers = [video["cover_image_url"] for video in app.all_videos()]

        for name in ids:
            hide(fresh, name)

        assert [httpx2.get(cover, trust_env=False).status_code for cover in covers] == [200, 200]

    def test_is_told_once(self, fresh: Server) -> None:
        app = fresh.connect("studio.nord")
        publish_id, posted = post(app)
        made = make_in_app(fresh)
        for name in (made, posted):
            for hidden in (False, True, True, False, False):
                assert hide(fresh, name, hidden=hidden) == 200

        told = [entry for entry in fresh.ledger() if entry["event"] in {"post.hidden", "post.shown"}]

        assert [(entry["event"], entry["publish_id"], entry["post_id"]) for entry in told] == [
            ("post.hidden", None, made),
            ("post.shown", None, made),
            ("post.hidden", publish_id, posted),
            ("post.shown", publish_id, posted),
        ]
        assert {entry["handle"] for entry in told} == {"studio.nord"}

    def test_can_be_deleted_and_is_gone_then(self, fresh: Server) -> None:
        app = fresh.connect("studio.nord")
        ids = [make_in_app(fresh), post(app)[1]]
        for name in ids:
            hide(fresh, name)

        deleted = [fresh.http.delete(f"/sandbox/api/posts/{name}").status_code for name in ids]

        assert deleted == [200, 200]
        assert [hide(fresh, name, hidden=False) for name in ids] == [404, 404]
        assert seen(app, ids) == (set(), set(), 0)

    def test_survives_a_restart_and_an_older_folder_opens(self, fresh: Server) -> None:
        app = fresh.connect("studio.nord")
        made, other = make_in_app(fresh), make_in_app(fresh)
        hide(fresh, made)
        fresh.stop()
        fresh.start()
        app.http = fresh.http
        kept = seen(app, [made, other])
        fresh.stop()
        with closing(sqlite3.connect(fresh.data / "state.sqlite3")) as state:
            state.executescript("ALTER TABLE app_videos DROP COLUMN hidden_at; ALTER TABLE posts DROP COLUMN hidden_at")
        fresh.start()
        app.http = fresh.http

        assert kept == ({other}, {other}, 1)
        assert seen(app, [made, other])[2] == 2


class TestRefused:
    @pytest.mark.parametrize(
        "body", [{}, {"is_private": 1}, {"is_private": None}, {"hidden": True}, {"is_private": True, "caption": "x"}]
    )
    def test_nonsense_changes_nothing(self, shared: Server, body: dict[str, object]) -> None:
        answer = shared.http.patch("/sandbox/api/posts/1", json=body)

        assert (answer.status_code, answer.json()["code"]) == (400, "is_private")

    def test_what_never_was_public(self, fresh: Server) -> None:
        app = fresh.connect("studio.nord")
        private = app.send(draw_clip(seconds=0.2), privacy_level="SELF_ONLY")
        app.wait(private)
        waiting = app.open_upload(10)["publish_id"]

        assert [hide(fresh, name) for name in ("1", "no id", private, waiting)] == [404] * 4


class TestWebhooks:
    def test_tell_of_both(self, told: Server, receiver: Receiver) -> None:
        app = told.connect("studio.nord")
        publish_id, posted = post(app)
        receiver.wait(2)

        hide(told, posted)
        receiver.wait(3)
        hide(told, posted, hidden=False)

        gone, back = receiver.wait(4)[2:]
        assert gone.body["event"] == "post.publish.no_longer_publicaly_available"
        assert back.body["event"] == "post.publish.publicly_available"
        assert gone.content == back.content
        assert (gone.content["publish_id"], gone.content["post_id"]) == (publish_id, posted)

    def test_wait_for_moderation(self, told: Server, receiver: Receiver) -> None:
        told.settings(moderation_seconds=60, access_token_seconds=86400)
        app = told.connect("studio.nord")
        publish_id = app.send(draw_clip(seconds=0.2))
        app.wait(publish_id)
        receiver.wait(1)

        hide(told, publish_id)
        told.advance(30)
        hide(told, publish_id, hidden=False)
        early = app.status(publish_id)["publicaly_available_post_id"]
        told.advance(31)

        assert receiver.events(2) == ["post.publish.complete", "post.publish.publicly_available"]
        assert (early, len(app.status(publish_id)["publicaly_available_post_id"])) == ([], 1)


class TestPages:
    def test_the_phone_hides_and_shows(self, fresh: Server) -> None:
        app, made = fresh.connect("studio.nord"), make_in_app(fresh)
        path, origin = "/accounts/studio.nord/phone", {"Origin": fresh.url}

        hidden = fresh.http.post(path, data={"do": f"hide {made}"}, headers=origin)
        text, count = fresh.http.get(path).text, seen(app, [made])[2]
        cover = re.search(r'<img src="(/covers/[^"]+)"', text)
        shown = fresh.http.post(path, data={"do": f"show {made}"}, headers=origin)

        assert (hidden.status_code, shown.status_code, count, seen(app, [made])[2]) == (303, 303, 0, 1)
        assert "No public videos yet." in text
        assert f'value="show {made}">Make public' in text
        assert cover
        assert fresh.http.get(cover[1].replace("&amp;", "&")).status_code == 200
        assert f'value="hide {made}">Make private' in fresh.http.get(path).text

    def test_the_profile_says_so(self, fresh: Server) -> None:
        _, posted = post(fresh.connect("studio.nord"))

        hide(fresh, posted)

        assert "private now" in fresh.http.get("/accounts/studio.nord").text

"""More people, their past, and what becomes of the figures as time goes by."""

from itertools import pairwise
from typing import Any

import httpx2
import pytest
from client_app import App
from clips import draw_clip
from driver import Server

from carillon_sandbox.world.history import Past, plan_history
from carillon_sandbox.world.people import make_people
from carillon_sandbox.world.rhythm import audience_of

HOUR, DAY = 3600, 86400
NOON = 1_795_348_800.0
STATS = "/v2/user/info/?fields=follower_count,likes_count,video_count"


def videos(app: App, fields: str = "id,create_time,view_count", **body: Any) -> list[dict[str, Any]]:
    answer = app.post(f"/v2/video/list/?fields={fields}", {"max_count": 20, **body})
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["data"]["videos"]
    return found


class TestOverHttp:
    def test_followers_likes_and_views_grow_with_the_clock(self, fresh: Server) -> None:
        fresh.settings(access_token_seconds=100 * DAY)
        app = fresh.connect("studio.nord")
        fresh.http.post("/sandbox/api/accounts/studio.nord/posts", json={"caption": "Hello"})
        seen = []
        for _ in range(4):
            user = app.get(STATS).json()["data"]["user"]
            seen.append((user["follower_count"], user["likes_count"], videos(app)[0]["view_count"]))
            fresh.advance(2 * DAY)

        for column in zip(*seen, strict=True):
            assert all(earlier < later for earlier, later in pairwise(column))

    def test_an_upload_and_a_video_of_the_app_stand_in_one_list(self, fresh: Server) -> None:
        app = fresh.connect("studio.nord")
        made = [fresh.http.post("/sandbox/api/accounts/studio.nord/posts", json={}).json() for _ in range(2)]
        sent = app.wait(app.send(draw_clip(seconds=0.2)), public=True)["publicaly_available_post_id"]
        last = fresh.http.post("/sandbox/api/accounts/studio.nord/posts", json={"duration_seconds": 9}).json()

        listed = videos(app, "id,duration,title,cover_image_url")

        assert [video["id"] for video in listed] == [
            last["post_id"], str(sent[0]), made[1]["post_id"], made[0]["post_id"],
        ]  # fmt: skip
        assert listed[0]["duration"] == 9
        assert app.get(STATS).json()["data"]["user"]["video_count"] == 4
        cover = httpx2.get(listed[0]["cover_image_url"], trust_env=False)
        assert cover.content.startswith(b"\xff\xd8")

    @pytest.mark.parametrize("body", [{"caption": 1}, {"duration_seconds": 0}, {"caption": "x" * 3000}])
    def test_nonsense_makes_no_post(self, shared: Server, body: dict[str, Any]) -> None:
        assert shared.http.post("/sandbox/api/accounts/studio.nord/posts", json=body).status_code == 400

    def test_a_video_made_in_the_app_is_found_by_its_id(self, fresh: Server) -> None:
        app, other = fresh.connect("studio.nord"), fresh.connect("mira.builds")
        made = fresh.http.post("/sandbox/api/accounts/studio.nord/posts", json={"caption": "Hello"}).json()["post_id"]
        body = {"filters": {"video_ids": [made]}}

        mine, theirs = (one.post("/v2/video/query/?fields=id,title", body).json()["data"] for one in (app, other))

        assert mine["videos"] == [{"id": made, "title": "Hello"}]
        assert theirs["videos"] == []

    def test_a_deleted_video_is_gone_everywhere(self, fresh: Server) -> None:
        app = fresh.connect("studio.nord")
        of_app = fresh.http.post("/sandbox/api/accounts/studio.nord/posts", json={}).json()["post_id"]
        publish_id = app.send(draw_clip(seconds=0.2))
        (post_id,) = app.wait(publish_id, public=True)["publicaly_available_post_id"]
        cover = videos(app, "cover_image_url")[0]["cover_image_url"]

        for name in (of_app, post_id):
            assert fresh.http.delete(f"/sandbox/api/posts/{name}").status_code == 200

        assert videos(app) == []
        assert app.status(publish_id)["publicaly_available_post_id"] == []
        assert httpx2.get(cover, trust_env=False).status_code == 404
        assert fresh.http.delete(f"/sandbox/api/posts/{post_id}").status_code == 404
        assert [entry["post_id"] for entry in fresh.ledger() if entry["event"] == "post.deleted"] == [
            of_app, str(post_id),
        ]  # fmt: skip


class TestHistory:
    def test_is_made_once_for_every_account(self, fresh: Server) -> None:
        first = fresh.http.post("/sandbox/api/history", json={"seed": 4}).json()
        second = fresh.http.post("/sandbox/api/history", json={"seed": 4}).json()

        app = fresh.connect("studio.nord")
        count = app.get(STATS).json()["data"]["user"]["video_count"]

        assert 120 <= first["videos"] <= 400
        assert second["videos"] == 0
        assert 12 <= count <= 40
        page, cursor = videos(app), 0
        ids = [video["id"] for video in page]
        while len(page) == 20:
            cursor = page[-1]["create_time"] * 1000
            page = videos(app, cursor=cursor)
            ids += [video["id"] for video in page]
        assert len(set(ids)) == count

    def test_is_asked_for_on_the_command_line(self, tmp_path: Any) -> None:
        server = Server(tmp_path)
        server.start("--history")

        assert len(videos(server.connect("mira.builds"))) >= 12
        server.stop()

    def test_is_the_same_for_the_same_seed(self) -> None:
        planned = [plan_history("studio.nord", Past(seed), NOON) for seed in (1, 2, 1)]

        assert planned[0] == planned[2] != planned[1]
        assert all(NOON - 120 * DAY <= video.video_ms / 1000 <= NOON for video in planned[0])
        assert len({video.post_id for video in planned[0]}) == len(planned[0])

    def test_is_made_at_lively_hours(self) -> None:
        offset = audience_of("studio.nord").utc_offset_hours
        made = plan_history("studio.nord", Past(1, least=400, most=400), NOON)
        hours = [(video.video_ms / 1000 / HOUR + offset) % 24 for video in made]

        evening, morning = (sum(1 for hour in hours if low <= hour < low + 4) for low in (18, 4))

        assert evening > 2 * morning

    @pytest.mark.parametrize("body", [{"days": 0}, {"least": 9, "most": 3}, {"handles": "all"}, {"seed": "x"}])
    def test_nonsense_is_refused(self, shared: Server, body: dict[str, Any]) -> None:
        assert shared.http.post("/sandbox/api/history", json=body).status_code == 400


class TestPeople:
    def test_more_accounts_come_after_the_ten(self, fresh: Server) -> None:
        answer = fresh.http.post("/sandbox/api/accounts", json={"count": 90, "seed": 5, "history": True})

        accounts = fresh.http.get("/sandbox/api/accounts").json()
        handles = [account["handle"] for account in accounts]
        assert answer.status_code == 201
        assert handles[0] == "studio.nord"
        assert len(set(handles)) == 100
        assert handles[10:] == [account["handle"] for account in answer.json()["accounts"]]
        app = fresh.connect(handles[50])
        assert len(videos(app)) >= 12
        assert app.creator_info().status_code == 200
        assert fresh.http.get(f"/avatars/{handles[99]}.png").content.startswith(b"\x89PNG")
        assert "100 accounts" in fresh.http.get("/").text

    def test_the_same_seed_makes_the_same_people_and_none_twice(self) -> None:
        first, again, other = (make_people(300, seed=seed, taken=()) for seed in (1, 1, 2))

        assert first == again != other
        assert len({account.handle for account in first}) == 300
        private = sum(account.is_private for account in first)
        assert 15 < private < 70
        taken = {first[0].handle}
        assert taken.isdisjoint(account.handle for account in make_people(50, seed=1, taken=taken))

    @pytest.mark.parametrize("body", [{}, {"count": 0}, {"count": 491}, {"count": 1.5}, {"count": 1, "seed": -1}])
    def test_nonsense_is_refused(self, shared: Server, body: dict[str, Any]) -> None:
        assert shared.http.post("/sandbox/api/accounts", json=body).status_code == 400
        assert len(shared.http.get("/sandbox/api/accounts").json()) == 10

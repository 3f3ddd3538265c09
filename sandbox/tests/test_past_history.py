"""A history that goes on until the real now, where the world began in the past."""

import sqlite3
import time
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import Any

import httpx2
import pytest
from clips import draw_clip
from driver import Server, launch

from carillon_sandbox.world.history import Past, plan_history

HOUR, DAY = 3600, 86400
NOON = 1_795_348_800.0
USER = "/v2/user/info/?fields=video_count"


def give_history(server: Server, **body: Any) -> dict[str, Any]:
    answer = server.http.post("/sandbox/api/history", json={"seed": 3, **body})
    assert answer.status_code == 201, answer.text
    given: dict[str, Any] = answer.json()
    return given


class TestHistory:
    def test_goes_on_until_real_time_and_is_unseen_before(self, past: Server) -> None:
        given = give_history(past, days=30, least=60, most=60)
        app = past.connect("studio.nord")
        counts, seen = [], []
        for offset in (None, -40, -20, 0):
            if offset is not None:
                past.clock(offset_seconds=offset * DAY)
            videos = app.all_videos()
            counts.append(app.get(USER).json()["data"]["user"]["video_count"])
            seen.append(len(videos))
            assert all(video["create_time"] <= past.http.get("/sandbox/api/clock").json()["now"] for video in videos)

        assert counts == seen
        assert all(later - earlier > 20 for earlier, later in pairwise(counts))
        assert 900 < given["ahead"] < given["videos"]
        assert abs(counts[-1] - 180) < 10

    def test_what_lies_ahead_is_neither_found_nor_deleted(self, past: Server) -> None:
        give_history(past, days=30, least=60, most=60, handles=["studio.nord"])
        app, now = past.connect("studio.nord"), time.time() - 60 * DAY
        ahead = str(_next_planned(past, "studio.nord", now))
        body = {"filters": {"video_ids": [ahead]}}

        found = app.post("/v2/video/query/?fields=id", body).json()["data"]["videos"]
        deleted = past.http.delete(f"/sandbox/api/posts/{ahead}").status_code
        past.clock(offset_seconds=-30 * DAY)
        (later,) = app.post("/v2/video/query/?fields=id,cover_image_url", body).json()["data"]["videos"]

        assert (found, deleted, later["id"]) == ([], 404, ahead)
        assert httpx2.get(later["cover_image_url"], trust_env=False).content.startswith(b"\xff\xd8")

    def test_a_new_video_stands_among_those_that_are_there(self, past: Server) -> None:
        give_history(past, days=30, least=60, most=60)
        app = past.connect("studio.nord")
        made = [past.http.post("/sandbox/api/accounts/studio.nord/posts", json={}).json() for _ in range(3)]
        sent = app.wait(app.send(draw_clip(seconds=0.2)), public=True)["publicaly_available_post_id"]
        past.advance(1)

        newest = app.all_videos()[:4]

        assert [video["id"] for video in newest] == [str(sent[0]), *(one["post_id"] for one in reversed(made))]
        assert all(abs(one["create_time"] - time.time() + 60 * DAY) < 60 for one in made)

    def test_ends_today_where_the_clock_is_not_behind(self, fresh: Server) -> None:
        assert give_history(fresh)["ahead"] == 0

    def test_is_the_past_of_before_and_more(self) -> None:
        whole = plan_history("studio.nord", Past(1, days=40), NOON, until=NOON + 20 * DAY)
        today = plan_history("studio.nord", Past(1, days=40), NOON)

        assert whole[: len(today)] == today
        ahead = [video.video_ms / 1000 for video in whole[len(today) :]]
        assert ahead == sorted(ahead)
        assert NOON <= ahead[0] <= ahead[-1] < NOON + 20 * DAY
        assert len({video.post_id for video in whole}) == len({video.video_ms for video in whole}) == len(whole)

    def test_goes_on_with_no_more_than_twenty_a_day(self) -> None:
        planned = plan_history("x", Past(1, days=1, least=400, most=400), NOON, until=NOON + 10 * DAY)

        assert sum(video.video_ms >= NOON * 1000 for video in planned) <= 20 * 11


class TestOptions:
    def test_say_how_much_of_a_past(self, tmp_path: Path) -> None:
        server = Server(tmp_path)
        server.start("--begin-days-ago", "30", "--history", "--history-days", "10", "--history-posts", "20:20")

        (made,) = server.events("history.made")
        server.clock(offset_seconds=0)
        videos = server.connect("mira.builds").all_videos()
        server.stop()

        assert made["days"] == 10
        assert 700 < made["videos"] <= 820
        assert made["videos"] - made["ahead"] <= 200
        assert 70 < len(videos) <= 82

    @pytest.mark.parametrize(
        ("arguments", "sentence"),
        [
            (("--begin-days-ago", "401"), "from 0 to 400"),
            (("--begin-days-ago", "-1"), "--begin-days-ago"),
            (("--begin-days-ago", "1.5"), "from 0 to 400"),
            (("--history", "--history-posts", "9"), "LEAST:MOST"),
            (("--history", "--history-posts", "9:3"), "LEAST:MOST"),
            (("--history", "--history-posts", "0:401"), "from 0 to 400"),
            (("--history", "--history-days", "0"), "from 1 to 1000"),
            (("--history-posts", "1:2"), "of a --history"),
        ],
    )
    def test_nonsense_is_refused(self, tmp_path: Path, arguments: tuple[str, ...], sentence: str) -> None:
        process = launch(tmp_path / "data", {}, *arguments)

        said, _ = process.communicate(timeout=10)

        assert process.returncode == 2
        assert sentence in said
        assert not (tmp_path / "data").exists()


def _next_planned(server: Server, handle: str, now: float) -> int:
    """Return the id of the video that nobody can see yet, from the state itself."""
    with closing(sqlite3.connect(server.data / "state.sqlite3")) as state:
        sql = "SELECT post_id FROM app_videos WHERE handle = ? AND video_ms > ? ORDER BY video_ms LIMIT 1"
        post_id: int = state.execute(sql, (handle, (now + HOUR) * 1000)).fetchone()[0]
    return post_id

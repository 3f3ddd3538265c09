"""A world that begins in the past: its clock, and all that goes by it."""

import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from asks import code_of, init_body
from clips import draw_clip
from driver import Server
from receiver import Receiver, is_signed

from carillon_sandbox.clock import ClockError, Pace, change_pace
from carillon_sandbox.pages.words import short_count

HOUR, DAY = 3600, 86400
USER = "/v2/user/info/?fields=follower_count,likes_count"


Begin = Callable[..., Server]


@pytest.fixture
def begin(tmp_path: Path) -> Iterator[Begin]:
    """Start a server on a folder of this test with the options given; a second one on the same folder ends the first."""
    running: dict[str, Server] = {}

    def start(*arguments: str, folder: str = "data") -> Server:
        if folder in running:
            running[folder].stop()
        server = running.setdefault(folder, Server(tmp_path / folder))
        server.start(*arguments)
        return server

    yield start
    for server in running.values():
        server.stop()


def offset_of(server: Server) -> float:
    offset: float = server.http.get("/sandbox/api/clock").json()["offset_seconds"]
    return offset


class TestClock:
    def test_begins_that_long_ago_and_runs_as_real_time_does(self, past: Server) -> None:
        shown = past.http.get("/sandbox/api/clock").json()

        assert abs(shown["now"] - time.time() + 60 * DAY) < 5
        assert shown["offset_seconds"] == pytest.approx(-60 * DAY, abs=0.001)
        assert shown["rate"] == 1
        assert "60 d 0:00:00 behind" in past.http.get("/control").text

    def test_moves_towards_real_time_and_never_back(self, past: Server) -> None:
        day_before, again = past.clock(offset_seconds=-DAY), past.clock(offset_seconds=-DAY)
        back = past.http.put("/sandbox/api/clock", json={"offset_seconds": -2 * DAY})
        today = past.clock(offset_seconds=0)

        assert [clock["offset_seconds"] for clock in (day_before, again, today)] == [-DAY, -DAY, 0]
        assert (back.status_code, back.json()["code"]) == (400, "clock_refused")

    def test_a_hurried_one_overtakes_the_days(self, past: Server) -> None:
        past.clock(rate=86_400)
        time.sleep(0.3)

        assert offset_of(past) > -59.9 * DAY

    def test_an_existing_folder_stays_as_it_is(self, begin: Begin) -> None:
        begin(folder="today")
        begin("--begin-days-ago", "9", folder="past").clock(offset_seconds=-3 * DAY)

        today, past = (begin("--begin-days-ago", "9", folder=folder) for folder in ("today", "past"))

        assert offset_of(today) == 0
        assert offset_of(past) == pytest.approx(-3 * DAY, abs=0.001)

    def test_no_days_ago_is_today(self, begin: Begin) -> None:
        server = begin("--begin-days-ago", "0")

        assert offset_of(server) == 0
        assert server.ledger() == []

    def test_can_be_set_behind_by_no_more_than_it_is(self) -> None:
        behind = Pace(1000.0, 400.0, 1.0)

        assert change_pace(behind, {"offset_seconds": -500}, 1000.0).at(1000.0) == 500.0
        for backwards in (-601, -1e12):
            with pytest.raises(ClockError):
                change_pace(behind, {"offset_seconds": backwards}, 1000.0)


class TestGoverns:
    def test_a_post_from_its_init_to_its_cover(self, past: Server) -> None:
        past.settings(moderation_seconds=HOUR)
        app = past.connect("studio.nord")
        publish_id = app.send(draw_clip(seconds=0.2))
        before = app.wait(publish_id)["publicaly_available_post_id"]
        past.advance(HOUR)

        (post_id,) = app.wait(publish_id, public=True)["publicaly_available_post_id"]
        (video,) = app.all_videos()
        cover = past.http.get(video["cover_image_url"]).status_code
        past.advance(7 * HOUR)

        assert before == []
        assert video["id"] == str(post_id)
        assert abs(video["create_time"] - time.time() + 60 * DAY) < 60
        assert (cover, past.http.get(video["cover_image_url"]).status_code) == (200, 403)
        assert all(entry["at"] < time.strftime("%Y-%m-%d") for entry in past.ledger())

    def test_tokens_upload_addresses_and_rate_windows(self, past: Server) -> None:
        past.settings(access_token_seconds=7200, init_per_window=1)
        app = past.connect("studio.nord")
        url = app.open_upload(10)["upload_url"]
        over = app.init(init_body(10))
        past.advance(61)
        again = app.init(init_body(10))
        past.clock(offset_seconds=-DAY)

        assert [code_of(answer)[0] for answer in (over, again, app.get(USER))] == [429, 200, 401]
        assert app.put(url, b"0123456789", 0, 10).status_code == 403
        assert past.refresh(app.tokens["refresh_token"]).status_code == 200

    def test_webhooks(self, past: Server, receiver: Receiver) -> None:
        past.change_client(webhook_url=receiver.url)
        past.http.post("/sandbox/api/webhooks/ping", json={})

        (heard,) = receiver.wait(1)

        assert is_signed(heard)
        sent = [heard.body["create_time"] / 1000, int(heard.signature[2:].partition(",")[0])]
        assert all(abs(instant - time.time() + 60 * DAY) < 60 for instant in sent)

    def test_followers_grow_from_its_beginning(self, past: Server) -> None:
        app = past.connect("studio.nord")
        seen = []
        for offset in (-59, -40, -20, 0):
            past.clock(offset_seconds=offset * DAY)
            user = app.get(USER).json()["data"]["user"]
            seen.append((user["follower_count"], user["likes_count"]))

        shown = past.http.get("/").text

        assert seen[0][0] >= 48210
        assert short_count(seen[-1][0]) in shown
        for column in zip(*seen, strict=True):
            assert all(earlier < later for earlier, later in pairwise(column))

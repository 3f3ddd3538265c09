"""The virtual clock, and all that goes by it."""

import time

import pytest
from asks import code_of, init_body
from clips import draw_clip
from driver import Server
from hypothesis import given
from hypothesis import strategies as st

from carillon_sandbox.clock import LAST_INSTANT, Pace, advance_pace, change_pace

USER = "/v2/user/info/?fields=open_id"
HOUR, DAY = 3600, 86400


class TestPace:
    @given(st.lists(st.tuples(st.floats(0, 1e5), st.floats(0, 1e5), st.booleans()), max_size=20))
    def test_never_goes_back(self, moves: list[tuple[float, float, bool]]) -> None:
        pace, real, before = Pace(0.0, 0.0, 1.0), 0.0, 0.0
        for later, value, is_rate in moves:
            real += later
            pace = change_pace(pace, {"rate": value}, real) if is_rate else advance_pace(pace, value, real)

            assert pace.at(real) >= before
            before = pace.at(real)

    def test_stops_before_ids_overflow(self) -> None:
        pace = advance_pace(Pace(0.0, 2e9, 1e5), 3e8, 0.0)

        assert pace.at(1e9) == LAST_INSTANT
        assert int(LAST_INSTANT) << 32 < 2**63

    def test_a_change_of_rate_makes_no_leap(self) -> None:
        pace = change_pace(Pace(0.0, 0.0, 1.0), {"rate": 60}, 100.0)

        assert (pace.at(100.0), pace.at(101.0)) == (100.0, 160.0)


class TestControl:
    def test_runs_as_real_time_does_at_first(self, fresh: Server) -> None:
        shown = fresh.http.get("/sandbox/api/clock").json()

        assert (shown["offset_seconds"], shown["rate"]) == (0.0, 1.0)
        assert abs(shown["now"] - time.time()) < 5

    def test_is_set_ahead_advanced_and_hurried(self, fresh: Server) -> None:
        fresh.clock(offset_seconds=DAY, rate=0)
        fresh.advance(HOUR)

        shown = fresh.http.get("/sandbox/api/clock").json()

        assert abs(shown["now"] - time.time() - DAY - HOUR) < 5
        assert shown["rate"] == 0
        again = fresh.http.get("/sandbox/api/clock").json()
        assert again["now"] == shown["now"]

    def test_survives_a_restart(self, fresh: Server) -> None:
        fresh.clock(offset_seconds=DAY, rate=2)
        fresh.stop()
        fresh.start()

        shown = fresh.http.get("/sandbox/api/clock").json()

        assert shown["offset_seconds"] >= DAY
        assert shown["rate"] == 2

    def test_stamps_the_ledger(self, fresh: Server) -> None:
        fresh.advance(DAY)
        fresh.code("studio.nord")

        moved, code = fresh.ledger()[-2:]

        assert moved["event"] == "clock.changed"
        assert code["at"] >= moved["at"]

    @pytest.mark.parametrize(
        ("method", "path", "body"),
        [
            ("PUT", "", {"rate": -1}),
            ("PUT", "", {"rate": True}),
            ("PUT", "", {"rate": 1e9}),
            ("PUT", "", {"offset_seconds": "1"}),
            ("PUT", "", {"offset_seconds": -1}),
            ("PUT", "", {"hour": 1}),
            ("POST", "/advance", {}),
            ("POST", "/advance", {"seconds": -1}),
        ],
    )
    def test_nonsense_changes_nothing(self, shared: Server, method: str, path: str, body: dict[str, object]) -> None:
        answer = shared.http.request(method, f"/sandbox/api/clock{path}", json=body)

        assert (answer.status_code, answer.json()["code"]) == (400, "clock_refused")
        assert shared.http.get("/sandbox/api/clock").json()["offset_seconds"] == 0.0

    def test_does_not_go_back(self, fresh: Server) -> None:
        fresh.advance(DAY)

        assert fresh.http.put("/sandbox/api/clock", json={"offset_seconds": 0}).status_code == 400


class TestGoverns:
    def test_tokens(self, fresh: Server) -> None:
        app = fresh.connect("studio.nord")
        fresh.advance(7199)
        before = app.get(USER).status_code
        fresh.advance(2)

        assert (before, app.get(USER).status_code) == (200, 401)
        assert fresh.refresh(app.tokens["refresh_token"]).status_code == 200
        fresh.advance(181 * DAY)
        assert fresh.refresh(app.tokens["refresh_token"]).json()["error"] == "invalid_grant"

    def test_rate_windows_and_the_daily_cap(self, fresh: Server) -> None:
        fresh.settings(init_per_window=1, posts_per_creator=2, access_token_seconds=10 * DAY)
        app = fresh.connect("studio.nord")
        first, over = app.init(init_body(10)), app.init(init_body(10))
        fresh.advance(61)
        second = app.init(init_body(10))
        fresh.advance(61)
        capped = app.init(init_body(10))
        fresh.advance(DAY)

        assert [code_of(answer)[0] for answer in (first, over, second, capped)] == [200, 429, 200, 403]
        assert app.init(init_body(10)).status_code == 200

    def test_upload_addresses_and_covers(self, fresh: Server) -> None:
        app = fresh.connect("studio.nord")
        url = app.open_upload(10)["upload_url"]
        picture = app.get("/v2/user/info/?fields=avatar_url").json()["data"]["user"]["avatar_url"]
        fresh.advance(7 * HOUR)

        assert app.put(url, b"0123456789", 0, 10).status_code == 403
        assert fresh.http.get(picture).status_code == 403

    def test_processing_and_moderation_wake_when_it_moves(self, fresh: Server) -> None:
        fresh.settings(processing_seconds=HOUR, moderation_seconds=HOUR, access_token_seconds=DAY)
        app = fresh.connect("studio.nord")
        publish_id = app.send(draw_clip(seconds=0.2))
        assert app.status(publish_id)["status"] == "PROCESSING_UPLOAD"

        fresh.advance(HOUR)
        ended = app.wait(publish_id)
        fresh.advance(HOUR)

        assert (ended["status"], ended["publicaly_available_post_id"]) == ("PUBLISH_COMPLETE", [])
        assert app.status(publish_id)["publicaly_available_post_id"]

    def test_processing_keeps_up_with_a_fast_one(self, fresh: Server) -> None:
        fresh.settings(processing_seconds=HOUR, upload_url_seconds=100 * DAY, access_token_seconds=100 * DAY)
        fresh.clock(rate=36_000)
        app = fresh.connect("studio.nord")

        assert app.publish(draw_clip(seconds=0.2))["status"] == "PUBLISH_COMPLETE"

    def test_a_scenario_of_slow_moderation_ends(self, fresh: Server) -> None:
        fresh.settings(access_token_seconds=10 * DAY)
        fresh.scenario("slow_moderation")
        app = fresh.connect("studio.nord")
        publish_id = app.send(draw_clip(seconds=0.2))
        app.wait(publish_id)

        fresh.advance(6 * HOUR)

        assert app.status(publish_id)["publicaly_available_post_id"]

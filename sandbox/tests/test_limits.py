"""Sliding minutes, daily caps and the audit rule."""

import time

import pytest
from asks import code_of, init_body
from client_app import App
from driver import Server
from hypothesis import given
from hypothesis import strategies as st

from carillon_sandbox.limits import SWEEP_AT, Limiter, fits


class TestFits:
    def test_counts_the_calls_of_the_last_window_only(self) -> None:
        sent = [0.0, 10.0, 20.0]

        assert not fits(sent, now=59.9, calls=3, seconds=60)
        assert fits(sent, now=60.0, calls=3, seconds=60)

    @given(st.lists(st.floats(0, 30), min_size=1, max_size=200), st.integers(1, 10))
    def test_no_window_ever_holds_more(self, gaps: list[float], calls: int) -> None:
        limiter, now, passed = Limiter(), 0.0, []
        for gap in gaps:
            now += gap
            if limiter.take("token", "init", now=now, calls=calls, seconds=60):
                passed.append(now)

        for end in passed:
            assert sum(1 for at in passed if end - 60 < at <= end) <= calls

    def test_tokens_and_endpoints_are_counted_apart(self) -> None:
        limiter = Limiter()
        taken = [
            limiter.take(token, endpoint, now=1.0, calls=1, seconds=60)
            for token, endpoint in (("a", "init"), ("a", "status"), ("b", "init"), ("a", "init"))
        ]

        assert taken == [True, True, True, False]

    def test_forgets_tokens_that_fell_silent(self) -> None:
        limiter = Limiter()
        for number in range(SWEEP_AT + 1):
            limiter.take(str(number), "init", now=0.0, calls=1, seconds=60)

        limiter.take("late", "init", now=100.0, calls=1, seconds=60)

        assert len(limiter.sent) == 1


class TestRateLimits:
    @pytest.mark.parametrize(
        ("path", "body", "calls"),
        [
            ("/v2/post/publish/video/init/", init_body(1000), 6),
            ("/v2/post/publish/creator_info/query/", {}, 20),
            ("/v2/post/publish/status/fetch/", {"publish_id": "v_pub_file~v2-1.1"}, 30),
        ],
    )
    def test_one_call_too_many_in_a_minute_gets_429(
        self, fresh: Server, path: str, body: dict[str, object], calls: int
    ) -> None:
        app, other = fresh.connect("studio.nord"), fresh.connect("studio.nord")

        let_through = [app.post(path, body).status_code for _ in range(calls)]
        over = app.post(path, body)

        assert 429 not in let_through
        assert code_of(over) == (429, "rate_limit_exceeded")
        assert other.post(path, body).status_code != 429

    def test_the_display_limit_is_600(self, fresh: Server) -> None:
        app = fresh.connect("studio.nord")

        statuses = {app.get("/v2/user/info/?fields=open_id").status_code for _ in range(600)}

        assert statuses == {200}
        assert app.get("/v2/user/info/?fields=open_id").status_code == 429

    def test_the_window_slides(self, fresh: Server) -> None:
        fresh.settings(rate_window_seconds=0.5, init_per_window=1)
        app = fresh.connect("studio.nord")
        assert app.init(init_body(1000)).status_code == 200
        assert app.init(init_body(1000)).status_code == 429
        time.sleep(0.55)

        assert app.init(init_body(1000)).status_code == 200


class TestPostsPerDay:
    def fill(self, app: App, server: Server) -> None:
        server.settings(init_per_window=1000)
        for _ in range(15):
            app.open_upload(1000)

    def test_the_sixteenth_is_refused_and_creator_info_says_so_with_200(self, fresh: Server) -> None:
        app = fresh.connect("studio.nord")
        self.fill(app, fresh)

        over, info = app.init(init_body(1000)), app.creator_info()

        assert code_of(over) == (403, "spam_risk_too_many_posts")
        assert code_of(info) == (200, "spam_risk_too_many_posts")
        assert info.json()["data"] == {}
        assert fresh.connect("mira.builds").init(init_body(1000)).status_code == 200

    def test_what_failed_or_died_unfinished_does_not_count(self, fresh: Server) -> None:
        fresh.settings(posts_per_creator=1, upload_url_seconds=0.5)
        app = fresh.connect("studio.nord")
        assert app.publish(b"no video")["status"] == "FAILED"
        assert app.init(init_body(1000)).status_code == 200
        assert app.init(init_body(1000)).status_code == 403
        time.sleep(0.55)

        assert app.init(init_body(1000)).status_code == 200

    def test_the_day_slides(self, fresh: Server) -> None:
        fresh.settings(posts_per_creator=1, cap_window_seconds=0.5)
        app = fresh.connect("studio.nord")
        app.open_upload(1000)
        assert app.init(init_body(1000)).status_code == 403
        time.sleep(0.55)

        assert app.init(init_body(1000)).status_code == 200


class TestUnaudited:
    HANDLES = ("studio.nord", "quiet.room", "solo.takes", "short.cuts", "mira.builds", "fjord.cycles")

    def test_serves_five_creators_a_day(self, unaudited: Server) -> None:
        apps = []
        for handle in self.HANDLES:
            unaudited.rules(handle, is_private=True)
            apps.append(unaudited.connect(handle))
        body = init_body(1000, privacy_level="SELF_ONLY")

        statuses = [app.init(body).status_code for app in apps]

        assert statuses == [200] * 5 + [403]
        assert apps[5].init(body).json()["error"]["code"] == "reached_active_user_cap"
        info = apps[5].creator_info()
        assert code_of(info) == (200, "reached_active_user_cap")
        assert apps[0].init(body).status_code == 200

    def test_creator_info_does_not_reveal_the_audit(self, unaudited: Server) -> None:
        app = unaudited.connect("studio.nord")

        assert "PUBLIC_TO_EVERYONE" in app.creator_info().json()["data"]["privacy_level_options"]
        unaudited.settings(creator_info_reflects_audit=True)
        assert app.creator_info().json()["data"]["privacy_level_options"] == ["SELF_ONLY"]

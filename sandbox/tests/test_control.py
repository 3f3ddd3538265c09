"""The control API."""

from typing import Any

import pytest
from asks import ALL_SCOPES, authorize_query, code_of, query_of
from driver import Server

HANDLES = [
    "studio.nord", "linden.private", "quiet.room", "solo.takes", "paused.north", "short.cuts",
    "harbour.coffee", "mira.builds", "fjord.cycles", "paper.lantern",
]  # fmt: skip


class TestAccounts:
    def test_are_the_ten_in_their_order(self, fresh: Server) -> None:
        accounts = fresh.http.get("/sandbox/api/accounts").json()

        assert [account["handle"] for account in accounts] == HANDLES
        assert accounts[0] == {
            "handle": "studio.nord",
            "nickname": "Studio Nord",
            "open_id": None,
            "is_private": False,
            "comment_disabled": False,
            "duet_disabled": False,
            "stitch_disabled": False,
            "can_post": True,
            "app_outdated": False,
            "max_video_post_duration_sec": 300,
            "next_fail_reason": None,
            "next_init_error": None,
            "follower_count": 48210,
            "connected": False,
            "posts": 0,
        }
        differ = {
            "linden.private": ("is_private", True),
            "quiet.room": ("comment_disabled", True),
            "solo.takes": ("duet_disabled", True),
            "paused.north": ("can_post", False),
            "short.cuts": ("max_video_post_duration_sec", 30),
        }
        by_handle = {account["handle"]: account for account in accounts}
        assert all(by_handle[handle][rule] == value for handle, (rule, value) in differ.items())

    def test_tell_who_is_connected_and_what_was_posted(self, fresh: Server, bunny: bytes) -> None:
        app = fresh.connect("studio.nord")
        app.publish(bunny)
        app.publish(b"no video")

        account = fresh.http.get("/sandbox/api/accounts").json()[0]

        assert (account["connected"], account["open_id"]) == (True, app.tokens["open_id"])
        assert account["posts"] == 1

    def test_a_rule_is_changed_and_told(self, fresh: Server) -> None:
        answer = fresh.http.patch("/sandbox/api/accounts/mira.builds", json={"can_post": False})

        assert (answer.status_code, answer.json()["can_post"]) == (200, False)
        assert fresh.ledger()[-1]["event"] == "account.changed"

    @pytest.mark.parametrize(
        ("handle", "body", "status"),
        [
            ("nobody", {"can_post": False}, 404),
            ("mira.builds", {"can_post": "no"}, 400),
            ("mira.builds", {"handle": "x"}, 400),
            ("mira.builds", {"follower_count = 0 --": True}, 400),
            ("mira.builds", {"max_video_post_duration_sec": 0}, 400),
            ("mira.builds", {"max_video_post_duration_sec": True}, 400),
            ("mira.builds", [], 400),
        ],
    )
    def test_nonsense_is_refused(self, shared: Server, handle: str, body: Any, status: int) -> None:
        before = shared.http.get("/sandbox/api/accounts").json()[7]

        answer = shared.http.patch(f"/sandbox/api/accounts/{handle}", json=body)

        assert answer.status_code == status
        assert set(answer.json()) == {"code", "message"}
        rules = ("can_post", "max_video_post_duration_sec", "is_private")
        after = shared.http.get("/sandbox/api/accounts").json()[7]
        assert [after[rule] for rule in rules] == [before[rule] for rule in rules]


class TestAuthorize:
    def ask(self, server: Server, **body: Any) -> Any:
        url = f"{server.url}/v2/auth/authorize/?{authorize_query()}"
        return server.http.post("/sandbox/api/authorize", json={"authorize_url": url, **body})

    def test_grants_all_that_was_asked(self, shared: Server) -> None:
        answer = self.ask(shared, handle="harbour.coffee")

        query = query_of(answer.json()["redirect_url"])
        assert (query["scopes"], query["state"]) == (ALL_SCOPES, "st/ate+1")

    def test_grants_some_or_none(self, shared: Server) -> None:
        some = self.ask(shared, handle="harbour.coffee", scopes=["video.list"])
        none = self.ask(shared, handle="harbour.coffee", scopes=[])

        assert query_of(some.json()["redirect_url"])["scopes"] == "video.list"
        assert query_of(none.json()["redirect_url"])["error"] == "access_denied"

    @pytest.mark.parametrize(
        ("body", "status", "code"),
        [
            ({"handle": "nobody"}, 404, "no_such_account"),
            ({}, 404, "no_such_account"),
            ({"handle": "harbour.coffee", "scopes": "all"}, 400, "scopes"),
            ({"handle": "harbour.coffee", "authorize_url": "http://x/y"}, 400, "not_an_authorize_url"),
            ({"handle": "harbour.coffee", "authorize_url": "/v2/auth/authorize/?client_key=x"}, 400, "client_key"),
        ],
    )  # fmt: skip
    def test_says_what_is_wrong(self, shared: Server, body: Any, status: int, code: str) -> None:
        answer = self.ask(shared, **body)

        assert (answer.status_code, answer.json()["code"]) == (status, code)


class TestSettings:
    def test_begin_with_tiktoks_figures(self, tmp_path: Any) -> None:
        server = Server(tmp_path)
        server.start()
        settings = server.http.get("/sandbox/api/settings").json()
        server.stop()

        assert settings["time_scale"] == 1.0
        assert (settings["processing_seconds"], settings["moderation_seconds"]) == (2.0, 3.0)
        assert settings["oauth_error_status"] == "200"
        assert (settings["access_token_seconds"], settings["refresh_token_seconds"]) == (7200, 15552000)
        assert (settings["code_seconds"], settings["upload_url_seconds"]) == (600, 3600)
        assert (settings["posts_per_creator"], settings["creators_when_unaudited"]) == (15, 5)

    def test_only_those_named_change(self, fresh: Server) -> None:
        before = fresh.http.get("/sandbox/api/settings").json()

        after = fresh.http.put("/sandbox/api/settings", json={"time_scale": 4, "oauth_error_status": "rfc"}).json()

        assert after == {**before, "time_scale": 4.0, "oauth_error_status": "rfc"}
        assert fresh.http.get("/sandbox/api/settings").json() == after

    @pytest.mark.parametrize(
        "body",
        [
            {"speed": 1},
            {"time_scale": 0},
            {"time_scale": -1},
            {"time_scale": "fast"},
            {"time_scale": True},
            {"oauth_error_status": "401"},
            {"access_token_seconds": 1.5},
            {"creator_info_reflects_audit": 1},
        ],
    )
    def test_nonsense_changes_nothing(self, shared: Server, body: dict[str, object]) -> None:
        before = shared.http.get("/sandbox/api/settings").json()

        answer = shared.http.put("/sandbox/api/settings", json={"init_per_window": 1, **body})

        assert (answer.status_code, answer.json()["code"]) == (400, "setting_refused")
        assert shared.http.get("/sandbox/api/settings").json() == before

    def test_a_form_of_another_site_cannot_change_them(self, shared: Server) -> None:
        headers = {"Content-Type": "text/plain"}

        answer = shared.http.put("/sandbox/api/settings", content=b'{"time_scale": 9}', headers=headers)

        assert answer.status_code == 400


class TestPaths:
    def test_health(self, shared: Server) -> None:
        assert shared.http.get("/sandbox/health").json() == {"ok": True}

    def test_unknown_ones_answer_in_the_shape_of_their_part(self, shared: Server) -> None:
        api = shared.http.get("/v2/post/publish/inbox/")

        assert code_of(api) == (404, "unsupported_path")
        assert shared.http.get("/sandbox/api/nothing").json()["code"] == "not_found"
        assert shared.http.get("/nothing").status_code == 404

    def test_every_answer_has_a_log_id(self, shared: Server) -> None:
        ids = {shared.http.get(path).headers["x-tt-logid"] for path in ("/", "/v2/x/", "/sandbox/health")}

        assert len(ids) == 3

    def test_a_huge_body_is_refused(self, shared: Server) -> None:
        answer = shared.http.post("/v2/video/list/?fields=id", content=b"x" * 300_000)

        assert answer.status_code == 413

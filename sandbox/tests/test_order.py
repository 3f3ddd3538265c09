"""
The order of checks, the same for every endpoint: path, token, scope, rate limit, body.

What comes after the body differs by endpoint and is tested with each. Every call here has all the faults that
are still to be checked; the answer names the first.
"""

from typing import Any, NamedTuple

import pytest
from client_app import App
from driver import Server

POSTING = "/v2/post/publish"


class Endpoint(NamedTuple):
    """One endpoint: a scope that does not open it, the knob of its limit, and what a bad body is called."""

    method: str
    path: str
    wrong_scope: str
    right_scopes: list[str]
    knob: str | None
    bad_body: str | None


ENDPOINTS = [
    Endpoint("GET", "/v2/user/info/?fields=taste,username", "video.list", ["user.info.profile"], "display_per_window",
             "invalid_params"),
    Endpoint("POST", "/v2/video/list/?fields=id", "video.publish", ["video.list"], "display_per_window",
             "invalid_params"),
    Endpoint("POST", "/v2/video/query/?fields=id", "video.publish", ["video.list"], "display_per_window",
             "invalid_params"),
    Endpoint("POST", f"{POSTING}/creator_info/query/", "video.upload", ["video.publish"], "creator_info_per_window",
             None),
    Endpoint("POST", f"{POSTING}/video/init/", "video.upload", ["video.publish"], "init_per_window", "invalid_param"),
    Endpoint("POST", f"{POSTING}/inbox/video/init/", "video.publish", ["video.upload"], "init_per_window",
             "invalid_param"),
    Endpoint("POST", f"{POSTING}/content/init/", "video.list", ["video.publish", "video.upload"], "init_per_window",
             "invalid_param"),
    Endpoint("POST", f"{POSTING}/status/fetch/", "video.list", ["video.publish"], "status_per_window",
             "invalid_param"),
    Endpoint("POST", f"{POSTING}/cancel/", "video.list", ["video.upload"], None, "invalid_param"),
]  # fmt: skip


@pytest.mark.parametrize("endpoint", ENDPOINTS, ids=lambda endpoint: endpoint.path)
class TestOrderOfChecks:
    def ask(self, app: App, endpoint: Endpoint, *, path: str | None = None) -> tuple[int, str]:
        headers = {**app.headers, "Content-Type": "application/json"}
        content = b"[1, 2" if endpoint.method == "POST" else None
        answer = app.http.request(endpoint.method, path or endpoint.path, headers=headers, content=content)
        error: dict[str, Any] = answer.json()["error"]
        assert answer.json()["data"] == {}
        assert error["log_id"] == answer.headers["x-tt-logid"]
        return answer.status_code, error["code"]

    def test_is_path_token_scope_limit_body(self, fresh: Server, endpoint: Endpoint) -> None:
        nobody = App(fresh.http, {"access_token": "act.none"})
        stranger = fresh.connect("studio.nord", [endpoint.wrong_scope])
        app = fresh.connect("studio.nord", endpoint.right_scopes)
        if endpoint.knob:
            fresh.settings(**{endpoint.knob: 0})

        assert self.ask(nobody, endpoint, path=endpoint.path.replace("/?", "?").rstrip("/"))[0] == 404
        assert self.ask(nobody, endpoint) == (401, "access_token_invalid")
        assert self.ask(stranger, endpoint) == (401, "scope_not_authorized")
        if endpoint.knob:
            assert self.ask(app, endpoint) == (429, "rate_limit_exceeded")
            fresh.settings(**{endpoint.knob: 10})
        if endpoint.bad_body:
            assert self.ask(app, endpoint) == (400, endpoint.bad_body)

    def test_a_refresh_token_opens_nothing(self, shared: Server, endpoint: Endpoint) -> None:
        tokens = shared.connect("studio.nord", endpoint.right_scopes).tokens

        assert self.ask(App(shared.http, {"access_token": tokens["refresh_token"]}), endpoint)[0] == 401


class TestCode:
    def test_is_spent_by_the_exchange_that_works_and_not_by_one_that_does_not(self, oauth: Server) -> None:
        code = oauth.code("studio.nord")

        first = oauth.token(code=code, code_verifier="x" * 43).json()
        second = oauth.token(code=code).json()
        third = oauth.token(code=code).json()

        assert (first["error"], third["error"]) == ("invalid_request", "invalid_grant")
        assert "access_token" in second

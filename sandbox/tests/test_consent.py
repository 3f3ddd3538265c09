"""The consent page: what it shows, what it sends back and what it never sends anywhere."""

import httpx2
import pytest
from asks import ALL_SCOPES, KEY, REDIRECT, VERIFIER, WEB_REDIRECT, authorize_query, query_of
from driver import Server


def open_page(server: Server, **changes: str | None) -> httpx2.Response:
    return server.http.get(f"/v2/auth/authorize/?{authorize_query(**changes)}")


def submit(server: Server, handle: str, decision: str, scopes: list[str]) -> httpx2.Response:
    form: dict[str, str | list[str]] = {
        "query": authorize_query(),
        "handle": handle,
        "decision": decision,
        "scope": scopes,
    }
    return server.http.post("/sandbox/consent", data=form)


class TestConsentPage:
    def test_says_it_is_a_simulator_and_offers_every_account_and_scope(self, shared: Server) -> None:
        answer = open_page(shared)

        assert answer.status_code == 200
        assert "A simulator. Nothing here reaches TikTok." in answer.text
        assert answer.text.count('type="radio"') == 10
        for scope in ALL_SCOPES.split(","):
            assert f'type="checkbox" name="scope" value="{scope}" checked' in answer.text

    def test_has_a_search_when_the_accounts_are_many(self, fresh: Server) -> None:
        fresh.http.post("/sandbox/api/accounts", json={"count": 300, "seed": 5})
        crowded, mistaken = open_page(fresh), open_page(fresh, find="nobody at all")
        found = open_page(fresh, find="Quiet ROOM")

        assert crowded.text.count('type="radio"') == 24
        assert "310 of 310 accounts, the first 24 are shown" in crowded.text
        assert 'value="quiet.room"' in found.text
        assert '<input type="hidden" name="state" value="st/ate+1">' in found.text
        assert (mistaken.text.count('type="radio"'), "0 of 310 accounts" in mistaken.text) == (0, True)

    def test_shows_only_the_scopes_asked_for(self, shared: Server) -> None:
        answer = open_page(shared, scope="user.info.basic,video.publish")

        assert answer.text.count('type="checkbox"') == 2

    def test_runs_no_script_and_lets_the_form_lead_back_to_the_app_only(self, shared: Server) -> None:
        policy = open_page(shared).headers["content-security-policy"]

        assert "default-src 'none'" in policy
        assert policy.endswith("form-action 'self' http://localhost:4100")
        assert "script" not in policy

    def test_escapes_what_the_address_bar_says(self, shared: Server) -> None:
        answer = open_page(shared, state='"><script>alert(1)</script>')

        assert answer.status_code == 200
        assert "<script" not in answer.text

    def test_allowing_sends_code_scopes_and_state_back(self, shared: Server) -> None:
        answer = submit(shared, "mira.builds", "approve", ALL_SCOPES.split(","))

        assert answer.status_code == 303
        assert answer.headers["location"].startswith(REDIRECT + "?")
        query = query_of(answer.headers["location"])
        assert set(query) == {"code", "scopes", "state"}
        assert query["scopes"] == ALL_SCOPES
        assert query["state"] == "st/ate+1"
        assert "*" in query["code"]
        assert "!" in query["code"]

    def test_unticked_scopes_are_not_granted(self, shared: Server) -> None:
        answer = submit(shared, "mira.builds", "approve", ["user.info.basic", "video.publish"])

        query = query_of(answer.headers["location"])
        assert query["scopes"] == "user.info.basic,video.publish"
        tokens = shared.token(code=query["code"], code_verifier=VERIFIER).json()
        assert tokens["scope"] == "user.info.basic,video.publish"

    def test_scopes_that_were_not_asked_for_cannot_be_granted(self, shared: Server) -> None:
        answer = submit(shared, "mira.builds", "approve", ["user.info.basic", "research.data.basic"])

        assert query_of(answer.headers["location"])["scopes"] == "user.info.basic"

    @pytest.mark.parametrize(("decision", "scopes"), [("refuse", ["user.info.basic"]), ("approve", [])])
    def test_refusing_sends_access_denied_back(self, shared: Server, decision: str, scopes: list[str]) -> None:
        answer = submit(shared, "mira.builds", decision, scopes)

        query = query_of(answer.headers["location"])
        assert set(query) == {"error", "error_description", "state"}
        assert query["error"] == "access_denied"

    def test_asks_for_an_account_when_none_was_chosen(self, shared: Server) -> None:
        answer = submit(shared, "nobody", "approve", ["user.info.basic"])

        assert answer.status_code == 422
        assert "Choose an account first." in answer.text


class TestMistakes:
    @pytest.mark.parametrize(
        ("parameter", "value"),
        [
            ("client_key", "unknown"),
            ("client_key", None),
            ("response_type", "token"),
            ("redirect_uri", REDIRECT + "/"),
            ("redirect_uri", "https://evil.example/"),
            ("redirect_uri", None),
            ("scope", "user.info.basic user.info.stats"),
            ("scope", "research.data.basic"),
            ("scope", ""),
            ("code_challenge", None),
            ("code_challenge", "short"),
            ("code_challenge_method", "plain"),
            ("code_challenge_method", None),
        ],
    )
    def test_are_named_on_a_page_and_never_sent_back(self, shared: Server, parameter: str, value: str | None) -> None:
        answer = open_page(shared, **{parameter: value})

        assert answer.status_code == 400
        assert "location" not in answer.headers
        assert f'<code class="parameter">{parameter}</code>' in answer.text

    def test_a_parameter_given_twice_is_a_mistake(self, shared: Server) -> None:
        answer = shared.http.get(f"/v2/auth/authorize/?{authorize_query()}&client_key={KEY}")

        assert answer.status_code == 400
        assert '<code class="parameter">client_key</code>' in answer.text

    def test_are_found_again_when_the_form_is_sent(self, shared: Server) -> None:
        form = {"query": authorize_query(redirect_uri="https://evil.example/"), "decision": "refuse"}

        answer = shared.http.post("/sandbox/consent", data=form)

        assert answer.status_code == 400
        assert "location" not in answer.headers

    def test_the_path_without_its_last_slash_does_not_exist(self, shared: Server) -> None:
        answer = shared.http.get(f"/v2/auth/authorize?{authorize_query()}")

        assert answer.status_code == 404


class TestWebPlatform:
    def test_needs_no_proof_key(self, web: Server) -> None:
        code = web.code("mira.builds", redirect_uri=WEB_REDIRECT, code_challenge=None, code_challenge_method=None)

        answer = web.token(code=code, redirect_uri=WEB_REDIRECT, code_verifier=None)

        assert answer.json()["token_type"] == "Bearer"

    def test_holds_a_client_to_the_challenge_it_sent(self, web: Server) -> None:
        code = web.code("mira.builds", redirect_uri=WEB_REDIRECT)

        answer = web.token(code=code, redirect_uri=WEB_REDIRECT, code_verifier="x" * 43)

        assert answer.json()["error"] == "invalid_request"

"""Tokens: exchange, rotation, revocation, and the flat error shape in both of its disputed statuses."""

import re
import time

import httpx2
import pytest
from asks import ALL_SCOPES, CHALLENGE, KEY, REDIRECT, RFC_CHALLENGE, SECRET, code_of
from driver import Server

from carillon_sandbox.login.authorization import hex_challenge, verifier_fits
from carillon_sandbox.login.grants import open_id_of


def assert_refused(server: Server, answer: httpx2.Response, error: str) -> None:
    """Check the flat shape, and the status that this server's mode asks for."""
    body = answer.json()
    mode = server.http.get("/sandbox/api/settings").json()["oauth_error_status"]
    rfc_status = 401 if error == "invalid_client" else 400
    assert answer.status_code == (200 if mode == "200" else rfc_status)
    assert set(body) == {"error", "error_description", "log_id"}
    assert body["error"] == error
    assert body["log_id"] == answer.headers["x-tt-logid"]


class TestProofKey:
    VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"

    def test_the_known_verifier_gives_the_known_challenge(self) -> None:
        assert hex_challenge(self.VERIFIER) == CHALLENGE

    @pytest.mark.parametrize("challenge", [RFC_CHALLENGE, CHALLENGE.upper(), "0" * 64])
    def test_any_other_form_does_not_fit(self, challenge: str) -> None:
        assert not verifier_fits(self.VERIFIER, challenge)

    @pytest.mark.parametrize("verifier", ["a" * 42, "a" * 129, "a" * 42 + "+", "a" * 42 + "é", ""])
    def test_a_malformed_verifier_never_fits(self, verifier: str) -> None:
        assert not verifier_fits(verifier, hex_challenge(verifier))


class TestExchange:
    def test_answers_flat_with_tiktoks_fields(self, oauth: Server) -> None:
        answer = oauth.token(code=oauth.code("studio.nord"))

        assert answer.status_code == 200
        body = answer.json()
        assert set(body) == {
            "access_token", "expires_in", "open_id", "refresh_expires_in", "refresh_token", "scope", "token_type",
        }  # fmt: skip
        assert body["access_token"].startswith("act.")
        assert body["refresh_token"].startswith("rft.")
        assert (body["expires_in"], body["refresh_expires_in"]) == (7200, 15552000)
        assert (body["scope"], body["token_type"]) == (ALL_SCOPES, "Bearer")
        assert answer.headers["cache-control"] == "no-store"

    def test_takes_a_code_once(self, oauth: Server) -> None:
        code = oauth.code("studio.nord")
        oauth.token(code=code)

        assert_refused(oauth, oauth.token(code=code), "invalid_grant")

    def test_refuses_an_unknown_code(self, oauth: Server) -> None:
        assert_refused(oauth, oauth.token(code="made-up"), "invalid_grant")

    def test_refuses_the_rfc_form_of_the_challenge(self, oauth: Server) -> None:
        code = oauth.code("studio.nord", code_challenge=RFC_CHALLENGE)

        assert_refused(oauth, oauth.token(code=code), "invalid_request")

    @pytest.mark.parametrize("verifier", ["x" * 43, "", None])
    def test_refuses_a_wrong_verifier(self, oauth: Server, verifier: str | None) -> None:
        code = oauth.code("studio.nord")

        answer = oauth.token(code=code, code_verifier=verifier)

        assert_refused(oauth, answer, "invalid_request")
        assert answer.json()["error_description"] == "Code verifier or code challenge is invalid."

    def test_a_wrong_verifier_leaves_the_code_usable(self, oauth: Server) -> None:
        code = oauth.code("studio.nord")
        oauth.token(code=code, code_verifier="x" * 43)

        assert "access_token" in oauth.token(code=code).json()

    def test_refuses_another_redirect_uri(self, oauth: Server) -> None:
        answer = oauth.token(code=oauth.code("studio.nord"), redirect_uri=REDIRECT + "/")

        assert_refused(oauth, answer, "invalid_request")

    @pytest.mark.parametrize("changes", [{"client_secret": "wrong"}, {"client_key": "wrong"}])
    def test_refuses_a_stranger(self, oauth: Server, changes: dict[str, str]) -> None:
        answer = oauth.token(code=oauth.code("studio.nord"), **changes)

        assert_refused(oauth, answer, "invalid_client")

    @pytest.mark.parametrize("missing", ["client_key", "client_secret", "grant_type", "code", "redirect_uri"])
    def test_refuses_a_form_with_a_gap(self, oauth: Server, missing: str) -> None:
        form: dict[str, str | None] = {"code": oauth.code("studio.nord"), missing: None}

        assert_refused(oauth, oauth.token(**form), "invalid_request")

    def test_refuses_other_grants(self, oauth: Server) -> None:
        assert_refused(oauth, oauth.token(grant_type="password"), "unsupported_grant_type")

    def test_refuses_json(self, oauth: Server) -> None:
        answer = oauth.http.post("/v2/oauth/token/", json={"client_key": KEY, "client_secret": SECRET})

        assert_refused(oauth, answer, "invalid_request")

    def test_refuses_an_expired_code(self, fresh: Server) -> None:
        fresh.settings(code_seconds=0)

        answer = fresh.token(code=fresh.code("studio.nord"))

        assert answer.json()["error"] == "invalid_grant"


class TestOpenId:
    def test_is_the_same_at_every_connection(self, oauth: Server) -> None:
        first = oauth.connect("mira.builds").tokens
        second = oauth.connect("mira.builds").tokens

        assert first["open_id"] == second["open_id"]
        assert first["access_token"] != second["access_token"]

    def test_differs_between_accounts_and_apps(self) -> None:
        ids = {open_id_of(key, handle) for key in ("a", "b") for handle in ("x", "y")}

        assert len(ids) == 4


class TestRefresh:
    def test_gives_a_new_pair_for_the_same_account(self, oauth: Server) -> None:
        first = oauth.connect("studio.nord").tokens

        answer = oauth.refresh(first["refresh_token"])

        second = answer.json()
        assert answer.status_code == 200
        assert second["open_id"] == first["open_id"]
        assert second["scope"] == first["scope"]
        assert second["refresh_token"] != first["refresh_token"]
        assert second["access_token"] != first["access_token"]

    def test_spends_the_refresh_token(self, oauth: Server) -> None:
        first = oauth.connect("studio.nord").tokens
        second = oauth.refresh(first["refresh_token"]).json()

        assert_refused(oauth, oauth.refresh(first["refresh_token"]), "invalid_grant")
        assert "access_token" in oauth.refresh(second["refresh_token"]).json()

    def test_a_grace_lets_a_spent_token_through_for_a_while_and_a_revoked_one_never(self, fresh: Server) -> None:
        fresh.settings(rotation_grace_seconds=60)
        tokens = fresh.connect("studio.nord").tokens
        assert fresh.refresh(tokens["refresh_token"]).json()["access_token"]

        again = fresh.refresh(tokens["refresh_token"]).json()
        fresh.settings(rotation_grace_seconds=0)
        strict = fresh.refresh(tokens["refresh_token"]).json()
        fresh.settings(rotation_grace_seconds=60)
        form = {"client_key": KEY, "client_secret": SECRET, "token": again["access_token"]}
        fresh.http.post("/v2/oauth/revoke/", data=form)

        assert "access_token" in again
        assert strict["error"] == "invalid_grant"
        assert fresh.refresh(tokens["refresh_token"]).json()["error"] == "invalid_grant"

    def test_leaves_the_old_access_token_until_it_expires(self, oauth: Server) -> None:
        app = oauth.connect("studio.nord")
        oauth.refresh(app.tokens["refresh_token"])

        assert app.get("/v2/user/info/?fields=open_id").status_code == 200

    def test_refuses_an_access_token(self, oauth: Server) -> None:
        tokens = oauth.connect("studio.nord").tokens

        assert_refused(oauth, oauth.refresh(tokens["access_token"]), "invalid_grant")

    def test_refuses_an_expired_refresh_token(self, fresh: Server) -> None:
        fresh.settings(refresh_token_seconds=0)
        tokens = fresh.connect("studio.nord").tokens

        assert fresh.refresh(tokens["refresh_token"]).json()["error"] == "invalid_grant"

    def test_lifetimes_are_those_that_were_told(self, fresh: Server) -> None:
        fresh.settings(access_token_seconds=1, refresh_token_seconds=100)
        app = fresh.connect("studio.nord")
        assert (app.tokens["expires_in"], app.tokens["refresh_expires_in"]) == (1, 100)
        assert app.get("/v2/user/info/?fields=open_id").status_code == 200
        time.sleep(1.05)

        answer = app.get("/v2/user/info/?fields=open_id")

        assert code_of(answer) == (401, "access_token_invalid")


class TestRevoke:
    def revoke(self, server: Server, token: str, **changes: str) -> httpx2.Response:
        form = {"client_key": KEY, "client_secret": SECRET, "token": token, **changes}
        return server.http.post("/v2/oauth/revoke/", data=form)

    def test_ends_every_token_of_the_account(self, oauth: Server) -> None:
        earlier, app = oauth.connect("fjord.cycles"), oauth.connect("fjord.cycles")

        answer = self.revoke(oauth, app.tokens["access_token"])

        assert (answer.status_code, answer.json()) == (200, {})
        assert earlier.get("/v2/user/info/?fields=open_id").status_code == 401
        assert app.get("/v2/user/info/?fields=open_id").status_code == 401
        assert_refused(oauth, oauth.refresh(app.tokens["refresh_token"]), "invalid_grant")

    def test_refuses_an_unknown_token_and_a_stranger(self, oauth: Server) -> None:
        app = oauth.connect("paper.lantern")

        assert_refused(oauth, self.revoke(oauth, "act.made-up"), "invalid_request")
        stranger = self.revoke(oauth, app.tokens["access_token"], client_secret="wrong")
        assert_refused(oauth, stranger, "invalid_client")
        assert app.get("/v2/user/info/?fields=open_id").status_code == 200


class TestSecrets:
    def test_no_token_or_code_is_kept_in_the_clear(self, fresh: Server) -> None:
        code = fresh.code("studio.nord")
        tokens = fresh.token(code=code).json()
        fresh.stop()

        kept = b"".join(path.read_bytes() for path in fresh.data.rglob("*") if path.is_file())

        assert b"oauth.token" in kept
        for secret in (code, tokens["access_token"], tokens["refresh_token"], SECRET):
            assert secret.encode() not in kept

    def test_log_ids_have_tiktoks_shape(self, oauth: Server) -> None:
        log_id = oauth.token(code="x").json()["log_id"]

        assert re.fullmatch(r"20\d{12}[0-9A-F]{20}", log_id)

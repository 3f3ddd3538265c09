"""Access tokens: ours, of the right kind, in time, of a session that lives; or none at all (RFC 8725)."""

import base64
import hashlib
import hmac
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import jwt
import pytest
import time_machine
from django.conf import settings
from django.utils import timezone

from api.users import tokens
from api.users.tests.conftest import Door
from conftest import Caller
from core.ids import uuid7

KEY = hmac.new(settings.SECRET_KEY.encode(), b"carillon|access", hashlib.sha256).digest()


def claims_of(caller: Caller) -> dict[str, Any]:
    now = datetime.now(UTC)
    return {
        "iss": "carillon",
        "aud": "carillon-api",
        "sub": str(caller.member.user.pk),
        "sid": str(caller.member.session.pk),
        "iat": now,
        "exp": now + timedelta(minutes=5),
    }


def sign(claims: dict[str, Any], *, key: bytes = KEY, algorithm: str = "HS256", **header: str) -> str:
    return jwt.encode(claims, key, algorithm=algorithm, headers={"typ": "at+jwt", **header})


class TestAccessToken:
    def test_is_taken_when_it_is_as_we_make_them(self, door: Door, alice: Caller) -> None:
        assert door.me(alice.token) == 200
        assert door.me(sign(claims_of(alice))) == 200

    def test_ends_after_five_minutes(self, door: Door, alice: Caller) -> None:
        now = timezone.now()

        with time_machine.travel(now + timedelta(minutes=4, seconds=58), tick=False):
            assert door.me(alice.token) == 200
        with time_machine.travel(now + timedelta(minutes=5, seconds=1), tick=False):
            assert door.me(alice.token) == 401

    def test_is_refused_unsigned(self, door: Door, alice: Caller) -> None:
        header, payload, _ = sign(claims_of(alice)).split(".")
        none = base64.urlsafe_b64encode(json.dumps({"alg": "none", "typ": "at+jwt"}).encode()).decode().rstrip("=")

        assert door.me(f"{none}.{payload}.") == 401
        assert door.me(f"{header}.{payload}.") == 401
        assert door.me(f"{header}.{payload}") == 401

    @pytest.mark.parametrize("algorithm", ["HS384", "HS512"])
    def test_is_refused_with_another_algorithm(self, door: Door, alice: Caller, algorithm: str) -> None:
        key = KEY * 2  # long enough for PyJWT not to warn

        assert door.me(sign(claims_of(alice), key=key, algorithm=algorithm)) == 401

    def test_is_refused_with_another_key(self, door: Door, alice: Caller) -> None:
        assert door.me(sign(claims_of(alice), key=b"k" * 32)) == 401
        assert door.me(sign(claims_of(alice), key=settings.SECRET_KEY.encode())) == 401

    @pytest.mark.parametrize("typ", ["JWT", "at+JWT", "", "rt+jwt"])
    def test_is_refused_with_another_type(self, door: Door, alice: Caller, typ: str) -> None:
        assert door.me(sign(claims_of(alice), typ=typ)) == 401

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("aud", "carillon-web"),
            ("aud", ["other"]),
            ("iss", "somebody"),
            ("exp", datetime(2020, 1, 1, tzinfo=UTC)),
            ("exp", "soon"),
            ("iat", datetime(2099, 1, 1, tzinfo=UTC)),
            ("sid", "x"),
            ("sid", 5),
            ("sid", None),
            ("sid", "0199e1a0-0000-7000-8000-000000000000"),
        ],
    )
    def test_is_refused_with_a_wrong_claim(self, door: Door, alice: Caller, name: str, value: object) -> None:
        assert door.me(sign(claims_of(alice) | {name: value})) == 401

    @pytest.mark.parametrize("name", ["aud", "iss", "exp", "iat", "sid", "sub"])
    def test_is_refused_without_a_claim(self, door: Door, alice: Caller, name: str) -> None:
        assert door.me(sign({key: value for key, value in claims_of(alice).items() if key != name})) == 401

    def test_is_refused_with_one_bit_changed(self, door: Door, alice: Caller) -> None:
        head, payload, signature = alice.token.split(".")
        other = "B" if signature[0] == "A" else "A"

        assert door.me(f"{head}.{payload}.{other}{signature[1:]}") == 401

    @pytest.mark.parametrize("token", ["", " ", "x", "...", "é.é.é", "null", "a" * 5000])
    def test_is_refused_when_it_is_garbage(self, door: Door, token: str) -> None:
        assert door.me(token) == 401

    @pytest.mark.parametrize("scheme", ["Token", "Basic", "", "Bearer,"])
    def test_is_taken_only_as_a_bearer_token(self, door: Door, alice: Caller, scheme: str) -> None:
        headers = {"Authorization": f"{scheme} {alice.token}"}

        assert door.client.get("/api/v1/auth/me", headers=headers).status_code == 401

    def test_is_not_what_a_refresh_token_is(self, door: Door, alice: Caller) -> None:
        assert door.me(door.login().json()["refresh_token"]) == 401
        assert door.refresh(alice.token).status_code == 422

    def test_ends_with_its_session(self, door: Door, alice: Caller) -> None:
        alice.member.session.end(now=timezone.now(), because="test")

        assert door.me(alice.token) == 401

    def test_says_only_that_one_is_not_signed_in(self, door: Door) -> None:
        answer = door.client.get("/api/v1/auth/me", headers={"Authorization": "Bearer x"})

        assert answer.json()["code"] == "not_signed_in"
        assert answer["Content-Type"] == "application/problem+json"


class TestTokens:
    def test_know_the_session_of_a_refresh_token_by_its_shape_only(self) -> None:
        with pytest.raises(tokens.TokenRefused):
            tokens.read_session_id("garbage")

    def test_follow_one_another_by_a_rule_that_needs_the_servers_key(self, settings: Any) -> None:
        first = tokens.make_refresh_token(uuid7())
        second = tokens.next_refresh_token(first)
        settings.SECRET_KEY = "another secret of this server, quite long"

        assert tokens.next_refresh_token(first) != second

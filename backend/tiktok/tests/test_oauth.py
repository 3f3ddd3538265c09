"""The walk to TikTok's consent page, and what never shows."""

import hashlib
import re
from urllib.parse import parse_qs, urlsplit

import pytest

from tiktok.oauth import SCOPES, build_authorize_url, make_challenge, make_verifier

BASE = "https://www.tiktok.com/v2/auth/authorize/"


class TestPkce:
    def test_makes_tiktoks_own_challenge_in_hex(self) -> None:
        challenge = make_challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")

        assert challenge == "13d31e961a1ad8ec2f16b10c4c982e0876a878ad6df144566ee1894acb70f9c3"

    def test_makes_a_legal_verifier_each_time_anew(self) -> None:
        verifiers = {make_verifier() for _ in range(50)}

        assert len(verifiers) == 50
        assert all(re.fullmatch(r"[A-Za-z0-9\-._~]{43,128}", verifier) for verifier in verifiers)


class TestBuildAuthorizeUrl:
    def test_names_everything_tiktok_wants(self) -> None:
        url = build_authorize_url(
            BASE,
            client_key="key",
            redirect_uri="http://localhost:4100/back",
            state="s&t=1",
            challenge=make_challenge("v"),
        )

        assert url.startswith(f"{BASE}?")
        assert parse_qs(urlsplit(url).query) == {
            "client_key": ["key"],
            "response_type": ["code"],
            "scope": [",".join(SCOPES)],
            "redirect_uri": ["http://localhost:4100/back"],
            "state": ["s&t=1"],
            "code_challenge": [hashlib.sha256(b"v").hexdigest()],
            "code_challenge_method": ["S256"],
        }

    @pytest.mark.parametrize("challenge", [None, ""])
    def test_sends_no_pkce_for_a_web_app(self, challenge: str | None) -> None:
        url = build_authorize_url(
            BASE, client_key="k", redirect_uri="https://x.example/b", state="s", challenge=challenge
        )

        assert "code_challenge" not in url

"""Other people's TikTok clients, as they come from the package index, work against the sandbox unchanged."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from asks import KEY, SECRET, WEB_REDIRECT
from authlib.integrations.requests_client import OAuth2Session
from driver import QUICK, Server, running

HERE = Path(__file__).parent
SCOPE = "user.info.basic,user.info.profile"


@pytest.fixture(scope="module")
def allauth_world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A sandbox that knows the callback address django-allauth gives its sites."""
    callback = "https://carillon.example/tiktok/login/callback/"
    data = tmp_path_factory.mktemp("allauth")
    yield from running(data, QUICK, SANDBOX_PLATFORM="web", SANDBOX_REDIRECT_URIS=callback)


class TestAuthlib:
    """Authlib's generic OAuth 2.0 client; what TikTok names otherwise is passed on as Authlib provides for."""

    def test_completes_the_consent_and_reads_the_profile(self, web: Server) -> None:
        session = OAuth2Session(client_id=KEY, scope=SCOPE, redirect_uri=WEB_REDIRECT)
        session.trust_env = False
        url, state = session.create_authorization_url(f"{web.url}/v2/auth/authorize/", client_key=KEY)
        ask = {"handle": "studio.nord", "authorize_url": url}
        back = web.http.post("/sandbox/api/authorize", json=ask).json()["redirect_url"]

        token = session.fetch_token(
            f"{web.url}/v2/oauth/token/",
            authorization_response=back,
            state=state,
            client_key=KEY,
            client_secret=SECRET,
        )
        answer = session.get(f"{web.url}/v2/user/info/", params={"fields": "open_id,display_name,username"})

        assert token["scope"] == SCOPE
        assert answer.json()["data"]["user"] == {
            "open_id": token["open_id"],
            "display_name": "Studio Nord",
            "username": "studio.nord",
        }

    def test_refreshes_and_revokes(self, web: Server) -> None:
        session = OAuth2Session(client_id=KEY, scope=SCOPE, redirect_uri=WEB_REDIRECT)
        session.trust_env = False
        url, _ = session.create_authorization_url(f"{web.url}/v2/auth/authorize/", client_key=KEY)
        ask = {"handle": "mira.builds", "authorize_url": url}
        back = web.http.post("/sandbox/api/authorize", json=ask).json()["redirect_url"]
        app = {"client_key": KEY, "client_secret": SECRET}
        first = session.fetch_token(f"{web.url}/v2/oauth/token/", authorization_response=back, **app)

        second = session.refresh_token(f"{web.url}/v2/oauth/token/", first["refresh_token"], **app)
        revoked = session.post(
            f"{web.url}/v2/oauth/revoke/", data={**app, "token": second["access_token"]}, withhold_token=True
        )

        assert second["access_token"] != first["access_token"]
        assert revoked.status_code == 200
        assert session.get(f"{web.url}/v2/user/info/", params={"fields": "open_id"}).status_code == 401


class TestDjangoAllauth:
    def test_signs_a_person_in_with_tiktok(self, allauth_world: Server) -> None:
        argv = [sys.executable, str(HERE / "allauth_site.py"), allauth_world.url, KEY, SECRET, "quiet.room"]

        ended = subprocess.run(argv, capture_output=True, text=True, timeout=60, check=False)

        assert ended.returncode == 0, ended.stderr[-2000:]
        found = json.loads(ended.stdout.splitlines()[-1])
        assert found["token_kind"] == "act"
        assert (found["extra"]["display_name"], found["extra"]["username"]) == ("Quiet Room", "quiet.room")
        assert found["uid"] == found["extra"]["open_id"]

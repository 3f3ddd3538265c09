"""Login Kit for one TikTok app: the consent address, and codes and refresh tokens turned into tokens (tiktok-api §2)."""

import hashlib
import secrets
from collections.abc import Sequence
from urllib.parse import urlencode

import httpx2 as httpx

from tiktok.answers import read_model, read_oauth_answer
from tiktok.http import send
from tiktok.operations import Gate, Operation, open_gate
from tiktok.wire import TokenAnswer

SCOPES = (
    "user.info.basic",
    "user.info.profile",
    "user.info.stats",
    "video.list",
    "video.publish",
    "video.upload",
)
SECRET_FIELDS = ("client_secret", "code", "code_verifier", "refresh_token", "token")


def make_verifier() -> str:
    """Return a new PKCE verifier of 64 characters."""
    return secrets.token_urlsafe(48)


def make_challenge(verifier: str) -> str:
    """Return TikTok's S256 challenge: the lowercase hex of SHA-256, not RFC 7636's base64url (tiktok-api §2.3)."""
    return hashlib.sha256(verifier.encode()).hexdigest()


def build_authorize_url(
    base: str,
    *,
    client_key: str,
    redirect_uri: str,
    state: str,
    challenge: str | None,
    scopes: Sequence[str] = SCOPES,
) -> str:
    """Return the consent page's address; `challenge` is None for a web app, which sends no PKCE."""
    query = {
        "client_key": client_key,
        "response_type": "code",
        "scope": ",".join(scopes),
        "redirect_uri": redirect_uri,
        "state": state,
    }
    if challenge:
        query |= {"code_challenge": challenge, "code_challenge_method": "S256"}
    return f"{base}?{urlencode(query)}"


class OAuthClient:
    """The token endpoint, for one app. It retries nothing: a refresh whose answer is lost must not be sent blindly again."""

    def __init__(self, http: httpx.Client, *, client_key: str, client_secret: str, gate: Gate = open_gate) -> None:
        self._http = http
        self._gate = gate
        self._app = {"client_key": client_key, "client_secret": client_secret}

    def exchange_code(self, code: str, *, redirect_uri: str, verifier: str | None) -> TokenAnswer:
        """
        Turn the code of a callback into tokens.

        :raises OAuthRefused: for a spent, expired or foreign code
        :raises NothingSent, MayHaveWorked: when TikTok did not answer in its own words
        """
        form = {"grant_type": "authorization_code", "code": code, "redirect_uri": redirect_uri}
        return self._token(form | ({"code_verifier": verifier} if verifier else {}))

    def refresh(self, refresh_token: str) -> TokenAnswer:
        """
        Turn a refresh token into a new pair; the old refresh token is dead from then on.

        :raises OAuthRefused: `invalid_grant` when the token is spent or revoked
        :raises NothingSent: when the old pair stands
        :raises MayHaveWorked: when the pair may have been rotated without us hearing of it
        """
        return self._token({"grant_type": "refresh_token", "refresh_token": refresh_token})

    def revoke(self, access_token: str) -> None:
        """
        Take the app out of the account's connected apps. May be repeated: a token that is dead already stays so.

        :raises OAuthRefused: when TikTok does not know the token or the app
        :raises NothingSent, MayHaveWorked: when TikTok did not answer in its own words
        """
        self._post(Operation.REVOKE, {"token": access_token}, empty=b"{}")

    def _token(self, form: dict[str, str]) -> TokenAnswer:
        content, log_id = self._post(Operation.TOKEN, form)
        return read_model(TokenAnswer, content, log_id=log_id)

    def _post(self, operation: Operation, form: dict[str, str], *, empty: bytes = b"") -> tuple[dict[str, object], str]:
        data = self._app | form
        with self._gate(operation):
            reply = send(self._http, "POST", operation.path, name=operation.path, data=data)
            content = read_oauth_answer(
                reply.status,
                reply.body or empty,
                retry_after=reply.retry_after,
                log_id=reply.log_id,
                secrets=[value for name, value in data.items() if name in SECRET_FIELDS],
            )
            return content, reply.log_id

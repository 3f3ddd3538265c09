"""Access tokens (JWT, five minutes) and refresh tokens (opaque, rotated at each use). Pure: no database."""

import hashlib
import hmac
import secrets
from datetime import datetime, timedelta
from uuid import UUID

import jwt
from django.conf import settings

ACCESS_LIFETIME = timedelta(minutes=5)
IDLE_LIFETIME = timedelta(hours=12)
ABSOLUTE_LIFETIME = timedelta(days=14)
GRACE = timedelta(seconds=10)
MOST_ROTATIONS = 2 * ABSOLUTE_LIFETIME // ACCESS_LIFETIME  # twice what a browser can need

ALGORITHM = "HS256"
TYPE = "at+jwt"
ISSUER = "carillon"
AUDIENCE = "carillon-api"


class TokenRefused(Exception):
    """Not a token of ours, or no longer one."""


def make_access_token(*, user_id: UUID, session_id: UUID, now: datetime) -> str:
    """Return a JWT that names the person and the session, good for five minutes."""
    claims = {
        "iss": ISSUER,
        "aud": AUDIENCE,
        "sub": str(user_id),
        "sid": str(session_id),
        "iat": now,
        "exp": now + ACCESS_LIFETIME,
    }
    return jwt.encode(claims, _key("access"), algorithm=ALGORITHM, headers={"typ": TYPE})


def read_access_token(token: str) -> UUID:
    """
    Return the session a JWT names. Algorithm, type, issuer, audience and expiry are all checked (RFC 8725).

    :raises TokenRefused: on any of them
    """
    try:
        if jwt.get_unverified_header(token).get("typ") != TYPE:
            raise TokenRefused("wrong type")
        required = ["exp", "iat", "sid", "sub"]
        claims = jwt.decode(
            token,
            _key("access"),
            [ALGORITHM],
            audience=AUDIENCE,
            issuer=ISSUER,
            options={"require": required},
        )
        return UUID(str(claims["sid"]))
    except (jwt.PyJWTError, ValueError) as error:
        raise TokenRefused(type(error).__name__) from error


def make_refresh_token(session_id: UUID) -> str:
    """Return the first refresh token of a session: its id and 256 random bits."""
    return f"{session_id}.{secrets.token_urlsafe(32)}"


def next_refresh_token(token: str) -> str:
    """
    Return the token that follows `token`.

    It is derived with the server's key, so two tabs that refresh at once are handed the same new token, and neither
    is mistaken for a thief; nobody without the key can compute it.
    """
    session_id, _, secret = token.partition(".")
    digest = hmac.new(_key("refresh"), secret.encode(), hashlib.sha256).digest()
    return f"{session_id}.{digest.hex()}"


def comes_before(token: str, refresh_hash: str) -> bool:
    """
    Tell whether `token` was handed out earlier in the row that led to the token with this hash.

    Only such a one proves a theft: a made-up token must not be able to end somebody's session.
    """
    for _ in range(MOST_ROTATIONS):
        token = next_refresh_token(token)
        if hash_token(token) == refresh_hash:
            return True
    return False


def read_session_id(refresh_token: str) -> UUID:
    """
    Return the session a refresh token claims to be of; only its hash proves it.

    :raises TokenRefused: when it names none
    """
    try:
        return UUID(refresh_token.partition(".")[0])
    except ValueError as error:
        raise TokenRefused("no session") from error


def hash_token(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _key(purpose: str) -> bytes:
    return hmac.new(settings.SECRET_KEY.encode(), f"carillon|{purpose}".encode(), hashlib.sha256).digest()

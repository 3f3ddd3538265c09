"""
The unguessable part of the addresses TikTok fetches photos from: random, and signed by us (publishing §2.6).

A key that nobody here made is told apart without asking the database, so that guessing costs a stranger more than us. Only
the SHA-256 of a key is ever stored.
"""

import base64
import binascii
import hashlib
import hmac
import secrets

from django.conf import settings

RANDOM_BYTES, MARK_BYTES = 18, 12
LENGTH = (RANDOM_BYTES + MARK_BYTES) * 4 // 3


def new_pull_key() -> str:
    """Return a fresh key of 40 characters that are safe in an address."""
    nonce = secrets.token_bytes(RANDOM_BYTES)
    return base64.urlsafe_b64encode(nonce + _mark(nonce)).decode()


def is_pull_key(text: str) -> bool:
    """Tell whether a key was made here, now or earlier."""
    if len(text) != LENGTH:
        return False
    try:
        content = base64.b64decode(text, altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return False
    return hmac.compare_digest(content[RANDOM_BYTES:], _mark(content[:RANDOM_BYTES]))


def hash_pull_key(key: str) -> str:
    """Return what of a key is stored."""
    return hashlib.sha256(key.encode()).hexdigest()


def _mark(nonce: bytes) -> bytes:
    secret = f"carillon.pull|{settings.SECRET_KEY}".encode()
    return hmac.new(secret, nonce, hashlib.sha256).digest()[:MARK_BYTES]

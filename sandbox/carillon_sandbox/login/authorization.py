"""What may be asked of the consent page, and the proof key: decisions only."""

import hashlib
import hmac
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

from carillon_sandbox.config import Client

CHALLENGE = re.compile(r"[A-Za-z0-9\-._~]{43,128}")
VERIFIER = CHALLENGE


class AskError(Exception):
    """The app is set up wrongly: TikTok shows a page that names the parameter, and does not redirect."""

    def __init__(self, parameter: str, sentence: str) -> None:
        super().__init__(parameter)
        self.parameter = parameter
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Ask:
    """A request for consent that is in order."""

    client_key: str
    redirect_uri: str
    scopes: tuple[str, ...]
    state: str | None
    code_challenge: str | None


def hex_challenge(verifier: str) -> str:
    """Return TikTok's challenge for a verifier: lowercase hex of its SHA-256, not RFC 7636's base64url."""
    return hashlib.sha256(verifier.encode()).hexdigest()


def verifier_fits(verifier: str, challenge: str) -> bool:
    """Tell whether the verifier is well formed and belongs to the challenge."""
    if not VERIFIER.fullmatch(verifier):
        return False
    return hmac.compare_digest(hex_challenge(verifier), challenge)


def read_ask(query: str, find_client: Callable[[str], Client | None]) -> Ask:
    """
    Read the query of an authorize URL.

    :raises AskError: naming the first parameter that is wrong
    """
    pairs = parse_qsl(query, keep_blank_values=True)
    given = dict(pairs)
    names = [name for name, _ in pairs]
    for name in given:
        if names.count(name) > 1:
            raise AskError(name, "is given more than once")
    client = find_client(given.get("client_key", ""))
    if client is None or not client.enabled:
        raise AskError("client_key", "is not the key of a registered client")
    if given.get("response_type") != "code":
        raise AskError("response_type", "must be code")
    redirect_uri = given.get("redirect_uri", "")
    if not client.allows_redirect(redirect_uri):
        raise AskError("redirect_uri", "is not registered for this client, byte for byte")
    scopes = _read_scopes(given.get("scope", ""), client)
    challenge = _read_challenge(given.get("code_challenge"), given.get("code_challenge_method"), client)
    return Ask(client.key, redirect_uri, scopes, given.get("state"), challenge)


def _read_scopes(text: str, client: Client) -> tuple[str, ...]:
    scopes = tuple(dict.fromkeys(text.split(",")))
    for scope in scopes:
        if scope not in client.scopes:
            raise AskError("scope", f"holds {scope!r}, which this client may not ask for")
    return scopes


def _read_challenge(challenge: str | None, method: str | None, client: Client) -> str | None:
    if challenge is None and not client.needs_pkce:
        return None
    if challenge is None or not CHALLENGE.fullmatch(challenge):
        raise AskError("code_challenge", "is required here and has 43 to 128 characters")
    if method != "S256":
        raise AskError("code_challenge_method", "must be S256")
    return challenge


def granted_of(asked: Sequence[str], ticked: Sequence[str]) -> tuple[str, ...]:
    """Return the scopes that were both asked for and allowed, in the order asked."""
    return tuple(scope for scope in asked if scope in ticked)

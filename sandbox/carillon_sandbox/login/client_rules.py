"""What may be said of a client when it is registered or changed: decisions only."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from carillon_sandbox.config import DEFAULT_REDIRECT_URIS, SCOPES, Client, check_redirect_uris
from carillon_sandbox.url_rules import check_property, check_webhook_url

KEY = re.compile(r"[A-Za-z0-9]{4,64}")
MOST_PROPERTIES = 50
LONGEST_TEXT = 200
FIELDS = (
    "name", "secret", "platform", "redirect_uris", "scopes", "audited", "webhook_url", "url_prefixes", "enabled",
)  # fmt: skip


class ClientError(Exception):
    """TikTok would not register such a client; the sentence names the field."""


def new_client(body: Mapping[str, object], *, key: str, secret: str, allow_remote: bool) -> Client:
    """
    Read a registration; what it leaves out gets a sensible value, key and secret those given.

    :raises ClientError: naming the first field that is wrong
    """
    wanted = dict(body)
    chosen = wanted.pop("key", key)
    if not isinstance(chosen, str) or not KEY.fullmatch(chosen):
        raise ClientError("key must be 4 to 64 letters and digits.")
    base = Client(chosen, secret, DEFAULT_REDIRECT_URIS, "desktop", audited=False, name=chosen)
    return change_client(base, wanted, allow_remote=allow_remote)


def change_client(client: Client, wanted: Mapping[str, object], *, allow_remote: bool) -> Client:
    """
    Return the client with the named fields changed.

    :raises ClientError: naming the first field that is wrong
    """
    values: dict[str, object] = {}
    for name, value in wanted.items():
        if name not in FIELDS:
            raise ClientError(f"A client has no field called {name}.")
        values[name] = _read(name, value, allow_remote=allow_remote)
    changed = replace(client, **values)  # type: ignore[arg-type]  # each was read by the reader of its field
    if why := check_redirect_uris(changed.redirect_uris, changed.platform):
        raise ClientError(f"redirect_uris{why}")
    return changed


def _read(name: str, value: object, *, allow_remote: bool) -> object:
    if name in {"audited", "enabled"}:
        return _flag(name, value)
    if name == "scopes":
        return frozenset(_texts(name, value, lambda scope: None if scope in SCOPES else "is not a known scope"))
    if name == "redirect_uris":
        return _texts(name, value, lambda _: None)
    if name == "url_prefixes":
        return _texts(name, value, check_property)
    if name == "webhook_url" and value in {None, ""}:
        return None
    text = _text(name, value)
    if name == "webhook_url" and (why := check_webhook_url(text, allow_remote=allow_remote)):
        raise ClientError(f"webhook_url {why}.")
    if name == "platform" and text not in {"desktop", "web"}:
        raise ClientError("platform must be desktop or web.")
    return text


def _flag(name: str, value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise ClientError(f"{name} must be true or false.")


def _text(name: str, value: object) -> str:
    longest = LONGEST_TEXT if name != "webhook_url" else 2048
    if isinstance(value, str) and 0 < len(value) <= longest and value.isprintable():
        return value
    raise ClientError(f"{name} must be a text of 1 to {longest} characters.")


def _texts(name: str, value: object, check: Callable[[str], str | None]) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(text, str) for text in value) or len(value) > MOST_PROPERTIES:
        raise ClientError(f"{name} must be a list of at most {MOST_PROPERTIES} texts.")
    for text in value:
        if why := check(text):
            raise ClientError(f"{name}: {text} {why}.")
    return tuple(value)

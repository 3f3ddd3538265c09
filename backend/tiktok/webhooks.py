"""
What TikTok tells us unasked (tiktok-api §7): whether a delivery is TikTok's own, and what it says. Pure.

A delivery is signed over its raw bytes with the client secret of the app it is about. Retries go on for 72 h, and whether a
retry is signed anew is not documented, so the window is that wide, and the same delivery is told by its content.
"""

import hashlib
import hmac
import json
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

MAX_BYTES = 64 * 1024
MAX_AGE = timedelta(hours=72)
MAX_AHEAD = timedelta(minutes=5)  # what two clocks may differ by
MILLISECONDS_FROM = 100_000_000_000  # as seconds this lies past the year 5000
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")  # NUL, and halves of characters

STAMP = re.compile(r"[0-9]{1,12}")
HEX = re.compile(r"[0-9a-f]{64}")


class Unreadable(Exception):
    """The body is not what TikTok documents, so nothing may be concluded from it."""


@dataclass(frozen=True, slots=True)
class Signature:
    """The TikTok-Signature header: when it was signed, as text, and the HMAC in hex."""

    stamp: str
    digest: str = field(repr=False)

    @property
    def at(self) -> datetime:
        return datetime.fromtimestamp(int(self.stamp), tz=UTC)


@dataclass(frozen=True, slots=True)
class Delivery:
    """One webhook. Ids are text as they came: a number of 19 digits is not what a float makes of it."""

    client_key: str
    event: str
    user_openid: str
    sent_at: datetime
    content: dict[str, object]

    def text(self, name: str) -> str:
        """Return a value of the content as text, empty where there is none."""
        value = self.content.get(name)
        return value if isinstance(value, str) else ""

    @property
    def publish_id(self) -> str:
        return self.text("publish_id") or self.text("share_id")

    @property
    def post_id(self) -> str:
        return self.text("post_id")


def read_signature(header: str) -> Signature | None:
    """Return what the header says; None when a part is missing, twice there, or not of its shape."""
    parts = [part.strip().partition("=")[::2] for part in header.split(",")]
    named = dict(parts)
    if len(parts) != len(named) or not {"t", "s"} <= named.keys():
        return None  # two signatures would mean that one of them need not be right
    if not (STAMP.fullmatch(named["t"]) and HEX.fullmatch(named["s"])):
        return None
    signature = Signature(named["t"], named["s"])
    try:
        signature.at  # noqa: B018 - a stamp past the calendar's end is no time
    except (ValueError, OverflowError, OSError):
        return None
    return signature


def is_genuine(signature: Signature, raw: bytes, *, client_secret: str) -> bool:
    """Tell whether the holder of the secret signed exactly these bytes; in constant time."""
    message = signature.stamp.encode() + b"." + raw
    expected = hmac.new(client_secret.encode(), message, hashlib.sha256).hexdigest()
    return hmac.compare_digest(expected, signature.digest)


def is_timely(signature: Signature, *, now: datetime) -> bool:
    """Tell whether it was signed within the time TikTok goes on retrying."""
    return now - MAX_AGE <= signature.at <= now + MAX_AHEAD


def read_delivery(raw: bytes) -> Delivery:
    """
    Return what a body says. It proves nothing before its signature was checked.

    :raises Unreadable: when it is not the JSON TikTok documents, or says one thing twice
    """
    body = _read_object(raw)
    strings = {name: body.get(name) for name in ("client_key", "event", "user_openid")}
    client_key, event, openid = (_short_text(value or "") for value in strings.values())
    if not (client_key and event):
        raise Unreadable("client_key or event is missing")
    return Delivery(client_key, event, openid, _read_time(body.get("create_time")), _read_content(body.get("content")))


def _read_object(raw: bytes | str) -> dict[str, object]:
    try:
        # Numbers stay the text they came as: ids must never pass through a float.
        value = json.loads(raw, parse_int=str, parse_float=str, parse_constant=_refuse, object_pairs_hook=_read_pairs)
    except (ValueError, RecursionError) as error:
        raise Unreadable(type(error).__name__) from None
    if not isinstance(value, dict):
        raise Unreadable("not an object")
    return value


def _read_pairs(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands there twice")
    return found


def _refuse(_: str) -> object:
    raise ValueError("not JSON")


def _read_content(value: object) -> dict[str, object]:
    # Documented as a JSON string; the portal's test delivery was seen without any.
    if isinstance(value, dict):
        content = value
    elif isinstance(value, str) and value.strip():
        content = _read_object(value)
    else:
        return {}
    return {name: _short_text(part) if isinstance(part, str) else part for name, part in content.items()}


def _read_time(value: object) -> datetime:
    digits = value if isinstance(value, str) else ""
    if not re.fullmatch(r"[0-9]{1,14}", digits):
        raise Unreadable("create_time is no time")
    number = int(digits)
    try:
        return datetime.fromtimestamp(number / 1000 if number >= MILLISECONDS_FROM else number, tz=UTC)
    except (ValueError, OverflowError, OSError):
        raise Unreadable("create_time is no time") from None


def _short_text(value: object) -> str:
    if not isinstance(value, str) or UNSTORABLE.search(value):
        raise Unreadable("text that cannot be kept")
    return value[:200]

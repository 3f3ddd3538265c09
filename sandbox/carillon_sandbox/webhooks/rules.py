"""The shape, the signature and the retries of a webhook: decisions only."""

import hashlib
import hmac
import json
from collections.abc import Mapping

REMOVED = "authorization.removed"
FAILED = "post.publish.failed"
COMPLETE = "post.publish.complete"
DELIVERED = "post.publish.inbox_delivered"
AVAILABLE = "post.publish.publicly_available"
NO_LONGER = "post.publish.no_longer_publicaly_available"  # sic
PING = "tiktok.ping"
EVENTS = (REMOVED, FAILED, COMPLETE, DELIVERED, AVAILABLE, NO_LONGER, PING)
PUBLISH_TYPES = {"draft": "INBOX_SHARE", "direct": "DIRECT_PUBLISH"}

FIRST_WAIT = 10.0
LONGEST_WAIT = 6 * 3600.0
PATIENCE = 72 * 3600.0
TAKEN = 200  # TikTok counts nothing else as an answer


def write_body(client_key: str, event: str, create_time: int, open_id: str, content: Mapping[str, object]) -> str:
    """Write the body as it goes over the wire; the content is JSON within a JSON string."""
    body = {
        "client_key": client_key,
        "event": event,
        "create_time": create_time,
        "user_openid": open_id,
        "content": _compact(content),
    }
    return _compact(body)


def _compact(value: Mapping[str, object]) -> str:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def sign(secret: str, at: int, body: bytes) -> str:
    """Return the TikTok-Signature header of a body that is sent at this second."""
    digest = hmac.new(secret.encode(), f"{at}.".encode() + body, hashlib.sha256).hexdigest()
    return f"t={at},s={digest}"


def next_due(attempts: int, *, first_at: float, now: float, scale: float) -> float | None:
    """Return when to try again after so many attempts, or None when TikTok has lost patience."""
    wait = min(FIRST_WAIT * 2.0 ** (min(attempts, 30) - 1), LONGEST_WAIT) / scale
    due = now + wait
    return due if due <= first_at + PATIENCE / scale else None

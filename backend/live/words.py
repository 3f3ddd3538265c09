"""What goes over the wire: server-sent events as bytes, and PostgreSQL's notifications as what to tell whom. Pure."""

import json
from dataclasses import dataclass

EVERYBODY = "00000000-0000-0000-0000-000000000000"  # core/live.py names it alike
BEAT = b": still here\n\n"


@dataclass(frozen=True, slots=True)
class Change:
    """One changed row: whose, and the JSON object that its watchers get."""

    workspace: str
    data: str


def read_change(payload: str) -> Change | None:
    """Return what a notification tells; None when it is not one of ours."""
    try:
        told = json.loads(payload)
        workspace = str(told.pop("workspace"))
    except (ValueError, KeyError, AttributeError, TypeError):
        return None
    return Change(workspace, json.dumps(told, separators=(",", ":")))


def event(name: str, *, number: str, data: str = "{}") -> bytes:
    """Return one event with its id; `data` has no line breaks, since JSON escapes them."""
    return f"id: {number}\nevent: {name}\ndata: {data}\n\n".encode()

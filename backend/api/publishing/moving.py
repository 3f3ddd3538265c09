"""Giving a post's publications another time, at any moment before TikTok has one of them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from api.posts.models import Post
from api.publishing import protocol
from api.publishing.hints import hint_publish
from api.publishing.models import Publication, State
from api.publishing.services import FRESH, AlreadyAtTikTok, take_back
from core.domain_error import DomainError

OUT = (State.COMMITTING, State.SUBMITTED, State.PUBLISHED, State.NEEDS_YOU)
UNDER_WAY = (State.OPENING, State.UPLOADING)
MOVABLE = (State.DRAFT, State.SCHEDULED, State.HELD, State.MISSED, *UNDER_WAY)


class NothingToMove(DomainError):
    code, status, title = "nothing_to_move", 409, "Nothing to move"


def can_move(states: list[str]) -> bool:
    """Tell whether a post with publications in these states can be given another time."""
    return not any(state in OUT for state in states) and (not states or any(state in MOVABLE for state in states))


def move_due(*, post: Post, due_at: datetime | None, due_times: Mapping[UUID, datetime], actor: str) -> None:
    """
    Give the post's publications the due time `due_at`, or by account that of `due_times`, and keep everything else of them.

    Held ones stay held and missed ones are scheduled again; those that failed or were cancelled stay as they are. One a worker
    is at is taken from it, as by a cancellation: its session is closed and can never be committed. Call it inside the
    transaction that moves the post; drafts have no due time.

    :raises AlreadyAtTikTok: when one of them is out, or may be; nothing is moved then
    :raises NothingToMove: when all of them have ended
    """
    rows = list(post.publications.select_for_update(of=("self",)).select_related("account").order_by("pk"))
    out = [row.account.handle for row in rows if row.state in OUT]
    if out:
        raise AlreadyAtTikTok(f"TikTok already has this post for {', '.join(out[:3])}, so it keeps its time.")
    movable = [row for row in rows if row.state in MOVABLE]
    if rows and not movable:
        raise NothingToMove("This post has ended on every account. Edit it to send it again.")
    for row in movable:
        _move(row, due_at=due_times.get(row.account_id, due_at), actor=actor)


def _move(row: Publication, *, due_at: datetime | None, actor: str) -> None:
    if due_at is None:
        return
    stays_held = row.state == State.HELD
    changes: dict[str, Any] = {"due_at": due_at, "next_try_at": None if stays_held else due_at}
    if not stays_held:
        changes |= FRESH | {"in_line": False}
    take_back(
        row.pk, protocol.MOVE_HELD if stays_held else protocol.CHANGE, actor=actor, detail="moved", changes=changes
    )
    if not stays_held:
        hint_publish(row.pk, at=due_at)

"""Finding what a person was told; always one person's, in one workspace."""

import base64
import binascii
from datetime import UTC, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from api.notifications.models import MailPreference, Notification
from api.users.models import User
from core.domain_error import Invalid


def list_notifications(*, workspace_id: UUID, user_id: UUID, unread_only: bool) -> "QuerySet[Notification]":
    """Return what the person was told."""
    rows = Notification.objects.filter(workspace_id=workspace_id, user_id=user_id)
    return rows.filter(read_at=None) if unread_only else rows


def count_unread(*, workspace_id: UUID, user_id: UUID) -> int:
    return Notification.objects.filter(workspace_id=workspace_id, user_id=user_id, read_at=None).count()


def cut_latest(
    rows: "QuerySet[Notification]", *, cursor: str | None, limit: int
) -> tuple[list[Notification], str | None]:
    """
    Return one page, the last told first, and the cursor of the next, None at the end; one query.

    Not core/paging.py: a notification that is told again comes back to the top, so ids do not give the order.

    :raises Invalid: when the cursor is not one of ours
    """
    if cursor:
        at, row_id = _read_cursor(cursor)
        rows = rows.filter(Q(last_at__lt=at) | Q(last_at=at, pk__lt=row_id))
    found = list(rows.order_by("-last_at", "-pk")[: limit + 1])
    if len(found) <= limit:
        return found, None
    last = found[limit - 1]
    return found[:limit], base64.urlsafe_b64encode(f"{last.last_at.isoformat()}|{last.pk}".encode()).decode()


def _read_cursor(cursor: str) -> tuple[datetime, UUID]:
    try:
        at, _, row_id = base64.urlsafe_b64decode(cursor).decode().partition("|")
        return datetime.fromisoformat(at).astimezone(UTC), UUID(row_id)
    except (ValueError, binascii.Error) as error:
        raise Invalid.at(
            "cursor", "This page does not exist; start again from the first.", code="cursor_unknown"
        ) from error


def preference_of(user: User) -> MailPreference:
    """Return what the person chose to be mailed, or the defaults, unsaved."""
    chosen: MailPreference | None = getattr(user, "mail_preference", None)
    return chosen or MailPreference(user=user)

"""What a person was told, and what they want to be mailed."""

from uuid import UUID

from django.utils import timezone
from ninja import Query, Router, Status

from api.notifications import selectors, services
from api.notifications.schemas import (
    CursorIn,
    MailPreferenceIn,
    MailPreferenceOut,
    NotificationOut,
    NotificationPage,
    ReadAllIn,
)
from api.workspaces.auth import AuthedRequest, member_auth
from core.problem_schema import REFUSALS

router = Router(auth=member_auth)


@router.get("", response={200: NotificationPage, **REFUSALS}, operation_id="listNotifications")
def list_notifications(request: AuthedRequest, page: Query[CursorIn]) -> NotificationPage:
    """List what this person was told in the workspace, the last first, and how much of it is unread."""
    mine = {"workspace_id": request.auth.workspace.pk, "user_id": request.auth.user.pk}
    rows = selectors.list_notifications(**mine, unread_only=page.unread)
    items, next_cursor = selectors.cut_latest(rows, cursor=page.cursor, limit=page.limit)
    return NotificationPage(
        items=[NotificationOut.of(row) for row in items],
        next_cursor=next_cursor,
        unread=selectors.count_unread(**mine),
    )


@router.post("/read", response={204: None, **REFUSALS}, operation_id="readAllNotifications")
def read_all(request: AuthedRequest, seen: ReadAllIn) -> Status[None]:
    """Note that this person has read everything told until then."""
    mine = {"workspace_id": request.auth.workspace.pk, "user_id": request.auth.user.pk}
    services.mark_all_read(**mine, until=seen.until, now=timezone.now())
    return Status(204, None)


@router.post(
    "/{uuid:notification_id}/read", response={200: NotificationOut, **REFUSALS}, operation_id="readNotification"
)
def read_one(request: AuthedRequest, notification_id: UUID) -> NotificationOut:
    """Note that this person has read one."""
    mine = {"workspace_id": request.auth.workspace.pk, "user_id": request.auth.user.pk}
    return NotificationOut.of(services.mark_read(**mine, notification_id=notification_id, now=timezone.now()))


@router.get("/preferences", response={200: MailPreferenceOut, **REFUSALS}, operation_id="getMailPreference")
def get_preferences(request: AuthedRequest) -> MailPreferenceOut:
    """Return when this person is mailed."""
    return MailPreferenceOut.of(selectors.preference_of(request.auth.user))


@router.put("/preferences", response={200: MailPreferenceOut, **REFUSALS}, operation_id="chooseMailPreference")
def choose_preferences(request: AuthedRequest, chosen: MailPreferenceIn) -> MailPreferenceOut:
    """Choose when this person is mailed; for all their workspaces."""
    preference = selectors.preference_of(request.auth.user)
    services.choose_mail(preference=preference, now=chosen.now, soon=chosen.soon, fyi=chosen.fyi)
    return MailPreferenceOut.of(preference)

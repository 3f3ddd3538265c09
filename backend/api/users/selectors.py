"""Finding people and their sessions."""

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from api.users.models import Session, User


def find_live_session(session_id: UUID, *, now: datetime) -> Session | None:
    """Return the session with its user, None when it is over or unknown; one query."""
    session = Session.objects.select_related("user").filter(pk=session_id).first()
    return session if session and session.is_alive(now=now) and session.user.is_active else None


def list_live_sessions(user: User, *, now: datetime) -> "QuerySet[Session]":
    """Return this person's signed-in browsers, the newest first."""
    return Session.objects.filter(user=user, ended_at=None, idle_until__gt=now, ends_at__gt=now).order_by("-created_at")

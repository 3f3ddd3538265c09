"""Who is asking: the check of an access token against its live session, at every request."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils import timezone
from ninja.security import HttpBearer

from api.users import selectors, tokens
from api.users.models import Session, User


@dataclass(frozen=True, slots=True)
class Person:
    """A signed-in person and the browser they are in."""

    user: User
    session: Session


class PersonRequest(HttpRequest):
    """A request that has passed `PersonAuth`."""

    auth: Person


def find_person(token: str) -> Person | None:
    """Return who an access token is of, None when it or its session is over; one query."""
    try:
        session_id = tokens.read_access_token(token)
    except tokens.TokenRefused:
        return None
    session = selectors.find_live_session(session_id, now=timezone.now())
    return Person(session.user, session) if session else None


class PersonAuth(HttpBearer):
    """Let in who holds an access token of a live session, whatever their workspace."""

    def authenticate(self, request: HttpRequest, token: str) -> Person | None:  # noqa: ARG002 - ninja's signature
        return find_person(token)

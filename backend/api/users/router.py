"""Signing in and out, staying signed in, and the browsers a person is signed in on."""

from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Status

from api.users import selectors, services
from api.users.auth import PersonAuth, PersonRequest
from api.users.schemas import DeviceOut, LoginIn, PasswordIn, RefreshIn, SessionOut
from core.problem_schema import REFUSALS, Problem

router = Router()
signed_in = PersonAuth()
OPEN = {400: Problem, 401: Problem, 422: Problem, 429: Problem}


@router.post("/login", response={200: SessionOut, **OPEN}, operation_id="login")
def login(request: HttpRequest, credentials: LoginIn) -> SessionOut:
    """Open a session for a person's address and password."""
    agent = request.headers.get("User-Agent", "")
    return SessionOut.of(
        services.sign_in(email=credentials.email, password=credentials.password, user_agent=agent, now=timezone.now())
    )


@router.post("/refresh", response={200: SessionOut, **OPEN}, operation_id="refresh")
def refresh(request: HttpRequest, tokens_in: RefreshIn) -> SessionOut:
    """Exchange a refresh token for new tokens; the old one is spent."""
    return SessionOut.of(services.refresh_session(refresh_token=tokens_in.refresh_token, now=timezone.now()))


@router.post("/logout", auth=signed_in, response={204: None, 401: Problem}, operation_id="logout")
def logout(request: PersonRequest) -> Status[None]:
    """End this session."""
    request.auth.session.end(now=timezone.now(), because="signed_out")
    return Status(204, None)


@router.post("/password", auth=signed_in, response={204: None, **OPEN}, operation_id="changePassword")
def change_password(request: PersonRequest, passwords: PasswordIn) -> Status[None]:
    """Set a new password; every other browser is signed out."""
    services.change_password(
        user=request.auth.user,
        current_password=passwords.current_password,
        new_password=passwords.new_password,
        keep=request.auth.session,
        now=timezone.now(),
    )
    return Status(204, None)


@router.get("/sessions", auth=signed_in, response={200: list[DeviceOut], 401: Problem}, operation_id="listSessions")
def list_sessions(request: PersonRequest) -> list[DeviceOut]:
    """List the browsers this person is signed in on, at most 50."""
    sessions = selectors.list_live_sessions(request.auth.user, now=timezone.now())[:50]
    return [DeviceOut.of(session, current=request.auth.session) for session in sessions]


@router.delete(
    "/sessions/{uuid:session_id}", auth=signed_in, response={204: None, **REFUSALS}, operation_id="endSession"
)
def end_session(request: PersonRequest, session_id: UUID) -> Status[None]:
    """Sign one browser out."""
    services.end_session(user=request.auth.user, session_id=session_id, now=timezone.now())
    return Status(204, None)

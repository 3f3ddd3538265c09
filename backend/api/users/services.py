"""Signing in and out, and keeping a browser signed in."""

import hashlib
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from uuid import UUID
from zoneinfo import available_timezones

from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction

from api.users import tokens
from api.users.models import Session, SignInFailure, User
from api.users.passwords import check_password_choice
from core.domain_error import DomainError, FieldError, Invalid, NotFound
from core.sentences.catalogue import ENGLISH

FAILURE_WINDOW = timedelta(minutes=15)
FAILURES_ALLOWED = 10


class WrongCredentials(DomainError):
    code, status, title = "wrong_credentials", 401, "Not signed in"


class TooManyAttempts(DomainError):
    code, status, title = "too_many_attempts", 429, "Too many attempts"


class SessionEnded(DomainError):
    code, status, title = "session_ended", 401, "Signed out"


class EmailTaken(DomainError):
    code, status, title = "email_taken", 409, "This address is in use"


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A session and its two tokens; the only moment the refresh token is known."""

    session: Session
    access_token: str = field(repr=False)
    refresh_token: str = field(repr=False)


def create_user(*, email: str, password: str, name: str, time_zone: str, language: str = ENGLISH) -> User:
    """
    Add a person.

    :raises EmailTaken: when the address has an account
    :raises Invalid: for a password or time zone that cannot be used
    """
    try:
        validate_email(email.strip())
    except ValidationError as error:
        raise Invalid.at("email", "This does not look like an e-mail address.", code="email_invalid") from error
    check_password_choice(password, field="password", email=email)
    user = User(
        email=email.strip().lower(),
        name=name.strip() or email.partition("@")[0],
        time_zone=check_zone(time_zone),
        language=language,
    )
    user.set_password(password)
    try:
        with transaction.atomic():
            user.save(force_insert=True)
    except IntegrityError as error:
        message = "There is already an account with this address. Sign in instead."
        raise EmailTaken(message, errors=(FieldError("email", message, "email_taken"),)) from error
    return user


def sign_in(*, email: str, password: str, user_agent: str, now: datetime) -> SignedIn:
    """
    Open a session for the person with these credentials.

    Unknown addresses cost the same time as wrong passwords, and are told the same.

    :raises WrongCredentials, TooManyAttempts:
    """
    email_hash = hashlib.sha256(email.strip().lower().encode()).hexdigest()
    _check_attempts(email_hash, now=now)
    user = User.objects.filter(email=email.strip().lower(), is_active=True).first()
    if user is None:
        make_password(password)  # the same work as a check, so that time does not tell whether the address is known
    if user is None or not user.has_password(password):
        SignInFailure.objects.create(email_hash=email_hash, at=now)
        raise WrongCredentials("The address or the password is not right.")
    SignInFailure.objects.filter(email_hash=email_hash).delete()
    return open_session(user=user, user_agent=user_agent, now=now)


def open_session(*, user: User, user_agent: str, now: datetime) -> SignedIn:
    """Start a new session for somebody who has just proved who they are."""
    session = Session(
        user=user,
        rotated_at=now,
        idle_until=now + tokens.IDLE_LIFETIME,
        ends_at=now + tokens.ABSOLUTE_LIFETIME,
    )
    refresh_token = tokens.make_refresh_token(session.pk)
    session.refresh_hash = tokens.hash_token(refresh_token)
    session.user_agent = user_agent[:300]
    session.save(force_insert=True)
    return _hand_out(session, refresh_token, now=now)


def refresh_session(*, refresh_token: str, now: datetime) -> SignedIn:
    """
    Rotate the refresh token. A token that was already rotated ends the session, unless that was under 10 s ago.

    :raises SessionEnded: when the token is unknown, spent, or of a session that is over
    """
    try:
        session_id = tokens.read_session_id(refresh_token)
    except tokens.TokenRefused as error:
        raise _over() from error
    with transaction.atomic():
        session = Session.objects.select_for_update(of=("self",)).select_related("user").filter(pk=session_id).first()
        verdict = _judge(session, refresh_token, now=now)
        if session is not None and verdict == "rotate":
            session.previous_hash, session.refresh_hash = (
                session.refresh_hash,
                tokens.hash_token(tokens.next_refresh_token(refresh_token)),
            )
            session.rotated_at, session.idle_until = now, min(now + tokens.IDLE_LIFETIME, session.ends_at)
            session.save()
        if session is not None and verdict == "stolen":
            session.end(now=now, because="reuse")
    if session is None or verdict not in ("rotate", "again"):
        raise _over()
    return _hand_out(session, tokens.next_refresh_token(refresh_token), now=now)


def _judge(session: Session | None, refresh_token: str, *, now: datetime) -> str:
    token_hash = tokens.hash_token(refresh_token)
    if session is None or not session.is_alive(now=now) or not session.user.is_active:
        return "over"
    if token_hash == session.refresh_hash:
        return "rotate"
    if token_hash == session.previous_hash:
        return "again" if now - session.rotated_at <= tokens.GRACE else "stolen"
    return "stolen" if tokens.comes_before(refresh_token, session.refresh_hash) else "over"


def end_session(*, user: User, session_id: UUID, now: datetime) -> None:
    """
    Sign one browser of this person out.

    :raises NotFound: when it is not theirs
    """
    session = Session.objects.filter(user=user, pk=session_id).first()
    if session is None:
        raise NotFound
    session.end(now=now, because="signed_out")


def change_password(*, user: User, current_password: str, new_password: str, keep: Session, now: datetime) -> None:
    """
    Set a new password and sign every other browser out.

    :raises Invalid: when the current one is wrong or the new one cannot be used
    """
    if not user.has_password(current_password):
        raise Invalid.at("current_password", "This is not your current password.", code="wrong_credentials")
    check_password_choice(new_password, field="new_password", email=user.email)
    with transaction.atomic():
        user.set_password(new_password)
        user.save(update_fields=["password_hash", "updated_at"])
        others = Session.objects.filter(user=user, ended_at=None).exclude(pk=keep.pk)
        others.update(ended_at=now, ended_because="password_changed")


def update_profile(*, user: User, name: str, time_zone: str, language: str | None = None) -> None:
    """
    Change what a person is called, where they are, and unless `language` is None what their mail is written in.

    :raises Invalid: for a time zone that does not exist
    """
    user.name, user.time_zone = name.strip() or user.name, check_zone(time_zone)
    user.language = language or user.language
    user.save(update_fields=["name", "time_zone", "language", "updated_at"])


def check_zone(time_zone: str) -> str:
    """
    Return an IANA zone name as it was given.

    :raises Invalid: when there is no such zone
    """
    if time_zone not in _zones():
        raise Invalid.at("time_zone", f"There is no time zone called {time_zone!r}.", code="time_zone_unknown")
    return time_zone


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())  # it walks the whole zone database each time it is asked


def _check_attempts(email_hash: str, *, now: datetime) -> None:
    recent = SignInFailure.objects.filter(email_hash=email_hash, at__gt=now - FAILURE_WINDOW)
    times = list(recent.order_by("-at").values_list("at", flat=True)[:FAILURES_ALLOWED])
    if len(times) == FAILURES_ALLOWED:
        wait = int((times[-1] + FAILURE_WINDOW - now).total_seconds()) + 1
        minutes = -(-wait // 60)
        raise TooManyAttempts(f"Too many wrong passwords. Try again in {minutes} min.", retry_after_s=wait)


def _hand_out(session: Session, refresh_token: str, *, now: datetime) -> SignedIn:
    access = tokens.make_access_token(user_id=session.user_id, session_id=session.pk, now=now)
    return SignedIn(session, access, refresh_token)


def _over() -> SessionEnded:
    return SessionEnded("You have been signed out. Sign in again; what you typed is kept.")

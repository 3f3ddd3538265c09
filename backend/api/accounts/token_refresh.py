"""
Renewing a token pair: by one process at a time, and no answer of TikTok's is lost knowingly (publishing §2.5).

TikTok's refresh tokens rotate and the old one dies at once. So the row is locked while TikTok is asked, and read again
after the lock was got: whoever waited finds a new pair and sends nothing.
"""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from django.db import OperationalError, connection, transaction
from psycopg.errors import LockNotAvailable

from api.accounts import token_journal
from api.accounts.gateway import oauth_client
from api.accounts.models import AccountToken
from api.accounts.token_pair import adopt, open_sealed
from api.accounts.token_replay import take_over
from api.accounts.token_schedule import LOST_PAUSES_S, REFUSED_APP_PAUSES_S, UNSENT_PAUSES_S, pause_after
from api.accounts.token_signs import note_app_refused, note_refused, note_renewed
from tiktok.errors import CircuitOpen, MayHaveWorked, OAuthRefused, RateLimited, TikTokError
from tiktok.wire import TokenAnswer

logger = logging.getLogger(__name__)

MAX_COUNTED = 1000
LOCK_TIMEOUT = "15s"
IDLE_TIMEOUT = "60s"  # twice what TikTok may take to answer: a process that hangs gives the row back

Sign = Callable[[], None]


def renew(seen: AccountToken, *, now: datetime) -> AccountToken | None:
    """
    Ask TikTok for the next pair after `seen`, unless another process has, or tries just now.

    Return the row as it stands then: its `gen` has moved if there is a new pair, whoever got it. None when the account
    was let go meanwhile. Must not be called inside a transaction.

    :raises VaultError: when the tokens do not open
    """
    open_sealed(seen, "refresh")  # what does not open must not be marked as asked for
    try:
        _mark(seen, now=now)
        with transaction.atomic(durable=True):
            token = _lock(seen)
            if token is None or _is_seen_to(token, seen):
                transaction.set_rollback(True)  # there is nothing to keep, and a rollback waits for no disk
                return token
            sign = _renew_locked(token, now=now)
    except OperationalError as error:
        if not isinstance(error.__cause__, LockNotAvailable):
            raise
        logger.warning("account %s: another process has been renewing it for %s", seen.pk, LOCK_TIMEOUT)
        return _read(seen)
    if sign:
        if token.gen != seen.gen:
            token_journal.drop(token_journal.place_of(token.pk, gen=seen.gen))
        sign()
    return token


def _read(seen: AccountToken) -> AccountToken | None:
    return AccountToken.objects.select_related("account__app").filter(pk=seen.pk).first()


def _mark(seen: AccountToken, *, now: datetime) -> None:
    """Committed by itself: whoever finds the mark later knows that an answer may have been lost, and since when."""
    with transaction.atomic(durable=True):
        _bound_waiting()
        rows = AccountToken.objects.filter(pk=seen.pk, gen=seen.gen, refresh_started_at=None)
        rows.update(refresh_started_at=now)


def _lock(seen: AccountToken) -> AccountToken | None:
    _bound_waiting()
    rows = AccountToken.objects.select_for_update(of=("self",)).select_related("account__app")
    return rows.filter(pk=seen.pk).first()


def _bound_waiting() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            f"SET LOCAL lock_timeout = '{LOCK_TIMEOUT}'; SET LOCAL idle_in_transaction_session_timeout = '{IDLE_TIMEOUT}'"
        )


def _is_seen_to(token: AccountToken, seen: AccountToken) -> bool:
    """Tell whether another process has got a new pair, or has just tried, while we waited for the row."""
    return (token.gen, token.refresh_tries, token.refused_at) != (seen.gen, seen.refresh_tries, seen.refused_at)


def _renew_locked(token: AccountToken, *, now: datetime) -> Sign | None:
    """Return what to note outside the row once this is committed."""
    kept = token_journal.find(token.pk, gen=token.gen)
    if kept and take_over(token, kept):
        return partial(note_renewed, token)
    spent = open_sealed(token, "refresh")
    try:
        answer = oauth_client(token.account.app).refresh(spent)
    except OAuthRefused as refusal:
        return _on_refusal(token, refusal, now=now)
    except TikTokError as error:
        _on_silence(token, error, now=now)
        return None
    _keep(token, answer, spent=spent, now=now)
    adopt(token, answer, now=now)
    return partial(note_renewed, token)


def _keep(token: AccountToken, answer: TokenAnswer, *, spent: str, now: datetime) -> None:
    entry = token_journal.Entry(token.pk, token.gen, token_journal.fingerprint(spent), now, answer)
    try:
        token_journal.write(entry)
    except OSError:  # the database is about to have it; the journal is for when that fails
        logger.exception("the renewal of account %s could not be journaled", token.pk)


def _on_refusal(token: AccountToken, refusal: OAuthRefused, *, now: datetime) -> Sign | None:
    logger.warning("renewal of account %s was refused: %s (log_id %s)", token.pk, refusal.code, refusal.log_id)
    if token.refresh_started_at == now:  # nobody asked before us, so no answer was lost
        token.refresh_started_at = None
    if refusal.code != "invalid_grant":  # the app is not accepted; that says nothing about the account
        _rest(token, now=now, pause=pause_after(REFUSED_APP_PAUSES_S, tries=token.refresh_tries))
        token.account.app.problem_code = refusal.code
        return partial(note_app_refused, token.account.app, code=refusal.code, now=now)
    token.refused_at, token.refresh_at = now, None
    token.save(update_fields=["refused_at", "refresh_at", "refresh_started_at"])
    return partial(note_refused, token, now=now)


def _on_silence(token: AccountToken, error: TikTokError, *, now: datetime) -> None:
    logger.warning("renewal of account %s had no answer: %s", token.pk, type(error).__name__)
    if isinstance(error, MayHaveWorked):
        pause = pause_after(LOST_PAUSES_S, tries=token.refresh_tries)
    else:
        if token.refresh_started_at == now and token.refresh_tries == 0:
            token.refresh_started_at = None
        pause = pause_after(UNSENT_PAUSES_S, tries=token.refresh_tries)
        if isinstance(error, CircuitOpen | RateLimited):
            pause = max(pause, timedelta(seconds=error.wait_s))
    _rest(token, now=now, pause=pause)


def _rest(token: AccountToken, *, now: datetime, pause: timedelta) -> None:
    token.refresh_at = now + pause
    token.refresh_tries = min(token.refresh_tries + 1, MAX_COUNTED)
    token.save(update_fields=["refresh_at", "refresh_tries", "refresh_started_at"])

"""
An account's tokens: kept sealed, refreshed by one process at a time, never lost knowingly (publishing §2.5).

TikTok's refresh tokens rotate and the old one dies at once. So the row is locked while TikTok is asked, and read again
after the lock was got: whoever waited finds a new pair and sends nothing.
"""

import logging
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from api.accounts.gateway import oauth_client, vault
from api.accounts.models import Account, AccountStatus, AccountToken
from core.vault import VaultError
from tiktok.errors import OAuthRefused, TikTokError
from tiktok.wire import TokenAnswer

logger = logging.getLogger(__name__)

LOCK_TIMEOUT = "15s"


class ReconnectRequired(Exception):
    """The account's permission is gone; only its owner can give it again."""


class TokenUnavailable(Exception):
    """No valid token now, but there may be one later: TikTok did not answer the refresh."""


def keep_tokens(*, account: Account, answer: TokenAnswer, now: datetime) -> None:
    """Store the pair of a fresh consent; it replaces whatever was there."""
    AccountToken.objects.update_or_create(
        account=account, defaults=_seal(account.pk, answer, now=now) | {"gen": 0, "refused_at": None}
    )


def fresh_access_token(account_id: UUID, *, now: datetime | None = None, force: bool = False) -> str:
    """
    Return an access token that is good for the next minutes, refreshing it if need be.

    :param force: refresh although the token looks fresh, because TikTok has just refused it
    :raises ReconnectRequired: when TikTok has withdrawn the permission and the old token is over
    :raises TokenUnavailable: when TikTok could not be asked and the old token is over
    """
    now = now or timezone.now()
    token = AccountToken.objects.filter(account_id=account_id).first()
    if token is None:
        raise ReconnectRequired
    if token.is_fresh(now=now) and not force:
        return _open(token, "access")
    if token.refused_at is None:
        token = _refresh(token, now=now)
    if token.is_usable(now=now) and not (force and token.refused_at):
        return _open(token, "access")  # refused, or not answered: the old one works until it ends
    raise ReconnectRequired if token.refused_at else TokenUnavailable


def _refresh(seen: AccountToken, *, now: datetime) -> AccountToken:
    # Committed by itself: found set later, it says that an answer may have been lost.
    AccountToken.objects.filter(pk=seen.pk, gen=seen.gen).update(refresh_started_at=now)
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL lock_timeout = '{LOCK_TIMEOUT}'")
        token = AccountToken.objects.select_for_update(of=("self",)).select_related("account__app").get(pk=seen.pk)
        if token.gen != seen.gen:
            return token  # another process refreshed it while we waited
        try:
            answer = oauth_client(token.account.app).refresh(_open(token, "refresh"))
        except OAuthRefused as refusal:
            return _note_refusal(token, refusal, now=now)
        except TikTokError as error:
            logger.warning("refresh of account %s had no answer: %s", token.pk, type(error).__name__)
            return token
        for name, value in _seal(token.pk, answer, now=now).items():
            setattr(token, name, value)
        token.gen += 1
        token.save()
        return token


def _note_refusal(token: AccountToken, refusal: OAuthRefused, *, now: datetime) -> AccountToken:
    logger.warning("refresh of account %s was refused: %s (log_id %s)", token.pk, refusal.code, refusal.log_id)
    if refusal.code == "invalid_grant":
        token.refused_at = now
        token.save(update_fields=["refused_at"])
        Account.objects.filter(pk=token.pk, status=AccountStatus.CONNECTED).update(
            status=AccountStatus.RECONNECT_REQUIRED
        )
    return token


def wipe_tokens(account: Account) -> str | None:
    """Forget the account's tokens; return the access token once more, for its revocation, None when there is none."""
    token = AccountToken.objects.filter(account=account).first()
    if token is None:
        return None
    try:
        access = _open(token, "access")
    except VaultError:  # without the key the permission cannot be withdrawn, but the account can still be let go
        logger.warning("the tokens of account %s do not open; they are forgotten without revoking them", account.pk)
        access = None
    token.delete()
    return access


def _seal(account_id: UUID, answer: TokenAnswer, *, now: datetime) -> dict[str, object]:
    return {
        "access_sealed": vault().seal(answer.access_token, context=f"{account_id}|access"),
        "refresh_sealed": vault().seal(answer.refresh_token, context=f"{account_id}|refresh"),
        "expires_at": now + timedelta(seconds=answer.expires_in),
        "refresh_expires_at": now + timedelta(seconds=answer.refresh_expires_in),
        "refresh_started_at": None,
    }


def _open(token: AccountToken, which: str) -> str:
    sealed = token.access_sealed if which == "access" else token.refresh_sealed
    return vault().open(sealed, context=f"{token.pk}|{which}")

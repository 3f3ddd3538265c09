"""The token keeper's round: renew what has come to 60 % of its life, so that no post has to wait for it (publishing §2.5)."""

import logging
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from threading import Event
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Q

from api.accounts.models import AccountStatus, AccountToken
from api.accounts.token_refresh import renew
from api.accounts.token_replay import replay
from api.accounts.token_schedule import REFUSED_APP_PAUSES_S, pause_after
from api.accounts.token_signs import note_refused
from core.vault import VaultError

logger = logging.getLogger(__name__)

AT_ONCE = 4  # a TikTok that hangs holds up so many accounts, not all
PER_ROUND = 100


def keep_round(*, now: datetime, stop: Event | None = None) -> int:
    """Take over what the journal holds, and renew every pair that is due; return how many were looked at."""
    replay()
    _tell_refused()
    due = find_due(now=now)
    if due:
        with ThreadPoolExecutor(AT_ONCE, thread_name_prefix="keeper") as pool:
            for ended in [pool.submit(_keep_one, account_id, now, stop or Event()) for account_id in due]:
                ended.result()
    return len(due)


def find_due(*, now: datetime) -> list[UUID]:
    """Return the accounts whose pair is to be renewed, the longest due first; those in other hands just now are left out."""
    due = Q(refresh_at__lte=now) | Q(refresh_at=None)  # none is given yet where a pair is older than the keeper
    rows = AccountToken.objects.filter(due, refused_at=None).exclude(account__status=AccountStatus.DISCONNECTED)
    with transaction.atomic():
        locked = rows.order_by("refresh_at").select_for_update(skip_locked=True, of=("self",))
        return list(locked.values_list("pk", flat=True)[:PER_ROUND])


def _keep_one(account_id: UUID, now: datetime, stop: Event) -> None:
    try:
        seen = AccountToken.objects.select_related("account__app").filter(pk=account_id).first()
        if seen is None or stop.is_set() or (seen.refresh_at and seen.refresh_at > now):
            return
        renew(seen, now=now)
    except VaultError:  # the key may come back; until then the account's posts say what is wrong
        logger.exception("the tokens of account %s do not open", account_id)
        later = now + pause_after(REFUSED_APP_PAUSES_S[-1:], tries=0)
        AccountToken.objects.filter(pk=account_id).update(refresh_at=later)
    finally:
        connection.close()  # this thread's own


def _tell_refused() -> None:
    """Have an account say what a process found out that died before it could."""
    silent = AccountToken.objects.filter(refused_at__isnull=False, account__status=AccountStatus.CONNECTED)
    for token in silent.select_related("account__app"):
        note_refused(token, now=token.refused_at or token.expires_at)

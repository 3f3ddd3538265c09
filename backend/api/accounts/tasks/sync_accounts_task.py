"""Reading every account's names and counters from TikTok, daily in the hour after 02:00 of its workspace's zone."""

import logging

from celery import shared_task
from django.utils import timezone

from api.accounts.models import Account
from api.accounts.profile_services import AccountNotConnected, TikTokUnreachable
from api.accounts.profile_services import sync_account as sync
from api.accounts.sync_selectors import list_whose_turn_it_is
from core.hints import hint
from core.slots import forget_old_slots, take_slots
from tiktok.errors import Refused

logger = logging.getLogger(__name__)

JOB = "sync_account"


@shared_task(name="accounts.sync_all_accounts")
def sync_all_accounts(**_: object) -> None:
    """Line up `sync_account` for each account whose turn has come, once a night, however many clocks ask for it."""
    turns = {f"{account_id}:{night}": account_id for account_id, night in list_whose_turn_it_is(now=timezone.now())}
    mine = take_slots(JOB, turns)
    for slot in sorted(mine):
        hint("accounts.sync_account", account_id=str(turns[slot]))
    if mine:
        logger.info("lined up %d accounts to be synced", len(mine))
        forget_old_slots()


@shared_task(name="accounts.sync_account")
def sync_account(*, account_id: str, **_: object) -> None:
    """Sync one account; when it cannot be, that is noted at the account or in the log, and tomorrow comes another try."""
    account = Account.objects.get(pk=account_id)
    try:
        sync(account=account, now=timezone.now())
    except (AccountNotConnected, TikTokUnreachable, Refused) as error:
        logger.warning("account %s was not synced: %s", account_id, error)

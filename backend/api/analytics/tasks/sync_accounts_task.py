"""Reading accounts' and posts' counters from TikTok: by each account's own cadence, and all of it once a night."""

import logging

from celery import shared_task
from django.utils import timezone

from api.accounts.models import Account
from api.accounts.profile_services import AccountNotConnected, TikTokUnreachable
from api.analytics.sync_selectors import list_due, list_whose_turn_it_is
from core.hints import hint
from core.slots import forget_old_slots, take_slots
from tiktok.errors import Refused

logger = logging.getLogger(__name__)

NIGHTLY, BY_CADENCE = "sync_account", "sync_account_now"


@shared_task(name="analytics.sync_all_accounts")
def sync_all_accounts(**_: object) -> None:
    """Line up `sync_account` for each account whose turn has come, once, however many clocks ask for it."""
    now = timezone.now()
    turns = {f"{account_id}:{night}": account_id for account_id, night in list_whose_turn_it_is(now=now)}
    tonight = take_slots(NIGHTLY, turns)
    for slot in sorted(tonight):
        hint("analytics.sync_account", account_id=str(turns[slot]), whole="yes")
    due = {f"{account_id}:{turn}": account_id for account_id, turn in list_due(now=now)}
    mine = take_slots(BY_CADENCE, due)
    for slot in sorted(mine):
        hint("analytics.sync_account", account_id=str(due[slot]))
    if tonight:
        logger.info("lined up %d accounts to be read as a whole", len(tonight))
        forget_old_slots()


@shared_task(name="analytics.sync_account")
def sync_account(*, account_id: str, whole: str = "", **_: object) -> None:
    """Read one account; when it cannot be, that is noted at the account and in the log, and another try comes."""
    from api.analytics.collect_services import collect  # and numpy with it, which no other worker needs

    account = Account.objects.select_related("workspace", "app").get(pk=account_id)
    try:
        collect(account=account, now=timezone.now(), whole=bool(whole))
    except (AccountNotConnected, TikTokUnreachable, Refused) as error:
        logger.warning("account %s was not read: %s", account_id, error)

"""Reading every account's names and counters from TikTok, daily at 02:00."""

import logging

from celery import shared_task
from django.utils import timezone

from api.accounts.models import Account, AccountStatus
from api.accounts.profile_services import AccountNotConnected, TikTokUnreachable
from api.accounts.profile_services import sync_account as sync
from tiktok.errors import Refused

logger = logging.getLogger(__name__)


@shared_task(name="accounts.sync_all_accounts")
def sync_all_accounts(**_: object) -> None:
    """Line up one `sync_account` for each connected account."""
    for account_id in Account.objects.filter(status=AccountStatus.CONNECTED).values_list("pk", flat=True).iterator():
        sync_account.delay(account_id=str(account_id))


@shared_task(name="accounts.sync_account")
def sync_account(*, account_id: str, **_: object) -> None:
    """Sync one account; when it cannot be, that is noted at the account or in the log, and tomorrow comes another try."""
    account = Account.objects.get(pk=account_id)
    try:
        sync(account=account, now=timezone.now())
    except (AccountNotConnected, TikTokUnreachable, Refused) as error:
        logger.warning("account %s was not synced: %s", account_id, error)

"""Every night a part of the accounts is proved: their roll-ups must be what their samples come to."""

import logging
from datetime import datetime
from uuid import UUID

from api.analytics.models import AccountState
from api.analytics.rebuild_services import Difference, rebuild_account, verify_account

logger = logging.getLogger(__name__)

ONE_IN = 100


def audit_some(*, now: datetime) -> list[Difference]:
    """
    Prove this night's hundredth of the accounts, at least one; each comes round within a hundred nights.

    What differs is logged, and mended by writing the account's roll-ups anew.
    """
    found = list[Difference]()
    for account_id in pick(
        list(AccountState.objects.order_by("pk").values_list("pk", flat=True)), night=now.toordinal()
    ):
        differences = verify_account(account_id)
        if differences:
            logger.error(
                "roll-ups of account %s differ from its samples in %d cells, the first: %s; written anew",
                account_id,
                len(differences),
                differences[0],
            )
            rebuild_account(account_id)
        found += differences
    return found


def pick(accounts: list[UUID], *, night: int) -> list[UUID]:
    """Return a hundredth of the accounts, another one each night, at least one where there are any."""
    parts = min(ONE_IN, len(accounts))
    return accounts[night % parts :: parts] if parts else []

"""Taking over answers of TikTok's that a dead process left in the journal."""

import logging
from functools import cache
from pathlib import Path

from django.db import transaction

from api.accounts import token_journal
from api.accounts.models import AccountToken
from api.accounts.token_pair import adopt, open_sealed
from api.accounts.token_signs import note_renewed
from core.vault import VaultError

logger = logging.getLogger(__name__)


@cache
def replay_at_start() -> None:
    """Replay once in this process, before it first touches a token."""
    replay()


def replay() -> int:
    """Give the database every answer it has not heard of; return how many. What is out of date is dropped."""
    token_journal.adopt_drafts()
    return sum(_replay_one(place) for place in token_journal.places())


def _replay_one(place: Path) -> bool:
    try:
        entry = token_journal.read(place)
        if entry is None:
            return False
        with transaction.atomic(durable=True):
            rows = AccountToken.objects.filter(pk=entry.account_id)
            token = rows.select_for_update(skip_locked=True, of=("self",)).select_related("account__app").first()
            if token is None and rows.exists():
                return False  # a process that lives has it in hand
            renewed = token is not None and take_over(token, entry)
    except VaultError:  # with the right key file it opens, so it is kept
        logger.exception("journal entry %s does not open", place.name)
        return False
    if renewed and token is not None:
        logger.warning("the renewal of account %s was taken over from the journal", entry.account_id)
        note_renewed(token)
    token_journal.drop(place)
    return renewed


def take_over(token: AccountToken, entry: token_journal.Entry) -> bool:
    """Put a kept answer into the locked row, if it is the answer to just this row's refresh token."""
    if token.gen != entry.gen or token_journal.fingerprint(open_sealed(token, "refresh")) != entry.spends:
        return False
    adopt(token, entry.answer, now=entry.received_at)
    return True

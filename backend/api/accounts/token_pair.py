"""A token pair in its row: sealed, opened, replaced."""

import secrets
from datetime import datetime, timedelta
from uuid import UUID

from api.accounts.gateway import vault
from api.accounts.models import AccountToken
from api.accounts.token_schedule import next_renewal
from tiktok.wire import TokenAnswer

CHANCES = 1_000_000


def seal_pair(account_id: UUID, answer: TokenAnswer, *, now: datetime) -> dict[str, object]:
    """Return the columns of a row for a pair that was received at `now`."""
    chance = secrets.randbelow(CHANCES) / CHANCES
    return {
        "access_sealed": vault().seal(answer.access_token, context=f"{account_id}|access"),
        "refresh_sealed": vault().seal(answer.refresh_token, context=f"{account_id}|refresh"),
        "expires_at": now + timedelta(seconds=answer.expires_in),
        "refresh_expires_at": now + timedelta(seconds=answer.refresh_expires_in),
        "refresh_at": next_renewal(now=now, expires_in=answer.expires_in, chance=chance),
        "refresh_started_at": None,
        "refresh_tries": 0,
        "refused_at": None,
    }


def open_sealed(token: AccountToken, which: str) -> str:
    """
    Return `access` or `refresh` in the clear.

    :raises VaultError: when it does not open
    """
    sealed = token.access_sealed if which == "access" else token.refresh_sealed
    return vault().open(sealed, context=f"{token.pk}|{which}")


def adopt(token: AccountToken, answer: TokenAnswer, *, now: datetime) -> None:
    """Replace the pair of a row the caller has locked by the next generation, and save it."""
    for name, value in seal_pair(token.pk, answer, now=now).items():
        setattr(token, name, value)
    token.gen += 1
    token.save()

"""An account's tokens as the rest of Carillon asks for them; how they are renewed stands in `token_refresh.py`."""

import logging
from datetime import datetime
from functools import partial
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from api.accounts import token_journal
from api.accounts.models import Account, AccountToken, TikTokApp
from api.accounts.token_pair import open_sealed, seal_pair
from api.accounts.token_refresh import renew
from api.accounts.token_replay import replay_at_start
from api.accounts.token_signs import note_app_accepted
from core.vault import VaultError
from tiktok.wire import TokenAnswer

logger = logging.getLogger(__name__)


class ReconnectRequired(Exception):
    """The account's permission is gone; only its owner can give it again."""


class TokenUnavailable(Exception):
    """No valid token now, but there may be one later: TikTok did not answer the renewal."""


class AppRefused(TokenUnavailable):
    """No valid token, since TikTok does not accept the developer app itself; `code` is why. No fault of the account."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def hold_tokens(*, app: TikTokApp, open_id: str) -> None:
    """
    Wait for a renewal that is under way, and keep others from beginning until the caller's transaction ends.

    Call it before locking the account: everybody locks the tokens first, so that nobody waits in a circle.
    """
    rows = AccountToken.objects.select_for_update(of=("self",))
    rows.filter(account__app=app, account__open_id=open_id).values_list("pk").first()


def keep_tokens(*, account: Account, answer: TokenAnswer, now: datetime) -> None:
    """Store the pair of a fresh consent; it replaces whatever was there, and whoever waits for that finds this."""
    fresh = seal_pair(account.pk, answer, now=now)
    token = AccountToken.objects.select_for_update().filter(account=account).first()
    if token is None:
        AccountToken.objects.create(account=account, **fresh)
    else:
        AccountToken.objects.filter(pk=token.pk).update(gen=token.gen + 1, **fresh)
    transaction.on_commit(partial(token_journal.drop_all, account.pk))
    note_app_accepted(account.app)


def fresh_access_token(account_id: UUID, *, now: datetime | None = None, refused: str | None = None) -> str:
    """
    Return an access token that is good for the next minutes, renewing it if need be. Not for use in a transaction.

    :param refused: the access token TikTok has just refused; it is renewed although it looks fresh, unless it was already
    :raises ReconnectRequired: when TikTok has withdrawn the permission and the old token is over
    :raises AppRefused: when TikTok does not accept the developer app and the old token is over
    :raises TokenUnavailable: when TikTok could not be asked, or was a moment ago, and the old token is over
    """
    now = now or timezone.now()
    replay_at_start()
    seen = AccountToken.objects.select_related("account__app").filter(account_id=account_id).first()
    if seen is None:
        raise ReconnectRequired
    if seen.is_fresh(now=now) and (refused is None or open_sealed(seen, "access") != refused):
        return open_sealed(seen, "access")
    token = seen if seen.is_resting(now=now) else renew(seen, now=now)
    if token is None:
        raise ReconnectRequired
    if token.gen != seen.gen or (token.is_usable(now=now) and refused is None):
        return open_sealed(token, "access")  # refused, or not answered: the old one works until it ends
    if token.refused_at:
        raise ReconnectRequired
    if code := token.account.app.problem_code:
        raise AppRefused(code)
    raise TokenUnavailable


def wipe_tokens(account: Account) -> str | None:
    """Forget the account's tokens; return the access token once more, for its revocation, None when there is none."""
    token = AccountToken.objects.select_for_update(of=("self",)).filter(account=account).first()
    transaction.on_commit(partial(token_journal.drop_all, account.pk))
    if token is None:
        return None
    try:
        access = open_sealed(token, "access")
    except VaultError:  # without the key the permission cannot be withdrawn, but the account can still be let go
        logger.warning("the tokens of account %s do not open; they are forgotten without revoking them", account.pk)
        access = None
    token.delete()
    return access

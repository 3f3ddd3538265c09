"""Connecting an account again: the same account, or nothing is changed."""

import logging

from api.accounts.gateway import oauth_client
from api.accounts.models import Account, AccountStatus, OAuthAttempt, TikTokApp
from core.domain_error import DomainError
from tiktok.errors import TikTokError
from tiktok.wire import TokenAnswer, UserInfo

logger = logging.getLogger(__name__)


class WrongAccount(DomainError):
    code, status, title = "wrong_account", 409, "Another TikTok account"


def check_account(attempt: OAuthAttempt, answer: TokenAnswer, info: UserInfo) -> None:
    """
    Accept the consent of just the account that is connected again, of any where none was named.

    :raises WrongAccount: after giving back the permission that the other account has just granted
    """
    if attempt.account is None or attempt.account.open_id == answer.open_id:
        return
    # A person's permission is one, however often it is given: where that account is connected here, it stays.
    here = Account.objects.filter(app=attempt.app, open_id=answer.open_id).exclude(status=AccountStatus.DISCONNECTED)
    if not here.exists():
        revoke(attempt.app, answer.access_token)
    other = f"@{info.username}" if info.username else info.display_name or "another account"
    raise WrongAccount(
        f"You signed in to TikTok as {other}; this is the connection of {attempt.account.handle}. Nothing was changed."
    )


def revoke(app: TikTokApp, access_token: str) -> None:
    """Give a permission back; where TikTok does not answer, it ends by itself."""
    try:
        oauth_client(app).revoke(access_token)
    except TikTokError as error:
        logger.warning("revoking a permission failed: %s", type(error).__name__)

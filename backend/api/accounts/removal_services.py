"""When the owner of an account takes our permission away at TikTok, and TikTok says so (webhook authorization.removed)."""

from datetime import datetime

from django.db import transaction

from api.accounts.models import Account, AccountStatus
from api.accounts.token_services import wipe_tokens

AUTH_REMOVED = "auth_removed"
WHY = {
    "1": "{account} took Carillon out of its connected apps in TikTok. Connect it again to go on.",
    "2": "TikTok says that {account} was deleted.",
    "3": "TikTok ended the permission of {account}, because the age given there was changed. Connect it again.",
    "4": "TikTok has banned {account}, and with that ended our permission.",
    "5": "The permission for {account} was withdrawn from here. Connect it again to go on.",
}
UNKNOWN = "TikTok ended the permission for {account} without saying why. Connect it again to go on."


def explain_removal(reason: str, *, account: str) -> str:
    """Return the sentence for one of TikTok's reasons, 0 to 5."""
    return WHY.get(reason, UNKNOWN).format(account=account)


@transaction.atomic
def note_removal(account: Account, *, reason: str, at: datetime) -> bool:
    """
    Forget the tokens and have the account connected again; False when that is old news.

    An event from before the last consent is about a permission that has been given anew since.
    """
    current = Account.objects.select_for_update().get(pk=account.pk)
    if current.status == AccountStatus.DISCONNECTED or at <= current.connected_at:
        return False
    wipe_tokens(current)
    current.status = AccountStatus.RECONNECT_REQUIRED
    current.trouble_code, current.trouble_since = AUTH_REMOVED, at
    current.trouble_message = explain_removal(reason, account=current.handle)
    current.save(update_fields=["status", "trouble_code", "trouble_message", "trouble_since", "updated_at"])
    return True

"""When the owner of an account takes our permission away at TikTok, and TikTok says so (webhook authorization.removed)."""

from datetime import datetime

from django.db import transaction

from api.accounts.models import Account, AccountStatus
from api.accounts.signals import reconnect_required
from api.accounts.token_services import wipe_tokens
from tiktok.happenings import sentence_for_removal

AUTH_REMOVED = "auth_removed"


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
    current.trouble_message = sentence_for_removal(reason, account=current.handle)[:400]
    current.save(update_fields=["status", "trouble_code", "trouble_message", "trouble_since", "updated_at"])
    reconnect_required.send(Account, account=current)
    return True

"""What accounts tell and analytics acts on."""

from api.accounts.models import Account
from api.analytics.video_services import open_state
from core.hints import hint


def on_connected(*, account: Account, **_: object) -> int:
    """Begin to know the account; no publication is touched."""
    open_state(account)
    hint("analytics.sync_account", account_id=str(account.pk), whole="yes")
    return 0

"""What accounts tell and publishing acts on."""

from datetime import datetime

from api.accounts.models import Account, TikTokApp
from api.publishing import services


def on_disconnected(*, account: Account, **_: object) -> int:
    """Hold what is scheduled; return how many."""
    return services.hold_for(account)


def on_connected(*, account: Account, **_: object) -> int:
    """Release what was held for want of permission; return how many."""
    return services.release_for(account)


def on_app_accepted(*, app: TikTokApp, **_: object) -> int:
    """Release what was held while TikTok did not accept the app; return how many."""
    return services.release_for_app(app)


def on_permission_ends(*, account: Account, until: datetime, **_: object) -> int:
    """Hold what is scheduled for later than that; return how many."""
    return services.hold_after(account, until=until)

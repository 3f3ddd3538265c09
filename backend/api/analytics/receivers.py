"""What accounts and workspaces tell and analytics acts on."""

from api.accounts.models import Account
from api.analytics.video_services import open_state
from api.workspaces.models import Workspace
from core.hints import hint


def on_connected(*, account: Account, **_: object) -> int:
    """Begin to know the account; no publication is touched."""
    open_state(account)
    hint("analytics.sync_account", account_id=str(account.pk), whole="yes")
    return 0


def on_time_zone_changed(*, workspace: Workspace, **_: object) -> None:
    """Count its days by the new clock, as far back as there are samples."""
    hint("analytics.move_zone", workspace_id=str(workspace.pk))

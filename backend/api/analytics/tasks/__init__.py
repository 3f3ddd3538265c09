from api.analytics.tasks.nightly_task import audit, forecast, keep_months, learn, let_go, move_zone
from api.analytics.tasks.sync_accounts_task import sync_account, sync_all_accounts

__all__ = ["audit", "forecast", "keep_months", "learn", "let_go", "move_zone", "sync_account", "sync_all_accounts"]

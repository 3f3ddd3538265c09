from api.analytics.tasks.sync_accounts_task import sync_account, sync_all_accounts

__all__ = ["sync_account", "sync_all_accounts"]

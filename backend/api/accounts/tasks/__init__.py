from api.accounts.tasks.sync_accounts_task import sync_account, sync_all_accounts
from api.accounts.tasks.warn_of_ends_task import warn_of_ends

__all__ = ["sync_account", "sync_all_accounts", "warn_of_ends"]

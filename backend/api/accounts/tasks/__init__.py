from api.accounts.tasks.warn_of_ends_task import warn_of_ends

__all__ = ["warn_of_ends"]

"""For how long what a person did can be taken back, and what is said afterwards."""

from datetime import timedelta

from core.domain_error import DomainError

UNDO_FOR = timedelta(minutes=10)


class UndoOver(DomainError):
    """It was done too long ago, or something else has been done to it since."""

    code, status, title = "undo_over", 409, "This can no longer be undone"

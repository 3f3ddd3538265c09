"""Statements that PostgreSQL plans once for a connection, and not every time."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection
from django.db.backends.utils import CursorWrapper
from psycopg import Connection, Cursor

_idle = threading.local()


@contextmanager
def open_cursor() -> Iterator[CursorWrapper]:
    """
    Give a cursor that sends values apart from a statement's words, so that the statement is prepared at its second use.

    Planning takes longer than reading a few rows (`prepare_threshold` in the settings). Django's own cursors put the values into
    the words, and every statement is a new one.
    """
    with connection.cursor() as wrapper:
        fresh, wrapper.cursor = wrapper.cursor, _take(connection.connection)
        try:
            yield wrapper
        finally:
            _idle.cursor, wrapper.cursor = wrapper.cursor, fresh


@contextmanager
def sent_together() -> Iterator[None]:
    """
    Send statements without waiting for one another, as long as nobody reads what came of one.

    Of a look at an account, half the time was spent on being told ten times that rows were written. What a statement meets is
    raised when the next one is read, or at the end; nothing of them stays then, since they are in one transaction.
    """
    with connection.wrap_database_errors, connection.connection.pipeline():
        yield


def _take(to: Connection[Any]) -> Cursor[Any]:
    """Return this thread's cursor: what it has learnt of types would take a new one a fifth of a small question's time."""
    kept: Cursor[Any] | None = getattr(_idle, "cursor", None)
    _idle.cursor = None  # nobody else's while it is used
    return kept if kept is not None and not kept.closed and kept.connection is to else Cursor(to)

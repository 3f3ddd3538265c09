"""Statements that PostgreSQL plans once for a connection, and not every time."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.db.backends.utils import CursorWrapper
from psycopg import Cursor


@contextmanager
def open_cursor() -> Iterator[CursorWrapper]:
    """
    Give a cursor that sends values apart from a statement's words, so that the statement is prepared at its second use.

    Planning takes longer than reading a few rows (`prepare_threshold` in the settings). Django's own cursors put the values into
    the words, and every statement is a new one.
    """
    with connection.cursor() as cursor:
        cursor.cursor = Cursor(connection.connection)
        yield cursor

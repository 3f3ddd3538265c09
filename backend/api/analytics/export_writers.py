"""
Writing an export into a file: PostgreSQL makes each line, COPY streams them, and nothing here holds more than a block of them.

CSV, JSON and workbooks are text, which the database writes itself; only Parquet needs the values (`export_parquet.py`).
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import IO, Any

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper
from psycopg import Cursor, sql

from api.analytics.export_parquet import write_parquet
from api.analytics.export_request import ExportFormat, ExportRequest
from api.analytics.export_sheets import Column, Kind
from api.analytics.export_sql import UNQUOTED, copy, harmless, plain, select, select_count
from api.analytics.export_workbook import write_workbook

BLOCK_ROWS = 1000
OnRows = Callable[[int], None]


def write_export(request: ExportRequest, out: IO[bytes], *, on_rows: OnRows) -> int:
    """
    Write all rows of an export into `out`; return how many.

    :param on_rows: told after each block how many rows were written; what it raises ends the writing
    """
    with reading(request) as cursor:
        return WRITERS[request.format](request, cursor, out, on_rows)


def count_rows(request: ExportRequest, *, most: int | None = None) -> int:
    """Return how many rows an export has; counting stops at `most`."""
    with reading(request) as cursor:
        cursor.execute(select_count(request, most=most))
        row = cursor.fetchone()
    return int(row[0]) if row else 0


@contextmanager
def reading(request: ExportRequest) -> Iterator["Cursor[Any]"]:
    """A cursor whose session writes instants in the request's zone, until the end of the block."""
    with transaction.atomic(), connection.cursor() as wrapper:
        wrapper.execute("SELECT set_config('TimeZone', %s, true)", [request.time_zone])
        yield _plain_cursor(wrapper)
        wrapper.execute("SELECT set_config('TimeZone', 'UTC', true)")


def write_csv(request: ExportRequest, cursor: "Cursor[Any]", out: IO[bytes], on_rows: OnRows) -> int:
    """Comma-separated values as RFC 4180 has them, UTF-8. Text is quoted, so that an id of 19 digits is seen to be text."""
    columns = request.sheet.columns
    quoted = [sql.Identifier(column.name) for column in columns if column.kind in (Kind.NAME, Kind.TEXT, Kind.TEXTS)]
    options = sql.SQL("(FORMAT csv, FORCE_QUOTE ({}))").format(sql.SQL(", ").join(quoted))
    out.write((",".join(column.name for column in columns) + "\n").encode())
    written = 0
    with cursor.copy(copy(select(request, _csv_cell), options)) as lines:
        for block, written in in_blocks(lines):
            out.write(block)
            on_rows(written)
    return written


def write_json(request: ExportRequest, cursor: "Cursor[Any]", out: IO[bytes], on_rows: OnRows) -> int:
    """One array of objects, a line each."""
    rows = sql.SQL("SELECT row_to_json(q) FROM ({}) q").format(select(request, plain))
    out.write(b"[\n")
    written = 0
    with cursor.copy(copy(rows, UNQUOTED)) as lines:
        for block, written in in_blocks(lines, between=b","):
            out.write(block)
            on_rows(written)
    out.write(b"]\n")
    return written


def in_blocks(lines: Iterable[Any], *, between: bytes = b"") -> Iterator[tuple[bytes, int]]:
    """Yield a COPY's rows, many at a time, with how many there were by then; `between` stands between any two."""
    block, written, before = list[Any](), 0, b""
    for line in lines:  # PostgreSQL sends one message a row
        block.append(line)
        if len(block) == BLOCK_ROWS:
            written += BLOCK_ROWS
            yield before + between.join(block), written
            block, before = [], between
    if block:
        written += len(block)
        yield before + between.join(block), written


def _csv_cell(column: Column) -> str:
    if column.kind == Kind.INSTANT:
        return f"to_json({column.sql}) #>> '{{}}'"  # ISO 8601 with its offset, at half of what to_char takes
    return harmless(column)


def _plain_cursor(wrapper: CursorWrapper) -> "Cursor[Any]":
    """Return psycopg's own cursor: Django's knows COPY only through it."""
    cursor: Cursor[Any] = wrapper.cursor
    return cursor


WRITERS: dict[ExportFormat, Callable[[ExportRequest, "Cursor[Any]", IO[bytes], OnRows], int]] = {
    ExportFormat.CSV: write_csv,
    ExportFormat.JSON: write_json,
    ExportFormat.XLSX: write_workbook,
    ExportFormat.PARQUET: write_parquet,
}

"""Rows into PostgreSQL by binary COPY, straight from arrays: millions of them in seconds. Texts of many lengths go as lines."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np
import numpy.typing as npt
from django.db import connection
from psycopg import sql

HEADER, TRAILER = b"PGCOPY\n\xff\r\n\x00" + bytes(8), b"\xff\xff"
ROWS_AT_ONCE, LINES_AT_ONCE = 20_000, 500
EPOCH_S, EPOCH_DAYS = 946_684_800, 10_957  # PostgreSQL counts from the year 2000
US = 1_000_000
KINDS = {"float8": ">f8", "int8": ">i8", "int4": ">i4", "int2": ">i2"}
INT8_OID = 20
ARRAY = [("dimensions", ">i4"), ("has nulls", ">i4"), ("oid", ">i4"), ("size", ">i4"), ("lower bound", ">i4")]
ELEMENT = [("length", ">i4"), ("value", ">i8")]

Values = npt.NDArray[Any]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Column:
    """A column's values; where `known` is given and false, there is null. Of an array column, every element may be."""

    dtype: Any
    values: Values
    known: Bools | None = None

    @property
    def is_array(self) -> bool:
        return isinstance(self.dtype, np.dtype)


def instants(seconds: Values) -> Column:
    return Column(">i8", (seconds - EPOCH_S) * US)


def days(since_1970: Values) -> Column:
    return Column(">i4", since_1970 - EPOCH_DAYS)


def uuids(ids: Values) -> Column:
    return Column("16u1", ids)


def numbers(kind: str, values: Values, known: Bools | None = None) -> Column:
    return Column(KINDS[kind], values, known)


def texts(values: Sequence[str]) -> Column:
    """Return texts that are all equally long."""
    words = np.array([value.encode() for value in values])
    return Column(f"{words.dtype.itemsize}u1", words.view(np.uint8).reshape(len(words), -1))


def arrays(values: Values, known: Bools) -> Column:
    """Return arrays of bigint, all of as many elements."""
    return Column(np.dtype([*ARRAY, ("elements", ELEMENT, values.shape[1])]), values, known)


def copy_rows(table: str, columns: Mapping[str, Column]) -> int:
    """Copy rows, given column by column; return how many."""
    count = len(next(iter(columns.values())).values)
    with connection.cursor() as cursor, cursor.copy(_statement(table, columns, "BINARY")) as copy:
        copy.write(HEADER)
        for start in range(0, count, ROWS_AT_ONCE):
            copy.write(_pack(columns, slice(start, min(start + ROWS_AT_ONCE, count))))
        copy.write(TRAILER)
    return count


def _pack(columns: Mapping[str, Column], part: slice) -> bytes:
    fields: list[tuple[str, Any]] = [("fields", ">i2")]
    for name, column in columns.items():
        fields += [(f"length of {name}", ">i4"), (name, column.dtype)]
    rows = np.zeros(part.stop - part.start, np.dtype(fields))
    rows["fields"] = len(columns)
    # Every row is laid out as wide as it could be; what null leaves out of it is cut out at the end.
    kept = np.ones(rows.shape, np.dtype([(name, f"{np.dtype(dtype).itemsize}?") for name, dtype in fields]))
    for name, column in columns.items():
        rows[f"length of {name}"] = np.dtype(column.dtype).itemsize
        if column.is_array:
            _lay_array(rows, kept, name, column, part)
            continue
        rows[name] = column.values[part]
        if column.known is not None:
            unknown = ~column.known[part]
            rows[f"length of {name}"][unknown], kept[name][unknown] = -1, False
    is_whole = all(column.known is None for column in columns.values())
    return rows.tobytes() if is_whole else rows.view(np.uint8)[kept.view(np.bool_)].tobytes()


def _lay_array(rows: Values, kept: Values, name: str, column: Column, part: slice) -> None:
    assert column.known is not None
    known, laid = column.known[part], rows[name]
    laid["dimensions"], laid["lower bound"], laid["oid"] = 1, 1, INT8_OID
    laid["size"], laid["has nulls"] = known.shape[1], ~known.all(axis=1)
    laid["elements"]["length"], laid["elements"]["value"] = np.where(known, 8, -1), column.values[part]
    rows[f"length of {name}"] -= 8 * (~known).sum(axis=1)
    flags = kept[name].reshape(len(rows), -1)
    header = flags.shape[1] - 12 * known.shape[1]
    flags[:, header:].reshape(len(rows), known.shape[1], 12)[:, :, 4:] = known[:, :, None]
    kept[name] = flags


def copy_lines(table: str, columns: Sequence[str], lines: Iterable[str]) -> None:
    """Copy rows, given as tab-separated text."""
    left = iter(lines)
    with connection.cursor() as cursor, cursor.copy(_statement(table, columns, "TEXT")) as copy:
        while some := "".join(islice(left, LINES_AT_ONCE)):
            copy.write(some)


def _statement(table: str, columns: Iterable[str], form: str) -> sql.Composed:
    names = sql.SQL(", ").join(map(sql.Identifier, columns))
    return sql.SQL("COPY {} ({}) FROM STDIN (FORMAT {})").format(sql.Identifier(table), names, sql.SQL(form))


@contextmanager
def unchecked(table: str, kinds: str) -> Iterator[None]:
    """
    Do without a table's constraints inside the block, and check and index all rows at once afterwards, which is quicker.

    :param kinds: of pg_constraint: f for foreign keys, p for the primary key
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint"
            " WHERE conrelid = %s::regclass AND contype::text = ANY(%s)",
            [table, list(kinds)],
        )
        found = cursor.fetchall()
    execute(*(f"ALTER TABLE {table} DROP CONSTRAINT {name}" for name, _ in found))
    yield
    execute(*(f"ALTER TABLE {table} ADD CONSTRAINT {name} {definition}" for name, definition in found))


def execute(*statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)

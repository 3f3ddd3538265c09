"""Parquet: the values come out of the database in its binary form and go into columns, a batch at a time (arrow-rs, by arro3)."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, islice
from typing import IO, TYPE_CHECKING, Any

from psycopg import sql

from api.analytics.export_sheets import Column, Kind
from api.analytics.export_sql import copy, select

if TYPE_CHECKING:
    from arro3.core import Array, DataType, RecordBatch, Schema
    from psycopg import Cursor

    from api.analytics.export_request import ExportRequest
    from api.analytics.export_writers import OnRows

BATCH_ROWS = 10_000
GROUP_ROWS = 100_000
COMPRESSION = "zstd(1)"
BINARY = sql.SQL("(FORMAT binary)")
SENT_AS = {
    Kind.NAME: "text",
    Kind.TEXT: "text",
    Kind.TEXTS: "text[]",
    Kind.COUNT: "int8",
    Kind.NUMBER: "float8",
    Kind.DAY: "int4",
    Kind.INSTANT: "int8",
}


class Broken(Exception):
    """The writer of columns gave up, of itself."""


def write_parquet(request: "ExportRequest", cursor: "Cursor[Any]", out: IO[bytes], on_rows: "OnRows") -> int:
    """Write a Parquet file: counts as 64-bit integers, days and instants as such, ids as text, hashtags as lists."""
    from arro3.core import Field, RecordBatchReader, Schema
    from arro3.io import write_parquet as write

    columns = request.sheet.columns
    types = [_type_of(column.kind, request.time_zone) for column in columns]
    schema = Schema([Field(column.name, kind, nullable=True) for column, kind in zip(columns, types, strict=True)])
    batches = _Batches(columns, schema, types, on_rows)
    with cursor.copy(copy(select(request, _value), BINARY)) as rows:
        rows.set_types([SENT_AS[column.kind] for column in columns])
        reader = RecordBatchReader.from_batches(schema, batches.read(rows.rows()))
        try:
            write(reader, out, compression=COMPRESSION, max_row_group_size=GROUP_ROWS)
        except Exception as error:
            # What was raised while the rows were read comes back as another error, made in Rust.
            raise batches.error or Broken(str(error)) from error
    return batches.written


class _Batches:
    """The rows as Arrow batches; keeps the error that ended them, and how many rows there were."""

    def __init__(
        self,
        columns: Sequence[Column],
        schema: "Schema",
        types: Sequence["DataType"],
        on_rows: "OnRows",
    ) -> None:
        self._columns, self._schema, self._types, self._on_rows = columns, schema, types, on_rows
        self.written = 0
        self.error: BaseException | None = None

    def read(self, rows: Iterator[tuple[Any, ...]]) -> Iterator["RecordBatch"]:
        try:
            while batch := list(islice(rows, BATCH_ROWS)):
                yield self._make(batch)
                self.written += len(batch)
                self._on_rows(self.written)
        except BaseException as error:
            self.error = error
            raise

    def _make(self, batch: list[tuple[Any, ...]]) -> "RecordBatch":
        from arro3.core import RecordBatch

        arrays = [
            _array(values, column.kind, kind)
            for values, column, kind in zip(zip(*batch, strict=True), self._columns, self._types, strict=True)
        ]
        return RecordBatch.from_arrays(arrays, schema=self._schema)


def _array(values: Sequence[Any], kind: Kind, wanted: "DataType") -> "Array":
    from arro3.core import Array, DataType, list_array

    if kind == Kind.TEXTS:
        ends = list(accumulate((len(value or ()) for value in values), initial=0))
        words = Array(list(chain.from_iterable(value or () for value in values)), DataType.utf8())
        return list_array(Array(ends, DataType.int32()), words, type=wanted)
    if kind == Kind.DAY:
        return Array(list(values), DataType.int32()).cast(wanted)
    if kind == Kind.INSTANT:
        return Array(list(values), DataType.int64()).cast(wanted)
    return Array(list(values), wanted)


def _value(column: Column) -> str:
    """Return the SQL of a column's values, of the type that Arrow keeps them in."""
    if column.kind == Kind.DAY:
        return f"({column.sql} - date '1970-01-01')::int4"
    if column.kind == Kind.INSTANT:
        return f"(extract(epoch FROM {column.sql}) * 1000000)::int8"
    return f"({column.sql})::{SENT_AS[column.kind]}"


def _type_of(kind: Kind, zone: str) -> "DataType":
    from arro3.core import DataType, Field

    match kind:
        case Kind.TEXTS:
            return DataType.list(Field("item", DataType.utf8(), nullable=True))
        case Kind.COUNT:
            return DataType.int64()
        case Kind.NUMBER:
            return DataType.float64()
        case Kind.DAY:
            return DataType.date32()
        case Kind.INSTANT:
            return DataType.timestamp("us", tz=zone)
        case _:
            return DataType.utf8()

"""
A workbook for Excel and its like: the rows' XML comes out of the database and goes into the zip as it is.

The format is Office Open XML (ECMA-376), the few parts of it that a table needs. No library: the ones there are take each cell in
Python (docs/decisions/0027-export.md).
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import chain, islice
from typing import IO, TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile
from zoneinfo import ZoneInfo

from api.analytics import workbook_parts as parts
from api.analytics.export_sheets import Column, Kind
from api.analytics.export_sql import UNQUOTED, copy, harmless, select_lines

if TYPE_CHECKING:
    from psycopg import Cursor

    from api.analytics.export_request import ExportRequest
    from api.analytics.export_writers import OnRows

MOST_ROWS = 1_048_575  # that Excel takes on one sheet, under a line of headings
MOST_BYTES = (
    1_500_000_000  # of a sheet's XML: the zip stays one that Excel opens without offering to repair it (no ZIP64)
)
MOST_SHEETS = 5
COMPRESSION = 1  # of 9: the others take several times as long to save a tenth
FIRST_OFFSETS = date(2010, 1, 1)
BLOCK_ROWS = 1000
# XML has no place for these, and a line break would end the row of the COPY.
FORBIDDEN = r"'[\x01-\x08\x0b-\x1f\ufffe\uffff]'"


def write_workbook(request: "ExportRequest", cursor: "Cursor[Any]", out: IO[bytes], on_rows: "OnRows") -> int:
    """Write one sheet, and further ones where there are more rows than Excel takes on one."""
    columns, offsets = request.sheet.columns, _offsets(request.time_zone)
    query = select_lines(request, lambda column: _cell(column, offsets), opening="<row>", closing="</row>")
    count, written = 0, 0
    with (
        ZipFile(out, "w", ZIP_DEFLATED, compresslevel=COMPRESSION) as book,
        cursor.copy(copy(query, UNQUOTED)) as lines,
    ):
        rows = iter(lines)
        first = list(islice(rows, 1))
        while first or not count:
            count += 1
            with book.open(f"xl/worksheets/sheet{count}.xml", "w") as sheet:
                sheet.write(parts.open_sheet(columns))
                added = 0
                for block, added in _blocks(chain(first, rows)):
                    sheet.write(block)
                    on_rows(written + added)
                sheet.write(parts.CLOSE_SHEET)
            written += added
            first = list(islice(rows, 1))
        for name, content in parts.other_files(request.what, count, offsets):
            book.writestr(name, content)
    return written


def _blocks(rows: Iterator[Any]) -> Iterator[tuple[bytes, int]]:
    """Yield the rows of one sheet, many at a time, with how many there were by then."""
    added = size = 0
    while size < MOST_BYTES and (block := b"".join(some := list(islice(rows, min(BLOCK_ROWS, MOST_ROWS - added))))):
        added, size = added + len(some), size + len(block)
        yield block, added


def _cell(column: Column, offsets: Iterable[int]) -> str:
    """Return the SQL of a column's cell."""
    return f"coalesce({_filled(column, offsets)}, '<c/>')"


def _filled(column: Column, offsets: Iterable[int]) -> str:
    value = column.sql
    match column.kind:
        case Kind.NAME:
            return f"'<c t=\"inlineStr\"><is><t>' || {value} || '</t></is></c>'"
        case Kind.TEXT | Kind.TEXTS:
            return f"'<c t=\"inlineStr\"><is><t xml:space=\"preserve\">' || {_xml(harmless(column))} || '</t></is></c>'"
        case Kind.DAY:
            return f"'<c s=\"{parts.DAY}\"><v>' || ({value} - date '1899-12-30') || '</v></c>'"
        case Kind.INSTANT:
            style = " ".join(f"WHEN {offset} THEN {place}" for place, offset in enumerate(offsets, parts.FIRST_INSTANT))
            zoned = f"CASE extract(timezone FROM {value})::int {style} ELSE {parts.DAY} END"
            days = f"date_part('epoch', ({value})::timestamp) / 86400 + 25569"
            return f"'<c s=\"' || {zoned} || '\"><v>' || ({days}) || '</v></c>'"
        case Kind.COUNT:
            return f"'<c s=\"{parts.COUNT}\"><v>' || {value} || '</v></c>'"
        case _:
            return f"'<c><v>' || {value} || '</v></c>'"


def _xml(value: str) -> str:
    """Return the SQL that writes text as XML, and what looks like one of Excel's own escapes so that it stays text."""
    tidy = f"regexp_replace(replace({value}, E'\\r\\n', E'\\n'), {FORBIDDEN}, '', 'g')"
    kept = f"regexp_replace({tidy}, '_(x[0-9A-Fa-f]{{4}}_)', '_x005F_\\1', 'g')"
    for sign, written in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\\n", "&#10;")):
        kept = f"replace({kept}, E'{sign}', '{written}')"
    return kept


def _offsets(zone: str) -> list[int]:
    """Return the distances from UTC, in seconds, that a zone's clocks had since TikTok began, and will have for a year."""
    end = datetime.now(UTC).date() + timedelta(days=400)
    days = range((end - FIRST_OFFSETS).days)
    midday = (datetime(2010, 1, 1, 12, tzinfo=UTC) + timedelta(days=day) for day in days[::7])
    found = {at.astimezone(ZoneInfo(zone)).utcoffset() or timedelta() for at in midday}
    return sorted(int(offset.total_seconds()) for offset in found)

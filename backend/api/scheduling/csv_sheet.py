"""From the text of a CSV file to its lines, by column. Pure."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from api.scheduling.csv_columns import COLUMNS, find_column, is_told, unguard
from core.domain_error import Invalid

MOST_ROWS = 500
MOST_CHARACTERS = 1_000_000
SHOWN = 40
DELIMITERS = (",", ";", "\t")
_SEP = re.compile(r"sep=([,;\t])(\r\n|\r|\n)", re.IGNORECASE)
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the file: `number` is the line it begins on, counted from 1. `extra`: it has more cells than the header."""

    number: int
    cells: dict[str, str]
    extra: int = 0

    def get(self, column: str) -> str:
        """Return the column's cell without spaces around it, empty where there is none."""
        return self.cells.get(column, "").strip()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file's rows, and the headings nobody knows; blank rows are left out."""

    delimiter: str
    lines: list[Line]
    columns: list[str]
    ignored: list[str] = field(default_factory=list)


def read_sheet(text: str) -> Sheet:
    """
    Read a CSV file: commas, semicolons or tabs, any line ends, quoted line breaks, with or without a byte order mark.

    :raises Invalid: at `csv`, for a file as a whole: `csv_empty`, `csv_unreadable`, `csv_quotes`, `columns_unknown`,
        `column_twice`, `rows_missing` or `too_many_rows`
    """
    text = text.removeprefix("\ufeff")
    if found := _UNSTORABLE.search(text):
        number = len(_LINE_END.findall(text, 0, found.start())) + 1
        raise _refusal(
            "csv_unreadable", f"Line {number} holds a character that cannot be stored. Save the file as UTF-8."
        )
    if not text.strip():
        raise _refusal("csv_empty", "The file is empty.")
    told = _SEP.match(text)
    skipped = 1 if told else 0
    text = text[told.end() :] if told else text
    delimiter = told[1] if told else _find_delimiter(text)
    records = _read_records(text, delimiter, skipped=skipped)
    number, headings = next(
        ((number, cells) for number, cells in records if any(cell.strip() for cell in cells)), (1, [])
    )
    columns = _read_header(number, headings)
    lines = [_to_line(number, cells, columns) for number, cells in records if any(cell.strip() for cell in cells)]
    if not lines:
        raise _refusal("rows_missing", "Below the column names there is no row.")
    if len(lines) > MOST_ROWS:
        message = f"The file has {len(lines)} rows, and {MOST_ROWS} go in at once. Split it into several files."
        raise _refusal("too_many_rows", message)
    ignored = [name for name, column in zip(headings, columns, strict=True) if column is None and name.strip()]
    known = [column for column in columns if column]
    return Sheet(delimiter, lines, known, [name.strip()[:SHOWN] for name in ignored if not is_told(name)])


def _find_delimiter(text: str) -> str:
    """Return the delimiter that makes most sense of the first line with something in it: by columns known, then by cells."""

    def sense(delimiter: str) -> tuple[int, int]:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        try:
            first = next((cells for cells in rows if any(cell.strip() for cell in cells)), [])
        except csv.Error:
            return (0, 0)
        return (len({find_column(cell) for cell in first} - {None}), len(first))

    return max(DELIMITERS, key=sense)


def _read_records(text: str, delimiter: str, *, skipped: int) -> Iterator[tuple[int, list[str]]]:
    """Yield each record with the line it begins on."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        begins = rows.line_num + 1 + skipped
        try:
            yield begins, next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            raise _refusal("csv_quotes", _say_quotes(begins, str(error))) from error


def _say_quotes(line: int, error: str) -> str:
    if "end of data" in error or "field limit" in error:
        return f"The row that begins on line {line} opens a quotation mark that is never closed."
    return (
        f"In the row that begins on line {line} something stands behind a closing quotation mark."
        " A quotation mark inside a cell is written twice, and the whole cell is put in quotation marks."
    )


def _read_header(number: int, headings: list[str]) -> list[str | None]:
    columns = [find_column(heading) for heading in headings]
    if not any(columns):
        named = ", ".join(list(COLUMNS)[:5])
        message = (
            f"Line {number} has to name the columns, and none of its names is known. Carillon knows {named} and more."
        )
        raise _refusal("columns_unknown", message)
    for index, column in enumerate(columns):
        if column and column in columns[:index]:
            one, other = headings[columns.index(column)].strip(), headings[index].strip()
            both = f"“{one}” and “{other}” both mean" if one != other else f"“{one}” stands there twice and means"
            raise _refusal("column_twice", f"In line {number}, {both} the column {column}. Keep one of them.")
    return columns


def _to_line(number: int, cells: list[str], columns: list[str | None]) -> Line:
    named = {column: unguard(cell) for column, cell in zip(columns, cells, strict=False) if column}
    behind = [index for index, cell in enumerate(cells) if cell.strip() and index >= len(columns)]
    return Line(number, named, extra=len(behind))


def _refusal(code: str, message: str) -> Invalid:
    return Invalid.at("csv", message, code=code)

"""
The statements of an export. The workspace stands in each of them, inside the COPY: no row of another one leaves the database.

Everything but the workspace, the accounts and the days is text of ours; those go in as literals that psycopg quotes.
"""

from collections.abc import Callable

from psycopg import sql

from api.analytics.export_request import ExportRequest
from api.analytics.export_sheets import Column, Kind

Render = Callable[[Column], str]

# A cell that begins like this is a formula to a spreadsheet, the wide signs too where Japanese is typed (security F7).
FORMULA = r"'^[=+\-@\t\r\n＝＋－＠]'"
# With these, COPY never has to quote a line of JSON or of a workbook: both escape control characters, or leave them out.
UNQUOTED = sql.SQL("(FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02')")


def select(request: ExportRequest, render: Render) -> sql.Composed:
    """Return the SELECT of all rows, each column as `render` writes its cells."""
    columns = sql.SQL(", ").join(sql.SQL(f"{render(column)} AS {column.name}") for column in request.sheet.columns)
    return sql.SQL("SELECT {} {}").format(columns, _rows(request))


def select_lines(request: ExportRequest, render: Render, *, opening: str, closing: str) -> sql.Composed:
    """Return the SELECT of all rows, each one text: its cells, as `render` writes them, between `opening` and `closing`."""
    cells = " || ".join([f"'{opening}'", *(render(column) for column in request.sheet.columns), f"'{closing}'"])
    return sql.SQL("SELECT {} {}").format(sql.SQL(cells), _rows(request))


def select_count(request: ExportRequest, *, most: int | None = None) -> sql.Composed:
    """Return the statement that counts the rows, and stops at `most`."""
    limit = sql.SQL("LIMIT {}").format(sql.Literal(most)) if most else sql.SQL("")
    return sql.SQL("SELECT count(*) FROM (SELECT 1 {} {}) q").format(_rows(request, ordered=False), limit)


def copy(query: sql.Composable, options: sql.Composable) -> sql.Composed:
    return sql.SQL("COPY ({}) TO STDOUT WITH {}").format(query, options)


def plain(column: Column) -> str:
    """Return a cell as PostgreSQL has it."""
    return column.sql


def harmless(column: Column) -> str:
    """Return a cell's text so that no spreadsheet takes it for a formula; texts in a list stand one after the other."""
    if column.kind not in (Kind.TEXT, Kind.TEXTS):
        return column.sql
    text = f"array_to_string({column.sql}, ' ')" if column.kind == Kind.TEXTS else column.sql
    return f"CASE WHEN {text} ~ {FORMULA} THEN '''' || {text} ELSE {text} END"


def _rows(request: ExportRequest, *, ordered: bool = True) -> sql.Composed:
    sheet = request.sheet
    parts = [sheet.source]
    parts += [sheet.of_accounts] if request.account_ids else []
    parts += [sheet.since] if request.since else []
    parts += [sheet.until] if request.until else []
    if ordered or "GROUP BY" in sheet.ending:
        parts.append(sheet.ending)
    return sql.SQL(" ".join(parts)).format(
        workspace=sql.Literal(request.workspace_id),
        accounts=sql.Literal(list(request.account_ids)),
        first=sql.Literal(request.since),
        last=sql.Literal(request.until),
        start=sql.Literal(request.start),
        end=sql.Literal(request.end),
    )

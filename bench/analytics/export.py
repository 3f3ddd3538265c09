"""
Exports measured: seconds, rows a second and peak memory of each format at 100,000 and a million samples, and of the naive ways.

Each is one child process, which has the backend loaded as a worker has it: `python -m bench.analytics.export WAY ROWS OUT`.
"""

import csv
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode
from uuid import UUID

ROOT = Path(__file__).resolve().parents[2]
SIZES = (100_000, 1_000_000)
OURS = ("csv", "json", "xlsx", "parquet")
NAIVE = ("csv fetchall", "xlsx xlsxwriter", "xlsx openpyxl", "xlsx openpyxl, streamed")
# A million rows would take gigabytes, or minutes.
MOST_NAIVE = {"xlsx xlsxwriter": 100_000, "xlsx openpyxl": 100_000, "xlsx openpyxl, streamed": 100_000}
BAR_ROWS_A_SECOND, BAR_MIB, BAR_XLSX_S, BAR_PARQUET_MIB, BAR_GROWTH = 80_000, 100, 90, 250, 1.25


def measure_export(
    database: Mapping[str, Any],
    *,
    workspace_id: UUID,
    ways: Sequence[str] = (*OURS, *NAIVE),
    sizes: Sequence[int] = SIZES,
    rounds: int = 1,
    say: Callable[[str], None] = print,
) -> dict[str, dict[int, dict[str, float]]]:
    """
    Export a workspace's samples in each way; return seconds, CPU seconds, rows a second, memory and size of file by way and size.

    `peak_mib` is the most memory of the process, `base_mib` what it had before: Django with every app of ours.

    The best of `rounds` counts; the naive ways, which take minutes, have one. A way whose library is not installed is left out.

    :param database: Django's settings of the database, which must hold as many samples of the workspace as the largest size
    """
    environment = {
        **os.environ,
        "DATABASE_URL": _address(database),
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "CARILLON_ENV": "development",
        "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'backend'}",
    }
    found: dict[str, dict[int, dict[str, float]]] = {}
    with tempfile.TemporaryDirectory(prefix="carillon-export-") as folder:
        for way in ways:
            for size in (size for size in sizes if size <= MOST_NAIVE.get(way, size)):
                argv = [
                    sys.executable,
                    "-m",
                    "bench.analytics.export",
                    way,
                    str(size),
                    f"{folder}/out",
                    str(workspace_id),
                ]
                runs = [_run(argv, environment) for _ in range(rounds if way in OURS else 1)]
                costs = [run for run in runs if run is not None]
                if not costs:
                    say(f"  {way:24} is not installed here")
                    break
                best = min(costs, key=lambda cost: cost["seconds"])
                found.setdefault(way, {})[size] = best
                say(
                    f"  {way:24} {size:9,} rows {best['seconds']:7.1f} s {best['rows_per_s']:9,.0f} rows/s"
                    f" {best['peak_mib']:5.0f} MiB ({best['base_mib']:.0f} before) {best['file_mb']:6.1f} MB"
                )
    return found


def find_faults(found: Mapping[str, Mapping[int, Mapping[str, float]]]) -> list[str]:
    """Return one sentence for each bar (analytics §7, no. 10) that is not reached."""
    few, many = SIZES
    faults = []
    for way in ("csv", "xlsx"):
        one, other = found[way][few], found[way][many]
        if other["peak_mib"] > BAR_MIB:
            faults.append(f"{way}: {other['peak_mib']:.0f} MiB of {BAR_MIB}")
        if other["peak_mib"] > BAR_GROWTH * one["peak_mib"]:
            faults.append(
                f"{way}: memory grows by {other['peak_mib'] / one['peak_mib']:.2f} from {few:,} to {many:,} rows"
            )
    if found["csv"][many]["rows_per_s"] < BAR_ROWS_A_SECOND:
        faults.append(f"csv: {found['csv'][many]['rows_per_s']:,.0f} rows/s of {BAR_ROWS_A_SECOND:,}")
    if found["xlsx"][many]["seconds"] > BAR_XLSX_S:
        faults.append(f"xlsx: {found['xlsx'][many]['seconds']:.0f} s of {BAR_XLSX_S}")
    if found["parquet"][many]["peak_mib"] > BAR_PARQUET_MIB:
        faults.append(f"parquet: {found['parquet'][many]['peak_mib']:.0f} MiB of {BAR_PARQUET_MIB}")
    return faults


def _address(database: Mapping[str, Any]) -> str:
    host, user, password = (quote(str(database.get(name) or ""), safe="") for name in ("HOST", "USER", "PASSWORD"))
    port = f":{database['PORT']}" if database.get("PORT") else ""
    options = {name: value for name, value in database.get("OPTIONS", {}).items() if isinstance(value, str)}
    return f"postgresql://{user}:{password}@{host}{port}/{database['NAME']}?{urlencode(options)}"


def _run(argv: Sequence[str], environment: Mapping[str, str]) -> dict[str, float] | None:
    done = subprocess.run(argv, cwd=ROOT, env=environment, capture_output=True, check=False)
    if done.returncode == NOT_INSTALLED:
        return None
    if done.returncode:
        raise RuntimeError(f"{argv[3]} failed: {done.stderr[-2000:].decode(errors='replace')}")
    answer: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return answer


NOT_INSTALLED = 77


def _measure(way: str, rows: int, out: Path, workspace_id: UUID) -> dict[str, float]:
    import django

    django.setup()
    base = _peak_mib()
    began, spent = time.monotonic(), time.process_time()
    try:
        if way in OURS:
            _ours(way, rows, out, workspace_id)
        else:
            WAYS[way](_statement(rows, workspace_id), out)
    except ImportError:
        sys.exit(NOT_INSTALLED)
    seconds = time.monotonic() - began
    return {
        "seconds": round(seconds, 2),
        "cpu_s": round(time.process_time() - spent, 2),
        "rows_per_s": round(rows / seconds),
        "peak_mib": _peak_mib(),
        "base_mib": base,
        "file_mb": round(out.stat().st_size / 1e6, 1),
    }


def _peak_mib() -> float:
    """Return the most memory this process has had; not getrusage's, which counts what whoever started it had."""
    status = Path("/proc/self/status").read_text()
    [line] = [line for line in status.splitlines() if line.startswith("VmHWM:")]
    return round(int(line.split()[1]) / 1024, 1)


def _ours(way: str, rows: int, out: Path, workspace_id: UUID) -> None:
    from dataclasses import replace

    from api.analytics import export_sheets
    from api.analytics.export_request import ExportFormat, ExportRequest
    from api.analytics.export_sheets import SHEETS, ExportWhat
    from api.analytics.export_writers import write_export

    samples = SHEETS[ExportWhat.SAMPLES]
    export_sheets.SHEETS[ExportWhat.SAMPLES] = replace(samples, ending=f"{samples.ending} LIMIT {rows}")
    request = ExportRequest(workspace_id, ExportWhat.SAMPLES, ExportFormat(way), "Europe/Berlin")
    with out.open("wb") as stream:
        written = write_export(request, stream, on_rows=lambda _: None)
    assert written == rows, f"{written} rows of {rows}"


def _statement(rows: int, workspace_id: UUID) -> Any:
    """Return the SELECT of the same rows as PostgreSQL has them."""
    from psycopg import sql

    from api.analytics.export_request import ExportFormat, ExportRequest
    from api.analytics.export_sheets import ExportWhat
    from api.analytics.export_sql import plain, select

    request = ExportRequest(workspace_id, ExportWhat.SAMPLES, ExportFormat.CSV, "Europe/Berlin")
    return sql.SQL("{} LIMIT {}").format(select(request, plain), sql.Literal(rows))


def _rows(statement: Any, *, batch: int = 0) -> Iterator[Sequence[Any]]:
    """Yield rows in Python; without a batch all of them are fetched first, as they are by whoever does not think of it."""
    from django.db import connection, transaction

    connection.ensure_connection()
    with transaction.atomic():
        plain = connection.connection
        cursor = plain.cursor("rows") if batch else plain.cursor()
        with cursor:
            cursor.execute(statement)
            if not batch:
                yield from cursor.fetchall()
            while batch and (some := cursor.fetchmany(batch)):
                yield from some


def _csv_fetchall(statement: Any, out: Path) -> None:
    with out.open("w", newline="") as stream:
        csv.writer(stream).writerows(list(_rows(statement)))


def _xlsx_xlsxwriter(statement: Any, out: Path) -> None:
    import xlsxwriter

    book = xlsxwriter.Workbook(str(out), {"remove_timezone": True, "default_date_format": "yyyy-mm-dd hh:mm:ss"})
    sheet = book.add_worksheet()
    for place, row in enumerate(_rows(statement, batch=5_000)):
        sheet.write_row(place, 0, row)
    book.close()


def _xlsx_openpyxl(statement: Any, out: Path, *, streamed: bool = False) -> None:
    import openpyxl

    book = openpyxl.Workbook(write_only=streamed)
    sheet = book.create_sheet()
    for row in _rows(statement, batch=5_000):
        sheet.append([cell.replace(tzinfo=None) if hasattr(cell, "tzinfo") else cell for cell in row])
    book.save(out)


WAYS: dict[str, Callable[[Any, Path], None]] = {
    "csv fetchall": _csv_fetchall,
    "xlsx xlsxwriter": _xlsx_xlsxwriter,
    "xlsx openpyxl": _xlsx_openpyxl,
    "xlsx openpyxl, streamed": partial(_xlsx_openpyxl, streamed=True),
}

if __name__ == "__main__":
    way, rows, out, workspace = sys.argv[1:]
    print(json.dumps(_measure(way, int(rows), Path(out), UUID(workspace))))

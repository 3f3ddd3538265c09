"""Open exported files as their readers do and say what is in them: `open_files.py FOLDER`, for months.spec.ts."""  # noqa: INP001

import json
import sys
from pathlib import Path

import openpyxl
import pandas as pd
import pypdfium2


def read_workbook(path: Path) -> dict[str, object]:
    """Return what openpyxl finds on the first sheet: its head, its rows, and the sum of the views gained."""
    sheet = openpyxl.load_workbook(path, read_only=True).worksheets[0]
    head, *rows = sheet.iter_rows(values_only=True)
    column = head.index("views_gain")
    return {"head": head, "rows": len(rows), "views_gain": sum(row[column] or 0 for row in rows)}


def read_table(table: pd.DataFrame) -> dict[str, object]:
    """Return a table's columns, rows, and the sum of the views gained or counted."""
    column = "views_gain" if "views_gain" in table else "views"
    ids = table["tiktok_id"].map(type).eq(str).all() if "tiktok_id" in table else True
    return {"columns": list(table.columns), "rows": len(table), column: int(table[column].sum()), "ids_are_text": bool(ids)}


def read_pdf(path: Path) -> dict[str, object]:
    """Return a PDF's pages and its text."""
    document = pypdfium2.PdfDocument(path)
    return {"pages": len(document), "text": "\n".join(page.get_textpage().get_text_range() for page in document)}


def main(folder: Path) -> None:
    """Open what the journey has downloaded."""
    found = {
        "xlsx": read_workbook(folder / "days.xlsx"),
        "xlsx_pandas": read_table(pd.read_excel(folder / "days.xlsx")),
        "parquet": read_table(pd.read_parquet(folder / "days.parquet")),
        "posts": read_table(pd.read_parquet(folder / "posts.parquet")),
        "csv": read_table(pd.read_csv(folder / "days.csv")),
        "json": read_table(pd.read_json(folder / "days.json")),
        "pdf": read_pdf(folder / "report.pdf"),
    }
    sys.stdout.write(json.dumps(found, default=str) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

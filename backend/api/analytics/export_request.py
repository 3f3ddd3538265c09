"""What a person asks to have exported: checked once, kept as JSON with the job, and read back by the worker. Pure."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from api.analytics.export_sheets import SHEETS, ExportWhat, Sheet
from core.domain_error import Invalid

MOST_YEARS = 10
DAYS_A_YEAR = 366
FIRST_YEAR, LAST_YEAR = 1970, 9000  # converting a year at either end of time overflows


class ExportFormat(StrEnum):
    """A kind of file."""

    CSV = "csv"
    XLSX = "xlsx"
    PARQUET = "parquet"
    JSON = "json"


CONTENT_TYPES = {
    ExportFormat.CSV: "text/csv; charset=utf-8",
    ExportFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ExportFormat.PARQUET: "application/vnd.apache.parquet",
    ExportFormat.JSON: "application/json",
}
# More rows than this are made by a worker: with fewer an answer is there within a second or two.
AT_ONCE = {ExportFormat.CSV: 50_000, ExportFormat.JSON: 50_000, ExportFormat.PARQUET: 50_000, ExportFormat.XLSX: 10_000}


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """
    An export of one workspace; no `account_ids` is all of its accounts.

    `since` and `until` are days, both included: an account's own days where the sheet has them, days of `time_zone` elsewhere.
    `time_zone` is also what instants are written in.
    """

    workspace_id: UUID
    what: ExportWhat
    format: ExportFormat
    time_zone: str
    account_ids: tuple[UUID, ...] = ()
    since: date | None = None
    until: date | None = None

    @property
    def sheet(self) -> Sheet:
        return SHEETS[self.what]

    @property
    def start(self) -> datetime | None:
        """The instant at which `since` begins."""
        return _midnight(self.since, self.time_zone)

    @property
    def end(self) -> datetime | None:
        """The instant at which `until` is over."""
        return _midnight(self.until + timedelta(days=1), self.time_zone) if self.until else None

    def to_json(self) -> dict[str, Any]:
        """Return all but the workspace, as a job keeps it."""
        return {
            "account_ids": [str(pk) for pk in self.account_ids],
            "since": self.since.isoformat() if self.since else None,
            "until": self.until.isoformat() if self.until else None,
            "time_zone": self.time_zone,
        }


def read_request(workspace_id: UUID, what: str, file_format: str, kept: Mapping[str, Any]) -> ExportRequest:
    """Return the request that a job kept."""
    return ExportRequest(
        workspace_id,
        ExportWhat(what),
        ExportFormat(file_format),
        kept["time_zone"],
        tuple(UUID(one) for one in kept["account_ids"]),
        date.fromisoformat(kept["since"]) if kept["since"] else None,
        date.fromisoformat(kept["until"]) if kept["until"] else None,
    )


def check_range(since: date | None, until: date | None) -> None:
    """
    Accept days that can be asked about.

    :raises Invalid: at `since` or `until`
    """
    for name, day in (("since", since), ("until", until)):
        if day and not FIRST_YEAR < day.year < LAST_YEAR:
            raise Invalid.at(name, f"There is nothing from the year {day.year}.", code="day_out_of_reach")
    if since and until and until < since:
        raise Invalid.at("until", f"The last day, {until}, is before the first, {since}.", code="range_reversed")
    if since and until and (until - since).days > MOST_YEARS * DAYS_A_YEAR:
        raise Invalid.at("until", f"At most {MOST_YEARS} years at once.", code="range_too_long")


def name_file(request: ExportRequest, handles: Sequence[str]) -> str:
    """
    Return what the file is called: `carillon-posts-studio.nord-2026-10-01-to-2026-10-31.csv`.

    :param handles: how the accounts are called that were asked for by name
    """
    whose = [plain_name(handles[0])] if len(handles) == 1 else [f"{len(handles)}-accounts"] if handles else []
    days = []
    if request.since and request.until:
        days = [f"{request.since}-to-{request.until}"]
    elif request.since or request.until:
        days = [f"from-{request.since}" if request.since else f"until-{request.until}"]
    return "-".join(["carillon", request.what, *filter(None, whose), *days]) + f".{request.format}"


def _midnight(day: date | None, zone: str) -> datetime | None:
    return datetime.combine(day, datetime.min.time(), ZoneInfo(zone)) if day else None


def plain_name(handle: str) -> str:
    """Return a name as it may stand in any file's name."""
    letters = unicodedata.normalize("NFKD", handle).encode("ascii", "ignore").decode()
    return re.sub(r"[^\w.]+", "-", letters).strip("-._")[:60]

"""Bringing many posts as CSV: looked at first, then made row by row, each as the composer makes it."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal
from uuid import UUID

from django.db import transaction

from api.scheduling.csv_cells import DateOrder, Problem, find_order
from api.scheduling.csv_sheet import Sheet, read_sheet
from api.scheduling.import_compose import foresee, to_composition, to_problems
from api.scheduling.import_lookup import look_up
from api.scheduling.import_repeats import Known, Same, find_known
from api.scheduling.import_row import Row
from api.scheduling.import_rows import read_row
from api.scheduling.services import compose
from api.users.services import check_zone
from api.workspaces.audit import record
from api.workspaces.auth import Member
from api.workspaces.models import Workspace
from core.domain_error import DomainError, Invalid

MOST_PUBLICATIONS = 2_000
DATES = ("local_time", "date")
Outcome = Literal["scheduled", "draft", "repeated", "refused"]


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """
    A file of posts. `time_zone` is that of rows which name none; `again` makes posts once more that are here already.

    `leave_out`: lines that are not to become posts; `date_order`: how dates with slashes are written, None to find it out.
    """

    csv: str
    time_zone: str
    date_order: DateOrder | None = None
    leave_out: frozenset[int] = frozenset()
    again: bool = False
    consent: bool = False


@dataclass(slots=True)
class ImportItem:
    """What became, or would become, of one row."""

    row: Row
    outcome: Outcome = "refused"
    post_id: UUID | None = None
    same: Same | None = None
    problems: list[Problem] = field(default_factory=list)


@dataclass(slots=True)
class ImportResult:
    sheet: Sheet
    date_order: DateOrder | None
    items: list[ImportItem]

    def count(self, outcome: Outcome) -> int:
        return sum(item.outcome == outcome for item in self.items)


def import_posts(*, member: Member, plan: ImportPlan, dry_run: bool, now: datetime) -> ImportResult:
    """
    Make a post of each row, or say why not; a row becomes a post as a whole or not at all, whatever becomes of the others.

    With `dry_run` exactly the same is done and taken back, so that what is shown is what would happen.

    :raises Invalid: for a file that is none (`read_sheet`), an unknown zone, or `too_many_publications`
    """
    zone = check_zone(plan.time_zone)
    sheet = read_sheet(plan.csv)
    order = plan.date_order or find_order(line.get(name) for line in sheet.lines for name in DATES)
    lines = [line for line in sheet.lines if line.number not in plan.leave_out]
    lookup = look_up(member.workspace, lines)
    rows = [read_row(line, lookup=lookup, order=order, time_zone=zone) for line in lines]
    _check_size(rows)
    with transaction.atomic():
        if not dry_run:
            # Whoever brings the same file at the same moment waits, and then finds these posts.
            Workspace.objects.select_for_update(no_key=True).get(pk=member.workspace.pk)
        known = find_known(member.workspace, rows)
        result = ImportResult(sheet, order, [_import(member, plan, row, known, now, trial=dry_run) for row in rows])
        if dry_run:
            transaction.set_rollback(True)
        else:
            _note(member, result)
    return result


def _check_size(rows: list[Row]) -> None:
    count = sum(len(row.accounts) for row in rows)
    if count > MOST_PUBLICATIONS:
        message = f"The rows make {count:,} posts on accounts, and {MOST_PUBLICATIONS:,} go in at once. Split the file."
        raise Invalid.at("csv", message, code="too_many_publications")


def _import(member: Member, plan: ImportPlan, row: Row, known: Known, now: datetime, *, trial: bool) -> ImportItem:
    same = known.find(row)
    if same and not plan.again:
        return ImportItem(row, "repeated", post_id=same.post_id, same=same)
    item = ImportItem(row, same=same, problems=[*row.problems, *foresee(row, now=now)])
    if item.problems:
        return item
    try:
        with transaction.atomic():
            post = compose(
                member=member, composition=to_composition(row, consent=plan.consent or trial), post=None, now=now
            )
    except DomainError as refusal:
        item.problems = to_problems(row, refusal)
        return item
    known.add(row)
    item.outcome, item.post_id = row.status, None if trial else post.pk
    return item


def _note(member: Member, result: ImportResult) -> None:
    """Say in the audit log that a file was brought; each scheduled post of it has its own line there."""
    scheduled, drafts = result.count("scheduled"), result.count("draft")
    if scheduled or drafts:
        made = f"{scheduled} scheduled, {drafts} as drafts"
        record(
            member,
            "posts.imported",
            kind="workspace",
            subject_id=member.workspace.pk,
            sentence=f"imported posts from a CSV file: {made}",
            scheduled=scheduled,
            drafts=drafts,
        )

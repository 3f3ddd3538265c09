"""One row as the composer takes it, and the composer's refusals as problems of the row's columns."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial

from api.accounts.models import Account
from api.posts.models import PostKind, TimingMode
from api.posts.services import PhotoTexts
from api.publishing.services import Target, check_target
from api.scheduling.csv_cells import Problem
from api.scheduling.import_row import Row
from api.scheduling.media_check import check_media
from api.scheduling.services import Composition
from api.scheduling.timing import decide_timing
from api.slideshows.looks import ImageChoice, SlideshowChoice
from core.domain_error import DomainError

SLIDE_MS = 3_000  # as the composer begins
# Where the composer's fields stand in a file; of an account's fields, by the last part.
COLUMNS = {"media_ids": "media", "images": "media", "cover_index": "cover", "cover_ms": "cover_ms", "consent": ""}
OF_ACCOUNT = {"account_id": "accounts", "privacy_level": "privacy", "post_mode": "mode", "disclosure": "your_brand"}
# A row has one choice for all of its accounts: said once, not for each of them.
ONCE = ("privacy_missing", "branded_content_private")


def to_composition(row: Row, *, consent: bool) -> Composition:
    """Return the row as the composer sends a post; a slideshow begins as the composer's do."""
    slideshow = None
    if row.kind == PostKind.SLIDESHOW:
        images = (ImageChoice(asset.pk, SLIDE_MS, order) for order, asset in enumerate(row.media))
        slideshow = SlideshowChoice(tuple(images))
    return Composition(
        row.caption,
        [asset.pk for asset in row.media],
        [(account.pk, row.choices) for account in row.accounts],
        TimingMode.AT if row.status == "scheduled" else TimingMode.DRAFT,
        row.local_time,
        row.time_zone,
        consent=consent,
        kind=row.kind,
        texts=PhotoTexts(row.title, row.cover - 1),
        late_limit_min=row.late_limit_min,
        stagger_min=row.stagger_min,
        cover_ms=row.cover_ms,
        slideshow=slideshow,
    )


def foresee(row: Row, *, now: datetime) -> Iterator[Problem]:
    """Yield what the composer would refuse one after the other, so that all of a row is mended in one go."""
    if row.status != "scheduled":
        return
    said: set[str] = set()
    for check in _list_checks(row, now):
        for problem in _refusals_of(check, row):
            if problem.code not in said:
                yield problem
            if problem.code in ONCE:
                said.add(problem.code)


def _list_checks(row: Row, now: datetime) -> Iterator[Callable[[], object]]:
    targets = [_target(row, account) for account in row.accounts]
    if row.local_time and not row.has_problem_in("time_zone"):
        yield partial(decide_timing, mode=TimingMode.AT, local_time=row.local_time, time_zone=row.time_zone, now=now)
    if not row.has_problem_in("privacy"):
        yield from (partial(check_target, target, index=index) for index, target in enumerate(targets))
    yield partial(check_media, row.media, targets)


def _refusals_of(check: Callable[[], object], row: Row) -> list[Problem]:
    try:
        check()
    except DomainError as refusal:
        return to_problems(row, refusal)
    return []


def _target(row: Row, account: Account) -> Target:
    return Target(account, replace(row.choices, post_mode=row.mode or account.post_mode))


def to_problems(row: Row, refusal: DomainError) -> list[Problem]:
    """Return a refusal as problems of the row, each in the column a person has to mend."""
    found = [Problem(_column_of(row, error.field), error.code, error.message) for error in refusal.errors]
    return found or [Problem("", refusal.code, refusal.detail)]


def _column_of(row: Row, field: str) -> str:
    first, _, rest = field.partition(".")
    if first == "publications":
        return OF_ACCOUNT.get(rest.rpartition(".")[2], "accounts")
    if first == "timing":
        return row.time_column
    return COLUMNS.get(first, first)

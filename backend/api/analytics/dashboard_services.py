"""A workspace at a glance; its accounts side by side; some of them compared."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from api.analytics import overview_selectors
from api.analytics.measures import Totals, add_up
from api.analytics.overview_selectors import FleetRow, Whole
from api.analytics.post_selectors import PostNow
from api.analytics.ranges import Days
from api.analytics.selectors import AccountNow, Stretch
from api.workspaces.models import Workspace
from core.domain_error import Invalid, NotFound

TOP_POSTS = 10
LEAST_COMPARED, MOST_COMPARED = 2, 10
STALE_AFTER = timedelta(hours=26)


@dataclass(frozen=True, slots=True)
class Dashboard:
    """`stale` are accounts that nobody could look at for a day, `held` those whose last sample is being doubted."""

    days: Days
    now: Totals
    before: Totals
    by_day: list[Stretch]
    top_posts: list[PostNow]
    whole: Whole
    stale: list[AccountNow]
    held: list[AccountNow]


def dashboard(*, workspace: Workspace, days: Days, known: int, now: datetime) -> tuple[int, Dashboard | None]:
    """Return a workspace at a glance, None when the known version is the present one; three queries."""
    whole = Days(days.before().since, days.until, days.zone)
    version, rows = overview_selectors.read_workspace_days(workspace, whole, known=known)
    if rows is None:
        return version, None
    inside = [row for row in rows if row.start >= days.since]
    accounts = overview_selectors.read_whole(workspace, stale_since=now - STALE_AFTER)
    return version, Dashboard(
        days,
        add_up(inside),
        add_up(row for row in rows if row.start < days.since),
        inside,
        overview_selectors.read_top_posts(workspace, limit=TOP_POSTS),
        accounts,
        [one for one in accounts.ill if one.checked_at is None or now - one.checked_at > STALE_AFTER],
        [one for one in accounts.ill if one.held_at is not None],
    )


def fleet(*, workspace: Workspace, days: Days, known: int) -> tuple[int, list[FleetRow] | None]:
    """Return every account with its figures of a range; two queries."""
    version = overview_selectors.version_of(workspace)
    return version, None if version == known else overview_selectors.read_fleet(workspace, days)


@dataclass(frozen=True, slots=True)
class Compared:
    """One of the accounts compared: its sums, and its days."""

    account: AccountNow
    totals: Totals
    by_day: list[Stretch]


def compare(
    *, workspace: Workspace, account_ids: Sequence[UUID], days: Days, known: int
) -> tuple[int, list[Compared] | None]:
    """
    Return accounts side by side, in the order asked for; two queries.

    :raises Invalid: for fewer than two or more than ten
    :raises NotFound: when the workspace does not have all of them
    """
    ids = list(dict.fromkeys(account_ids))
    if not LEAST_COMPARED <= len(ids) <= MOST_COMPARED:
        message = f"{LEAST_COMPARED} to {MOST_COMPARED} accounts can be compared; these are {len(ids)}."
        raise Invalid.at("account_id", message, code="how_many_compared")
    version, accounts = overview_selectors.read_compared(workspace, ids)
    if version == known:
        return version, None
    if len(accounts) < len(ids):
        raise NotFound
    rows_of = overview_selectors.read_days_of(ids, days)
    return version, [Compared(account, add_up(rows), rows) for account, rows in zip(accounts, rows_of, strict=True)]

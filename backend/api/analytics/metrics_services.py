"""An account's figures over a range, beside those of as many days before."""

from dataclasses import dataclass
from uuid import UUID

from api.analytics import selectors
from api.analytics.measures import Totals, add_up
from api.analytics.ranges import Days
from api.analytics.selectors import AccountNow, Stretch
from api.workspaces.models import Workspace

# What people look for and TikTok's API has for nobody: said by name, so that nobody waits for it.
NOT_PROVIDED = (
    "age", "gender", "countries", "cities", "active_hours", "watch_time", "average_watch_time", "full_video_watched_rate",
    "reach", "traffic_sources", "profile_views", "saves",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class AccountMetrics:
    """`missing` says which figures the account's permissions do not give, and which permission would."""

    account: AccountNow
    days: Days
    now: Totals
    before: Totals
    first_followers: int | None
    last_followers: int | None
    missing: dict[str, str]


def account_metrics(
    *, workspace: Workspace, account_id: UUID, days: Days, known: int
) -> tuple[int, AccountMetrics | None]:
    """
    Return an account's figures, None when the known version is the present one.

    :raises NotFound: when the workspace has no such account
    """
    whole = Days(days.before().since, days.until, days.zone)
    account, rows = selectors.read_days(workspace, account_id, whole, known=known)
    if rows is None:
        return account.version, None
    inside = [row for row in rows if row.start >= days.since]
    return account.version, AccountMetrics(
        account,
        days,
        add_up(inside),
        add_up(row for row in rows if row.start < days.since),
        *_followers(inside),
        missing_of(account),
    )


def _followers(rows: list[Stretch]) -> tuple[int | None, int | None]:
    """Return the followers at the range's beginning and end, as far as they are known."""
    known = [row for row in rows if row.followers_end is not None]
    if not known or known[0].followers_end is None:
        return None, None
    first = known[0].followers_end - known[0].followers_gain + known[0].followers_loss
    return first, known[-1].followers_end


def missing_of(account: AccountNow) -> dict[str, str]:
    """Return what is not there for want of a permission, and which."""
    missing = {}
    if not account.tells_counters:
        missing["growth"] = "user.info.stats"
    if not account.tells_posts:
        missing["engagement"] = "video.list"
    return missing

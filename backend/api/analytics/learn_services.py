"""What all accounts of the installation have in common, learnt anew every night or week from rows that are at hand."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import numpy as np

from api.analytics import learnt_store
from api.analytics.ages import AGES_H
from api.analytics.days import slot_of
from api.analytics.early_services import known_logs
from api.analytics.models import AccountState, VideoState
from api.analytics.score_services import counts_at
from api.analytics.state_rows import read_zones
from insight.best_times import Week, gather
from insight.best_times_fleet import learn_fleet_week
from insight.early import AGES_H as EARLY_AGES_H
from insight.early import TARGET, EarlyModel, learn_early, usual_before
from insight.viral_fleet import AccountPosts, learn_fleet

MOST_ACCOUNTS, MOST_POSTS = 2_000, 200  # to learn from; more teach nothing new


def learn_all(*, now: datetime) -> None:
    """Learn everything; seconds for a thousand accounts."""
    learn_viral(now=now)
    learn_early_views(now=now)
    learn_week(now=now)


def learn_viral(*, now: datetime) -> None:
    """Learn what is usual at each age."""
    accounts = list(_list_accounts())
    fleets = {}
    for place in range(len(AGES_H)):
        posts = [
            AccountPosts(account.followers, [counts for one in rows if (counts := counts_at(one, place))])
            for account, rows in accounts
        ]
        fleets[place] = learn_fleet(posts)
    learnt_store.keep_viral(fleets, now=now)


def learn_early_views(*, now: datetime) -> None:
    """Learn how first hours go over into seven days, for each age from which on posts may be known; where there are enough."""
    accounts = list(_list_accounts())
    level = learnt_store.read_viral()[AGES_H.index(EARLY_AGES_H[TARGET])].level
    models = list[EarlyModel]()
    for since in range(TARGET):
        whole = [
            (np.array(mine), level(account.followers))
            for account, rows in accounts
            if (
                mine := [
                    known for one in rows if len(known := known_logs(one, since=since)) == len(EARLY_AGES_H) - since
                ]
            )
        ]
        if whole:
            logs = np.vstack([mine for mine, _ in whole])
            usual = np.vstack([usual_before(mine, usual_level) for mine, usual_level in whole])
            model = learn_early(logs, usual, since=since)
            models += [model] if model else []
    learnt_store.keep_early(models, now=now)


def learn_week(*, now: datetime) -> None:
    """Learn the fleet's week."""
    fleet = learn_fleet_week([week_of(account, rows) for account, rows in _list_accounts()])
    if fleet is not None:
        learnt_store.keep_week(fleet, now=now)


def week_of(account: AccountState, rows: list[VideoState]) -> Week:
    """Return an account's posts by hour of its local week, with their views at 24 hours."""
    zone = ZoneInfo(read_zones(account.zones)[-1][1])
    known = [
        (slot_of(one.published_at, zone), float(np.log1p(max(one.views_24h, 0))))
        for one in rows
        if one.views_24h is not None
    ]
    return gather([slot for slot, _ in known], [value for _, value in known])


def _list_accounts() -> Iterator[tuple[AccountState, list[VideoState]]]:
    """Yield accounts with their posts, oldest first, the largest accounts by number of posts."""
    accounts = AccountState.objects.filter(videos__gt=0).order_by("-videos")[:MOST_ACCOUNTS]
    for account in accounts:
        rows = VideoState.objects.filter(account_id=account.pk, at__isnull=False).order_by("-published_at")[:MOST_POSTS]
        yield account, list(reversed(rows))

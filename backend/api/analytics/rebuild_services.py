"""Roll-ups made anew from the samples that are kept, and the proof that they equal what was added up along the way."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper
from django.db.models import Sum

from api.analytics import state_rows
from api.analytics.ages import AGES_H
from api.analytics.counters import HOUR_US, NEVER_US, Chain
from api.analytics.days import DAY, change_zone, to_instant, to_us
from api.analytics.models import AccountDay, AccountHour, AccountState, Video, VideoState, WorkspaceDay
from api.analytics.replay import COLUMNS, Sums, Walked, walk_account, walk_video
from api.analytics.rollup_writes import write_sums
from api.analytics.state_rows import AccountRow, Key, VideoRow
from api.workspaces.models import Workspace

ENDS = ("followers_end", "following_end", "profile_likes_end", "posts_end")
SETTLED_AFTER = (
    3 * DAY
)  # from where samples begin to the first day of a new zone: even zones a day apart cannot meet there


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell that is not what the samples come to."""

    account_id: UUID
    where: str
    column: str
    stored: object
    recomputed: object


@dataclass(slots=True)
class Recomputed:
    """
    What an account's samples come to.

    `since` is the first day they tell all of, None where they tell everything there ever was; `since_hour` likewise.
    """

    account: AccountRow
    videos: dict[Key, VideoRow]
    sums: Sums = field(default_factory=Sums)
    walks: dict[Key, Walked] = field(default_factory=dict)
    own: Walked = field(default_factory=lambda: Walked(Chain()))
    posts: dict[date, int] = field(default_factory=dict)
    since: date | None = None
    since_hour: int | None = None


def recompute(cursor: CursorWrapper, account_id: UUID) -> Recomputed:
    """Walk all samples of an account and its videos; the account is locked until the transaction ends."""
    account = state_rows.lock_accounts(cursor, [account_id])[str(account_id)]
    calendar = account.calendar
    videos, _ = state_rows.lock_videos(
        cursor, set(Video.objects.filter(account_id=account_id).values_list("pk", flat=True))
    )
    found = Recomputed(account, videos)
    samples = state_rows.read_samples(cursor, "video", set(videos))
    for video_id, row in videos.items():
        found.walks[video_id] = walk_video(
            samples.get(video_id, []), row.base, published_us=row.published_us, calendar=calendar, sums=found.sums
        )
        day = calendar.day_of(row.published_us)
        found.sums.day(day)
        found.posts[day.date] = found.posts.get(day.date, 0) + 1
    own = state_rows.read_samples(cursor, "account", [str(account_id)]).get(str(account_id), [])
    found.own = walk_account(own, account.base, calendar=calendar, sums=found.sums)
    if account.kept_us != NEVER_US:
        _forget_before(found, account.kept_us)
    return found


def _forget_before(found: Recomputed, kept_us: int) -> None:
    day = found.account.calendar.day_of(kept_us)
    if day.start_us < kept_us:
        day = found.account.calendar.day_of(day.end_us)
    found.since, found.since_hour = day.date, -(-day.start_us // HOUR_US)
    sums = found.sums
    sums.days = {one: values for one, values in sums.days.items() if one >= day.date}
    sums.ends = {one: values for one, values in sums.ends.items() if one >= day.date}
    sums.hours = {hour: values for hour, values in sums.hours.items() if hour >= found.since_hour}
    found.posts = {one: count for one, count in found.posts.items() if one >= day.date}


@transaction.atomic
def rebuild_account(account_id: UUID) -> None:
    """Write an account's roll-ups, ages and latest counters anew, as far back as its samples go; the rest stays."""
    with connection.cursor() as cursor:
        found = recompute(cursor, account_id)
        days = AccountDay.objects.filter(account_id=account_id)
        hours = AccountHour.objects.filter(account_id=account_id)
        if found.since is not None and found.since_hour is not None:
            days = days.filter(day__gte=found.since)
            hours = hours.filter(hour__gte=to_instant(found.since_hour * HOUR_US))
        touched = set(days.values_list("day", flat=True)) | set(found.sums.days)
        days.delete()
        hours.delete()
        key = str(account_id)
        posts = {(key, day): count for day, count in found.posts.items()}
        write_sums(cursor, {key: found.sums}, {key: found.account.workspace_id}, posts)
        _rebuild_states(cursor, account_id, found)
        _rebuild_workspace(cursor, found.account.workspace_id, touched)


def _rebuild_states(cursor: CursorWrapper, account_id: UUID, found: Recomputed) -> None:
    state_rows.forget_marks(cursor, [one for one, row in found.videos.items() if row.base.last is None])
    state_rows.write_videos(cursor, found.videos, found.walks)
    state_rows.write_accounts(cursor, {str(account_id): found.own})
    cursor.execute(
        "UPDATE analytics_accountstate SET (videos, views, likes, comments, shares) = (SELECT count(*), coalesce(sum(views), 0),"
        " coalesce(sum(likes), 0), coalesce(sum(comments), 0), coalesce(sum(shares), 0) FROM analytics_videostate"
        " WHERE account_id = %s) WHERE account_id = %s",
        [account_id, account_id],
    )


def _rebuild_workspace(cursor: CursorWrapper, workspace_id: Key, days: set[date]) -> None:
    """Add a workspace's days up anew from its accounts' days."""
    names = ", ".join(COLUMNS)
    sums = ", ".join(f"sum(d.{name})" for name in COLUMNS)
    wanted = sorted(days)
    cursor.execute(
        "DELETE FROM analytics_workspaceday WHERE workspace_id = %s AND day = ANY(%s)", [workspace_id, wanted]
    )
    cursor.execute(
        f"INSERT INTO analytics_workspaceday (workspace_id, day, posts, {names})"  # noqa: S608 - our own columns' names
        f" SELECT %s, d.day, sum(d.posts), {sums} FROM analytics_accountday d"
        " JOIN analytics_accountstate a USING (account_id) WHERE a.workspace_id = %s AND d.day = ANY(%s) GROUP BY d.day",
        [workspace_id, workspace_id, wanted],
    )


def move_to_zone(account_id: UUID, zone: str) -> None:
    """
    Count an account's days by another zone, as far back as its samples go.

    Older days stay as they were, under the zone they were counted in.
    """
    state = AccountState.objects.get(pk=account_id)
    zones = state_rows.read_zones(state.zones)
    if state.kept_since is None:
        zones = [(None, zone)]
    elif zones[-1][1] != zone:
        since = (state.kept_since + SETTLED_AFTER).date() + DAY
        zones = change_zone(zones, zone, since=since)
    with transaction.atomic():
        AccountState.objects.filter(pk=account_id).update(zones=zones)
        rebuild_account(account_id)


def move_workspace(workspace_id: UUID | str) -> int:
    """Count the days of all accounts of a workspace by the zone it has now; return of how many they had another."""
    workspace = Workspace.objects.get(pk=workspace_id)
    moved = 0
    for account_id, zones in AccountState.objects.filter(workspace=workspace).values_list("pk", "zones"):
        if state_rows.read_zones(zones)[-1][1] != workspace.time_zone:
            move_to_zone(account_id, workspace.time_zone)
            moved += 1
    return moved


@transaction.atomic
def verify_account(account_id: UUID) -> list[Difference]:
    """Compare an account's roll-ups and latest counters with what its samples come to; return what differs."""
    with connection.cursor() as cursor:
        found = recompute(cursor, account_id)
        return [
            *_compare_days(account_id, found),
            *_compare_hours(account_id, found),
            *_compare_states(account_id, found),
        ]


def _compare_days(account_id: UUID, found: Recomputed) -> Iterator[Difference]:
    stored = {row.day: row for row in AccountDay.objects.filter(account_id=account_id)}
    nothing = [0] * len(COLUMNS)
    for day in sorted(set(found.sums.days) | {one for one in stored if found.since is None or one >= found.since}):
        row, values, end = stored.get(day), found.sums.days.get(day, nothing), found.sums.ends.get(day)
        right = {**dict(zip(COLUMNS, values, strict=True)), **dict(zip(ENDS, end or [None] * 4, strict=True))}
        right["posts"] = found.posts.get(day, 0)
        for name, value in right.items():
            if (is_now := getattr(row, name, None if name in ENDS else 0)) != value:
                yield Difference(account_id, f"day {day}", name, is_now, value)


def _compare_hours(account_id: UUID, found: Recomputed) -> Iterator[Difference]:
    """Hours are kept shorter than days may be: only those that are there are looked at, and those since the oldest of them."""
    stored = {to_us(row.hour) // HOUR_US: row for row in AccountHour.objects.filter(account_id=account_id)}
    since = max(found.since_hour or min(stored, default=0), min(stored, default=0))
    for hour in sorted(one for one in set(found.sums.hours) | set(stored) if one >= since):
        values = found.sums.hours.get(hour, [0] * len(COLUMNS))
        for name, value in zip(COLUMNS, values, strict=True):
            if (is_now := getattr(stored.get(hour), name, 0)) != value:
                yield Difference(account_id, f"hour {to_instant(hour * HOUR_US)}", name, is_now, value)


def _compare_states(account_id: UUID, found: Recomputed) -> Iterator[Difference]:
    rows = VideoState.objects.filter(account_id=account_id).values_list("pk", "views_at")
    stored = {str(video_id): views_at for video_id, views_at in rows}
    for video_id, walked in found.walks.items():
        row = found.videos[video_id]
        if row.chain != walked.chain:
            yield Difference(account_id, f"video {video_id}", "latest", row.chain, walked.chain)
        marks = [walked.marks[place][0] if place in walked.marks else None for place in range(len(AGES_H))]
        # What came before the kept samples told ages too, which they cannot tell again.
        told = [
            one if mark is None and row.base.last else mark for mark, one in zip(marks, stored[video_id], strict=True)
        ]
        if stored[video_id] != told:
            yield Difference(account_id, f"video {video_id}", "views_at", stored[video_id], told)
    if found.account.chain != found.own.chain:
        yield Difference(account_id, "account", "latest", found.account.chain, found.own.chain)
    yield from _compare_totals(account_id, found)


def _compare_totals(account_id: UUID, found: Recomputed) -> Iterator[Difference]:
    state = AccountState.objects.get(pk=account_id)
    last = [walked.chain.last.counters for walked in found.walks.values() if walked.chain.last]
    right = {name: sum(one[place] for one in last) for place, name in enumerate(state_rows.COUNTED["video"])}
    for name, value in {"videos": len(found.videos), **right}.items():
        if getattr(state, name) != value:
            yield Difference(account_id, "account", name, getattr(state, name), value)


def verify_workspace(workspace_id: UUID) -> list[Difference]:
    """Compare a workspace's days with its accounts' days added up."""
    names = (*COLUMNS, "posts")
    accounts = AccountState.objects.filter(workspace_id=workspace_id).values("pk")
    days = (
        AccountDay.objects.filter(account_id__in=accounts)
        .values("day")
        .annotate(**{f"all_{name}": Sum(name) for name in names})
    )
    right: dict[date, dict[str, Any]] = {row["day"]: dict(row) for row in days}
    stored = {row.day: row for row in WorkspaceDay.objects.filter(workspace_id=workspace_id)}
    return [
        Difference(workspace_id, f"day {day} of the workspace", name, is_now, value)
        for day in sorted(right.keys() | stored.keys())
        for name in names
        if (is_now := getattr(stored.get(day), name, 0)) != (value := right.get(day, {}).get(f"all_{name}", 0))
    ]

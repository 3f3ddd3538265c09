"""How long samples and hours are kept, and what stays of them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper
from psycopg import sql

from api.analytics import state_rows
from api.analytics.counters import Chain, Sample, believe
from api.analytics.days import to_instant, to_us
from api.analytics.models import (
    AccountDay,
    AccountHour,
    AccountSnapshot,
    AccountState,
    VideoSnapshot,
    VideoState,
    WorkspaceState,
)
from api.analytics.partitions import TABLES, drop_month, list_months, month_of
from api.workspaces import audit
from api.workspaces.auth import Member
from api.workspaces.models import Workspace
from core.domain_error import Invalid

SUBJECTS = ("video", "account")
LEAST_RAW_DAYS, MOST_RAW_DAYS = 35, 730  # a month and some: a post's ages are read off samples of thirty days
LEAST_HOUR_DAYS, MOST_HOUR_DAYS = 35, 3_660
# What one kept row takes on disk with its indexes, measured on PostgreSQL 18 (`bytes_a_row` of `make bench-analytics SIZE=10m`).
SAMPLE_BYTES, HOUR_BYTES, DAY_BYTES, VIDEO_BYTES = 133, 437, 625, 2_700


@transaction.atomic
def keep_since(since: datetime, *, accounts: Collection[UUID] | None = None) -> int:
    """
    Stop counting on samples from before `since`, of these accounts or of all: what they came to is kept with the state.

    The samples may then go. Return of how many accounts.
    """
    moving = AccountState.objects.exclude(kept_since__gte=since)
    if accounts is not None:
        moving = moving.filter(pk__in=accounts)
    with connection.cursor() as cursor:
        locked = state_rows.lock_accounts(cursor, set(moving.values_list("pk", flat=True)))
        ids = sorted(map(UUID, locked))
        for subject in SUBJECTS:
            _move_base(cursor, subject, ids, since)
        AccountState.objects.filter(pk__in=ids).update(kept_since=since)
    return len(ids)


def _move_base(cursor: CursorWrapper, subject: str, account_ids: list[UUID], since: datetime) -> None:
    """Keep each one's last believed sample from before `since`, and what was held after it."""
    names = state_rows.COUNTED[subject]
    words = {
        "state": sql.Identifier(f"analytics_{subject}state"),
        "samples": sql.Identifier(f"analytics_{subject}snapshot"),
        "id": sql.Identifier(f"{subject}_id"),
        "counters": sql.SQL(", ").join(sql.Identifier(name) for name in names),
    }
    cursor.execute(
        sql.SQL(
            "UPDATE {state} s SET base_at = b.captured_at, base = b.counters, base_held_at = NULL, base_held = NULL"
            " FROM {state} o CROSS JOIN LATERAL (SELECT captured_at, ARRAY[{counters}] AS counters FROM {samples}"
            " WHERE {id} = o.{id} AND captured_at < %s AND flags <> 1 ORDER BY captured_at DESC LIMIT 1) b"
            " WHERE s.{id} = o.{id} AND o.account_id = ANY(%s)"
        ).format(**words),
        [since, account_ids],
    )
    cursor.execute(
        sql.SQL(
            "SELECT o.{id}, o.base_at, o.base, h.captured_at, {counters} FROM {state} o JOIN {samples} h ON h.{id} = o.{id}"
            " AND h.captured_at > o.base_at AND h.captured_at < %s AND h.flags = 1"
            " WHERE o.account_id = ANY(%s) ORDER BY 1, 4"
        ).format(**{**words, "counters": sql.SQL(", ").join(sql.Identifier("h", name) for name in names)}),
        [since, account_ids],
    )
    held: dict[UUID, tuple[Chain, list[Sample]]] = {}
    for one, base_at, base, at, *counters in cursor.fetchall():
        chain = Chain(Sample(to_us(base_at), tuple(base)))
        held.setdefault(one, (chain, []))[1].append(Sample(to_us(at), tuple(counters)))
    for one, (chain, samples) in held.items():
        odd = _held_at_the_end(chain, samples)
        if odd is not None:
            cursor.execute(
                sql.SQL("UPDATE {state} SET base_held_at = %s, base_held = %s WHERE {id} = %s").format(**words),
                [to_instant(odd.at_us), list(odd.counters), one],
            )


def _held_at_the_end(chain: Chain, samples: list[Sample]) -> Sample | None:
    for sample in samples:
        _, chain = believe(chain, sample)
    return chain.held


def apply_retention(*, now: datetime) -> int:
    """Let go of what no workspace wants to keep any longer; return how many months of samples were dropped."""
    for state in WorkspaceState.objects.all():
        _shorten(state, now=now)
    longest = max(WorkspaceState.objects.values_list("raw_days", flat=True), default=WorkspaceState().raw_days)
    oldest = now - timedelta(days=longest)
    dropped = 0
    for table in TABLES:
        for month in list_months(table):
            if month.bounds[1] <= oldest:
                keep_since(month.bounds[1])
                drop_month(table, month)
                dropped += 1
    return dropped


def _shorten(state: WorkspaceState, *, now: datetime) -> None:
    """Let go of one workspace's own old hours and, where others keep theirs longer, of its old samples."""
    accounts = AccountState.objects.filter(workspace_id=state.workspace_id)
    ids = list(accounts.values_list("pk", flat=True))
    AccountHour.objects.filter(account_id__in=ids, hour__lt=now - timedelta(days=state.hour_days)).delete()
    since = month_of(now - timedelta(days=state.raw_days)).bounds[0]
    longer = WorkspaceState.objects.filter(raw_days__gt=state.raw_days).exists()
    if longer and accounts.exclude(kept_since__gte=since).exists():
        keep_since(since, accounts=ids)
        _delete_samples(ids, since)


def _delete_samples(account_ids: list[UUID], since: datetime) -> None:
    videos = list(VideoState.objects.filter(account_id__in=account_ids).values_list("pk", flat=True))
    VideoSnapshot.objects.filter(video_id__in=videos, captured_at__lt=since).delete()
    AccountSnapshot.objects.filter(account_id__in=account_ids, captured_at__lt=since).delete()


@dataclass(frozen=True, slots=True)
class Kept:
    """What a workspace's figures take on disk, in bytes, by kind; and what a day of samples and of hours takes on average."""

    samples: int
    hours: int
    days: int
    posts: int
    samples_a_day: int
    hours_a_day: int


def measure_kept(workspace: Workspace, *, now: datetime) -> Kept:
    """Return what a workspace's figures take; counted from its rows, not guessed from its number of accounts."""
    accounts = AccountState.objects.filter(workspace=workspace).values("pk")
    videos = VideoState.objects.filter(workspace=workspace)
    recent = {"captured_at__gte": now - timedelta(days=7)}
    samples = VideoSnapshot.objects.filter(video_id__in=videos.values("pk"))
    own = AccountSnapshot.objects.filter(account_id__in=accounts)
    hours = AccountHour.objects.filter(account_id__in=accounts)
    return Kept(
        samples=(samples.count() + own.count()) * SAMPLE_BYTES,
        hours=hours.count() * HOUR_BYTES,
        days=AccountDay.objects.filter(account_id__in=accounts).count() * DAY_BYTES,
        posts=videos.count() * VIDEO_BYTES,
        samples_a_day=(samples.filter(**recent).count() + own.filter(**recent).count()) * SAMPLE_BYTES // 7,
        hours_a_day=hours.filter(hour__gte=now - timedelta(days=7)).count() * HOUR_BYTES // 7,
    )


def set_retention(*, member: Member, raw_days: int, hour_days: int) -> WorkspaceState:
    """
    Choose for how long a workspace's samples and hours are kept. What is older goes the next night; days and posts stay.

    :raises NotAllowed: for who does not run the workspace
    :raises Invalid: for a length that is too short to work with, or absurd
    """
    member.must_be_admin()
    for field, value, least, most in (
        ("raw_days", raw_days, LEAST_RAW_DAYS, MOST_RAW_DAYS),
        ("hour_days", hour_days, LEAST_HOUR_DAYS, MOST_HOUR_DAYS),
    ):
        if not least <= value <= most:
            raise Invalid.at(field, f"Between {least} and {most} days can be kept.", code="retention_out_of_bounds")
    state, _ = WorkspaceState.objects.get_or_create(workspace=member.workspace)
    before = {"raw_days": state.raw_days, "hour_days": state.hour_days}
    state.raw_days, state.hour_days = raw_days, hour_days
    state.save(update_fields=["raw_days", "hour_days"])
    after = {"raw_days": raw_days, "hour_days": hour_days}
    if before != after:
        sentence = f"has samples kept for {raw_days} days and hours for {hour_days}"
        audit.record(
            member,
            "analytics.retention_changed",
            kind="workspace",
            subject_id=member.workspace.pk,
            sentence=sentence,
            before=before,
            after=after,
        )
    return state

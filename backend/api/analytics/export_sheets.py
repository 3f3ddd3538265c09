"""What can be exported: four sheets, each a list of columns and where its rows come from. Pure; the SQL is ours throughout."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from api.analytics.ages import AGES_H

DAYS_FROM_H = 72  # an age from here on is called by its days
HOURS_A_DAY = 24


class ExportWhat(StrEnum):
    """A sheet."""

    DAYS = "days"
    POSTS = "posts"
    SAMPLES = "samples"
    METRICS = "metrics"


class Kind(StrEnum):
    """What a column holds. `NAME` is text that we or TikTok's machines made, ids too; `TEXT` a person may have typed."""

    NAME = "name"
    TEXT = "text"
    TEXTS = "texts"
    COUNT = "count"
    NUMBER = "number"
    DAY = "day"
    INSTANT = "instant"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it is called in the file, and the SQL expression of its cells."""

    name: str
    kind: Kind
    sql: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """
    A sheet's columns and rows.

    `source` is what follows SELECT … , and every one of them names the workspace itself; `of_accounts`, `since` and `until` are
    added to its conditions where they were asked for.
    """

    columns: Sequence[Column]
    source: str
    of_accounts: str
    since: str
    until: str
    ending: str


def name_age(hours: int) -> str:
    """Return how an age is called in a column's name: `48h`, `3d`."""
    return f"{hours // HOURS_A_DAY}d" if hours >= DAYS_FROM_H else f"{hours}h"


def _counts(*names: str, table: str) -> list[Column]:
    return [Column(name, Kind.COUNT, f"{table}.{name}") for name in names]


_VIDEO_COUNTERS = ("views", "likes", "comments", "shares")
_OWN_COUNTERS = ("followers", "profile_likes")
_MOVES = [f"{name}_{way}" for name in (*_VIDEO_COUNTERS, *_OWN_COUNTERS) for way in ("gain", "loss")]
_ENDS = ("followers_end", "following_end", "profile_likes_end", "posts_end")
_WHOSE = [
    Column("account_id", Kind.NAME, "a.id::text"),
    Column("username", Kind.TEXT, "a.username"),
    Column("nickname", Kind.TEXT, "a.nickname"),
]
_DAY_LENGTH = "date_part('epoch', (d.day + 1)::timestamp AT TIME ZONE d.zone - d.day::timestamp AT TIME ZONE d.zone)"

DAYS = Sheet(
    columns=[
        *_WHOSE,
        Column("day", Kind.DAY, "d.day"),
        Column("time_zone", Kind.NAME, "d.zone"),
        *_counts("posts", *_MOVES, *_ENDS, "samples", "held", "resets", table="d"),
        # What part of the views gained was counted daily, and for what part of the day the account itself was looked at.
        Column("views_measured", Kind.COUNT, "d.views_seen"),
        Column("views_coverage", Kind.NUMBER, "round(d.views_seen::numeric / nullif(d.views_gain, 0), 4)::float8"),
        Column("account_coverage", Kind.NUMBER, f"least(1, round((d.own_covered_us / 1e6 / {_DAY_LENGTH})::numeric, 4))::float8"),
    ],
    source="FROM analytics_accountday d JOIN accounts_account a ON a.id = d.account_id WHERE a.workspace_id = {workspace}",
    of_accounts="AND d.account_id = ANY({accounts})",
    since="AND d.day >= {first}",
    until="AND d.day <= {last}",
    ending="ORDER BY d.account_id, d.day",
)  # fmt: skip

POSTS = Sheet(
    columns=[
        *_WHOSE,
        Column("tiktok_id", Kind.NAME, "v.tiktok_id"),
        Column("publication_id", Kind.NAME, "v.publication_id::text"),
        Column("published_at", Kind.INSTANT, "v.published_at"),
        Column("caption", Kind.TEXT, "v.caption"),
        Column("hashtags", Kind.TEXTS, "v.hashtags"),
        Column("share_url", Kind.TEXT, "v.share_url"),
        Column("duration_s", Kind.COUNT, "v.duration_s"),
        *_counts(*_VIDEO_COUNTERS, table="s"),
        Column("measured_at", Kind.INSTANT, "s.at"),
        Column("checked_at", Kind.INSTANT, "s.checked_at"),
        Column("gone_at", Kind.INSTANT, "v.gone_at"),
        *_counts("gain_24h", "gain_7d", table="s"),
        Column(
            "engagement_rate",
            Kind.NUMBER,
            "round((s.likes + s.comments + s.shares)::numeric / nullif(s.views, 0), 4)::float8",
        ),
        Column("viral_score", Kind.NUMBER, "s.viral_score"),
        *[
            Column(f"{name}_{name_age(hours)}", Kind.COUNT, f"s.{name}_at[{place}]")
            for name in _VIDEO_COUNTERS
            for place, hours in enumerate(AGES_H, start=1)
        ],
    ],
    source="FROM analytics_video v JOIN accounts_account a ON a.id = v.account_id"
    " LEFT JOIN analytics_videostate s ON s.video_id = v.id"
    " WHERE v.workspace_id = {workspace} AND a.workspace_id = {workspace}",
    of_accounts="AND v.account_id = ANY({accounts})",
    since="AND v.published_at >= {start}",
    until="AND v.published_at < {end}",
    ending="ORDER BY v.account_id, v.published_at, v.id",
)

SAMPLES = Sheet(
    columns=[
        Column("account_id", Kind.NAME, "a.id::text"),
        Column("username", Kind.TEXT, "a.username"),
        Column("tiktok_id", Kind.NAME, "v.tiktok_id"),
        Column("captured_at", Kind.INSTANT, "s.captured_at"),
        *_counts(*_VIDEO_COUNTERS, table="s"),
        Column("belief", Kind.NAME, "CASE s.flags WHEN 0 THEN 'believed' WHEN 1 THEN 'held' ELSE 'reset' END"),
    ],
    source="FROM analytics_videosnapshot s JOIN analytics_video v ON v.id = s.video_id"
    " JOIN accounts_account a ON a.id = v.account_id"
    " WHERE v.workspace_id = {workspace} AND a.workspace_id = {workspace}",
    of_accounts="AND v.account_id = ANY({accounts})",
    since="AND s.captured_at >= {start}",
    until="AND s.captured_at < {end}",
    ending="ORDER BY s.video_id, s.captured_at",
)

_LAST_OF = "(array_agg(d.{name} ORDER BY d.day DESC) FILTER (WHERE d.{name} IS NOT NULL))[1]"
_METRICS_ENDS = [Column(name, Kind.COUNT, _LAST_OF.replace("{name}", name)) for name in _ENDS]

METRICS = Sheet(
    columns=[
        *_WHOSE,
        Column("first_day", Kind.DAY, "min(d.day)"),
        Column("last_day", Kind.DAY, "max(d.day)"),
        Column("days", Kind.COUNT, "count(*)"),
        *[Column(name, Kind.COUNT, f"sum(d.{name})::bigint") for name in ("posts", *_MOVES)],
        *[
            Column(f"{name}_net", Kind.COUNT, f"sum(d.{name}_gain - d.{name}_loss)::bigint")
            for name in (*_VIDEO_COUNTERS, *_OWN_COUNTERS)
        ],
        *_METRICS_ENDS,
        *[Column(name, Kind.COUNT, f"sum(d.{name})::bigint") for name in ("samples", "held", "resets")],
        Column(
            "views_coverage",
            Kind.NUMBER,
            "round(sum(d.views_seen)::numeric / nullif(sum(d.views_gain), 0), 4)::float8",
        ),
    ],
    source=DAYS.source,
    of_accounts=DAYS.of_accounts,
    since=DAYS.since,
    until=DAYS.until,
    ending="GROUP BY a.id, a.username, a.nickname ORDER BY a.id",
)

SHEETS: dict[ExportWhat, Sheet] = {
    ExportWhat.DAYS: DAYS,
    ExportWhat.POSTS: POSTS,
    ExportWhat.SAMPLES: SAMPLES,
    ExportWhat.METRICS: METRICS,
}

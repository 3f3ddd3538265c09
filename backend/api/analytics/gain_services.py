"""What posts gained in the last day and week: kept with each, so that the best of a workspace are found by an index."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from api.analytics.ages import SEEN_FROM_BIRTH_US

# A post's views at an instant: on the straight line between its samples around it. Of a post first seen later, it had none then
# if it was seen young, and what it had at first sight if it was not.
VIEWS_AT = """
SELECT CASE
    WHEN b.at IS NULL AND (a.at IS NULL OR a.at - s.published_at <= %(young)s) THEN 0
    WHEN b.at IS NULL THEN a.views
    WHEN a.at IS NULL THEN b.views
    ELSE b.views + ((a.views - b.views) * (extract(epoch FROM {t} - b.at) / extract(epoch FROM a.at - b.at)))::bigint END AS views
FROM (SELECT 1) one
LEFT JOIN LATERAL (
    (SELECT captured_at AS at, views FROM analytics_videosnapshot
     WHERE video_id = s.video_id AND captured_at <= {t} AND flags <> 1 ORDER BY captured_at DESC LIMIT 1)
    UNION ALL SELECT s.base_at, s.base[1] WHERE s.base_at <= {t} ORDER BY at DESC LIMIT 1) b ON true
LEFT JOIN LATERAL (
    SELECT captured_at AS at, views FROM analytics_videosnapshot
    WHERE video_id = s.video_id AND captured_at > {t} AND flags <> 1 ORDER BY captured_at LIMIT 1) a ON true
"""
REFRESH = f"""
UPDATE analytics_videostate v SET gain_24h = v.views - day.views, gain_7d = v.views - week.views
FROM analytics_videostate s
CROSS JOIN LATERAL ({VIEWS_AT.format(t="%(day)s::timestamptz")}) day
CROSS JOIN LATERAL ({VIEWS_AT.format(t="%(week)s::timestamptz")}) week
WHERE v.video_id = s.video_id AND s.account_id = %(account)s AND s.at IS NOT NULL
"""  # noqa: S608 - our own text
ONLY = " AND s.video_id = ANY(%(only)s)"
# What gained something, or may have since: the others stay at zero.
MOVING = " AND (s.gain_24h <> 0 OR s.gain_7d <> 0 OR s.at >= %(week)s)"


def refresh_gains(account_id: UUID, *, now: datetime, only: Collection[UUID] | None = None) -> None:
    """Work out anew what an account's posts gained; of `only` these, or of all that may have."""
    words: dict[str, Any] = {
        "account": account_id,
        "day": now - timedelta(days=1),
        "week": now - timedelta(days=7),
        "young": timedelta(microseconds=SEEN_FROM_BIRTH_US),
        "only": list(only or ()),
    }
    with connection.cursor() as cursor:
        cursor.execute(REFRESH + (MOVING if only is None else ONLY), words)

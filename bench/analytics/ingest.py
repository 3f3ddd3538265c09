"""How fast samples are taken with all that is made of them, beside rows that are only inserted."""

import gc
import random
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection, transaction

from api.analytics.ingest_services import Reading, record_videos
from bench.analytics.asking import at_share
from bench.analytics.naive_models import NaiveSnapshot
from bench.analytics.questions import Asker

POSTS, APART = 20, timedelta(minutes=30)  # a page of TikTok's list, and how long after a look the next one is
BATCHES = 10
ROUNDS, REFRESHES = 5, 40
NAIVE_ROWS = 4_000
Four = tuple[int, int, int, int]


class Herd:
    """The newest posts of every account, and what TikTok tells of them look by look."""

    def __init__(self, asker: Asker) -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT account_id, video_id, at, views, likes, comments, shares FROM (SELECT *, row_number() OVER"
                " (PARTITION BY account_id ORDER BY published_at DESC) AS place FROM analytics_videostate"
                " WHERE workspace_id = %s) newest WHERE place <= %s",
                [asker.workspace.pk, POSTS],
            )
            rows = cursor.fetchall()
        self._rng = random.Random(3)  # noqa: S311 - a benchmark's choice
        latest: datetime = max(row[2] for row in rows)
        self._at = {row[0]: latest for row in rows}
        self._counters: dict[UUID, Four] = {row[1]: row[3:7] for row in rows}
        self.posts: dict[UUID, list[UUID]] = {}
        for account_id, video_id, *_ in rows:
            self.posts.setdefault(account_id, []).append(video_id)

    def look(self, accounts: Iterator[UUID] | None = None) -> list[Reading]:
        """Return what a look at these accounts tells, or at all of them, some time after each one's last."""
        readings = list[Reading]()
        for account_id in self.posts if accounts is None else accounts:
            at = self._at[account_id] = self._at[account_id] + APART + timedelta(seconds=self._rng.randrange(300))
            readings += [Reading(video_id, at, self._grow(video_id)) for video_id in self.posts[account_id]]
        return readings

    def _grow(self, video_id: UUID) -> Four:
        views, likes, comments, shares = self._counters[video_id]
        more = self._rng.randrange(views // 200 + 3)
        # People take likes back, and comments are deleted.
        liked, said = self._rng.randrange(-1, more // 10 + 2), self._rng.randrange(-1, 2)
        grown = (views + more, max(likes + liked, 0), max(comments + said, 0), shares + more // 100)
        self._counters[video_id] = grown
        return grown


def measure(asker: Asker) -> dict[str, float | int]:
    """Return samples a second by batches of all accounts, ms of one account's refresh, and what came of replaying a batch."""
    herd = Herd(asker)
    record_videos(herd.look())  # the fleet's last looks are not all equally old; from here on they are
    batches = [herd.look() for _ in range(BATCHES)]
    # What was prepared here is none of the product's garbage collector's business.
    gc.collect()
    gc.freeze()
    rates = sorted(_rate(batch) for batch in batches)
    refreshes = [sorted(_refresh(herd) for _ in range(REFRESHES)) for _ in range(ROUNDS)]
    return {
        "ingest_rows_s": round(rates[-1]),
        "ingest_rows_s_middle": round(rates[len(rates) // 2]),
        "refresh_p50_ms": min(at_share(one, 0.5) for one in refreshes),
        "refresh_p95_ms": min(at_share(one, 0.95) for one in refreshes),
        "replayed": record_videos(batches[-1]).inserted,
    }


def _rate(batch: list[Reading]) -> float:
    began = time.perf_counter()
    recorded = record_videos(batch)
    took = time.perf_counter() - began
    assert recorded.inserted == len(batch)
    return len(batch) / took


def _refresh(herd: Herd) -> float:
    """Return how many ms one account's page takes."""
    readings = herd.look(iter([random.choice(list(herd.posts))]))  # noqa: S311 - a benchmark's choice
    began = time.perf_counter()
    record_videos(readings)
    return (time.perf_counter() - began) * 1000


def measure_naive(asker: Asker) -> dict[str, float]:
    """Return rows a second of Django's own way: one `create` a row, one transaction a page, and nothing made of them."""
    readings = Herd(asker).look()[:NAIVE_ROWS]
    began = time.perf_counter()
    for start in range(0, len(readings), POSTS):
        with transaction.atomic():
            for one in readings[start : start + POSTS]:
                views, likes, comments, shares = one.counters
                NaiveSnapshot.objects.create(
                    video_id=one.subject_id,
                    captured_at=one.at,
                    views=views,
                    likes=likes,
                    comments=comments,
                    shares=shares,
                )
    return {"ingest_naive_rows_s": round(len(readings) / (time.perf_counter() - began))}

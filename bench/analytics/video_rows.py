"""The rows of the fleet's videos: what TikTok lists, what is known of each, and what was foretold of the newest."""

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from uuid import UUID

import numpy as np
import numpy.typing as npt

from api.accounts.models import Account
from api.analytics.ages import DAY_PLACE
from bench.analytics.copying import Column, arrays, copy_lines, copy_rows, instants, numbers, texts, unchecked, uuids
from bench.analytics.fleet import DAY_S, HOUR_S, SEED, Fleet, Ints
from bench.analytics.rollups import UNKNOWN
from bench.analytics.worked import Worked

Ids = npt.NDArray[np.uint8]
FORETOLD_DAYS, FORETOLD_AGES_H = 30, (1, 3, 6, 24)
TAGS = [f"tag{number}" for number in range(300)]
VIDEO = ("id", "created_at", "updated_at", "workspace_id", "account_id", "tiktok_id", "caption", "hashtags", "published_at",
    "duration_s", "width", "height", "share_url", "cover_key", "first_seen_at")  # fmt: skip
COUNTED = ("views", "likes", "comments", "shares")


def make_ids(fleet: Fleet) -> Ids:
    """Return a UUIDv7 for each video, of when it was published."""
    return uuid7s(fleet.published, np.random.default_rng([SEED, 3]))


def uuid7s(at: Ints, rng: np.random.Generator) -> Ids:
    ids = rng.integers(0, 256, (len(at), 16), np.uint8)
    ids[:, :6] = (at * 1000).astype(">u8").view(np.uint8).reshape(-1, 8)[:, 2:]
    ids[:, 6], ids[:, 8] = ids[:, 6] & 0x0F | 0x70, ids[:, 8] & 0x3F | 0x80
    return ids


def bytes_of(ids: Sequence[UUID]) -> Ids:
    return np.frombuffer(b"".join(one.bytes for one in ids), np.uint8).reshape(-1, 16)


def copy_videos(fleet: Fleet, worked: Worked, ids: Ids, accounts: list[Account]) -> int:
    """Copy videos and their states in the order in which they were published; return how many."""
    order = np.argsort(fleet.published, kind="stable")
    with unchecked("analytics_video", "f"):
        copy_lines("analytics_video", VIDEO, _videos(fleet, order, ids, accounts))
    with unchecked("analytics_videostate", "f"):
        copy_rows("analytics_videostate", _states(fleet, worked, order, ids, accounts))
    with unchecked("analytics_earlyforecast", "f"):
        copy_rows("analytics_earlyforecast", _forecasts(fleet, worked, ids))
    return len(order)


def _videos(fleet: Fleet, order: Ints, ids: Ids, accounts: list[Account]) -> Iterator[str]:
    rng = np.random.default_rng([SEED, 4])
    picked = rng.integers(0, len(TAGS), (len(order), 3)).tolist()
    owners = [f"{one.workspace_id}\t{one.pk}" for one in accounts]
    whose, published = fleet.account.tolist(), fleet.published.tolist()
    for place in order.tolist():
        at, tags = f"{datetime.fromtimestamp(published[place], UTC)}", [TAGS[number] for number in picked[place]]
        caption = f"A rabbit wakes up and goes for a walk, part {place} " + " ".join(f"#{tag}" for tag in tags)
        tiktok_id = 7_000_000_000_000_000_000 + place
        yield (
            f"{ids[place].tobytes().hex()}\t{at}\t{at}\t{owners[whose[place]]}\t{tiktok_id}\t{caption}\t{{{','.join(tags)}}}"
            f"\t{at}\t30\t1080\t1920\thttps://www.tiktok.com/@account/video/{tiktok_id}\t\t{at}\n"
        )


def _states(fleet: Fleet, worked: Worked, order: Ints, ids: Ids, accounts: list[Account]) -> dict[str, Column]:
    owners = [bytes_of([one.pk for one in accounts]), bytes_of([one.workspace_id for one in accounts])]
    whose, marks = fleet.account[order], worked.marks[order]
    known = marks != UNKNOWN
    scores = np.random.default_rng([SEED, 5]).uniform(0, 100, len(order))
    return {
        "video_id": uuids(ids[order]),
        "account_id": uuids(owners[0][whose]),
        "workspace_id": uuids(owners[1][whose]),
        "published_at": instants(fleet.published[order]),
        "at": instants(worked.at[order]),
        "checked_at": instants(worked.at[order]),
        **{name: numbers("int8", worked.last[order, place]) for place, name in enumerate(COUNTED)},
        **{f"{name}_at": arrays(marks[:, :, place], known[:, :, place]) for place, name in enumerate(COUNTED)},
        "views_24h": numbers("int8", marks[:, DAY_PLACE, 0], known[:, DAY_PLACE, 0]),
        "gain_24h": numbers("int8", worked.gain_24h[order]),
        "gain_7d": numbers("int8", worked.gain_7d[order]),
        "viral_score": numbers("float8", scores),
        "score_parts": texts(["\x01" + PARTS] * len(order)),  # jsonb, version 1
    }


# As large as what the product keeps; what it says is made up.
PARTS = json.dumps({
    "age_h": 72, "baseline_posts": 48, "fleet_accounts": 1034, "confidence": "high",
    "parts": {name: {"z": 0.123456789, "weighted": 0.123456789} for name in ("reach", "shares", "engagement")},
    "views": 12_345, "usual_views": 9_876, "times": 1.25,
})  # fmt: skip


def _forecasts(fleet: Fleet, worked: Worked, ids: Ids) -> dict[str, Column]:
    """Return four forecasts for each of the newest posts, made as the ages came."""
    newest = np.flatnonzero(fleet.published > fleet.end - FORETOLD_DAYS * DAY_S)
    video, age = (one.ravel() for one in np.meshgrid(newest, np.array(FORETOLD_AGES_H), indexing="ij"))
    made = fleet.published[video] + age * HOUR_S
    order = np.argsort(made, kind="stable")
    order = order[made[order] < fleet.end]
    video, age, made = video[order], age[order], made[order]
    middle = worked.last[video, 0]
    return {
        "id": uuids(uuid7s(made, np.random.default_rng([SEED, 6]))),
        "created_at": instants(made),
        "updated_at": instants(made),
        "video_id": uuids(ids[video]),
        "age_h": numbers("int2", age),
        "middle": numbers("int8", middle),
        "low": numbers("int8", middle // 2),
        "high": numbers("int8", middle * 2),
    }

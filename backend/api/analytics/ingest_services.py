"""
The write path of counters: samples in, and with them everything that is read, in one transaction.

Only samples that were not there before move anything, so whatever comes twice changes nothing. One that comes late has its
video walked anew, and what it came to before is taken away first.
"""

import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Protocol
from uuid import UUID

from django.db import transaction
from django.db.backends.utils import CursorWrapper

from api.analytics import state_rows
from api.analytics.counters import Belief, Chain, Sample
from api.analytics.days import to_us
from api.analytics.models import Flag
from api.analytics.replay import Sums, Walked, walk_account, walk_video
from api.analytics.rollup_writes import write_sums
from api.analytics.state_rows import AccountRow, Key, VideoRow
from api.analytics.statements import open_cursor, sent_together

MANY = 1_000  # samples at once
FLAGS = {Belief.BELIEVED: Flag.BELIEVED, Belief.HELD: Flag.HELD, Belief.RESET: Flag.RESET}


@dataclass(frozen=True, slots=True)
class Reading:
    """
    What TikTok told of a video or an account at an instant: lifetime totals.

    Of a video: views, likes, comments, shares. Of an account: followers, following, likes, posts.
    """

    subject_id: UUID
    at: datetime
    counters: tuple[int, int, int, int]


class Walk(Protocol):
    """One of the two walks of `replay.py`, for one video or account."""

    def __call__(self, samples: Iterable[Sample], chain: Chain, *, sums: Sums) -> Walked: ...


@dataclass(slots=True)
class Recorded:
    """What a batch came to: how many samples were new, which were held apart, and which ages videos reached."""

    inserted: int = 0
    held: list[UUID] = field(default_factory=list)
    aged: set[UUID] = field(default_factory=set)
    accounts: set[UUID] = field(default_factory=set)


@contextmanager
def _uncollected(count: int) -> Iterator[None]:
    """
    Take many samples without looking for garbage in between.

    Of twenty thousand a quarter of a million small tuples are made, and all are needed until the end; looking through them again
    and again takes a fifth of the time.
    """
    if count < MANY or not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@transaction.atomic
def record_videos(readings: Sequence[Reading]) -> Recorded:
    """Take samples of videos that have a row. What is older than the samples that are kept is left out."""
    recorded = Recorded()
    if not readings:
        return recorded
    keys = [str(one.subject_id) for one in readings]
    with _uncollected(len(keys)), open_cursor() as cursor, sent_together():
        videos, accounts = state_rows.lock_videos(cursor, set(keys))
        fresh = _insert(cursor, "video", keys, readings, videos)
        recorded.inserted = sum(map(len, fresh.values()))
        if fresh:
            _take_videos(cursor, videos, accounts, fresh, recorded)
    return recorded


def _take_videos(
    cursor: CursorWrapper,
    videos: dict[Key, VideoRow],
    accounts: dict[Key, AccountRow],
    fresh: dict[Key, list[Sample]],
    recorded: Recorded,
) -> None:
    sums: dict[Key, Sums] = defaultdict(Sums)
    late = {video_id for video_id, samples in fresh.items() if samples[0].at_us <= videos[video_id].chain.end_us}
    old = state_rows.read_samples(cursor, "video", late)
    walks: dict[Key, Walked] = {}
    for video_id, samples in fresh.items():
        account_id, published_us, _, chain, base = videos[video_id]
        calendar, into = accounts[account_id].calendar, sums[account_id]
        if video_id in late:
            walk = partial(walk_video, published_us=published_us, calendar=calendar)
            walked = _walk_again(walk, old[video_id], samples, base, into)
        else:
            walked = walk_video(samples, chain, published_us=published_us, calendar=calendar, sums=into)
        walks[video_id] = walked
        _note(recorded, video_id, walked, samples)
    flags = [(video_id, at_us, FLAGS[belief]) for video_id, walked in walks.items() for at_us, belief in walked.odd]
    state_rows.write_flags(cursor, "video", flags)
    state_rows.write_videos(cursor, videos, walks)
    write_sums(cursor, sums, {account_id: accounts[account_id].workspace_id for account_id in sums})
    recorded.accounts = {UUID(one) for one in sums}


def _walk_again(walk: Walk, old: list[Sample], new: list[Sample], base: Chain, sums: Sums) -> Walked:
    """Walk the kept samples with the late ones among them; what the walk without them came to is taken away."""
    late = {sample.at_us for sample in new}
    before, after = Sums(), Sums()
    was = walk([sample for sample in old if sample.at_us not in late], base, sums=before)
    walked = walk(old, base, sums=after)
    after.take_away(before)
    sums.add(after)
    beliefs = dict(walked.odd)
    walked.odd = [(sample.at_us, beliefs.get(sample.at_us, Belief.BELIEVED)) for sample in old]
    walked.undone = frozenset(was.marks)
    return walked


def _note(recorded: Recorded, subject_id: Key, walked: Walked, samples: list[Sample]) -> None:
    if walked.marks or walked.undone:
        recorded.aged.add(UUID(subject_id))
    if not walked.odd:
        return
    new = {sample.at_us for sample in samples}
    if any(belief == Belief.HELD and at_us in new for at_us, belief in walked.odd):
        recorded.held.append(UUID(subject_id))


@transaction.atomic
def record_accounts(readings: Sequence[Reading]) -> Recorded:
    """Take samples of accounts' own counters."""
    recorded = Recorded()
    if not readings:
        return recorded
    keys = [str(one.subject_id) for one in readings]
    with _uncollected(len(keys)), open_cursor() as cursor, sent_together():
        accounts = state_rows.lock_accounts(cursor, set(keys))
        fresh = _insert(cursor, "account", keys, readings, accounts)
        recorded.inserted = sum(map(len, fresh.values()))
        if fresh:
            _take_accounts(cursor, accounts, fresh, recorded)
    return recorded


def _take_accounts(
    cursor: CursorWrapper, accounts: dict[Key, AccountRow], fresh: dict[Key, list[Sample]], recorded: Recorded
) -> None:
    late = {
        account_id for account_id, samples in fresh.items() if samples[0].at_us <= accounts[account_id].chain.end_us
    }
    old = state_rows.read_samples(cursor, "account", late)
    sums: dict[Key, Sums] = {}
    walks: dict[Key, Walked] = {}
    for account_id, samples in fresh.items():
        row, sums[account_id] = accounts[account_id], Sums()
        walk = partial(walk_account, calendar=row.calendar)
        if account_id in late:
            walks[account_id] = _walk_again(walk, old[account_id], samples, row.base, sums[account_id])
            state_rows.clear_ends(cursor, account_id, since=min(sums[account_id].days))
        else:
            walks[account_id] = walk(samples, row.chain, sums=sums[account_id])
        _note(recorded, account_id, walks[account_id], samples)
    flags = [(account_id, at_us, FLAGS[belief]) for account_id, walked in walks.items() for at_us, belief in walked.odd]
    state_rows.write_flags(cursor, "account", flags)
    state_rows.write_accounts(cursor, walks)
    write_sums(cursor, sums, {account_id: accounts[account_id].workspace_id for account_id in sums})
    recorded.accounts = {UUID(one) for one in sums}


def _insert(
    cursor: CursorWrapper,
    subject: str,
    keys: Sequence[Key],
    readings: Sequence[Reading],
    rows: Mapping[Key, VideoRow] | Mapping[Key, AccountRow],
) -> dict[Key, list[Sample]]:
    """
    Insert what is not there yet; return it by subject, in the order of time.

    What belongs to nothing here is left out, and what lies before the samples that are kept.
    """
    told: dict[tuple[Key, int], tuple[int, int, int, int]] = {}
    for subject_id, one in zip(keys, readings, strict=True):
        row, at_us = rows.get(subject_id), to_us(one.at)
        if row is not None and at_us >= row.kept_us:
            told[subject_id, at_us] = one.counters
    fresh: dict[Key, list[Sample]] = {}
    for key in state_rows.insert_samples(cursor, subject, told):
        subject_id, at_us = key
        fresh.setdefault(subject_id, []).append(Sample(at_us, told[key]))
    for samples in fresh.values():
        if len(samples) > 1:
            samples.sort()
    return fresh

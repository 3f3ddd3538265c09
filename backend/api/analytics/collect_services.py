"""
One look at an account: its own counters, what it posted since, and the counters of the posts that are due.

The newest posts come with the list that finds new ones; older ones that are due are asked for by their ids, twenty a call. What
TikTok leaves out twice is gone. Whatever was read before something breaks is kept.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from django.db import connection, transaction
from django.db.models import F, Q

from api.accounts.gateway import tiktok_for
from api.accounts.models import Account
from api.accounts.profile_services import ask_tiktok, sync_account
from api.analytics import due_selectors, gain_services, partitions, progress, state_rows
from api.analytics.cadence import next_sync
from api.analytics.cover_services import copy_covers
from api.analytics.ingest_services import Reading, record_accounts, record_videos
from api.analytics.models import AccountState, Video, VideoState
from api.analytics.readings import Four, Known, counters_of, samples_of
from api.analytics.score_services import score_videos
from api.analytics.video_services import keep_videos, link_publications, note_missing, open_state
from core.domain_error import DomainError
from core.tempo import paced_delta
from tiktok.errors import RateLimited, Refused
from tiktok.tiktok_api_client import TikTokApiClient
from tiktok.wire import VideoItem, VideoPage

SCOPE = "video.list"
A_CALL = 20  # posts, TikTok's most
MOST_PAGES = 50  # of the list in one look; a longer past is walked on with in the next
MOST_DUE = 400
BUSY = timedelta(minutes=15)  # a look that has not ended by then has died
AFTER_TROUBLE = timedelta(minutes=15)
KNOWN_BY = ("at", "views", "likes", "comments", "shares", "checked_at", "held_at")
PARTITIONS_BACK = timedelta(days=1)


@dataclass(slots=True)
class Look:
    """A look under way: the videos that TikTok told of, those that reached another age, and the oldest listed."""

    account: Account
    now: datetime
    seen: set[UUID] = field(default_factory=set)
    aged: set[UUID] = field(default_factory=set)
    covers: dict[UUID, str] = field(default_factory=dict)
    listed_since: datetime | None = None

    def ask(self, call: Callable[[TikTokApiClient], VideoPage]) -> VideoPage:
        return ask_tiktok(self.account, lambda token: call(tiktok_for(self.account, token)), now=self.now)


def collect(*, account: Account, now: datetime, whole: bool = False, pictures: bool = True, beyond: bool = True) -> int:
    """
    Look at an account unless somebody is at it, and return how many of its posts TikTok told of.

    :param whole: at everything, not only at what is due
    :param pictures: copy covers and the avatar too
    :param beyond: ask for posts too that are due and not on the first page of the list
    :raises AccountNotConnected, TikTokUnreachable, Refused: as `ask_tiktok`; the account is due again soon
    """
    state = open_state(account)
    if not _claim(state, now=now):
        return 0
    partitions.make_partitions(since=now - PARTITIONS_BACK, now=now)
    progress.begin(account, now=now)
    look = Look(account, now)
    try:
        _look(look, state, whole=whole, avatar=whole and pictures, beyond=beyond)
        if pictures:
            copy_covers(account, look.covers)
    except (DomainError, Refused) as error:
        wait = timedelta(seconds=error.wait_s) if isinstance(error, RateLimited) else paced_delta(AFTER_TROUBLE)
        AccountState.objects.filter(pk=account.pk).update(busy_until=None, due_at=now + wait)
        progress.fail(account, error, now=now)
        raise
    _finish(account, now=now, whole=whole)
    progress.end(account, posts=len(look.seen), now=now)
    return len(look.seen)


@transaction.atomic
def _finish(account: Account, *, now: datetime, whole: bool) -> None:
    """Free the account for the next look; what was answered about it before is old, if only by when it was looked at."""
    due_at = _next_look(account, now)
    done: dict[str, datetime | None] = {"busy_until": None, "checked_at": now, "due_at": due_at}
    if whole:
        done["whole_at"] = now
    AccountState.objects.filter(pk=account.pk).update(**done, version=F("version") + 1)
    with connection.cursor() as cursor:
        state_rows.raise_workspaces(cursor, [account.pk])


def _claim(state: AccountState, *, now: datetime) -> bool:
    free = AccountState.objects.filter(Q(busy_until=None) | Q(busy_until__lt=now), pk=state.pk)
    return free.update(busy_until=now + BUSY) == 1


def _look(look: Look, state: AccountState, *, whole: bool, avatar: bool, beyond: bool) -> None:
    account, now = look.account, look.now
    sync_account(account=account, now=now, with_picture=avatar)
    _take_own(account, state, now=now)
    if SCOPE not in account.scopes:
        return
    try:
        _walk_list(look, state)
        if beyond:
            _ask_due(look, whole=whole)
    finally:
        link_publications(account)
        gain_services.refresh_gains(account.pk, now=now, only=None if whole else look.seen)
        score_videos(look.aged)


def _take_own(account: Account, state: AccountState, *, now: datetime) -> None:
    """Record the account's own counters; where TikTok does not tell the followers, there are none to record."""
    if account.follower_count is None:
        return
    rest = (account.following_count or 0, account.likes_count or 0, account.video_count or 0)
    counters: Four = (account.follower_count, *rest)
    last: Four = (state.followers, state.following, state.profile_likes, state.posts)
    known = Known(state.at, last, state.checked_at, state.held_at is not None)
    record_accounts([Reading(account.pk, at, four) for at, four in samples_of(counters, known, now=now)])


def _walk_list(look: Look, state: AccountState) -> None:
    """
    Read the list from the newest post down to a page that has nothing new.

    Where a walk through the past was broken off, it goes on after that. How far it came is kept page by page.
    """
    past = None if state.backlog_done else state.backlog_cursor
    cursor, from_top = None, True
    for _ in range(MOST_PAGES):
        page = look.ask(partial(_list_from, cursor))
        new = _take(look, page.videos)
        if from_top and page.videos:
            look.listed_since = min(datetime.fromtimestamp(video.create_time, look.now.tzinfo) for video in page.videos)
        if not page.has_more or not page.videos:
            _keep_place(look.account, None, done=True)
            return
        cursor = page.cursor
        if new or not from_top:
            _keep_place(look.account, cursor, done=False)
        elif past is not None and from_top:
            cursor, from_top = past, False
        else:
            _keep_place(look.account, None, done=True)
            return


def _list_from(cursor: int | None, tiktok: TikTokApiClient) -> VideoPage:
    return tiktok.video_list(cursor=cursor, max_count=A_CALL)


def _query(ids: list[str], tiktok: TikTokApiClient) -> VideoPage:
    return tiktok.video_query(ids)


def _keep_place(account: Account, cursor: int | None, *, done: bool) -> None:
    AccountState.objects.filter(pk=account.pk).update(backlog_cursor=cursor, backlog_done=done)


def _ask_due(look: Look, *, whole: bool) -> None:
    due = due_selectors.list_due_videos(
        look.account.pk,
        now=look.now,
        whole=whole,
        seen=look.seen,
        listed_since=look.listed_since,
        most=MOST_DUE,
    )
    for start in range(0, len(due), A_CALL):
        asked = due[start : start + A_CALL]
        ids = [video.tiktok_id for video in asked]
        page = look.ask(partial(_query, ids))
        _take(look, page.videos)
        told = {item.id for item in page.videos}
        missing = [video for video in asked if video.tiktok_id not in told]
        note_missing(missing, now=look.now)
        VideoState.objects.filter(video__in=missing).update(checked_at=look.now)


def _take(look: Look, items: Sequence[VideoItem]) -> bool:
    """Keep what TikTok told of these posts; say whether any was new."""
    kept = keep_videos(look.account, items, now=look.now)
    states = VideoState.objects.only(*KNOWN_BY).in_bulk([video.pk for video in kept.videos.values()])
    readings = list[Reading]()
    for item in items:
        video = kept.videos[item.id]
        state = states[video.pk]
        last: Four = (state.views, state.likes, state.comments, state.shares)
        counters = counters_of(item, last)
        if counters is not None:
            known = Known(state.at, last, state.checked_at, state.held_at is not None)
            readings += [Reading(video.pk, at, four) for at, four in samples_of(counters, known, now=look.now)]
        _note_cover(look, video, item)
    recorded = record_videos(readings)
    VideoState.objects.filter(pk__in=states).update(checked_at=look.now)
    if look.seen:
        progress.step(look.account, posts=len(look.seen) + len(states))
    look.seen |= states.keys()
    look.aged |= recorded.aged
    return bool(kept.new)


def _note_cover(look: Look, video: Video, item: VideoItem) -> None:
    if not video.cover_key and item.cover_image_url:
        look.covers[video.pk] = item.cover_image_url


def _next_look(account: Account, now: datetime) -> datetime:
    at = next_sync(due_selectors.list_looks(account.pk), synced_at=now)
    return now + paced_delta(max(at - now, timedelta(0)))

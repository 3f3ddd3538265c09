"""The rows of what an account has posted, as TikTok lists it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from django.db import connection, transaction

from api.accounts.models import Account
from api.analytics import state_rows
from api.analytics.ages import AGES_H
from api.analytics.days import to_us
from api.analytics.models import AccountState, Video, VideoState
from api.analytics.replay import Sums
from api.analytics.rollup_writes import write_sums
from api.analytics.state_rows import Key
from api.publishing.models import PublishHistory
from tiktok.wire import VideoItem

CAPTION_LENGTH = 400
MOST_HASHTAGS = 30
GONE_AFTER = timedelta(hours=1)  # left out of two answers this far apart; once may be TikTok's hiccup
# A letter, digit or underscore of any script: TikTok has hashtags in all of them.
HASHTAG = re.compile(r"#(\w+)")
TOLD = ("caption", "hashtags", "duration_s", "width", "height", "share_url")


@dataclass(slots=True)
class Kept:
    """An account's videos among those that TikTok listed, by TikTok's id; `new` are the ids nobody had seen before."""

    videos: dict[str, Video] = field(default_factory=dict)
    new: set[str] = field(default_factory=set)


def open_state(account: Account) -> AccountState:
    """Return what is known of an account, beginning with nothing; its days begin in its workspace's zone."""
    state, _ = AccountState.objects.get_or_create(
        account=account,
        defaults={"workspace_id": account.workspace_id, "zones": [[None, account.workspace.time_zone]]},
    )
    return state


def read_hashtags(caption: str) -> list[str]:
    """Return the hashtags in a caption, lower case, each once, without their sign."""
    return list(dict.fromkeys(tag.lower()[:100] for tag in HASHTAG.findall(caption)))[:MOST_HASHTAGS]


def keep_videos(account: Account, items: Sequence[VideoItem], *, now: datetime) -> Kept:
    """Add the videos that have no row yet, and copy over what TikTok says of the others."""
    listed = {item.id: item for item in items}
    kept = Kept({video.tiktok_id: video for video in Video.objects.filter(account=account, tiktok_id__in=listed)})
    changed = [video for tiktok_id, video in kept.videos.items() if _copy(listed[tiktok_id], video)]
    if changed:
        Video.objects.bulk_update(changed, [*TOLD, "missing_since", "gone_at"])
    if len(kept.videos) < len(listed):
        _add_missing(account, listed, kept, now=now)
    return kept


@transaction.atomic
def _add_missing(account: Account, listed: Mapping[str, VideoItem], kept: Kept, *, now: datetime) -> None:
    # One writer an account at a time: the number of its videos and its days' posts are counted up here.
    state = AccountState.objects.select_for_update().get(pk=open_state(account).pk)
    there = Video.objects.filter(account=account, tiktok_id__in=listed.keys() - kept.videos.keys())
    kept.videos |= {video.tiktok_id: video for video in there}
    made = [_make(account, item, now) for tiktok_id, item in listed.items() if tiktok_id not in kept.videos]
    if made:
        _add(state, made)
        kept.videos |= {video.tiktok_id: video for video in made}
        kept.new = {video.tiktok_id for video in made}


def _make(account: Account, item: VideoItem, now: datetime) -> Video:
    published_at = datetime.fromtimestamp(item.create_time, UTC)
    video = Video(account=account, workspace_id=account.workspace_id, tiktok_id=item.id, published_at=published_at)
    video.first_seen_at = now
    _copy(item, video)
    return video


def _copy(item: VideoItem, video: Video) -> bool:
    """Take over what TikTok tells of a video; say whether anything changed."""
    caption = (item.video_description or item.title)[:CAPTION_LENGTH]
    told = {
        "caption": caption,
        "hashtags": read_hashtags(caption),
        "duration_s": item.duration,
        "width": item.width,
        "height": item.height,
        "share_url": item.share_url[:600],
        "missing_since": None,
        "gone_at": None,
    }
    before = {name: getattr(video, name) for name in told}
    for name, value in told.items():
        setattr(video, name, value)
    return before != told


def _add(state: AccountState, videos: list[Video]) -> None:
    _link(videos)
    Video.objects.bulk_create(videos)
    VideoState.objects.bulk_create(
        VideoState(
            video=video,
            workspace_id=video.workspace_id,
            account_id=video.account_id,
            published_at=video.published_at,
            **{name: [None] * len(AGES_H) for name in ("views_at", "likes_at", "comments_at", "shares_at")},
        )
        for video in videos
    )
    with connection.cursor() as cursor:
        key = str(state.pk)
        calendar = state_rows.read_accounts(cursor, [key])[key].calendar
        sums, posts = Sums(), dict[tuple[Key, date], int]()
        for video in videos:
            day = calendar.day_of(to_us(video.published_at))
            sums.day(day)
            posts[key, day.date] = posts.get((key, day.date), 0) + 1
        cursor.execute(
            "UPDATE analytics_accountstate SET videos = videos + %s, version = version + 1 WHERE account_id = %s",
            [len(videos), key],
        )
        write_sums(cursor, {key: sums}, {key: str(state.workspace_id)}, posts)


def _link(videos: Iterable[Video]) -> None:
    """Say which publication each became of. A draft may have become several posts, so all its ids are looked at."""
    by_id = {video.tiktok_id: video for video in videos}
    if not by_id:
        return
    account_ids = {video.account_id for video in by_id.values()}
    sessions = PublishHistory.objects.filter(publication__account_id__in=account_ids)
    wanted = sessions.filter(tiktok_post_id__in=list(by_id)) | sessions.filter(
        tiktok_post_ids__has_any_keys=list(by_id)
    )
    for session in wanted.distinct():
        for tiktok_id in {session.tiktok_post_id, *map(str, session.tiktok_post_ids)} & by_id.keys():
            by_id[tiktok_id].publication_id = session.publication_id


def link_publications(account: Account) -> int:
    """Link videos that were listed before we knew which publication they are of; return how many."""
    known = PublishHistory.objects.filter(publication__account=account, publication__videos=None).exclude(
        tiktok_post_id=""
    )
    ids = {
        str(one) for first, others in known.values_list("tiktok_post_id", "tiktok_post_ids") for one in (first, *others)
    }
    videos = list(Video.objects.filter(account=account, publication=None, tiktok_id__in=ids)) if ids else []
    _link(videos)
    found = [video for video in videos if video.publication_id is not None]
    if found:
        Video.objects.bulk_update(found, ["publication"])
    return len(found)


def note_missing(videos: Iterable[Video], *, now: datetime) -> list[Video]:
    """Note that TikTok left these out; return those that are gone for certain: left out twice, an hour apart."""
    gone, changed = list[Video](), list[Video]()
    for video in videos:
        if video.missing_since is None:
            video.missing_since = now
            changed.append(video)
        elif video.gone_at is None and now - video.missing_since >= GONE_AFTER:
            video.gone_at = video.missing_since
            gone.append(video)
            changed.append(video)
    if changed:
        Video.objects.bulk_update(changed, ["missing_since", "gone_at"])
    return gone

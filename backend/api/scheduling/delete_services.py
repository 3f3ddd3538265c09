"""Deleting posts, one or many, and taking that back within ten minutes."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from api.media.bin_services import take_out
from api.posts.models import Post, PostMedia
from api.publishing import services as publishing
from api.publishing.services import AlreadyAtTikTok
from api.publishing.undo_services import Undone, bring_back, lock_posts
from api.slideshows.models import Slideshow
from api.workspaces.audit import Doer, record_many
from core.undo import UNDO_FOR

# What the history says of a publication that was cancelled so, and by which it is known again.
WITH_POST = "the post was deleted"
BY_SERIES = "taken back by its series"
BUSY = "TikTok is processing this post right now. Delete it here once that is done."


@dataclass(frozen=True, slots=True)
class Deletion:
    """The posts that were deleted, and those that stay because TikTok is processing them."""

    deleted: Sequence[Post]
    kept: Sequence[Post]


@dataclass(frozen=True, slots=True)
class Restoration:
    """
    What became of the posts asked for, by id: what came back of each, `over` when its time for that is over.

    Ids that are in neither are unknown, or another workspace's. A post that was not deleted came back with nothing.
    """

    undone: dict[UUID, Undone]
    over: frozenset[UUID]


def delete_post(*, member: Doer, post: Post, now: datetime) -> None:
    """
    Take a post out of every list and cancel what has not gone out; its history stays.

    :raises AlreadyAtTikTok: while TikTok is processing it
    """
    if delete_posts(member=member, post_ids=[post.pk], now=now).kept:
        raise AlreadyAtTikTok(BUSY)


@transaction.atomic
def delete_posts(*, member: Doer, post_ids: Collection[UUID], now: datetime, why: str = WITH_POST) -> Deletion:
    """
    Delete these posts; ids that are unknown, or another workspace's, are left out. As many queries however many.

    :param why: what the history says; only what was deleted WITH_POST comes back scheduled
    """
    own = Post.objects.filter(workspace=member.workspace, deleted_at=None, pk__in=post_ids)
    posts = list(own.select_for_update(of=("self",)).order_by("pk"))
    busy = publishing.withdraw([post.pk for post in posts], actor=member.user.email, why=why)
    deleted = [post for post in posts if post.pk not in busy]
    Post.objects.filter(pk__in=[post.pk for post in deleted]).update(deleted_at=now, updated_at=now)
    sentences = {post.pk: f"deleted the post “{post}”" for post in deleted}
    record_many(member, "post.deleted", kind="post", sentences=sentences)
    return Deletion(deleted, [post for post in posts if post.pk in busy])


@transaction.atomic
def restore_posts(*, member: Doer, post_ids: Collection[UUID], now: datetime) -> Restoration:
    """
    Take deleted posts back, with their files, and what was to go out at a time to come. As many queries however many.

    Doing it twice changes nothing.
    """
    own = Post.objects.filter(workspace=member.workspace, pk__in=post_ids)
    posts = lock_posts(set(own.values_list("pk", flat=True)))
    gone = [post for post in posts if post.deleted_at is not None]
    back = [post for post in gone if post.deleted_at and post.deleted_at > now - UNDO_FOR]
    ids = [post.pk for post in back]
    Post.objects.filter(pk__in=ids).update(deleted_at=None, updated_at=now)
    take_out(_list_files(ids))
    came = bring_back(back, detail=WITH_POST, actor=member.user.email, now=now)
    sentences = {post.pk: f"restored the post “{post}”" for post in back}
    record_many(member, "post.restored", kind="post", sentences=sentences)
    over = frozenset(post.pk for post in gone) - frozenset(ids)
    return Restoration({post.pk: came.get(post.pk, Undone()) for post in posts if post.pk not in over}, over)


def _list_files(post_ids: Sequence[UUID]) -> list[UUID]:
    """Return the files that posts have, to be seen or heard; one query."""
    seen = PostMedia.objects.filter(post_id__in=post_ids).order_by().values_list("asset_id", flat=True)
    heard = Slideshow.objects.filter(post_id__in=post_ids, music__isnull=False).order_by()
    return list(seen.union(heard.values_list("music", flat=True)))

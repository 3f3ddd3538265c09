"""Moving a post to another time; everything else of it stays as it is."""

from datetime import datetime

from django.db import transaction

from api.posts.models import Post, TimingMode
from api.publishing.moving import move_due
from api.publishing.quota_services import arrange
from api.scheduling.services import composition_of, find_targets
from api.scheduling.timing import decide_timing
from api.users.services import check_zone
from api.workspaces import audit
from api.workspaces.auth import Member
from core.domain_error import Invalid


def move_post(*, member: Member, post: Post, local_time: str, time_zone: str, now: datetime) -> Post:
    """
    Give a post another time. A draft keeps the time as what its author thought of, and stays a draft.

    The consent stays: it was for what is sent and where, and neither changes.

    :raises Invalid: for a time that is none or has passed, at `local_time`
    :raises AlreadyAtTikTok: when TikTok has it for one of its accounts, or may have it
    :raises NothingToMove: when it has ended on all of them
    """
    zone = check_zone(time_zone)
    mode = TimingMode.DRAFT if post.timing_mode == TimingMode.DRAFT else TimingMode.AT
    try:
        # What is checked for a draft is only that it is a time to come; it is kept without an instant.
        timing = decide_timing(mode=TimingMode.AT, local_time=local_time, time_zone=zone, now=now)
    except Invalid as refusal:
        raise Invalid.at("local_time", refusal.detail, code=refusal.code) from None
    due_at = None if mode == TimingMode.DRAFT else timing.due_at
    with transaction.atomic():
        targets = find_targets(member, composition_of(post).choices)
        due_times = arrange(post=post, targets=targets, due_at=due_at, time_zone=zone) if due_at else {}
        Post.objects.select_for_update().get(pk=post.pk)  # before its publications, as composing does
        move_due(post=post, due_at=due_at, due_times=due_times, actor=member.user.email)
        post.timing_mode, post.due_at = mode, due_at
        post.local_time, post.time_zone = timing.local_time, zone
        sentence = f"moved the post to {timing.local_time.replace('T', ' ')} ({zone})"
        audit.record(member, "post.moved", kind="post", subject_id=post.pk, sentence=sentence)
        post.save(update_fields=["timing_mode", "due_at", "local_time", "time_zone", "updated_at"])
    return post

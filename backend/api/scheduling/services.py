"""Composing: a post, its accounts and its time, checked together and saved together."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from api.accounts.models import Account
from api.media.models import MediaAsset
from api.media.selectors import get_assets
from api.posts import services as posts
from api.posts.models import Post, TimingMode
from api.publishing import services as publishing
from api.publishing.app_services import check_apps
from api.publishing.services import Choices, Target
from api.scheduling.media_check import check_media, list_refusals
from api.scheduling.timing import decide_timing
from api.users.services import check_zone
from api.workspaces.audit import record
from api.workspaces.auth import Member
from core.domain_error import Invalid


@dataclass(frozen=True, slots=True)
class Composition:
    """
    What the composer sends: the post, the accounts with their choices, and when.

    `override_media`: a person saw that TikTok will refuse the media, and wants it sent all the same.
    """

    caption: str
    media_ids: Sequence[UUID]
    choices: Sequence[tuple[UUID, Choices]]
    mode: TimingMode
    local_time: str
    time_zone: str
    consent: bool
    override_media: bool = False


def compose(*, member: Member, composition: Composition, post: Post | None, now: datetime) -> Post:
    """
    Save a new post with its publications, or change `post`: all of it or nothing.

    :raises Invalid: with the field that is wrong
    :raises NotFound: for media or accounts of another workspace
    :raises AlreadyAtTikTok: when the post can no longer be changed
    """
    zone = check_zone(composition.time_zone)
    timing = decide_timing(mode=composition.mode, local_time=composition.local_time, time_zone=zone, now=now)
    media = get_assets(workspace=member.workspace, asset_ids=composition.media_ids)
    targets = _find_targets(member, composition.choices)
    is_draft = timing.mode == TimingMode.DRAFT
    if not is_draft:
        _check_ready(composition, targets)
    overruled = [] if is_draft else _check_media(composition, media, targets)
    with transaction.atomic():
        if timing.due_at:
            check_apps(targets, due_at=timing.due_at, time_zone=zone, post_id=post.pk if post else None)
        post = posts.save_post(
            post=post,
            workspace=member.workspace,
            author=member.user,
            caption=composition.caption,
            media=media,
            timing=timing,
        )
        publishing.plan(post=post, targets=targets, due_at=timing.due_at, actor=member.user.email)
        if not is_draft:
            snapshot = _snapshot(composition, media) | ({"media_overruled": overruled} if overruled else {})
            posts.record_consent(post=post, person=member.user, snapshot=snapshot, now=now)
        if overruled:
            sentence = f"scheduled media that TikTok will refuse: {overruled[0]}"
            record(member, "post.media_overruled", kind="post", subject_id=post.pk, sentence=sentence, said=overruled)
    return post


def publish_now(*, member: Member, post: Post, now: datetime) -> Post:
    """
    Send a draft or scheduled post right away, with the choices it has.

    :raises Invalid: when something it needs is missing
    :raises AlreadyAtTikTok: when it is on its way already
    """
    fields = (
        "privacy_level",
        "allow_comment",
        "allow_duet",
        "allow_stitch",
        "disclosure",
        "your_brand",
        "branded_content",
        "is_aigc",
    )
    live = post.publications.exclude(state="cancelled")
    choices = [(row.account_id, Choices(**{name: getattr(row, name) for name in fields})) for row in live]
    media_ids = [place.asset_id for place in post.places.all()]
    insisted = isinstance(post.consent_snapshot, dict) and bool(post.consent_snapshot.get("media_overruled"))
    composition = Composition(
        post.caption,
        media_ids,
        choices,
        TimingMode.NOW,
        "",
        post.time_zone,
        consent=True,
        override_media=insisted,
    )
    return compose(member=member, composition=composition, post=post, now=now)


def delete_post(*, member: Member, post: Post, now: datetime) -> None:
    """
    Take a post out of every list and cancel what has not gone out; its history stays.

    :raises AlreadyAtTikTok: while TikTok is processing it
    """
    with transaction.atomic():
        publishing.withdraw_post(post=post, actor=member.user.email)
        post.deleted_at = now
        post.save(update_fields=["deleted_at", "updated_at"])


def _find_targets(member: Member, choices: Sequence[tuple[UUID, Choices]]) -> list[Target]:
    found = Account.objects.filter(workspace=member.workspace).select_related("app", "workspace")
    accounts = found.in_bulk([account_id for account_id, _ in choices])
    for index, (account_id, _) in enumerate(choices):
        if account_id not in accounts:
            raise Invalid.at(
                f"publications.{index}.account_id",
                "There is no such account in this workspace.",
                code="not_found",
            )
    if len(accounts) != len(choices):
        raise Invalid.at("publications", "Each account can be chosen once.", code="account_twice")
    return [Target(accounts[account_id], chosen) for account_id, chosen in choices]


def _check_ready(composition: Composition, targets: Sequence[Target]) -> None:
    if not targets:
        raise Invalid.at("publications", "Choose at least one account.", code="account_missing")
    for index, target in enumerate(targets):
        publishing.check_target(target, index=index)
    if not composition.consent:
        raise Invalid.at("consent", "Agree to TikTok's terms for this post before it is sent.", code="consent_missing")


def _check_media(composition: Composition, media: Sequence[MediaAsset], targets: Sequence[Target]) -> list[str]:
    """Return what the person overruled, empty when there was nothing to overrule."""
    if composition.override_media:
        return list_refusals(media, targets)
    check_media(media, targets)
    return []


def _snapshot(composition: Composition, media: Sequence[MediaAsset]) -> dict[str, object]:
    """What exactly was agreed to (tiktok-api §6, Scheduling)."""
    chosen = [{"account_id": str(account_id), **asdict(choices)} for account_id, choices in composition.choices]
    return {
        "caption": composition.caption,
        "media_sha256": [asset.sha256 for asset in media],
        "publications": chosen,
    }

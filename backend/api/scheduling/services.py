"""Composing: a post, its accounts and its time, checked together and saved together."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from api.accounts.models import Account, PostMode
from api.accounts.pull_services import why_no_photos
from api.media.models import MediaAsset
from api.media.selectors import get_assets
from api.posts import services as posts
from api.posts.caption import check_caption, most_units
from api.posts.models import MediaType, Post, PostKind, TimingMode
from api.posts.services import LATE_LIMIT_MIN, NO_TEXTS, PhotoTexts
from api.publishing import services as publishing
from api.publishing.draft_services import check_drafts
from api.publishing.quota_services import WhenFull, arrange
from api.publishing.services import Choices, Target
from api.scheduling.media_check import check_media, list_refusals
from api.scheduling.slideshow_services import arrange_slideshow, check_length, choice_of, find_files
from api.scheduling.timing import decide_timing
from api.slideshows.looks import SlideshowChoice, write_look
from api.users.services import check_zone
from api.workspaces.audit import Doer, record
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
    kind: PostKind = PostKind.VIDEO
    texts: PhotoTexts = NO_TEXTS
    late_limit_min: int | None = LATE_LIMIT_MIN
    stagger_min: int = 0
    when_full: WhenFull = "refuse"
    override_media: bool = False
    slideshow: SlideshowChoice | None = None
    cover_ms: int = 0


def compose(*, member: Doer, composition: Composition, post: Post | None, now: datetime) -> Post:
    """
    Save a new post with its publications, or change `post`: all of it or nothing.

    :raises Invalid: with the field that is wrong
    :raises NotFound: for media or accounts of another workspace
    :raises AlreadyAtTikTok: when the post can no longer be changed
    """
    zone = check_zone(composition.time_zone)
    timing = decide_timing(mode=composition.mode, local_time=composition.local_time, time_zone=zone, now=now)
    timing = replace(timing, late_limit_min=composition.late_limit_min, stagger_min=composition.stagger_min)
    files = find_files(workspace=member.workspace, choice=composition.slideshow) if composition.slideshow else {}
    if composition.slideshow:
        composition = replace(composition, media_ids=[image.media_id for image in composition.slideshow.in_order])
        media = [files[media_id] for media_id in composition.media_ids]
    else:
        media = get_assets(workspace=member.workspace, asset_ids=composition.media_ids)
    composition = _settle_choices(member, composition)
    targets = find_targets(member, composition.choices)
    _check_own_captions(composition, targets)
    is_draft, is_new = timing.mode == TimingMode.DRAFT, post is None
    if not is_draft:
        _check_ready(composition, targets)
    overruled = [] if is_draft else _check_media(composition, media, targets)
    with transaction.atomic():
        if timing.due_at and composition.when_full == "refuse":
            check_drafts(targets, due_at=timing.due_at, time_zone=zone, post_id=post.pk if post else None)
        post = posts.save_post(
            post=post,
            workspace=member.workspace,
            author=member.user,
            caption=composition.caption,
            media=media,
            timing=timing,
            kind=composition.kind,
            texts=composition.texts,
            durations_ms=[image.duration_ms for image in composition.slideshow.in_order]
            if composition.slideshow
            else (),
            cover_ms=composition.cover_ms,
            beside=files.keys(),
        )
        arrange_slideshow(member=member, post=post, choice=composition.slideshow, files=files)
        due_times = None
        if timing.due_at:
            due_times = arrange(
                post=post, targets=targets, due_at=timing.due_at, time_zone=zone, when_full=composition.when_full
            )
        actor = member.user.email
        publishing.plan(post=post, targets=targets, due_at=timing.due_at, actor=actor, due_times=due_times)
        if not is_draft:
            snapshot = snapshot_of(composition, media) | ({"media_overruled": overruled} if overruled else {})
            posts.record_consent(post=post, person=member.user, snapshot=snapshot, now=now)
        _note_saved(member, post, targets, is_new=is_new)
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
    return compose(member=member, composition=composition_of(post), post=post, now=now)


def composition_of(post: Post) -> Composition:
    """Return the post as a composer would send it to have it go out now; `dataclasses.replace` gives it another time."""
    fields = (
        "privacy_level",
        "allow_comment",
        "allow_duet",
        "allow_stitch",
        "disclosure",
        "your_brand",
        "branded_content",
        "is_aigc",
        "auto_add_music",
        "post_mode",
        "own_caption",
    )
    live = [row for row in post.publications.all() if row.state != "cancelled"]
    choices = [(row.account_id, Choices(**{name: getattr(row, name) for name in fields})) for row in live]
    media_ids = [place.asset_id for place in post.places.all() if place.media_type != MediaType.SLIDESHOW_VIDEO]
    insisted = isinstance(post.consent_snapshot, dict) and bool(post.consent_snapshot.get("media_overruled"))
    return Composition(
        post.caption,
        media_ids,
        choices,
        TimingMode.NOW,
        "",
        post.time_zone,
        consent=True,
        kind=PostKind(post.kind),
        texts=PhotoTexts(post.title, post.cover_index),
        late_limit_min=post.late_limit_min,
        stagger_min=post.stagger_min,
        override_media=insisted,
        slideshow=choice_of(post),
        cover_ms=post.cover_ms,
    )


def _note_saved(member: Doer, post: Post, targets: Sequence[Target], *, is_new: bool) -> None:
    """Note a post that was scheduled or changed; a draft that is only written at is nobody's business yet."""
    if post.timing_mode == TimingMode.DRAFT:
        return
    handles = [target.account.handle for target in targets]
    named = ", ".join(handles[:3]) + (f" and {len(handles) - 3} more" if len(handles) > 3 else "")  # noqa: PLR2004
    due = post.due_at.isoformat() if post.due_at else None
    verb = "scheduled" if is_new else "changed and scheduled"
    record(
        member,
        "post.scheduled" if is_new else "post.changed",
        kind="post",
        subject_id=post.pk,
        sentence=f"{verb} the post “{post}” on {named}",
        due_at=due,
        accounts=handles,
    )


def find_targets(member: Doer, choices: Sequence[tuple[UUID, Choices]]) -> list[Target]:
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


def _settle_choices(member: Doer, composition: Composition) -> Composition:
    """Fill in what was left to the account, and leave out what this kind of post does not have."""
    ids = [account_id for account_id, choices in composition.choices if not choices.post_mode]
    modes = dict(Account.objects.filter(workspace=member.workspace, pk__in=ids).values_list("pk", "post_mode"))
    is_photo = composition.kind == PostKind.PHOTO
    unlike: dict[str, Any] = (
        {"allow_duet": False, "allow_stitch": False, "is_aigc": False} if is_photo else {"auto_add_music": False}
    )

    def settle(account_id: UUID, choices: Choices) -> Choices:
        mode = choices.post_mode or modes.get(account_id, PostMode.DIRECT_POST)
        return replace(choices, post_mode=mode, **unlike)

    settled = [(account_id, settle(account_id, choices)) for account_id, choices in composition.choices]
    return replace(composition, choices=settled)


def _check_own_captions(composition: Composition, targets: Sequence[Target]) -> None:
    """Hold each account's own words to the same rules as the post's; a draft's too, as they could not be sent later."""
    most = most_units(is_photo=composition.kind == PostKind.PHOTO)
    for index, target in enumerate(targets):
        words, field = target.choices.own_caption, f"publications.{index}.own_caption"
        if words is not None:
            check_caption(words, most=most, field=field, of=target.account.handle)


def _check_ready(composition: Composition, targets: Sequence[Target]) -> None:
    if not targets:
        raise Invalid.at("publications", "Choose at least one account.", code="account_missing")
    for index, target in enumerate(targets):
        publishing.check_target(target, index=index)
        if composition.kind == PostKind.PHOTO and (why := why_no_photos(target.account.app)):
            raise Invalid.at(f"publications.{index}.account_id", why, code="pull_prefix_unusable")
    if composition.slideshow:
        check_length(composition.slideshow, targets)
    if not composition.consent:
        raise Invalid.at("consent", "Agree to TikTok's terms for this post before it is sent.", code="consent_missing")


def _check_media(composition: Composition, media: Sequence[MediaAsset], targets: Sequence[Target]) -> list[str]:
    """Return what the person overruled, empty when there was nothing to overrule."""
    if composition.override_media:
        return list_refusals(media, targets)
    check_media(media, targets)
    return []


def snapshot_of(composition: Composition, media: Sequence[MediaAsset]) -> dict[str, object]:
    """
    What exactly was agreed to (tiktok-api §6, Scheduling).

    `own_caption` and `cover_ms` are there only where they say something: a series that was agreed to before there were any still
    knows its posts again.
    """
    chosen = [_chosen(account_id, choices) for account_id, choices in composition.choices]
    shown: dict[str, object] = {"slideshow": write_look(composition.slideshow.look)} if composition.slideshow else {}
    if composition.cover_ms and composition.kind != PostKind.PHOTO:
        shown["cover_ms"] = composition.cover_ms
    return shown | {
        "kind": composition.kind,
        "title": composition.texts.title,
        "caption": composition.caption,
        "media_sha256": [asset.sha256 for asset in media],
        "publications": chosen,
    }


def _chosen(account_id: UUID, choices: Choices) -> dict[str, object]:
    kept = {name: value for name, value in asdict(choices).items() if name != "own_caption" or value is not None}
    return {"account_id": str(account_id), **kept}

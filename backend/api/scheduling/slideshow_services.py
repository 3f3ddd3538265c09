"""Composing a slideshow: its images found and checked, and its video asked for in the transaction that saves the post."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from api.media.models import AssetStatus, MediaAsset, MediaKind
from api.posts.models import Post, PostKind
from api.publishing.services import Target
from api.slideshows.looks import ImageChoice, SlideshowChoice, check_choice, read_look
from api.slideshows.models import Slideshow
from api.slideshows.services import request_video
from api.workspaces.audit import Doer
from api.workspaces.models import Workspace
from core.domain_error import Invalid
from video.doctor import say_length
from video.slideshow.spec import Encoder

MAX_IMAGE_BYTES = 20_000_000
MIN_SIDE = 16


def find_images(*, workspace: Workspace, named: Sequence[tuple[UUID | None, str | None]]) -> list[UUID]:
    """
    Return which stored files the images are; one query.

    A path is only ever compared with those of the workspace's own uploads, and never opened.

    :param named: each image's media id, or its file path
    :raises Invalid: `not_found`, at the image: unknown, or another workspace's
    """
    paths = [path for _, path in named if path]
    prefix = f"media/{workspace.pk}/"
    digests = {path: path.removeprefix(prefix) for path in paths if path.startswith(prefix)}
    ids = [media_id for media_id, _ in named if media_id]
    own = MediaAsset.objects.filter(workspace=workspace, deleted_at=None)
    rows = (own.filter(pk__in=ids) | own.filter(sha256__in=digests.values())).values_list("pk", "sha256")
    known, by_digest = {pk for pk, _ in rows}, {digest: pk for pk, digest in rows}
    found = list[UUID]()
    for index, (media_id, path) in enumerate(named):
        pk = media_id if media_id in known else by_digest.get(digests.get(path or "", ""))
        if pk is None:
            field = "media_id" if media_id else "file_path"
            message = f"Image {index + 1} is not among this workspace's files. Upload it first."
            raise Invalid.at(f"images.{index}.{field}", message, code="not_found")
        found.append(pk)
    return found


def find_files(*, workspace: Workspace, choice: SlideshowChoice) -> dict[UUID, MediaAsset]:
    """
    Return the files of a slideshow, by id, when a video can be made of them; one query.

    :raises Invalid: at the image or the music that cannot be used
    """
    ids = {image.media_id for image in choice.images} | ({choice.music.media_id} if choice.music else set())
    found = MediaAsset.objects.filter(workspace=workspace, deleted_at=None).in_bulk(list(ids))
    for index, image in enumerate(choice.images):
        if image.media_id not in found:
            message = f"Image {index + 1} is not among this workspace's files. Upload it first."
            raise Invalid.at(f"images.{index}.media_id", message, code="not_found")
        _check_file(found[image.media_id], f"images.{index}.media_id")
    if choice.music:
        _check_music(found.get(choice.music.media_id), choice.music.start_ms)
    check_choice(choice, [found[image.media_id].file_name for image in choice.images])
    return found


def arrange_slideshow(
    *, member: Doer, post: Post, choice: SlideshowChoice | None, files: Mapping[UUID, MediaAsset]
) -> None:
    """Have the post's video made; of a post that is no slideshow, forget what was made before."""
    if choice is None or post.kind != PostKind.SLIDESHOW:
        Slideshow.objects.filter(post=post).delete()
        return
    encoder = Encoder(member.workspace.slideshow_encoder)
    request_video(post=post, choice=choice, assets=files, requested_by=member.user, encoder=encoder)


def choice_of(post: Post) -> SlideshowChoice | None:
    """Return the slideshow a post has, as it was asked for; None for another kind of post."""
    slideshow: Slideshow | None = getattr(post, "slideshow", None)
    if slideshow is None or post.kind != PostKind.SLIDESHOW:
        return None
    look = read_look(slideshow.look)
    sources = [place for place in post.places.all() if place.is_slideshow_source]
    images = tuple(
        ImageChoice(place.asset_id, place.duration_ms or 0, order, one)
        for order, (place, one) in enumerate(zip(sources, look.images, strict=True))
    )
    return SlideshowChoice(images, look.format, look.transition, look.transition_ms, look.music)


def check_length(choice: SlideshowChoice, targets: Sequence[Target]) -> None:
    """
    Accept a slideshow that is not longer than what TikTok last said the accounts may post.

    :raises Invalid: `duration_check_failed`, at the account
    """
    for index, target in enumerate(targets):
        longest_s = target.account.longest_video_s
        if longest_s and choice.duration_ms > longest_s * 1000:
            message = (
                f"The slideshow lasts {say_length(choice.duration_ms)};"
                f" TikTok lets {target.account.handle} post {say_length(longest_s * 1000)} at most."
            )
            raise Invalid.at(f"publications.{index}.account_id", message, code="duration_check_failed")


def _check_file(asset: MediaAsset, field: str) -> None:
    if asset.kind != MediaKind.IMAGE:
        message = f"{asset.file_name} is no picture. A slideshow is made of pictures."
        raise Invalid.at(field, message, code="media_unfit")
    if asset.status == AssetStatus.CHECKING:
        raise Invalid.at(field, f"{asset.file_name} is still being checked. It takes a moment.", code="media_not_ready")
    if asset.status == AssetStatus.REJECTED:
        raise Invalid.at(field, f"{asset.file_name}: {asset.rejection_message}", code="media_rejected")
    if asset.size_bytes > MAX_IMAGE_BYTES:
        most = f"{MAX_IMAGE_BYTES // 1_000_000} MB"
        message = (
            f"{asset.file_name} has {asset.size_bytes / 1_000_000:.1f} MB; an image of a slideshow has {most} at most."
        )
        raise Invalid.at(field, message, code="image_too_large")


def _check_music(asset: MediaAsset | None, start_ms: int) -> None:
    if asset is None:
        message = "The music is not among this workspace's files. Upload it first."
        raise Invalid.at("music.media_id", message, code="not_found")
    if asset.kind != MediaKind.AUDIO:
        raise Invalid.at("music.media_id", f"{asset.file_name} is no sound file.", code="media_unfit")
    if asset.status != AssetStatus.READY:
        why = asset.rejection_message or "it is still being checked."
        raise Invalid.at("music.media_id", f"{asset.file_name}: {why}", code="media_not_ready")
    if asset.duration_ms is not None and start_ms >= asset.duration_ms:
        message = f"{asset.file_name} is {say_length(asset.duration_ms)} long. Start earlier."
        raise Invalid.at("music.start_ms", message, code="music_start")

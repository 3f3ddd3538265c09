"""
What we send to TikTok, field for field (tiktok-api §3–4). A body that TikTok's documented rules forbid is never made.

Field names are TikTok's. Each rule raises `Unfit` with the code a person is told about, before anything is sent.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import Literal, Self

from tiktok.body_rules import MAX_CAPTION, Body, check_audience, check_photo_text, must, must_be_public, must_fit
from tiktok.upload_plan import UploadPlan, find_fault

MAX_PHOTOS = 35
MAX_VIDEOS = 20
MAX_PUBLISH_ID = 64
INT32 = 2**31


class VideoListBody(Body):
    """Body of `video/list`; `cursor` in milliseconds."""

    cursor: int | None = None
    max_count: int = MAX_VIDEOS

    def _check(self) -> None:
        must(1 <= self.max_count <= MAX_VIDEOS, "too_many_videos", f"1 to {MAX_VIDEOS} videos, not {self.max_count}")


class VideoFilters(Body):
    """Which posts `video/query` tells about."""

    video_ids: list[str]

    def _check(self) -> None:
        count = len(self.video_ids)
        must(1 <= count <= MAX_VIDEOS, "too_many_videos", f"1 to {MAX_VIDEOS} videos, not {count}")


class VideoQueryBody(Body):
    """Body of `video/query`."""

    filters: VideoFilters

    @classmethod
    def of(cls, video_ids: Sequence[str]) -> Self:
        return cls(filters=VideoFilters(video_ids=list(video_ids)))


class PostInfo(Body):
    """`post_info` of a direct video post; `title` is the caption."""

    title: str
    privacy_level: str
    disable_comment: bool
    disable_duet: bool
    disable_stitch: bool
    brand_content_toggle: bool
    brand_organic_toggle: bool
    is_aigc: bool
    video_cover_timestamp_ms: int = 0

    def _check(self) -> None:
        must_fit(self.title, MAX_CAPTION, "caption_too_long")
        must(0 <= self.video_cover_timestamp_ms < INT32, "cover_unfit", "no such frame")
        check_audience(self.privacy_level, branded=self.brand_content_toggle)


class PhotoPostInfo(Body):
    """`post_info` of a direct photo post; `description` is the caption."""

    title: str = ""
    description: str = ""
    privacy_level: str
    disable_comment: bool
    auto_add_music: bool
    brand_content_toggle: bool
    brand_organic_toggle: bool

    def _check(self) -> None:
        check_photo_text(self.title, self.description)
        check_audience(self.privacy_level, branded=self.brand_content_toggle)


class PhotoDraftInfo(Body):
    """`post_info` of a draft of photos: the rest is chosen in the TikTok app."""

    title: str = ""
    description: str = ""

    def _check(self) -> None:
        check_photo_text(self.title, self.description)


class FileUpload(Body):
    """`source_info` of an upload from this machine; sizes in bytes."""

    source: Literal["FILE_UPLOAD"] = "FILE_UPLOAD"
    video_size: int
    chunk_size: int
    total_chunk_count: int

    def _check(self) -> None:
        fault = find_fault(UploadPlan(self.video_size, self.chunk_size, self.total_chunk_count))
        must(not fault, "upload_plan_unfit", fault)


class PullFromUrl(Body):
    """`source_info` of a video that TikTok fetches itself, from a domain or prefix verified in the developer portal."""

    source: Literal["PULL_FROM_URL"] = "PULL_FROM_URL"
    video_url: str

    def _check(self) -> None:
        must_be_public(self.video_url)


class PhotoPull(Body):
    """`source_info` of photos; TikTok takes them in no other way."""

    source: Literal["PULL_FROM_URL"] = "PULL_FROM_URL"
    photo_images: list[str]
    photo_cover_index: int = 0

    def _check(self) -> None:
        count = len(self.photo_images)
        must(1 <= count <= MAX_PHOTOS, "photo_count_unfit", f"1 to {MAX_PHOTOS} photos, not {count}")
        must(0 <= self.photo_cover_index < count, "cover_unfit", f"no photo {self.photo_cover_index} among {count}")
        for url in self.photo_images:
            must_be_public(url)


class VideoInit(Body):
    """Body of `video/init` for an upload from this machine."""

    post_info: PostInfo
    source_info: FileUpload


class VideoPull(Body):
    """Body of `video/init` for a video TikTok fetches."""

    post_info: PostInfo
    source_info: PullFromUrl


class InboxInit(Body):
    """Body of `inbox/video/init` for an upload from this machine. It has no `post_info`."""

    source_info: FileUpload


class InboxPull(Body):
    """Body of `inbox/video/init` for a video TikTok fetches."""

    source_info: PullFromUrl


class PostMode(StrEnum):
    """What becomes of photos."""

    DIRECT_POST = "DIRECT_POST"
    MEDIA_UPLOAD = "MEDIA_UPLOAD"


class PhotoInit(Body):
    """
    Body of `content/init`.

    `is_aigc` is sent only when it is set: TikTok's older pages do not have it, and it stands beside `post_info`, not in it.
    """

    media_type: Literal["PHOTO"] = "PHOTO"
    post_mode: PostMode
    post_info: PhotoPostInfo | PhotoDraftInfo
    source_info: PhotoPull
    is_aigc: bool | None = None

    def _check(self) -> None:
        chosen = isinstance(self.post_info, PhotoPostInfo)
        fits = chosen or self.post_mode == PostMode.MEDIA_UPLOAD
        must(fits, "privacy_not_chosen", "a direct post says who can see it")


class PublishId(Body):
    """Body of `status/fetch` and of `cancel`."""

    publish_id: str

    def _check(self) -> None:
        must(1 <= len(self.publish_id) <= MAX_PUBLISH_ID, "invalid_publish_id", "no publish_id is like this")

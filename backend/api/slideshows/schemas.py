"""Slideshows as they are asked for and shown. Durations in milliseconds, places from 0."""

from dataclasses import asdict
from typing import Self
from uuid import UUID

from ninja import Schema
from pydantic import Field, model_validator

from api.media.schemas import MediaAssetOut
from api.slideshows.looks import (
    MAX_TRANSITION_MS,
    ImageChoice,
    ImageLook,
    MusicLook,
    SlideshowChoice,
    read_look,
)
from api.slideshows.models import Slideshow, SlideshowStatus
from api.slideshows.plans import SeenFrom, list_times
from api.slideshows.selectors import images_of
from core.sentences.answer import Sentence
from video.slideshow.spec import CaptionPlace, Encoder, Fit, Format, Motion, Transition

SlideshowConversionStatus = SlideshowStatus
LONGEST_MUSIC_MS = 24 * 3600 * 1000


class SlideshowImageIn(Schema):
    """
    One image: a stored file by its `media_id`, or by its `file_path` as an upload was answered; 1,000 to 10,000 ms.

    `fit`: whole on its blurred copy, whole on `colour`, or cut to fill around the focus (0 to 1 from the top left). `motion`
    is the Ken Burns effect. `caption` is text on the image.
    """

    media_id: UUID | None = None
    file_path: str | None = Field(None, max_length=300)
    duration_ms: int = 3_000
    order: int = Field(ge=0, le=1_000)
    fit: Fit = Fit.BLUR
    colour: str = Field("#000000", max_length=7)
    focus_x: float = 0.5
    focus_y: float = 0.5
    motion: Motion = Motion.NONE
    caption: str = Field("", max_length=1_000)
    caption_place: CaptionPlace = CaptionPlace.BOTTOM

    @model_validator(mode="after")
    def name_one_file(self) -> Self:
        """An image is one file, named in one way."""
        if (self.media_id is None) == (self.file_path is None):
            raise ValueError("Name the image by its media_id or by its file_path.")
        return self

    def to_choice(self, media_id: UUID) -> ImageChoice:
        look = ImageLook(**{name: getattr(self, name) for name in ImageLook.__dataclass_fields__})
        return ImageChoice(media_id, self.duration_ms, self.order, look)


class SlideshowMusicIn(Schema):
    """A sound file of the workspace, from `start_ms` on; shorter than the images, silence follows."""

    media_id: UUID
    start_ms: int = Field(0, ge=0, le=LONGEST_MUSIC_MS)
    fade_in_ms: int = Field(0, ge=0, le=10_000)
    fade_out_ms: int = Field(1_000, ge=0, le=10_000)

    def to_look(self) -> MusicLook:
        return MusicLook(self.media_id, self.start_ms, self.fade_in_ms, self.fade_out_ms)


class SlideshowIn(Schema):
    """What makes a slideshow: 2 to 10 images, the shape of the video, how one image becomes the next, and music or none."""

    images: list[SlideshowImageIn] = Field(max_length=100)
    format: Format = Format.TALL
    transition: Transition = Transition.CUT
    transition_ms: int = Field(500, ge=0, le=MAX_TRANSITION_MS * 10)
    music: SlideshowMusicIn | None = None

    def to_choice(self, media_ids: list[UUID]) -> SlideshowChoice:
        """Return the choice; `media_ids` are the images' files, in the order of `images`."""
        images = tuple(image.to_choice(pk) for image, pk in zip(self.images, media_ids, strict=True))
        music = self.music.to_look() if self.music else None
        return SlideshowChoice(images, self.format, self.transition, self.transition_ms, music)


class SlideshowErrorOut(Schema):
    """Why there is no video: a code, and a sentence."""

    code: str
    message: Sentence


class SlideshowStatusOut(Schema):
    """How far the conversion is; `progress` in percent, `estimated_duration_ms` is how long the video is, or will be."""

    post_id: UUID
    status: SlideshowConversionStatus
    progress: int
    image_count: int
    estimated_duration_ms: int
    error: SlideshowErrorOut | None
    video: MediaAssetOut | None
    encoder: Encoder | None

    @classmethod
    def of(cls, slideshow: Slideshow) -> "SlideshowStatusOut":
        images = images_of(slideshow)
        error = SlideshowErrorOut(code=slideshow.error_code, message=slideshow.error)
        return cls(
            post_id=slideshow.post_id,
            status=SlideshowStatus(slideshow.status),
            progress=slideshow.progress,
            image_count=len(images),
            estimated_duration_ms=sum(image.duration_ms or 0 for image in images),
            error=error if slideshow.error_code else None,
            video=MediaAssetOut.of(slideshow.result) if slideshow.result else None,
            encoder=Encoder(slideshow.encoder) if slideshow.encoder else None,
        )


class SlideshowImageOut(Schema):
    """One image of a slideshow, as it was asked for."""

    media_id: UUID
    duration_ms: int
    order: int
    fit: Fit
    colour: str
    focus_x: float
    focus_y: float
    motion: Motion
    caption: str
    caption_place: CaptionPlace


class SlideshowMusicOut(Schema):
    media_id: UUID
    start_ms: int
    fade_in_ms: int
    fade_out_ms: int


class SlideshowOut(Schema):
    """A post's slideshow: what was asked for, and how its video stands."""

    images: list[SlideshowImageOut]
    format: Format
    transition: Transition
    transition_ms: int
    music: SlideshowMusicOut | None
    status: SlideshowConversionStatus
    progress: int
    duration_ms: int
    error: SlideshowErrorOut | None
    video: MediaAssetOut | None

    @classmethod
    def of(cls, slideshow: Slideshow, images: list[tuple[UUID, int]]) -> "SlideshowOut":
        """
        Return it with its images.

        :param images: each one's file and its time, in their order
        """
        look = read_look(slideshow.look)
        shown = [
            SlideshowImageOut(
                media_id=media_id,
                duration_ms=duration_ms,
                order=order,
                **{name: getattr(one, name) for name in ImageLook.__dataclass_fields__},
            )
            for order, ((media_id, duration_ms), one) in enumerate(zip(images, look.images, strict=False))
        ]
        music = SlideshowMusicOut(**asdict(look.music)) if look.music else None
        error = SlideshowErrorOut(code=slideshow.error_code, message=slideshow.error)
        return cls(
            images=shown,
            format=look.format,
            transition=look.transition,
            transition_ms=look.transition_ms,
            music=music,
            status=SlideshowStatus(slideshow.status),
            progress=slideshow.progress,
            duration_ms=sum(duration_ms for _, duration_ms in images),
            error=error if slideshow.error_code else None,
            video=MediaAssetOut.of(slideshow.result) if slideshow.result else None,
        )


class SlidePreviewOut(Schema):
    """When an image is seen: from `starts_ms`, alone from `alone_ms` until `ends_ms`."""

    media_id: UUID
    starts_ms: int
    alone_ms: int
    ends_ms: int


class SlideshowPreviewOut(Schema):
    """The video as it will be sent, and when each image is seen in it."""

    video: MediaAssetOut
    slides: list[SlidePreviewOut]

    @classmethod
    def of(cls, slideshow: Slideshow, video: MediaAssetOut) -> "SlideshowPreviewOut":
        images = images_of(slideshow)
        times: list[SeenFrom] = list_times(read_look(slideshow.look), [image.duration_ms or 0 for image in images])
        slides = [
            SlidePreviewOut(media_id=image.asset_id, starts_ms=at.starts_ms, alone_ms=at.alone_ms, ends_ms=at.ends_ms)
            for image, at in zip(images, times, strict=True)
        ]
        return cls(video=video, slides=slides)

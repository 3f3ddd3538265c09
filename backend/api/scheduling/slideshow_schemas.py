"""A slideshow post as the composer sends it."""

from uuid import UUID

from pydantic import Field

from api.posts.models import PostKind
from api.scheduling.schemas import LONGEST_COVER_MS, PostBaseIn
from api.scheduling.services import Composition
from api.slideshows.schemas import SlideshowIn


class SlideshowCreateIn(PostBaseIn, SlideshowIn):
    """
    A post whose video is made of 2 to 10 images, each seen for 1 to 10 seconds.

    `cover_ms` is the moment of that video whose picture is its cover.
    """

    cover_ms: int = Field(0, ge=0, le=LONGEST_COVER_MS)

    def to_composition(self, media_ids: list[UUID]) -> Composition:
        """Return the composition; `media_ids` are the images' files, in the order of `images`."""
        timing = self.timing
        return Composition(
            self.caption,
            [],
            self.to_choices(),
            timing.mode,
            timing.local_time,
            timing.time_zone,
            self.consent,
            PostKind.SLIDESHOW,
            late_limit_min=timing.late_limit_min,
            stagger_min=timing.stagger_min,
            when_full=timing.when_full,
            slideshow=self.to_choice(media_ids),
            cover_ms=self.cover_ms,
        )

"""When each image of a slideshow is seen. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from api.slideshows.looks import Look
from video.slideshow.plan import change_frames
from video.slideshow.spec import Show, Slide


@dataclass(frozen=True, slots=True)
class SeenFrom:
    """In milliseconds from the start: the image begins to come in, is seen alone, and the next one begins."""

    starts_ms: int
    alone_ms: int
    ends_ms: int


def list_times(look: Look, durations_ms: Sequence[int]) -> list[SeenFrom]:
    """Return when each image is seen, by the very pictures the renderer makes."""
    slides = tuple(Slide("", "", duration_ms) for duration_ms in durations_ms)
    show = Show(slides, look.format, look.transition, look.transition_ms)
    starts = show.starts

    def to_ms(frames: int) -> int:
        return round(frames * 1000 / show.fps)

    return [
        SeenFrom(to_ms(starts[index]), to_ms(starts[index] + change_frames(show, index)), to_ms(starts[index + 1]))
        for index in range(len(slides))
    ]

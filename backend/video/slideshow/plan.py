"""
Which picture of a slideshow shows what, and which of them must be encoded: those that move. Pure.

The first pictures of a slide are the change from the one before. Through it a moving photo goes on moving.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from video.slideshow.slices import FULL_WEIGHT, weight_of
from video.slideshow.spec import Motion, Show, Transition
from video.slideshow.timeline import AFTER_FADE

BLACK = -1


@dataclass(frozen=True, slots=True)
class Layer:
    """A slide at its own picture number `at`, of the `of` it is to be seen for; `slide` is its index, or BLACK."""

    slide: int
    at: int = 0
    of: int = 1


@dataclass(frozen=True, slots=True)
class Mix:
    """One picture of the video: `top` over `under`, which counts 128 - `weight` of 128."""

    top: Layer
    under: Layer | None = None
    weight: int = FULL_WEIGHT


@dataclass(frozen=True, slots=True)
class Still:
    """So many pictures of one photo, the first `fade` of them mixed with the photo before; BLACK is one too."""

    slide: int
    frames: int
    fade: int = 0


@dataclass(frozen=True, slots=True)
class Moving:
    """Pictures that are encoded one by one."""

    mixes: tuple[Mix, ...]


@dataclass(frozen=True, slots=True)
class _Change:
    """How a slide comes in: so many pictures of fade from the one before, or through black with as many on either side."""

    fade: int
    through_black: bool

    @property
    def frames(self) -> int:
        """Pictures until the slide is seen alone."""
        return 2 * self.fade + AFTER_FADE if self.through_black else self.fade


def plan_spans(show: Show) -> list[Still | Moving]:
    """Return the video as stretches of still photos and of moving pictures; their pictures add up to `show.frames`."""
    spans, mixes = list[Still | Moving](), list(mix_all(show))
    starts = show.starts
    for index in range(len(show.slides)):
        first, last = starts[index], starts[index + 1]
        change = _change_into(show, index)
        if _moves(show, index):
            spans.append(Moving(tuple(mixes[first:last])))
        elif index and change.fade and _moves(show, index - 1):
            spans.append(Moving(tuple(mixes[first : first + change.frames])))
            spans.append(Still(index, last - first - change.frames))
        elif change.through_black:
            black = change.fade + AFTER_FADE
            spans.append(Still(BLACK, black, change.fade))
            spans.append(Still(index, last - first - black, change.fade))
        else:
            spans.append(Still(index, last - first, change.fade))
    return spans


def mix_all(show: Show) -> Iterator[Mix]:
    """Yield what every picture of the video shows."""
    starts, count = show.starts, len(show.slides)
    for index in range(count):
        change, length = _change_into(show, index), starts[index + 1] - starts[index]
        after = _change_into(show, index + 1).fade if index + 1 < count else 0
        seen = length + after
        shown = [Layer(index, at, seen) for at in range(length)]
        before = _layers_before(show, index, change)
        yield from _mix_in(change, before, shown)


def _layers_before(show: Show, index: int, change: _Change) -> list[Layer]:
    if not index or not change.fade:
        return []
    length = show.starts[index] - show.starts[index - 1]
    return [Layer(index - 1, length + step, length + change.fade) for step in range(change.fade)]


def _mix_in(change: _Change, before: Sequence[Layer], shown: Sequence[Layer]) -> Iterator[Mix]:
    black = Layer(BLACK)
    for at, layer in enumerate(shown):
        if at >= change.frames:
            yield Mix(layer)
        elif not change.through_black:
            yield Mix(layer, before[at], weight_of(at, change.fade))
        elif at < change.fade:
            yield Mix(black, before[at], weight_of(at, change.fade))
        elif at < change.fade + AFTER_FADE:
            yield Mix(black)
        else:
            yield Mix(layer, black, weight_of(at - change.fade - AFTER_FADE, change.fade))


def change_frames(show: Show, index: int) -> int:
    """Return how many of a slide's pictures pass until it is seen alone."""
    return _change_into(show, index).frames


def _change_into(show: Show, index: int) -> _Change:
    """No change takes more than half of its slide's time."""
    if not index or show.transition == Transition.CUT:
        return _Change(0, through_black=False)
    frames = min(show.fade_frames, (show.starts[index + 1] - show.starts[index]) // 2)
    if show.transition == Transition.CROSSFADE:
        return _Change(max(1, frames), through_black=False)
    return _Change(max(1, (frames - AFTER_FADE) // 2), through_black=True)


def _moves(show: Show, index: int) -> bool:
    return show.slides[index].motion != Motion.NONE

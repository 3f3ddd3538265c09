"""
From a slideshow's choices to its file: each photo's picture encoded once, moving slides picture by picture, the rest authored.

Two threads work on the slides; libvips, x264 and OpenCV let go of Python's lock while they do. The same choices give the same
bytes, so a render that was begun again ends in the same file.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

from video.slideshow.bitstream import BadBitstream
from video.slideshow.layers import Layers
from video.slideshow.mp4_writer import Picture, write_mp4
from video.slideshow.parameter_sets import MACROBLOCK, MOVING, STILL, PictureParameters, write_pps, write_sps
from video.slideshow.plan import Moving, Still, plan_spans
from video.slideshow.sound import make_sound
from video.slideshow.spec import Show
from video.slideshow.still import encode_still
from video.slideshow.timeline import MovingSpan, Sample, Span, StillSpan, author

THREADS = 2
STILL_EFFORT = 5  # a photo costs about as much as five moving pictures
MOST_AT_WORK = 95  # percent; writing the file and looking at it take the rest

Tell = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Authored:
    """What was written, for `verify` to look at what the file became of it: samples in decoding order, stretches as shown."""

    samples: Sequence[Sample]
    spans: Sequence[Still | Moving]
    layers: Layers


def render_authored(show: Show, path: Path, *, tell: Tell = lambda _: None) -> Authored:
    """
    Write the slideshow to `path`.

    :param tell: called with the percentage, from any thread
    :raises SlideRefused: for a photo that cannot be opened
    :raises MusicRefused: for a sound file that cannot be played
    :raises BadBitstream: when x264 answers something our pictures cannot be put beside
    :raises OSError: when there is no room
    """
    spans, layers = plan_spans(show), Layers(show)
    width, height = show.format.size
    progress = Progress(sum(_effort(span) for span in spans), tell)
    with ThreadPoolExecutor(THREADS) as pool:
        sound = pool.submit(make_sound, show.music, seconds=show.frames / show.fps)
        made = [pool.submit(_encode, span, layers, progress) for span in spans]
        try:
            coded = [one.result() for one in made]
            heard = sound.result()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    still = _only(parameters for parameters, span in coded if isinstance(span, StillSpan))
    moving = _only(parameters for parameters, span in coded if isinstance(span, MovingSpan))
    samples = author([span for _, span in coded], still, macroblocks=_macroblocks(width, height))
    reordered = max(place - one.shown for place, one in enumerate(samples))
    ppss = [write_pps(one, pps_id=pps_id) for pps_id, one in ((STILL, still), (MOVING, moving)) if one]
    sps = write_sps(width, height, fps=show.fps, reordered=reordered)
    write_mp4(path, samples, Picture(width, height, show.fps, sps, ppss, reordered), heard)
    return Authored(samples, spans, layers)


class Progress:
    """How much of the work is done, told in percent, each number once."""

    def __init__(self, effort: int, tell: Tell) -> None:
        self._effort, self._done, self._tell, self._lock, self._said = max(effort, 1), 0, tell, Lock(), 0

    def add(self, effort: int) -> None:
        with self._lock:
            self._done += effort
            percent = MOST_AT_WORK * self._done // self._effort
            if percent > self._said:
                self._said = percent
                self._tell(percent)


def _effort(span: Still | Moving) -> int:
    return STILL_EFFORT if isinstance(span, Still) else len(span.mixes)


def _encode(span: Still | Moving, layers: Layers, progress: Progress) -> tuple[PictureParameters, Span]:
    fps = layers.show.fps
    if isinstance(span, Still):
        parameters, picture = encode_still(layers.still(span.slide), fps=fps)
        progress.add(STILL_EFFORT)
        return parameters, StillSpan(picture, span.frames, span.fade)
    from video.slideshow.moving import encode_moving, make_frames

    frames = make_frames(span.mixes, layers.see, width=layers.width, height=layers.height)
    size = {"width": layers.width, "height": layers.height}
    parameters, pictures = encode_moving(_counted(frames, progress), len(span.mixes), fps=fps, **size)
    return parameters, MovingSpan(pictures)


def _counted(frames: Iterable[Any], progress: Progress) -> Iterator[Any]:
    for frame in frames:
        yield frame
        progress.add(1)


def _only(found: Iterable[PictureParameters]) -> PictureParameters | None:
    """All pictures of a kind share one picture parameter set; nothing in x264's settings lets them differ."""
    different = set(found)
    if len(different) > 1:
        raise BadBitstream("pictures that take different things for granted")
    return next(iter(different), None)


def _macroblocks(width: int, height: int) -> int:
    return -(-width // MACROBLOCK) * -(-height // MACROBLOCK)

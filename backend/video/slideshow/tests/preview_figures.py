"""
What the browser's preview of a slideshow must agree with: when each photo is seen, how much of it, where it and its text stand.

The figures come from the code that renders, and are kept as JSON for the web app's tests to read. When the renderer changes,
write them anew: `python -m video.slideshow.tests.preview_figures` in `backend`.
"""

import json
from pathlib import Path
from typing import Any

from video.slideshow.canvas import place
from video.slideshow.caption import MARGINS, SIZES, _fit, _font, write_caption
from video.slideshow.moving import ZOOM, window
from video.slideshow.plan import Layer, Mix, change_frames, mix_all
from video.slideshow.spec import CaptionPlace, Fit, Format, Motion, Show, Slide, Transition

FIGURES = Path(__file__).with_name("preview_figures.json")
# Lengths that end between two pictures, on half of one, and changes that leave their slide no room.
TIMINGS = [
    ((3_000, 2_000, 1_500), 500),
    ((1_050, 1_150, 1_017), 333),
    ((1_000, 4_000), 2_000),
    ((1_000, 1_000, 1_000), 100),
]
PHOTOS = [(4032, 3024), (3024, 4032), (1080, 1920), (1000, 1000), (1231, 777), (640, 3001)]
FOCUSES = [(0.5, 0.5), (0.0, 1.0), (0.31, 0.77)]
WORDS = [
    "Kurz",
    "Sommer in Südtirol: drei Hütten, zwei Seen und ein Gewitter, das niemand vergisst",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk" * 2,
    "One\nline after another",
    "Τρία δωμάτια, Київ навесні & Điện Biên",
]


def make_figures() -> dict[str, Any]:
    """Return all of them, of nothing but lists, words and numbers."""
    return {
        "timings": [
            _timing(Show(tuple(Slide("", "", one) for one in lengths), transition=transition, transition_ms=change))
            for lengths, change in TIMINGS
            for transition in Transition
        ],
        "windows": [_window(motion, focus, at) for motion in Motion for focus in FOCUSES for at in (0, 7, 44)],
        "places": [
            _place(photo, fit, focus, canvas)
            for photo in PHOTOS
            for fit in Fit
            for focus in (FOCUSES if fit == Fit.CROP else FOCUSES[:1])
            for shape in Format
            for canvas in (shape.size, tuple(round(side * ZOOM) for side in shape.size))
        ],
        "captions": [_caption(said, where, shape) for said in WORDS for where in CaptionPlace for shape in Format],
        "advances": _advances(),
    }


def _timing(show: Show) -> dict[str, Any]:
    return {
        "durations_ms": [slide.duration_ms for slide in show.slides],
        "transition": show.transition,
        "transition_ms": show.transition_ms,
        "starts": show.starts,
        "changes": [change_frames(show, index) for index in range(len(show.slides))],
        "pictures": [_mix(mix) for mix in mix_all(show)],
    }


def _mix(mix: Mix) -> list[list[int] | int | None]:
    return [_layer(mix.top), _layer(mix.under) if mix.under else None, mix.weight]


def _layer(layer: Layer) -> list[int]:
    return [layer.slide, layer.at, layer.of]


def _window(motion: Motion, focus: tuple[float, float], at: int) -> dict[str, Any]:
    slide = Slide("", "", 1_500, motion=motion, focus_x=focus[0], focus_y=focus[1])
    return {"motion": motion, "focus": focus, "at": at, "of": 45, "window": window(slide, Layer(0, at, 45))}


def _place(photo: tuple[int, int], fit: Fit, focus: tuple[float, float], canvas: tuple[int, ...]) -> dict[str, Any]:
    slide = Slide("", "", 1_000, fit=fit, focus_x=focus[0], focus_y=focus[1])
    box = place(*photo, slide=slide, canvas=(canvas[0], canvas[1]))
    said = [box.width, box.height, box.left, box.top]
    return {"photo": photo, "fit": fit, "focus": focus, "canvas": canvas, "box": said}


def _caption(said: str, where: CaptionPlace, shape: Format) -> dict[str, Any]:
    text, free = write_caption(said, where, shape), MARGINS[shape]
    size, lines = _fit(said, shape.size[0] - free.left - free.right)
    height, width = text.cover.shape
    drawn = {"size": size, "lines": lines, "left": text.left, "top": text.top, "width": width, "height": height}
    return {"said": said, "where": where, "format": shape, **drawn}


def _advances() -> dict[str, dict[str, float]]:
    """Return how wide each sign is at each size, in pixels."""
    signs = sorted({sign for said in WORDS for sign in said} - {"\n"})
    return {str(size): {sign: _font(size).getlength(sign) for sign in signs} for size in SIZES}


if __name__ == "__main__":
    FIGURES.write_text(json.dumps(make_figures(), ensure_ascii=False, separators=(",", ":")) + "\n")

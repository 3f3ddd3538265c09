"""The figures that the browser's preview is held to are the renderer's."""

import json

from video.slideshow.tests.preview_figures import FIGURES, make_figures


def test_are_what_the_renderer_says_now() -> None:
    kept, now = json.loads(FIGURES.read_text()), json.loads(json.dumps(make_figures()))

    assert kept == now, "write them anew: python -m video.slideshow.tests.preview_figures"

"""Every kind of slideshow, looked at by FFmpeg and by OpenH264: they must see the very same pictures, and the right ones."""

from collections.abc import Callable
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from video.slideshow.encoder import render_authored
from video.slideshow.layers import SlideRefused
from video.slideshow.spec import Fit, Format, Motion, Show, Transition
from video.slideshow.tests.conftest import PHOTOS, decode, hashes, photo_show, slide
from video.slideshow.verify import verify
from video.slideshow.x264_encoder import render_with_x264

CROSSFADE, DIP = Transition.CROSSFADE, Transition.DIP_TO_BLACK


def moving(*indices: int, motion: Motion = Motion.ZOOM_IN) -> Callable[[int], dict[str, Any]]:
    return lambda index: {"motion": motion} if index in indices else {}


KINDS: dict[str, Show] = {
    "cuts": photo_show(4),
    "crossfades": photo_show(5, transition=CROSSFADE),
    "dips": photo_show(4, transition=DIP),
    "square": photo_show(3, format=Format.SQUARE, transition=CROSSFADE, looks=lambda _: {"fit": Fit.CROP}),
    "wide": photo_show(3, format=Format.WIDE, looks=lambda _: {"fit": Fit.PAD, "colour": "#a03020"}),
    "all move": photo_show(2, looks=moving(0, 1)),
    "all move and fade": photo_show(3, transition=CROSSFADE, looks=moving(0, 1, 2, motion=Motion.LEFT)),
    "some move": photo_show(4, transition=CROSSFADE, looks=moving(0, 2)),
    "some move through black": photo_show(4, transition=DIP, looks=moving(0, 3, motion=Motion.DOWN)),
    "with texts": photo_show(2, transition=CROSSFADE, looks=lambda index: {"caption": f"Nummer {index + 1}: Grün"}),
    "with texts that stay while it moves": photo_show(2, looks=lambda _: {"caption": "Still", "motion": Motion.UP}),
}
EACH_KIND = pytest.mark.parametrize("show", KINDS.values(), ids=KINDS)


@EACH_KIND
def test_two_decoders_see_the_same_pictures(show: Show, tmp_path: Path) -> None:
    path = tmp_path / "video.mp4"
    authored = render_authored(show, path)

    verify(path, show, authored)
    seen = hashes(path, "h264")
    assert len(seen) == show.frames
    assert seen == hashes(path, "libopenh264")


@pytest.mark.parametrize("name", ["crossfades", "some move"])
def test_the_fallback_is_seen_alike_too(name: str, tmp_path: Path) -> None:
    path = tmp_path / "video.mp4"
    render_with_x264(KINDS[name], path)

    verify(path, KINDS[name])
    assert hashes(path, "h264") == hashes(path, "libopenh264")
    assert len(hashes(path, "h264")) == KINDS[name].frames


def test_a_photo_stands_still_and_a_fade_is_what_the_formula_says(tmp_path: Path) -> None:
    path, show = tmp_path / "video.mp4", photo_show(2, 2_000, transition=CROSSFADE)
    render_authored(show, path)

    pictures = decode(path)

    before, after = pictures[0], pictures[-1]
    assert [len(list(run)) for _, run in groupby(hashes(path, "h264"))] == [60, *[1] * 15, 45]
    for step in range(15):
        weight = round(128 * (step + 1) / 16)
        for seen, one, other in zip(pictures[60 + step], before, after, strict=True):
            meant = (one.astype(np.int32) * (128 - weight) + other.astype(np.int32) * weight + 64) >> 7
            assert np.array_equal(seen, meant)


def test_a_dip_is_black_in_its_middle(tmp_path: Path) -> None:
    path = tmp_path / "video.mp4"
    render_authored(photo_show(2, transition=DIP), path)

    luma, *chroma = decode(path)[30 + 6]

    assert set(np.unique(luma)) <= {16, 17}
    assert all(set(np.unique(plane)) <= {127, 128, 129} for plane in chroma)


def test_the_same_choices_are_the_same_bytes(tmp_path: Path) -> None:
    show = photo_show(3, transition=CROSSFADE, looks=moving(1))

    for name in ("a.mp4", "b.mp4"):
        render_authored(show, tmp_path / name)

    assert (tmp_path / "a.mp4").read_bytes() == (tmp_path / "b.mp4").read_bytes()


def test_pictures_look_like_the_photos(tmp_path: Path) -> None:
    path = tmp_path / "video.mp4"
    authored = render_authored(photo_show(3), path)

    pictures = decode(path)

    for index in range(3):
        meant = np.frombuffer(authored.layers.still(index).planes[0], np.uint8).reshape(1920, -1)[:, :1080]
        off = np.abs(pictures[30 * index][0].astype(int) - meant).mean()
        assert off < 2.0


def test_ten_seconds_cost_no_more_pictures_than_one(tmp_path: Path) -> None:
    """What is encoded is one picture a photo, however long it is seen: the longer video is larger by its tiny holds only."""
    for seconds in (1, 10):
        render_authored(photo_show(2, seconds * 1_000), tmp_path / f"{seconds}.mp4")

    short, long = ((tmp_path / f"{seconds}.mp4").stat().st_size for seconds in (1, 10))
    assert long - short < 2 * 270 * 80 + 18 * 4_000  # holds and their table, and the sound


def test_motion_is_smooth_between_pixels(make_photo: Callable[..., Path], tmp_path: Path) -> None:
    """A white square is followed through a zoom: its middle goes where it should, within a twentieth of a pixel."""
    from video.slideshow.layers import Layers
    from video.slideshow.plan import Layer

    photo = make_photo("dot.png", size=(1080, 1920), colour="black")
    show = Show((slide(photo, 3_000, fit=Fit.CROP, motion=Motion.RIGHT, focus_y=0.5),) * 2)
    layers = Layers(show)
    middles = []
    for at in range(90):
        luma = layers.see(Layer(0, at, 90))[0].astype(np.float64) - 16
        middles.append((luma.sum(axis=0) @ np.arange(1080)) / luma.sum())

    steps = np.diff(middles)
    assert np.abs(steps - steps.mean()).max() < 0.1
    fitted = np.polyval(np.polyfit(np.arange(90), middles, 1), np.arange(90))
    assert (np.array(middles) - fitted).std() < 0.05


def test_a_broken_photo_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(PHOTOS[0].read_bytes()[:20_000])
    show = Show((slide(PHOTOS[0]), slide(broken)))

    with pytest.raises(SlideRefused, match="damaged") as refused:
        render_authored(show, tmp_path / "video.mp4")

    assert refused.value.index == 1


def test_progress_comes_with_every_photo(tmp_path: Path) -> None:
    told: list[int] = []

    render_authored(photo_show(5), tmp_path / "video.mp4", tell=told.append)

    assert told == [19, 38, 57, 76, 95]

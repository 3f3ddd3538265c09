"""Photos of every sort on their canvas: upright, in the right colours, where they belong."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import Any

import av
import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image, ImageCms

from video.slideshow import canvas
from video.slideshow.canvas import Box, PhotoRefused, paint, place
from video.slideshow.colours import is_srgb
from video.slideshow.spec import Fit, Slide
from video.slideshow.tests.conftest import PHOTOS, slide

WIDTH, HEIGHT = 216, 384
MakePhoto = Callable[..., Path]


def painted(path: Path, **look: Any) -> npt.NDArray[np.uint8]:
    """Return the canvas as RGB; shape (HEIGHT, WIDTH, 3)."""
    frame = paint(slide(path, **look), width=WIDTH, height=HEIGHT)
    assert (frame.format.name, frame.width, frame.height) == ("yuv420p", WIDTH, HEIGHT)
    rgb = frame.reformat(format="rgb24", src_colorspace="ITU709", src_color_range="MPEG", dst_color_range="JPEG")
    return np.asarray(rgb.to_ndarray())


def close(seen: npt.NDArray[np.uint8], meant: tuple[int, int, int], *, within: int = 6) -> bool:
    return bool(np.abs(seen.astype(int) - meant).max() <= within)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_a_camera_notes_is_shown_upright(
    make_photo: MakePhoto, tmp_path: Path, orientation: int
) -> None:
    upright = Image.open(make_photo("up.png", size=(300, 400)))
    turns = {
        1: None,
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    turn = turns[orientation]
    stored = upright.transpose(turn) if turn is not None else upright
    exif = Image.Exif()
    exif[0x0112] = orientation
    path = tmp_path / "turned.jpg"
    stored.save(path, quality=95, exif=exif)

    seen = painted(path, fit=Fit.PAD)

    plain = painted(make_photo("plain.png", size=(300, 400)), fit=Fit.PAD)
    assert np.abs(seen.astype(int) - plain).mean() < 3


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("a.jpg", {"quality": 95}),
        ("progressive.jpg", {"quality": 95, "progressive": True}),
        ("full.jpg", {"quality": 95, "subsampling": 0}),
        ("a.png", {}),
        ("palette.png", {"mode": "P"}),
        ("a.webp", {"lossless": True}),
    ],
)
def test_every_format_shows_the_same_colours(make_photo: MakePhoto, name: str, options: dict[str, Any]) -> None:
    seen = painted(make_photo(name, size=(216, 384), colour="#3366aa", **options), fit=Fit.CROP)

    ground = seen[-40:-20, 20:-20].reshape(-1, 3).mean(axis=0)  # of few colours, a palette mixes its own
    assert np.abs(ground - (0x33, 0x66, 0xAA)).max() < 5
    assert close(seen[120:140, 100:116], (255, 255, 255), within=10)


def test_ink_is_shown_as_ink_looks(make_photo: MakePhoto) -> None:
    """CMYK without a profile is taken for a usual printer's: blue stays blue, and no print is as bright as a screen."""
    seen = painted(make_photo("cmyk.jpg", size=(216, 384), mode="CMYK", quality=95), fit=Fit.CROP)

    red, green, blue = seen[-40:-20, 20:-20].reshape(-1, 3).mean(axis=0)
    assert red < green < blue < 0xAA
    assert close(seen[120:140, 100:116], (255, 255, 255), within=10)


def test_sixteen_bits_a_channel_are_brought_to_eight(tmp_path: Path) -> None:
    path = tmp_path / "deep.png"
    Image.fromarray(np.full((384, 216), 0x8080, np.uint16)).save(path)

    assert close(painted(path, fit=Fit.CROP), (128, 128, 128))


@pytest.mark.parametrize(("fit", "meant"), [(Fit.BLUR, (255, 255, 255)), (Fit.PAD, (0xA0, 0x30, 0x20))])
def test_what_is_see_through_shows_the_ground(tmp_path: Path, fit: Fit, meant: tuple[int, int, int]) -> None:
    path = tmp_path / "clear.png"
    Image.new("RGBA", (216, 384), (0, 0, 0, 0)).save(path)

    assert close(painted(path, fit=fit, colour="#a03020"), meant)


def test_a_wide_gamut_profile_is_converted(tmp_path: Path) -> None:
    """Of a picture in Adobe RGB's primaries, the same numbers are a stronger green than in sRGB."""
    flat = Image.new("RGB", (216, 384), (100, 200, 100))
    swapped = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes().replace(b"gXYZ", b"hXYZ", 1)
    flat.save(tmp_path / "plain.jpg", quality=95)
    flat.save(
        tmp_path / "own.jpg", quality=95, icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    )

    assert is_srgb(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    assert not is_srgb(swapped)
    assert np.array_equal(painted(tmp_path / "plain.jpg"), painted(tmp_path / "own.jpg"))


@pytest.mark.parametrize("profile", [b"", b"x" * 40, b"\0" * 128 + b"\xff" * 400, b"\0" * 5_000])
def test_a_profile_that_makes_no_sense_is_not_srgb(profile: bytes) -> None:
    assert not is_srgb(profile)


def test_the_photo_stands_whole_in_the_middle_of_its_colour(make_photo: MakePhoto) -> None:
    seen = painted(make_photo("wide.png", size=(400, 200)), fit=Fit.PAD, colour="#a03020")

    assert close(seen[:120], (0xA0, 0x30, 0x20))
    assert close(seen[-120:], (0xA0, 0x30, 0x20))
    assert close(seen[150:160, 5:30], (0x33, 0x66, 0xAA))


def test_the_blurred_ground_is_the_photos_own_and_darker(make_photo: MakePhoto) -> None:
    seen = painted(make_photo("wide.png", size=(400, 200)), fit=Fit.BLUR)

    above, photo = seen[:100].reshape(-1, 3).mean(axis=0), seen[150:160, 5:30].reshape(-1, 3).mean(axis=0)
    assert above[2] < photo[2] - 20
    assert above[2] > above[0] + 20  # blue, as the photo


@pytest.mark.parametrize(("focus", "colour"), [(0.0, "red"), (1.0, "lime")])
def test_a_crop_keeps_its_focus(tmp_path: Path, focus: float, colour: str) -> None:
    path = tmp_path / "halves.png"
    image = Image.new("RGB", (800, 400), "red")
    image.paste("lime", (400, 0, 800, 400))
    image.save(path)

    seen = painted(path, fit=Fit.CROP, focus_x=focus)

    assert close(seen, {"red": (255, 0, 0), "lime": (0, 255, 0)}[colour], within=10)


@pytest.mark.parametrize("size", [(1, 1), (2, 3), (4032, 3024), (3024, 4032), (1080, 1920), (10_000, 16), (16, 10_000)])
@pytest.mark.parametrize("fit", Fit)
def test_places_are_even_and_fill_what_they_should(size: tuple[int, int], fit: Fit) -> None:
    box = place(*size, slide=Slide("p", "JPEG", 1_000, fit=fit), canvas=(1080, 1920))

    assert all(value % 2 == 0 for value in (box.width, box.height, box.left, box.top))
    if fit == Fit.CROP:
        assert box.left <= 0 <= box.left + box.width - 1080
        assert box.top <= 0 <= box.top + box.height - 1920
    else:
        assert 0 <= box.left <= box.left + box.width <= 1080
        assert 0 <= box.top <= box.top + box.height <= 1920


def test_a_photo_of_the_canvas_shape_covers_it() -> None:
    assert place(2160, 3840, slide=Slide("p", "JPEG", 1_000), canvas=(1080, 1920)) == Box(1080, 1920, 0, 0)


class TestRefusals:
    @pytest.mark.parametrize("cut", [0.1, 0.5, 0.95])
    @pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp"])
    def test_what_is_cut_off(self, make_photo: MakePhoto, tmp_path: Path, name: str, cut: float) -> None:
        noise = Image.effect_noise((400, 400), 90).convert("RGB")
        noise.save(tmp_path / name)
        whole = (tmp_path / name).read_bytes()
        (tmp_path / name).write_bytes(whole[: int(len(whole) * cut)])

        with pytest.raises(PhotoRefused, match="damaged or incomplete"):
            painted(tmp_path / name)

    def test_what_is_too_small_or_too_large(self, make_photo: MakePhoto, tmp_path: Path) -> None:
        with pytest.raises(PhotoRefused, match="15 × 400 pixels"):
            painted(make_photo("thin.png", size=(15, 400)))
        Image.new("1", (50_000, 50_000)).save(tmp_path / "bomb.png")
        with pytest.raises(PhotoRefused, match="50000 × 50000 pixels"):
            painted(tmp_path / "bomb.png")

    @pytest.mark.parametrize(
        "content",
        [
            b"GIF89a" + b"\0" * 400,
            b"<svg xmlns='http://www.w3.org/2000/svg' width='100' height='100'><rect width='9' height='9'/></svg>",
            b"ffconcat version 1.0\nfile /etc/passwd\n",
            b"%PDF-1.4\n" + b"\0" * 400,
            b"",
        ],
    )
    def test_what_no_loader_of_ours_reads(self, tmp_path: Path, content: bytes) -> None:
        """Whatever the row says it is: no other loader of libvips may open it."""
        path = tmp_path / "x.png"
        path.write_bytes(content)

        with pytest.raises(PhotoRefused):
            painted(path)


def test_real_photos_are_painted() -> None:
    for path in PHOTOS:
        assert isinstance(paint(slide(path), width=1080, height=1920), av.VideoFrame)


def test_two_threads_that_paint_first_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """While one of them shuts all loaders but ours, the other must not find its own shut."""
    import pyvips

    block, one_is_nearly_ready = pyvips.operation_block_set, Event()

    def block_slowly(name: str, state: bool) -> None:
        block(name, state)
        if name == "VipsForeignLoadWebp":
            one_is_nearly_ready.set()
        time.sleep(0.6 if name == "VipsForeignLoad" else 0.1)

    def paint_later(path: Path) -> Any:
        one_is_nearly_ready.wait(10)
        return paint(slide(path), width=108, height=192)

    monkeypatch.setattr(pyvips, "operation_block_set", block_slowly)
    canvas._load_vips.cache_clear()
    with ThreadPoolExecutor(2) as pool:
        frames = [
            pool.submit(paint, slide(PHOTOS[0]), width=108, height=192),
            pool.submit(paint_later, PHOTOS[1]),
        ]

    assert [frame.result().width for frame in frames] == [108, 108]

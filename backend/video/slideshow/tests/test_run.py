"""The rendering child: it ends when it is told to, leaves nothing, says what is wrong, and never takes more than it may."""

import json
import os
import subprocess
import sys
import time
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import psutil
import pytest
from PIL import Image

from video.child import BACKEND
from video.slideshow import run as running
from video.slideshow.run import CannotMake, Crashed, Stopped, make_slideshow, name_choices
from video.slideshow.spec import Encoder, Fit, Format, Motion, Show, Transition
from video.slideshow.tests.conftest import PHOTOS, photo_show, slide
from video.slideshow.verify import verify

MIB = 1024**2


def children() -> list[psutil.Process]:
    """Return the rendering children of this process that are alive."""
    return [one for one in psutil.Process().children(recursive=True) if is_rendering(one)]


def is_rendering(process: psutil.Process) -> bool:
    try:
        return "video.slideshow.child" in " ".join(process.cmdline())
    except psutil.Error:  # it has just ended
        return False


def test_makes_the_file_and_tells_how_far_it_is(tmp_path: Path) -> None:
    told: list[int] = []
    show = photo_show(3, transition=Transition.CROSSFADE)

    def note(percent: int) -> bool:
        told.append(percent)
        return True

    made = make_slideshow(show, tmp_path / "v.mp4", on_progress=note)

    assert (made.encoder, made.why) == (Encoder.AUTHORED, "")
    verify(tmp_path / "v.mp4", show)
    assert told == sorted(told)
    assert {31, 63, 95} <= set(told)


def test_is_gone_within_a_fifth_of_a_second_of_being_called_off(tmp_path: Path) -> None:
    """While it is at moving pictures, which take long: counted from the moment somebody no longer wants it."""
    show = photo_show(4, 5_000, looks=lambda _: {"motion": Motion.ZOOM_IN})
    called_off: list[float] = []

    def go_on(percent: int) -> bool:
        if percent >= 2 and not called_off:
            called_off.append(time.monotonic())
        return not called_off

    with pytest.raises(Stopped):
        make_slideshow(show, tmp_path / "v.mp4", on_progress=go_on)

    assert time.monotonic() - called_off[0] < 0.2
    assert children() == []


def test_somebody_is_asked_often_enough(tmp_path: Path) -> None:
    """A silent child would hide that it is called off: whoever waits is asked every tenth of a second."""
    asked: list[float] = []
    show = photo_show(2, 3_000, looks=lambda _: {"motion": Motion.LEFT})

    def go_on(_: int) -> bool:
        asked.append(time.monotonic())
        return len(asked) < 12

    with pytest.raises(Stopped):
        make_slideshow(show, tmp_path / "v.mp4", on_progress=go_on)

    gaps = [after - before for before, after in pairwise(asked)]
    assert sorted(gaps)[len(gaps) // 2] <= 0.15


def test_dies_with_the_worker_that_started_it(tmp_path: Path) -> None:
    script = (
        "import json,sys;from pathlib import Path;from video.slideshow.run import make_slideshow;"
        "from video.slideshow.spec import read_show;"
        "make_slideshow(read_show(json.loads(Path(sys.argv[1]).read_text())), Path(sys.argv[2]),"
        " on_progress=lambda p: print(p, flush=True) or True)"
    )
    orders = tmp_path / "show.json"
    orders.write_text(json.dumps(photo_show(3, 9_000, looks=lambda _: {"motion": Motion.UP}).to_json()))
    argv = [sys.executable, "-c", script, str(orders), str(tmp_path / "v.mp4")]
    with subprocess.Popen(argv, cwd=BACKEND, stdout=subprocess.PIPE) as worker:
        assert worker.stdout
        worker.stdout.readline()
        own = [one for one in psutil.Process(worker.pid).children() if is_rendering(one)]
        assert own

        worker.kill()

    _, alive = psutil.wait_procs(own, timeout=2)
    assert alive == []


def test_names_the_photo_that_cannot_be_opened(tmp_path: Path) -> None:
    broken = tmp_path / "b.jpg"
    broken.write_bytes(PHOTOS[0].read_bytes()[:9_000])
    show = Show((slide(PHOTOS[0]), slide(PHOTOS[1]), slide(broken)))

    with pytest.raises(CannotMake, match="damaged or incomplete") as refused:
        make_slideshow(show, tmp_path / "v.mp4", on_progress=lambda _: True)

    assert (refused.value.code, refused.value.index) == ("photo_unreadable", 2)


def test_says_so_when_there_is_no_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "FILE_BYTES", 40_000)

    with pytest.raises(CannotMake, match="no room"):
        make_slideshow(photo_show(2), tmp_path / "v.mp4", on_progress=lambda _: True)


def test_a_child_that_breaks_off_is_not_the_photos_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "MEMORY_BYTES", 60 * MIB)

    with pytest.raises((Crashed, CannotMake)):
        make_slideshow(photo_show(2), tmp_path / "v.mp4", on_progress=lambda _: True)

    assert children() == []


def test_large_photos_keep_within_their_memory(tmp_path: Path) -> None:
    """Ten photos of 100 megapixels and less, two at a time; the child may have 1.5 GiB of address space."""
    large = tmp_path / "large.jpg"
    Image.effect_noise((10_000, 10_000), 60).convert("RGB").save(large, quality=80)
    web = tmp_path / "large.webp"
    Image.effect_noise((5_000, 5_000), 60).convert("RGB").save(web, quality=60, method=0)
    peak = 0

    def watch(_: int) -> bool:
        nonlocal peak
        for child in children():
            try:
                peak = max(peak, child.memory_info().rss)
            except psutil.NoSuchProcess:
                continue
        return True

    show = Show(tuple(slide(path) for path in (large, web, large, web, large)))
    make_slideshow(show, tmp_path / "v.mp4", on_progress=watch)

    assert 0 < peak < 1_536 * MIB


class TestNames:
    """The same choice has the same name wherever its files lie; whatever shows has another."""

    show = photo_show(2, transition=Transition.CROSSFADE)
    digests = {one.path: f"sha-{number}" for number, one in enumerate(show.slides)}

    def test_the_place_of_the_files_does_not_matter(self) -> None:
        moved = Show(
            tuple(replace(one, path=f"/else{one.path}") for one in self.show.slides), transition=self.show.transition
        )

        assert name_choices(moved, {f"/else{path}": digest for path, digest in self.digests.items()}) == name_choices(
            self.show, self.digests
        )

    @pytest.mark.parametrize(
        "other",
        [
            replace(show, transition=Transition.CUT),
            replace(show, transition_ms=400),
            replace(show, format=Format.SQUARE),
            replace(show, encoder=Encoder.X264),
            replace(show, slides=show.slides[::-1]),
            replace(show, slides=(replace(show.slides[0], duration_ms=1_100), show.slides[1])),
            replace(show, slides=(replace(show.slides[0], fit=Fit.CROP), show.slides[1])),
            replace(show, slides=(replace(show.slides[0], caption="Hallo"), show.slides[1])),
        ],
    )
    def test_whatever_shows_is_another_name(self, other: Show) -> None:
        assert name_choices(other, self.digests) != name_choices(self.show, self.digests)


def test_the_child_knows_nothing_of_our_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://secret")
    seen: list[dict[str, str]] = []

    def look(_: int) -> bool:
        for child in children():
            try:
                seen.append(child.environ())
            except psutil.Error:
                continue
        return True

    make_slideshow(photo_show(2, 2_000, looks=lambda _: {"motion": Motion.UP}), tmp_path / "v.mp4", on_progress=look)

    assert seen
    assert all("DATABASE_URL" not in one for one in seen)
    assert os.environ["DATABASE_URL"] == "postgresql://secret"

"""A file that is not what was meant is noticed, and made again by the other encoder."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from video.child import BACKEND
from video.slideshow import encoder, skipped, timeline
from video.slideshow.encoder import render_authored
from video.slideshow.layers import Layers
from video.slideshow.spec import Transition
from video.slideshow.tests.conftest import photo_show
from video.slideshow.verify import Disagreement, verify

SHOW = photo_show(3, transition=Transition.CROSSFADE)


def render(path: Path) -> Any:
    return render_authored(SHOW, path)


def test_a_right_one_passes(tmp_path: Path) -> None:
    authored = render(tmp_path / "v.mp4")

    verify(tmp_path / "v.mp4", SHOW, authored)


def test_a_picture_too_few_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = timeline.author
    monkeypatch.setattr(encoder, "author", lambda *args, **options: whole(*args, **options)[:-1])
    render(tmp_path / "v.mp4")

    with pytest.raises(Disagreement, match="number of pictures: 89, not 90"):
        verify(tmp_path / "v.mp4", SHOW)


def test_a_wrong_weight_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeline, "weight_of", lambda step, fade: min(127, 4 + round(128 * (step + 1) / (fade + 1))))
    authored = render(tmp_path / "v.mp4")

    with pytest.raises(Disagreement, match="mix to"):
        verify(tmp_path / "v.mp4", SHOW, authored)


def test_bits_of_another_qp_are_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The skipped pictures' data begins in a state that depends on the QP: under another one it is other symbols."""
    right = skipped.write_all_skipped
    monkeypatch.setattr(
        timeline,
        "write_all_skipped",
        lambda kind, *, macroblocks, qp: right(kind, macroblocks=macroblocks - 700, qp=qp),
    )
    authored = render(tmp_path / "v.mp4")

    with pytest.raises(Exception, match=r"Invalid data|no picture|repeat|mix"):
        verify(tmp_path / "v.mp4", SHOW, authored)


def test_another_photo_is_noticed(tmp_path: Path) -> None:
    authored = render(tmp_path / "v.mp4")
    others = Layers(photo_show(8, transition=Transition.CROSSFADE))
    others.show = others.show.__class__(others.show.slides[5:], transition=Transition.CROSSFADE)

    with pytest.raises(Disagreement, match="does not look like"):
        verify(tmp_path / "v.mp4", SHOW, replace(authored, layers=others))


SABOTAGE = """
import json, sys
from pathlib import Path
from video.slideshow import child, timeline
right = timeline.write_all_skipped
timeline.write_all_skipped = lambda kind, *, macroblocks, qp: right(kind, macroblocks=macroblocks - 700, qp=qp)
print(json.dumps(child.make(json.loads(Path(sys.argv[1]).read_text()), Path(sys.argv[2]))))
"""


def test_the_child_makes_it_again_with_x264_and_says_why(tmp_path: Path) -> None:
    orders, target = tmp_path / "orders.json", tmp_path / "v.mp4"
    orders.write_text(json.dumps(SHOW.to_json()))

    done = subprocess.run(
        [sys.executable, "-c", SABOTAGE, str(orders), str(target)],
        capture_output=True,
        text=True,
        cwd=BACKEND,
        timeout=120,
        check=True,
    )

    made = json.loads(done.stdout.splitlines()[-1])
    assert made["encoder"] == "x264"
    assert made["why"]
    verify(target, SHOW)

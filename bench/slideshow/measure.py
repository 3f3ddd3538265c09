"""Running a command and what it took; and how alike pictures are."""

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import av
import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image, ImageOps

Plane = npt.NDArray[np.float64]
SSIM_WINDOW, SSIM_SIGMA = (11, 11), 1.5
FULL_RANGE = 2  # FFmpeg's AVCOL_RANGE_JPEG
BT709, BT601 = np.array([0.2126, 0.7152, 0.0722]), np.array([0.299, 0.587, 0.114])
C1, C2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took: seconds of processor (its children's too), of the clock, MiB of its largest process, bytes written."""

    cpu_s: float
    wall_s: float
    peak_mib: float
    size_bytes: int


def run(argv: Sequence[str], out: Path, *, cwd: Path, env: Mapping[str, str] | None = None) -> Cost:
    """
    Run a command that writes `out`.

    :raises RuntimeError: when it fails
    """
    out.unlink(missing_ok=True)
    began = time.monotonic()
    process = subprocess.Popen(argv, cwd=cwd, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read() if process.stderr else b""
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.monotonic() - began
    if process.returncode or not out.exists():
        raise RuntimeError(f"{argv[0]} ended with {process.returncode}: {said[-1500:].decode(errors='replace')}")
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024, out.stat().st_size)


def in_turn(commands: Mapping[str, Callable[[], Cost]], *, rounds: int, say: Callable[[str], None]) -> dict[str, Cost]:
    """Run the commands one after the other, `rounds` times over; return each one's medians."""
    taken: dict[str, list[Cost]] = {name: [] for name in commands}
    for number in range(rounds):
        for name, command in commands.items():
            cost = command()
            taken[name].append(cost)
            say(f"  {number + 1}  {name:24} {cost.cpu_s:7.2f} CPU s {cost.wall_s:7.2f} s {cost.peak_mib:6.0f} MiB")
    return {name: median(costs) for name, costs in taken.items()}


def median(costs: Sequence[Cost]) -> Cost:
    return Cost(
        statistics.median(cost.cpu_s for cost in costs),
        statistics.median(cost.wall_s for cost in costs),
        statistics.median(cost.peak_mib for cost in costs),
        round(statistics.median(cost.size_bytes for cost in costs)),
    )


def read_luma(path: Path, wanted: Sequence[int]) -> dict[int, Plane]:
    """Return the brightness of these pictures of a video, as it is stored, drawn out to 0 to 255 where its range is limited."""
    found: dict[int, Plane] = {}
    with av.open(str(path)) as container:
        for number, frame in enumerate(container.decode(video=0)):
            if number in wanted:
                plane = frame.planes[0]
                stored = np.frombuffer(bytes(plane), np.uint8).reshape(frame.height, plane.line_size)[:, : frame.width]
                is_full = frame.color_range == FULL_RANGE or frame.format.name.startswith("yuvj")
                values = stored.astype(np.float64)
                found[number] = values if is_full else np.clip((values - 16) * 255 / 219, 0, 255)
    return found


def reference(photo: Path, width: int, height: int) -> Plane:
    """Return what is to be seen: the whole photo, upright, scaled by the best filter, in the middle of black; RGB."""
    image = ImageOps.exif_transpose(Image.open(photo)).convert("RGB")
    scale = min(width / image.width, height / image.height)
    size = (max(2, round(image.width * scale) & ~1), max(2, round(image.height * scale) & ~1))
    canvas = Image.new("RGB", (width, height))
    canvas.paste(
        image.resize(size, Image.Resampling.LANCZOS), ((width - size[0]) // 2 & ~1, (height - size[1]) // 2 & ~1)
    )
    return np.asarray(canvas, np.float64)


def likeness(seen: Plane, meant: Plane) -> float:
    """
    Return the SSIM of a picture's brightness and that of an RGB picture, by the matrix the video was made with.

    Some rivals keep a JPEG's matrix and say nothing of it; the better of the two counts, for everybody.
    """
    return max(ssim(seen, np.asarray(meant @ matrix, np.float64)) for matrix in (BT709, BT601))


def ssim(one: Plane, other: Plane) -> float:
    """Return the structural similarity of two pictures' brightness (Wang et al. 2004), 1 for the same."""

    def blur(values: Plane) -> Plane:
        return np.asarray(cv2.GaussianBlur(values, SSIM_WINDOW, SSIM_SIGMA), np.float64)

    mean_one, mean_other = blur(one), blur(other)
    spread_one, spread_other = blur(one * one) - mean_one**2, blur(other * other) - mean_other**2
    shared = blur(one * other) - mean_one * mean_other
    above = (2 * mean_one * mean_other + C1) * (2 * shared + C2)
    below = (mean_one**2 + mean_other**2 + C1) * (spread_one + spread_other + C2)
    return float((above / below).mean())

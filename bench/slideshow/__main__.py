"""photo slideshows: our renderer against FFmpeg told plainly, FFmpeg told with care, and moviepy"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from bench.slideshow import rivals
from bench.slideshow.measure import Cost, in_turn, likeness, read_luma, reference, run
from bench.slideshow.photo_set import make_set
from bench.slideshow.rivals import FPS, HEIGHT, WIDTH, Tools
from launcher.paths import layout

ROOT = Path(__file__).resolve().parents[2]
BACKEND = ROOT / "backend"
sys.path.insert(0, str(BACKEND))

from video.child import PYTHON, environment  # noqa: E402 - found by the line above
from video.slideshow.spec import Fit, Motion, Show, Slide, Transition  # noqa: E402 - found by the line above

SECONDS = 3
MEMORY, FILE = 1536 * 1024**2, 512 * 1024**2
Command = Callable[[], Cost]


def main() -> int:
    """Measure, round by round in turn; print one JSON object as the last line."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--rounds", type=int, default=3)
    rounds = asked.parse_args().rounds
    work = layout().home / "bench-slideshow"
    tools = _install(work)
    std = make_set(work / "std")
    real = [path for path in sorted((BACKEND / "video/tests/photos").glob("*.jpg")) if _is_1920(path)][:10]
    print(
        f"{rounds} rounds; {len(std)} photos of 12 megapixels and {len(real)} real ones, {SECONDS} s each", flush=True
    )
    sets = {
        "still": {
            "ours": _ours(std, work, "still"),
            "naive": _rival(rivals.naive, tools, std, work),
            "careful": _rival(rivals.careful, tools, std, work),
            "moviepy": _rival(rivals.moviepy, tools, std, work),
        },
        "crossfade": {
            "ours": _ours(std, work, "crossfade", transition=Transition.CROSSFADE),
            "naive": _rival(rivals.crossfade, tools, std, work),
        },
        "blurred": {
            "ours": _ours(std, work, "blurred", fit=Fit.BLUR),
            "naive": _rival(rivals.blurred, tools, std, work),
        },
        "ken burns": {
            "ours": _ours(std, work, "ken burns", fit=Fit.CROP, motion=Motion.ZOOM_IN),
            "naive": _rival(rivals.ken_burns, tools, std, work),
        },
        "real": {"ours": _ours(real, work, "real"), "naive": _rival(rivals.naive, tools, real, work)},
    }
    costs: dict[str, dict[str, Cost]] = {}
    for name, commands in sets.items():
        print(name, flush=True)
        costs[name] = in_turn(commands, rounds=rounds, say=lambda line: print(line, flush=True))
    print(json.dumps(_report(costs, std, work, rounds)))
    return 0


def _report(costs: dict[str, dict[str, Cost]], std: Sequence[Path], work: Path, rounds: int) -> dict[str, object]:
    def cpu(name: str, rival: str = "naive") -> float:
        return round(costs[name][rival].cpu_s / costs[name]["ours"].cpu_s, 1)

    still = costs["still"]
    return {
        "bench": "slideshow",
        "cpu_ratio_naive": cpu("still"),
        "cpu_ratio_moviepy": cpu("still", "moviepy"),
        "cpu_ratio_careful": cpu("still", "careful"),
        "wall_ratio_naive": round(still["naive"].wall_s / still["ours"].wall_s, 1),
        "wall_ratio_moviepy": round(still["moviepy"].wall_s / still["ours"].wall_s, 1),
        "mem_ratio_naive": round(still["naive"].peak_mib / still["ours"].peak_mib, 1),
        "ssim": _likeness(work / "still ours.mp4", std),
        "ssim_naive": _likeness(work / "std naive.mp4", std),
        "fade_cpu_ratio": cpu("crossfade"),
        "blur_cpu_ratio": cpu("blurred"),
        "kenburns_cpu_ratio": cpu("ken burns"),
        "kenburns_size_ratio": round(costs["ken burns"]["ours"].size_bytes / costs["ken burns"]["naive"].size_bytes, 2),
        "size_ratio": round(still["ours"].size_bytes / still["naive"].size_bytes, 2),
        "real_cpu_ratio_naive": cpu("real"),
        "ours_cpu_s": round(still["ours"].cpu_s, 2),
        "ours_wall_s": round(still["ours"].wall_s, 2),
        "ours_peak_mib": round(still["ours"].peak_mib),
        "rounds": rounds,
        "cores": os.cpu_count(),
        "machine": platform.machine(),
        "python": platform.python_version(),
    }


def _likeness(path: Path, photos: Sequence[Path]) -> float:
    """Return the mean SSIM of each photo's middle picture."""
    middles = [round((index + 0.5) * SECONDS * FPS) for index in range(len(photos))]
    seen = read_luma(path, middles)
    values = [likeness(seen[at], reference(photo, WIDTH, HEIGHT)) for at, photo in zip(middles, photos, strict=True)]
    return round(statistics.mean(values), 4)


def _ours(
    photos: Sequence[Path],
    work: Path,
    name: str,
    *,
    fit: Fit = Fit.PAD,
    motion: Motion = Motion.NONE,
    transition: Transition = Transition.CUT,
) -> Command:
    """The product's own child, from the start of its process to the end, the look at what came out included."""
    slides = tuple(Slide(str(path), "JPEG", SECONDS * 1_000, fit=fit, motion=motion) for path in photos)
    orders, out = work / f"{name}.json", work / f"{name} ours.mp4"
    orders.write_text(json.dumps(Show(slides, transition=transition).to_json()))
    argv = [*PYTHON, "-m", "video.slideshow.child", str(orders), str(out), str(MEMORY), str(FILE)]
    return partial(run, argv, out, cwd=BACKEND, env=environment())


def _rival(how: Callable[..., list[str]], tools: Tools, photos: Sequence[Path], work: Path) -> Command:
    out = work / f"{photos[0].parent.name} {how.__name__}.mp4"
    return partial(run, how(tools, photos, SECONDS, out), out, cwd=work)


def _install(work: Path) -> Tools:
    """Put the rivals into an environment of their own, once."""
    venv = work / "venv"
    python = venv / "bin" / "python"
    if not python.exists():
        work.mkdir(parents=True, exist_ok=True)
        subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True)
        lock = Path(__file__).with_name("requirements.lock")
        pip = [str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
        subprocess.run([*pip, "--require-hashes", "-r", str(lock)], check=True)
    asked = "import imageio_ffmpeg; print(imageio_ffmpeg.get_ffmpeg_exe())"
    found = subprocess.run([str(python), "-c", asked], check=True, capture_output=True, text=True)
    return Tools(python, found.stdout.strip())


def _is_1920(path: Path) -> bool:
    from PIL import Image

    with Image.open(path) as image:
        return max(image.size) >= 1920


if __name__ == "__main__":
    sys.exit(main())

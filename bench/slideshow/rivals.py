"""How others make a slideshow: FFmpeg as it is usually told to, FFmpeg told with care, and moviepy. Commands, nothing more."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

WIDTH, HEIGHT, FPS = 1080, 1920, 30
FADE_S = 0.5
ENCODE = ("-c:v", "libx264", "-preset", "medium", "-crf", "23", "-pix_fmt", "yuv420p", "-r", str(FPS), "-c:a", "aac",
          "-movflags", "+faststart")  # fmt: skip
FIT = f"scale={WIDTH}:{HEIGHT}:force_original_aspect_ratio=decrease,pad={WIDTH}:{HEIGHT}:(ow-iw)/2:(oh-ih)/2,setsar=1"
WITH_CARE = (
    f"scale={WIDTH}:{HEIGHT}:force_original_aspect_ratio=decrease:flags=lanczos:out_color_matrix=bt709:out_range=tv,"
    f"pad={WIDTH}:{HEIGHT}:(ow-iw)/2:(oh-ih)/2,setsar=1,format=yuv420p"
)
BT709 = "setparams=colorspace=bt709:color_primaries=bt709:color_trc=bt709:range=tv"
MOVIEPY = """
import sys
from moviepy import ColorClip, CompositeVideoClip, ImageClip, concatenate_videoclips
out, seconds, photos = sys.argv[1], float(sys.argv[2]), sys.argv[3:]
clips = []
for photo in photos:
    clip = ImageClip(photo).with_duration(seconds)
    clip = clip.resized(min(1080 / clip.w, 1920 / clip.h)).with_position("center")
    clips.append(CompositeVideoClip([clip], size=(1080, 1920)))
options = dict(fps=30, codec="libx264", preset="medium", audio=False, logger=None)
extra = ["-crf", "23", "-pix_fmt", "yuv420p", "-movflags", "+faststart"]
concatenate_videoclips(clips).write_videofile(out, ffmpeg_params=extra, **options)
"""


@dataclass(frozen=True, slots=True)
class Tools:
    """The rivals' own Python and FFmpeg."""

    python: Path
    ffmpeg: str


def naive(
    tools: Tools, photos: Sequence[Path], seconds: float, out: Path, *, fit: str = f"{FIT},format=yuv420p"
) -> list[str]:
    """`-loop 1 -t 3 -i photo`, as the usual advice has it: each photo is decoded and scaled for every picture."""
    chains = [f"[{index}:v]{fit}[v{index}]" for index in range(len(photos))]
    joined = "".join(f"[v{index}]" for index in range(len(photos))) + f"concat=n={len(photos)}:v=1:a=0[v]"
    return _ffmpeg(tools, _looped(photos, seconds), [*chains, joined], len(photos) * seconds, len(photos), out)


def careful(tools: Tools, photos: Sequence[Path], seconds: float, out: Path) -> list[str]:
    """The best single command we know: each photo scaled once, in the right colours, and its picture repeated."""
    frames = round(seconds * FPS)
    repeat = f"loop=loop={frames - 1}:size=1:start=0,setpts=N/{FPS}/TB,fps={FPS}"
    chains = [f"[{index}:v]{WITH_CARE},{repeat}[v{index}]" for index in range(len(photos))]
    joined = "".join(f"[v{index}]" for index in range(len(photos))) + f"concat=n={len(photos)}:v=1:a=0,{BT709}[v]"
    inputs = [word for photo in photos for word in ("-i", str(photo))]
    return _ffmpeg(tools, inputs, [*chains, joined], len(photos) * seconds, len(photos), out)


def crossfade(tools: Tools, photos: Sequence[Path], seconds: float, out: Path) -> list[str]:
    """A chain of xfade filters on looped photos."""
    chains = [f"[{index}:v]{FIT},format=yuv420p,fps={FPS}[s{index}]" for index in range(len(photos))]
    last = "s0"
    for index in range(1, len(photos)):
        name = "v" if index == len(photos) - 1 else f"x{index}"
        offset = index * seconds
        chains.append(f"[{last}][s{index}]xfade=transition=fade:duration={FADE_S}:offset={offset}[{name}]")
        last = name
    return _ffmpeg(tools, _looped(photos, seconds + FADE_S), chains, len(photos) * seconds, len(photos), out)


def blurred(tools: Tools, photos: Sequence[Path], seconds: float, out: Path) -> list[str]:
    """The photo on its blurred copy, blurred anew for every picture."""
    chains = list[str]()
    for index in range(len(photos)):
        chains += [
            f"[{index}:v]split[a{index}][b{index}]",
            f"[a{index}]scale={WIDTH}:{HEIGHT}:force_original_aspect_ratio=increase,crop={WIDTH}:{HEIGHT},boxblur=20:2[g{index}]",
            f"[b{index}]scale={WIDTH}:{HEIGHT}:force_original_aspect_ratio=decrease[f{index}]",
            f"[g{index}][f{index}]overlay=(W-w)/2:(H-h)/2,setsar=1,format=yuv420p[v{index}]",
        ]
    joined = "".join(f"[v{index}]" for index in range(len(photos))) + f"concat=n={len(photos)}:v=1:a=0[v]"
    return _ffmpeg(tools, _looped(photos, seconds), [*chains, joined], len(photos) * seconds, len(photos), out)


def ken_burns(tools: Tools, photos: Sequence[Path], seconds: float, out: Path) -> list[str]:
    """zoompan on photos enlarged four times, the usual cure for its shaking."""
    frames, large = round(seconds * FPS), (WIDTH * 4, HEIGHT * 4)
    zoom = (
        f"scale={large[0]}:{large[1]}:force_original_aspect_ratio=increase,crop={large[0]}:{large[1]},"
        f"zoompan=z='1+0.2*on/{frames - 1}':x='iw/2-(iw/zoom/2)':y='ih/2-(ih/zoom/2)':d={frames}:s={WIDTH}x{HEIGHT}:fps={FPS}"
    )
    chains = [f"[{index}:v]{zoom},setsar=1,format=yuv420p[v{index}]" for index in range(len(photos))]
    joined = "".join(f"[v{index}]" for index in range(len(photos))) + f"concat=n={len(photos)}:v=1:a=0[v]"
    inputs = [word for photo in photos for word in ("-i", str(photo))]
    return _ffmpeg(tools, inputs, [*chains, joined], len(photos) * seconds, len(photos), out)


def moviepy(tools: Tools, photos: Sequence[Path], seconds: float, out: Path) -> list[str]:
    return [str(tools.python), "-c", MOVIEPY, str(out), str(seconds), *map(str, photos)]


def _looped(photos: Sequence[Path], seconds: float) -> list[str]:
    return [
        word
        for photo in photos
        for word in ("-loop", "1", "-framerate", str(FPS), "-t", str(seconds), "-i", str(photo))
    ]


def _ffmpeg(tools: Tools, inputs: list[str], chains: list[str], seconds: float, sound: int, out: Path) -> list[str]:
    silence = ["-f", "lavfi", "-t", str(seconds), "-i", "anullsrc=r=44100:cl=stereo"]
    picked = ["-map", "[v]", "-map", f"{sound}:a", "-t", str(seconds)]
    filters = ["-filter_complex", ";".join(chains)]
    return [tools.ffmpeg, "-y", "-v", "error", "-nostdin", *inputs, *silence, *filters, *picked, *ENCODE, str(out)]

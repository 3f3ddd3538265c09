"""
The fallback: every picture goes through x264, and FFmpeg writes the file. Seven times the work, and nothing of ours in the bytes.

Taken when a workspace asks for it, and by itself when an authored file is not what was meant.
"""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

from video.slideshow.encoder import Progress, Tell
from video.slideshow.layers import Layers
from video.slideshow.mp4_writer import AAC_FRAME
from video.slideshow.plan import Mix, mix_all
from video.slideshow.sound import BIT_RATE, RATE, hush, play
from video.slideshow.spec import Show

# No picture refers to a later one: there are decoders that get those wrong.
QUALITY = {"preset": "superfast", "crf": "20", "x264-params": "bframes=0"}
WRITES = {"movflags": "+faststart"}
BT709, LIMITED = 1, 1


def render_with_x264(show: Show, path: Path, *, tell: Tell = lambda _: None) -> None:
    """
    Write the slideshow to `path`.

    :raises SlideRefused: for a photo that cannot be opened
    :raises MusicRefused: for a sound file that cannot be played
    :raises OSError: when there is no room
    """
    import av

    layers, progress = Layers(show), Progress(show.frames, tell)
    with av.open(str(path), "w", format="mp4", options=WRITES) as container:
        video: Any = container.add_stream("libx264", rate=show.fps, options=QUALITY)
        video.width, video.height = show.format.size
        video.pix_fmt, video.codec_context.thread_count = "yuv420p", 2
        coder = video.codec_context
        coder.color_primaries = coder.color_trc = coder.colorspace = BT709
        coder.color_range = LIMITED
        sound: Any = container.add_stream("aac", rate=RATE, layout="stereo")
        sound.bit_rate = BIT_RATE
        samples = round(show.frames / show.fps * RATE)
        blocks = play(show.music, samples=samples) if show.music else hush(samples=samples)
        heard = 0
        for number, frame in enumerate(_frames(show, layers)):
            frame.pts, frame.time_base = number, Fraction(1, show.fps)
            container.mux(video.encode(frame))
            while heard * AAC_FRAME / RATE <= number / show.fps and (block := next(blocks, None)):
                block.time_base = Fraction(1, RATE)
                container.mux(sound.encode(block))
                heard += 1
            progress.add(1)
        for block in blocks:
            block.time_base = Fraction(1, RATE)
            container.mux(sound.encode(block))
        container.mux(video.encode(None))
        container.mux(sound.encode(None))


def _frames(show: Show, layers: Layers) -> Iterator[Any]:
    """Yield every picture; a run of one photo is the same frame again and again."""
    from video.slideshow.moving import make_frames

    last: Mix | None = None
    frame: Any = None
    for mix in mix_all(show):
        same = last and not mix.under and not last.under and _seen(show, mix) == _seen(show, last)
        if not same:
            (frame,) = make_frames([mix], layers.see, width=layers.width, height=layers.height)
        last = mix
        yield frame


def _seen(show: Show, mix: Mix) -> tuple[int, int]:
    slide = mix.top.slide
    moves = slide >= 0 and show.slides[slide].motion != "none"
    return slide, mix.top.at if moves else 0

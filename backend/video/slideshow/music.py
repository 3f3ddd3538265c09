"""A piece of music as numbers: decoded, cut, brought to the usual loudness, faded. Shape (2, samples), float32, -1 to 1."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

from video.slideshow.sound import (
    CHANNELS,
    LOUDNESS_LUFS,
    MOST_GAIN_DB,
    PEAK,
    READS,
    SILENT_LUFS,
    MusicRefused,
)
from video.slideshow.spec import Music

Samples = npt.NDArray[np.float32]
UNREADABLE = "The sound file is damaged or incomplete: it could not be played here."
LOUDNESS_KEY = "lavfi.r128.I"
MEASURED_BLOCK = 4_410


def load_music(music: Music, *, rate: int, most: int) -> Samples:
    """
    Return at most so many samples of the piece, from its `start_ms` on, ready to be encoded.

    :raises MusicRefused: when it cannot be played, or is over before it starts
    """
    import av

    try:
        piece = _decode(music, rate, most)
    except (av.error.FFmpegError, ValueError, StopIteration, IndexError) as error:
        raise MusicRefused(UNREADABLE) from error
    if not piece.shape[1]:
        raise MusicRefused("The music is over before it starts. Choose an earlier start.")
    return _fade(_level(piece, rate), music, rate)


def _decode(music: Music, rate: int, most: int) -> Samples:
    import av

    with av.open(f"file:{music.path}", format=music.demuxer, options=READS) as container:
        stream = container.streams.audio[0]
        if music.start_ms:
            container.seek(music.start_ms * 1000, backward=True)
        first, blocks, held = music.start_ms * rate // 1000, list[Samples](), 0
        for start, block in _resampled(container, stream, rate):
            late = max(0, first - start)
            kept = block[:, late : late + most - held]
            if kept.shape[1]:
                blocks.append(kept)
                held += kept.shape[1]
            if held >= most:
                break
    return np.concatenate(blocks, axis=1) if blocks else np.zeros((CHANNELS, 0), np.float32)


def _resampled(container: Any, stream: Any, rate: int) -> Iterator[tuple[int, Samples]]:
    """Yield (the first one's place in the piece, samples)."""
    import av

    resampler: Any = av.AudioResampler(format="fltp", layout="stereo", rate=rate)
    place: int | None = None
    for frame in container.decode(stream):
        if place is None:
            place = round((frame.time or 0.0) * rate)
        for out in resampler.resample(frame):
            block = out.to_ndarray()
            yield place, block
            place += block.shape[1]


def _level(piece: Samples, rate: int) -> Samples:
    """Change the loudness by one factor, without ever going over the peak."""
    loudness, peak = measure_loudness(piece, rate), float(np.abs(piece).max())
    if loudness <= SILENT_LUFS or not peak:
        return piece
    gain: float = 10 ** (min(LOUDNESS_LUFS - loudness, MOST_GAIN_DB) / 20)
    return piece * np.float32(min(gain, PEAK / peak))


def measure_loudness(piece: Samples, rate: int) -> float:
    """Return the integrated loudness in LUFS (EBU R 128), -70 for silence."""
    import av
    from av.filter import Graph

    graph: Any = Graph()
    source = graph.add_abuffer(sample_rate=rate, format="fltp", layout="stereo", time_base=f"1/{rate}")
    meter, sink = graph.add("ebur128", "metadata=1"), graph.add("abuffersink")
    source.link_to(meter)
    meter.link_to(sink)
    graph.configure()
    loudness = -70.0
    for start in range(0, piece.shape[1], MEASURED_BLOCK):
        block: Any = av.AudioFrame.from_ndarray(
            np.ascontiguousarray(piece[:, start : start + MEASURED_BLOCK]), format="fltp", layout="stereo"
        )
        block.rate, block.pts = rate, start
        graph.push(block)
        while True:
            try:
                said = graph.pull().metadata.get(LOUDNESS_KEY)
            except (av.error.BlockingIOError, av.error.EOFError):
                break
            loudness = float(said) if said else loudness
    return loudness


def _fade(piece: Samples, music: Music, rate: int) -> Samples:
    length = piece.shape[1]
    faded = piece.copy()
    rise = min(length, music.fade_in_ms * rate // 1000)
    fall = min(length, music.fade_out_ms * rate // 1000)
    if rise:
        faded[:, :rise] *= np.linspace(0, 1, rise, dtype=np.float32)
    if fall:
        faded[:, -fall:] *= np.linspace(1, 0, fall, dtype=np.float32)
    return faded

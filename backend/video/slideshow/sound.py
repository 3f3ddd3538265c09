"""
The sound of a slideshow: an uploaded piece of music, cut, faded and brought to the usual loudness, or silence.

AAC-LC, 44.1 kHz, stereo. Silence is one encoded packet, repeated. Loudness is measured as broadcasters do (EBU R 128) and then
changed by one factor for the whole piece, so that its quiet parts stay quiet.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from video.slideshow.mp4_writer import AAC_FRAME, Sound
from video.slideshow.spec import Music

RATE, CHANNELS, BIT_RATE = 44_100, 2, 128_000
SAMPLE_BYTES = 4
GLOBAL_HEADER = 1 << 22
READS = {"protocol_whitelist": "file"}  # a file must not name others (security D7)
LOUDNESS_LUFS, SILENT_LUFS = -14.0, -60.0  # what TikTok, YouTube and Spotify play at; nothing quieter is made louder
MOST_GAIN_DB = 20.0
PEAK = 0.89  # -1 dBFS: room for what AAC adds


class MusicRefused(Exception):
    """A sound file that cannot be used; the message is the sentence for the person."""


def make_sound(music: Music | None, *, seconds: float) -> Sound:
    """
    Return the sound for so many seconds of pictures.

    :raises MusicRefused: for a file that cannot be played, or has nothing from `start_ms` on
    """
    samples = round(seconds * RATE)
    count = -(-(samples + AAC_FRAME) // AAC_FRAME)  # the encoder's run-up comes first
    if music is None:
        return _silence(samples, count)
    coder = _open_coder()
    packets = [bytes(packet) for frame in play(music, samples=samples) for packet in coder.encode(frame)]
    packets += [bytes(packet) for packet in coder.encode(None)]
    return _sound(packets[:count], bytes(coder.extradata), samples)


def play(music: Music, *, samples: int) -> Iterator[Any]:
    """
    Yield the music in frames of 1,024 samples, cut, faded and levelled; silence after its end.

    :raises MusicRefused: see `make_sound`
    """
    import numpy as np

    from video.slideshow.music import load_music

    piece = load_music(music, rate=RATE, most=samples)
    padded = -(-samples // AAC_FRAME) * AAC_FRAME
    whole = np.zeros((CHANNELS, padded), np.float32)
    whole[:, : piece.shape[1]] = piece
    for start in range(0, padded, AAC_FRAME):
        yield _frame([channel[start : start + AAC_FRAME].tobytes() for channel in whole], start)


def hush(*, samples: int) -> Iterator[Any]:
    """Yield silence in frames of 1,024 samples."""
    for start in range(0, samples, AAC_FRAME):
        yield _frame([bytes(AAC_FRAME * SAMPLE_BYTES)] * CHANNELS, start)


def _silence(samples: int, count: int) -> Sound:
    coder = _open_coder()
    packets = [bytes(packet) for frame in hush(samples=6 * AAC_FRAME) for packet in coder.encode(frame)]
    steady = packets[3]  # after the run-up every packet of silence is the same
    return _sound((packets[:3] + [steady] * count)[:count], bytes(coder.extradata), samples)


def _sound(packets: list[bytes], config: bytes, samples: int) -> Sound:
    return Sound(packets, config, RATE, CHANNELS, BIT_RATE, priming=AAC_FRAME, samples=samples)


def _open_coder() -> Any:
    import av

    coder = av.CodecContext.create("aac", "w")
    coder.sample_rate, coder.format, coder.layout, coder.bit_rate = RATE, "fltp", "stereo", BIT_RATE
    coder.flags |= GLOBAL_HEADER
    coder.open()
    return coder


def _frame(channels: Sequence[bytes], start: int) -> Any:
    import av

    frame = av.AudioFrame("fltp", "stereo", AAC_FRAME)
    frame.rate, frame.pts = RATE, start
    for plane, channel in zip(frame.planes, channels, strict=True):
        plane.update(channel)
    return frame

"""The sound of a slideshow: as long as its pictures, cut, faded, at the usual loudness."""

from pathlib import Path
from typing import Any

import av
import numpy as np
import numpy.typing as npt
import pytest

from video.slideshow.encoder import render_authored
from video.slideshow.music import load_music, measure_loudness
from video.slideshow.sound import RATE, MusicRefused, make_sound
from video.slideshow.spec import Music, Show
from video.slideshow.tests.conftest import PHOTOS, slide
from video.sound_file import find_sound, probe_sound

CODECS = {"mp3": ("libmp3lame", "mp3"), "m4a": ("aac", "mov"), "wav": ("pcm_s16le", "wav"), "flac": ("flac", "flac")}


def write_tone(path: Path, *, seconds: float = 4.0, level: float = 0.1, hertz: float = 440.0) -> Path:
    """Write a tone that changes its pitch after half its time, so that it can be told where in it one is."""
    codec = CODECS[path.suffix[1:]][0]
    time = np.arange(int(seconds * RATE)) / RATE
    wave = level * np.sin(2 * np.pi * np.where(time < seconds / 2, hertz, 2 * hertz) * time)
    samples = np.stack([wave, wave]).astype(np.float32)
    with av.open(str(path), "w", format="ipod" if path.suffix == ".m4a" else None) as container:
        stream: Any = container.add_stream(codec, rate=RATE, layout="stereo")
        resampler = av.AudioResampler(format=stream.codec_context.format, layout="stereo", rate=RATE)
        for start in range(0, samples.shape[1], 1024):
            frame = av.AudioFrame.from_ndarray(
                np.ascontiguousarray(samples[:, start : start + 1024]), format="fltp", layout="stereo"
            )
            frame.rate, frame.pts = RATE, start
            for out in resampler.resample(frame):
                container.mux(stream.encode(out))
        container.mux(stream.encode(None))
    return path


def heard(path: Path) -> npt.NDArray[np.float32]:
    """Return what a player plays, after the edit list; shape (2, samples)."""
    with av.open(str(path)) as container:
        return np.concatenate([frame.to_ndarray() for frame in container.decode(audio=0)], axis=1)


def pitch(samples: npt.NDArray[np.float32]) -> float:
    spectrum = np.abs(np.fft.rfft(samples[0] * np.hanning(samples.shape[1])))
    return float(spectrum.argmax() * RATE / samples.shape[1])


@pytest.mark.parametrize("ending", CODECS)
def test_every_format_is_known_by_its_first_bytes_and_played(tmp_path: Path, ending: str) -> None:
    path = write_tone(tmp_path / f"tone.{ending}")

    kind, facts = find_sound(path.read_bytes()[:64]), probe_sound(path)

    assert kind
    assert kind.demuxer == CODECS[ending][1]
    assert abs(facts.duration_ms - 4_000) < 120
    piece = load_music(Music(str(path), kind.demuxer, fade_out_ms=0), rate=RATE, most=RATE)
    assert piece.shape == (2, RATE)
    assert abs(pitch(piece) - 440) < 3


@pytest.mark.parametrize("level", [0.02, 0.1, 0.7])
def test_loud_and_quiet_pieces_come_out_alike(tmp_path: Path, level: float) -> None:
    path = write_tone(tmp_path / "tone.wav", level=level)

    piece = load_music(Music(str(path), "wav", fade_out_ms=0), rate=RATE, most=3 * RATE)

    assert abs(measure_loudness(piece, RATE) + 14) < 0.6
    assert np.abs(piece).max() <= 0.9


def test_starts_where_it_is_told_to(tmp_path: Path) -> None:
    path = write_tone(tmp_path / "tone.wav")

    piece = load_music(Music(str(path), "wav", start_ms=2_500, fade_out_ms=0), rate=RATE, most=RATE)

    assert abs(pitch(piece) - 880) < 3


def test_fades_in_and_out(tmp_path: Path) -> None:
    path = write_tone(tmp_path / "tone.wav")

    piece = load_music(Music(str(path), "wav", fade_in_ms=500, fade_out_ms=1_000), rate=RATE, most=3 * RATE)

    parts = [float(np.abs(piece[:, start : start + 2_000]).max()) for start in (0, RATE, 3 * RATE - 2_000)]
    assert parts[0] < parts[1] / 4
    assert parts[2] < parts[1] / 8


def test_what_is_over_before_it_starts_is_refused(tmp_path: Path) -> None:
    path = write_tone(tmp_path / "tone.wav", seconds=1)

    with pytest.raises(MusicRefused, match="over before it starts"):
        load_music(Music(str(path), "wav", start_ms=2_000), rate=RATE, most=RATE)


@pytest.mark.parametrize("content", [b"RIFF\x24\0\0\0WAVE", b"ID3" + b"\0" * 500, b"fLaC" + b"\xff" * 500])
def test_what_cannot_be_played_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.wav"
    path.write_bytes(content)
    kind = find_sound(content[:64])
    assert kind

    with pytest.raises(MusicRefused, match="damaged"):
        load_music(Music(str(path), kind.demuxer), rate=RATE, most=RATE)


@pytest.mark.parametrize("seconds", [2.0, 3.37, 100.0])
def test_silence_is_as_long_as_the_pictures(seconds: float) -> None:
    sound = make_sound(None, seconds=seconds)

    assert sound.samples == round(seconds * RATE)
    assert 0 <= len(sound.packets) * 1024 - sound.priming - sound.samples < 1024


def test_a_video_with_music_is_heard_from_its_beginning_to_its_end(tmp_path: Path) -> None:
    music = write_tone(tmp_path / "tone.mp3", seconds=2)
    show = Show((slide(PHOTOS[0], 1_500), slide(PHOTOS[1], 1_500)), music=Music(str(music), "mp3", fade_out_ms=0))

    render_authored(show, tmp_path / "v.mp4")

    samples = heard(tmp_path / "v.mp4")
    assert abs(samples.shape[1] - 3 * RATE) < 2_048
    assert np.abs(samples[:, RATE // 2 : RATE]).max() > 0.1
    assert np.abs(samples[:, int(2.3 * RATE) :]).max() < 0.01  # the piece is over

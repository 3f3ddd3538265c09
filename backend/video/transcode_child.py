"""The child that mends a file: `python -m video.transcode_child DEMUXER SOURCE TARGET PLAN`; prints progress, done or error."""

import json
import sys
import time
from fractions import Fraction
from typing import Any

from video.child import FULL, lock_down

CPU_S = 6 * 3600
FILE_BYTES = 5 * 1024**3
MEMORY_BYTES = 3 * 1024**3
PROGRESS_S = 0.4
READS = {"protocol_whitelist": "file"}
WRITES = {"movflags": "+faststart"}
QUALITY = {"preset": "veryfast", "crf": "20", "maxrate": "16M", "bufsize": "32M"}
TURNS = {90: ["cclock"], 180: ["cclock", "cclock"], 270: ["clock"]}
BT709 = 1  # and "tv" for the range, in FFmpeg's numbers
SDR = "out_color_matrix=bt709:out_primaries=bt709:out_transfer=bt709:out_range=tv"
NOT_READ = "The file could not be read to its end, so nothing was converted."
NO_ROOM = "There is no room on this server for the converted file. Free some space and try again."
IMAGE_SHORT_SIDE, IMAGE_PIXELS = 1080, 120_000_000


class Teller:
    """Says how far it is, not more often than anybody can read."""

    def __init__(self, duration_ms: int) -> None:
        self.duration_s, self.last = max(duration_ms / 1000, 0.001), 0.0

    def tell(self, at_s: float) -> None:
        if time.monotonic() - self.last >= PROGRESS_S:
            self.last = time.monotonic()
            say(progress=max(0, min(99, int(at_s / self.duration_s * 100))))


def say(**message: object) -> None:
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def remux(demuxer: str, source: str, target: str, teller: Teller) -> None:
    """Write the same packets into an MP4 whose index stands in front."""
    import av

    with (
        av.open(f"file:{source}", format=demuxer, options=READS) as old,
        av.open(target, "w", format="mp4", options=WRITES) as new,
    ):
        kept: dict[int, Any] = {old.streams.video[0].index: new.add_stream_from_template(old.streams.video[0])}
        if old.streams.audio:
            kept[old.streams.audio[0].index] = new.add_stream_from_template(old.streams.audio[0])
        for packet in old.demux([old.streams[index] for index in kept]):
            if packet.dts is not None:
                teller.tell(float(packet.dts * packet.time_base))
                packet.stream = kept[packet.stream.index]
                new.mux(packet)


def encode(demuxer: str, source: str, target: str, plan: dict[str, Any], teller: Teller) -> None:
    """Decode everything and write it as H.264 and AAC, turned, scaled, padded, paced and cut as the plan says."""
    import av

    with (
        av.open(f"file:{source}", format=demuxer, options=READS) as old,
        av.open(target, "w", format="mp4", options=WRITES) as new,
    ):
        pictures = old.streams.video[0]
        pictures.thread_type = "AUTO"
        sound = Sound(old, new, plan) if old.streams.audio else None
        video = Video(new, pictures, plan)
        wanted = [pictures, old.streams.audio[0]] if sound else [pictures]
        for packet in old.demux(wanted):
            if packet.stream.type == "audio" and sound:
                sound.take(packet)
            elif packet.stream.type == "video":
                frame: Any
                for frame in packet.decode():
                    teller.tell(frame.time or 0.0)
                    video.take(frame)
            if video.is_full and (sound is None or sound.is_full):
                break
        video.finish()
        if sound:
            sound.finish()


class Video:
    """The pictures' way: through the filters, cut at the end, into the encoder. It opens with the first picture."""

    def __init__(self, new: Any, stream: Any, plan: dict[str, Any]) -> None:
        self.new, self.source, self.plan = new, stream, plan
        self.limit_s = plan["trim_ms"] / 1000 if plan["trim_ms"] else None
        self.graph: Any = None
        self.is_full = False
        rate = Fraction(plan["frame_rate"]) if plan["frame_rate"] else Fraction(stream.average_rate or 30)
        self.out = new.add_stream("libx264", rate=rate.limit_denominator(60000), options=QUALITY)
        self.out.pix_fmt, self.out.codec_context.thread_count = "yuv420p", 2
        if plan["is_hdr"]:  # scaled to these; a player that is not told guesses
            coder = self.out.codec_context
            coder.color_primaries = coder.color_trc = coder.colorspace = coder.color_range = BT709
        # Before the first sound is written, for that opens every encoder.
        self.out.width, self.out.height = plan["fitted"]["canvas_width"], plan["fitted"]["canvas_height"]

    def take(self, frame: Any) -> None:
        if self.is_full:
            return
        if self.graph is None:
            self._open(frame)
        self.graph.push(frame)
        self._drain()

    def finish(self) -> None:
        if self.graph is None:
            raise ValueError("no picture could be decoded")
        if not self.is_full:
            self.graph.push(None)
            self._drain()
        self.new.mux(self.out.encode(None))

    def _open(self, frame: Any) -> None:
        from av.filter import Graph

        self.graph = Graph()
        last = self.graph.add_buffer(
            width=frame.width, height=frame.height, format=frame.format, time_base=self.source.time_base
        )
        steps = [*self._steps(frame), ("buffersink", "")]
        for name, arguments in steps:
            node = self.graph.add(name, arguments or None)
            last.link_to(node)
            last = node
        self.graph.configure()

    def _steps(self, frame: Any) -> list[tuple[str, str]]:
        fitted, turned = self.plan["fitted"], frame.rotation % 360
        steps = [("transpose", way) for way in TURNS.get(turned, [])]
        if self.plan["frame_rate"]:
            steps.append(("fps", self.plan["frame_rate"]))
        width, height = fitted["width"], fitted["height"]
        colours = f":{SDR}" if self.plan["is_hdr"] else ""
        steps.append(("scale", f"{width}:{height}:flags=lanczos{colours}"))
        if (fitted["canvas_width"], fitted["canvas_height"]) != (width, height):
            steps.append(("pad", f"{fitted['canvas_width']}:{fitted['canvas_height']}:(ow-iw)/2:(oh-ih)/2:black"))
        return [*steps, ("setsar", "1"), ("format", "yuv420p")]

    def _drain(self) -> None:
        import av

        while True:
            try:
                frame = self.graph.pull()
            except (av.error.BlockingIOError, av.error.EOFError):
                return
            if self.limit_s is not None and frame.time is not None and frame.time >= self.limit_s - 0.0005:
                self.is_full = True
                return
            frame.pict_type = 0  # the encoder decides which pictures are whole
            self.new.mux(self.out.encode(frame))


class Sound:
    """The sound's way: kept as it is where an MP4 can hold it, else made into AAC; cut where the pictures are."""

    def __init__(self, old: Any, new: Any, plan: dict[str, Any]) -> None:
        self.new, self.source = new, old.streams.audio[0]
        self.limit_s = plan["trim_ms"] / 1000 if plan["trim_ms"] else None
        self.keeps, self.is_full = plan["keeps_sound"], False
        if self.keeps:
            self.out = new.add_stream_from_template(self.source)
            return
        import av

        self.out = new.add_stream("aac", rate=48000, layout="stereo")
        self.resampler: Any = av.AudioResampler(format="fltp", layout="stereo", rate=48000, frame_size=1024)

    def take(self, packet: Any) -> None:
        if self.is_full or (self.keeps and packet.dts is None):
            return
        if self.keeps:
            packet.stream = self.out
            self.new.mux(packet)
            return
        for frame in packet.decode():
            if self.limit_s is not None and frame.time is not None and frame.time >= self.limit_s - 0.02:
                self.is_full = True
                return
            self._encode(self.resampler.resample(frame))

    def finish(self) -> None:
        if not self.keeps:
            self._encode(self.resampler.resample(None))
            self.new.mux(self.out.encode(None))

    def _encode(self, frames: list[Any]) -> None:
        for frame in frames:
            self.new.mux(self.out.encode(frame))


def to_jpeg(source: str, target: str) -> None:
    """Write a picture as JPEG, its shorter side at most 1,080 pixels, turned as its own note says, on white."""
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = IMAGE_PIXELS
    with Image.open(source, formats=("PNG", "JPEG", "WEBP", "GIF")) as opened:
        turned = ImageOps.exif_transpose(opened).convert("RGBA")
    picture = Image.new("RGB", turned.size, "white")
    picture.paste(turned, mask=turned.getchannel("A"))
    factor = IMAGE_SHORT_SIDE / min(picture.size)
    if factor < 1:
        width, height = (max(1, int(side * factor)) for side in picture.size)
        picture = picture.resize((width, height), Image.Resampling.LANCZOS)
    picture.save(target, "JPEG", quality=90)


def main(demuxer: str, source: str, target: str, plan: dict[str, Any]) -> None:
    teller = Teller(plan["trim_ms"] or plan["duration_ms"])
    if plan["kind"] == "jpeg":
        to_jpeg(source, target)
    elif plan["kind"] == "remux":
        remux(demuxer, source, target, teller)
    else:
        encode(demuxer, source, target, plan, teller)


if __name__ == "__main__":
    lock_down(cpu_s=CPU_S, file_bytes=FILE_BYTES, memory_bytes=MEMORY_BYTES)
    import av.error

    try:
        main(sys.argv[1], sys.argv[2], sys.argv[3], json.loads(sys.argv[4]))
    except (av.error.FFmpegError, ValueError, StopIteration, MemoryError, OSError) as error:
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        is_full = getattr(error, "errno", None) in FULL
        say(error=NO_ROOM if is_full else NOT_READ)
    else:
        say(done=True)

"""Uploading in pieces, clips drawn for a test, and the API as the real server process it is in production."""

import base64
import io
import os
import socket
import struct
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import av
import pytest
from django.core.files.storage import default_storage
from django.db import connection
from PIL import Image

from api.media.check_services import check_asset
from api.media.models import MediaAsset
from conftest import Caller, free_port, wait_for

HEAD = b"\x00\x00\x00\x18ftypmp42" + bytes(52)  # as an MP4 begins; enough to be taken for one at first


def draw_clip(
    *,
    fps: int = 30,
    frames: int = 30,
    size: tuple[int, int] = (360, 640),
    codec: str = "libx264",
    container: str = "mp4",
    picture: Image.Image | None = None,
) -> bytes:
    """Draw a plain clip of exactly this shape."""
    file = io.BytesIO()
    image = picture or Image.new("RGB", size, "#2F6F67")
    with av.open(file, "w", format=container) as output:
        stream: Any = output.add_stream(codec, rate=fps)
        stream.width, stream.height = size
        stream.pix_fmt = "yuvj420p" if codec == "mjpeg" else "yuv420p"
        stream.options = {"preset": "ultrafast"} if codec.startswith("libx26") else {}
        frame: Any = av.VideoFrame.from_image(image)  # type: ignore[no-untyped-call]
        for number in range(frames):
            frame.pts = number
            output.mux(stream.encode(frame))
        output.mux(stream.encode(None))
    return file.getvalue()


def draw_long_clip(*, seconds: int, fps: int = 23) -> bytes:
    """Make a clip of one picture that is shown again and again."""
    file = io.BytesIO()
    with av.open(file, "w", format="mp4") as output:
        stream: Any = output.add_stream("libx264", rate=fps)
        stream.width, stream.height, stream.pix_fmt = 360, 360, "yuv420p"
        frame: Any = av.VideoFrame.from_image(Image.new("RGB", (360, 360), "#2F6F67"))  # type: ignore[no-untyped-call]
        frame.pts = 0
        picture = next(iter(stream.encode(frame) + stream.encode(None)))
        for number in range(seconds * fps):
            packet: Any = av.Packet(bytes(picture))
            packet.stream, packet.time_base, packet.is_keyframe = stream, Fraction(1, fps), True
            packet.pts = packet.dts = number
            output.mux(packet)
    return file.getvalue()


def draw_sound() -> bytes:
    """Make an MP4 with sound and no picture."""
    file = io.BytesIO()
    with av.open(file, "w", format="mp4") as output:
        stream: Any = output.add_stream("aac", rate=44100)
        frame: Any = av.AudioFrame(format="fltp", layout="mono", samples=1024)
        frame.sample_rate = 44100
        for plane in frame.planes:
            plane.update(bytes(plane.buffer_size))
        for number in range(20):
            frame.pts = number * 1024
            output.mux(stream.encode(frame))
        output.mux(stream.encode(None))
    return file.getvalue()


def turn_clip(content: bytes) -> bytes:
    """Write into an MP4's track header that it is to be shown turned clockwise by a quarter."""
    matrix = content.index(b"tkhd") + 44
    turned = struct.pack(">9i", 0, 0x10000, 0, -0x10000, 0, 0, 0, 0, 0x40000000)
    return content[:matrix] + turned + content[matrix + len(turned) :]


def stored(asset: MediaAsset) -> bytes:
    """Return an asset's bytes as the storage has them."""
    with default_storage.open(asset.file_key) as file:
        return bytes(file.read())


@dataclass
class Uploads:
    """A person's uploads, step by step."""

    caller: Caller

    def announce(self, size: int | str, name: str = "clip.mp4") -> Any:
        encoded = base64.b64encode(name.encode()).decode()
        metadata = f"filename {encoded},filetype {base64.b64encode(b'video/mp4').decode()}"
        headers = {"Upload-Length": str(size), "Upload-Metadata": metadata, "Tus-Resumable": "1.0.0"}
        return self.caller.post("/media/uploads", **headers)

    def begin(self, size: int, name: str = "clip.mp4") -> str:
        """Announce a file; return the upload's id."""
        answer = self.announce(size, name)
        assert answer.status_code == 201, answer.content
        return str(answer.json()["id"])

    def send(self, upload_id: str, offset: int, content: bytes) -> Any:
        return self.caller.patch(upload_id, offset, content)

    def stand(self, upload_id: str) -> Any:
        """Ask where an upload stands."""
        return self.caller.client.head(
            f"/api/v1/media/uploads/{upload_id}", headers={"Authorization": f"Bearer {self.caller.token}"}
        )

    def all_at_once(self, content: bytes, name: str = "clip.mp4") -> Any:
        return self.send(self.begin(len(content), name), 0, content)

    def check(self, content: bytes, name: str = "clip.mp4") -> dict[str, Any]:
        """Upload a file, have it checked as the worker does, and return what the API shows."""
        answer = self.all_at_once(content, name)
        assert answer.status_code == 204, answer.content
        asset_id = answer["Carillon-Media-Id"]
        check_asset(MediaAsset.objects.get(pk=asset_id))
        return dict(self.caller.get(f"/media/{asset_id}").json())


@pytest.fixture
def uploads(alice: Caller) -> Uploads:
    return Uploads(alice)


@dataclass
class LiveApi:
    """The API in a process of its own, as production runs it."""

    port: int
    process: "subprocess.Popen[bytes]"

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/api/v1"

    def connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=10)


@pytest.fixture(scope="module")
def live_api(django_db_setup: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveApi]:
    """Start the API on a port of its own, on the tests' database."""
    folder, port = tmp_path_factory.mktemp("api"), free_port()
    database = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connection.settings_dict['NAME']}")
    environment = os.environ | {
        "DATABASE_URL": urlunsplit(database),
        "MEDIA_ROOT": str(folder / "media"),
        "UPLOAD_ROOT": str(folder / "uploads"),
    }
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)]
    command += ["--workers", "1", "--blocking-threads", "4", "config.wsgi:application"]
    backend = Path(__file__).resolve().parents[3]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=backend, env=environment, stdout=log, stderr=log)
        try:
            wait_for(f"http://127.0.0.1:{port}/healthz", process, folder / "log")
            yield LiveApi(port, process)
        finally:
            process.terminate()
            process.wait(10)

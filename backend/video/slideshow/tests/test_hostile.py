"""A thousand hostile files: none breaks the child, calls anybody, or takes more memory than it may."""

import io
import random
import socket
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from video.child import run_child
from video.slideshow.tests.conftest import PHOTOS, to_bytes

FILES = 1_000
MOST_BYTES = 1_536 * 1024**2


@pytest.fixture
def listener() -> "socket.socket":
    """Somebody to call: whoever does is noticed."""
    server = socket.create_server(("127.0.0.1", 0))
    server.setblocking(False)
    return server


def huge_png(width: int, height: int, colour: int) -> bytes:
    """A PNG of so many pixels in a few hundred kilobytes."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8 if colour else 1, colour, 0, 0, 0)
    row = bytes(1 + (width * 3 if colour else (width + 7) // 8))
    packer = zlib.compressobj(9)
    body = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def dressed_up(url: str) -> list[bytes]:
    """Files that are something else than their name says, most of which would call `url`."""
    zipped = io.BytesIO()
    with zipfile.ZipFile(zipped, "w") as archive:
        archive.writestr("a.jpg", b"\xff\xd8\xff")
    photo = to_bytes(Image.open(PHOTOS[-1]).resize((64, 64)), "JPEG")
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><image href="{url}/a.png" width="9" height="9"/></svg>'
    texts = [
        svg,
        f"ffconcat version 1.0\nfile '{url}/a.jpg'\n",
        "ffconcat version 1.0\nfile /etc/passwd\n",
        f"#EXTM3U\n#EXTINF:1,\n{url}/a.ts\n",
        f"<html><img src='{url}/a.png'></html>",
        f"push graphic-context\nimage over 0,0 0,0 '{url}/x'\n",
        "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj",
        "%!PS-Adobe-3.0 EPSF-3.0\n",
        f"\x00\x00\x00\x18ftypqt  {url}",
    ]
    others = [b"", b"\0", b"GIF89a" + bytes(200), zipped.getvalue(), b"\xff\xd8\xff", b"RIFF\xff\xff\xff\xffWEBPVP8 "]
    polyglots = [
        photo + zipped.getvalue(),
        photo + svg.encode(),
        photo[:-2] + texts[1].encode(),
        b"\xff\xd8\xff" + svg.encode(),
    ]
    bombs = [huge_png(50_000, 50_000, 0)[:400_000], huge_png(12_000, 12_000, 2)]
    return [*(text.encode("latin-1", "replace") for text in texts), *others, *polyglots, *bombs]


def damaged(draw: random.Random) -> Callable[[], bytes]:
    """Return a maker of pictures with something the matter: bytes turned over, cut out, doubled, sizes that lie."""
    photo = Image.open(PHOTOS[-1]).convert("RGB").resize((160, 120))
    exif = Image.Exif()
    exif[0x0112] = 6
    whole = [
        to_bytes(photo, "JPEG", exif=exif),
        to_bytes(photo, "JPEG", progressive=True),
        to_bytes(photo.convert("CMYK"), "JPEG"),
        to_bytes(photo, "PNG"),
        to_bytes(photo.convert("P"), "PNG"),
        to_bytes(photo.convert("RGBA"), "WEBP", lossless=True),
        to_bytes(photo, "WEBP"),
    ]

    def make() -> bytes:
        content = bytearray(draw.choice(whole))
        for _ in range(draw.choice([1, 3, 30, 200])):
            content[draw.randrange(4, len(content))] = draw.randrange(256)
        match draw.randrange(4):
            case 0:
                del content[draw.randrange(20, len(content)) :]
            case 1:
                at = draw.randrange(20, len(content))
                content[at:at] = content[draw.randrange(len(content)) :][:500]
            case 2:
                at = draw.randrange(20, min(400, len(content) - 4))
                content[at : at + 4] = draw.choice([b"\xff\xff\xff\xff", b"\0\0\0\0", b"\x7f\xff\xff\xff"])
        return bytes(content)

    return make


def test_a_thousand_of_them(tmp_path: Path, listener: socket.socket) -> None:
    draw = random.Random(1126)
    make = damaged(draw)
    files = dressed_up(f"http://127.0.0.1:{listener.getsockname()[1]}")
    files += [make() for _ in range(FILES - len(files))]
    folder = tmp_path / "files"
    folder.mkdir()
    for number, content in enumerate(files):
        (folder / f"{number:04}.{draw.choice(['jpg', 'png', 'webp'])}").write_bytes(content)

    became = run_child("video.slideshow.tests.paint_all", [str(folder)], timeout_s=300)

    counts = {name: int(str(count)) for name, count in became.items()}
    assert counts["shown"] + counts["refused"] == FILES
    assert counts["shown"] > 50
    assert counts["refused"] > 300
    assert counts["peak_bytes"] < MOST_BYTES
    with pytest.raises(BlockingIOError):
        listener.accept()
    listener.close()

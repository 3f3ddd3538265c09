"""Look for TikTok's secrets where none may be: a state folder's logs, its database's files, what Valkey wrote down."""

import mmap
import re
from collections.abc import Iterator
from pathlib import Path

# The sandbox's tokens, codes and upload addresses, and nothing shorter: prose holds "act." too.
SECRET = re.compile(
    rb"\b(?:act|rft|clt)\.[\w\-]{40,}"
    rb"|upload_token(?:=|%3D)[\w\-]{20,}"
    rb"|\b[\w\-]{40,}(?:\*|%2A)\d(?:!|%21)\d{4}\.sb"
)
# The sandbox's own folder is TikTok's side of the wire, and media are the person's own files.
LEFT_OUT = ("sandbox", "media")


def find(home: Path) -> list[str]:
    """Return one line a place: the file, and which kind of secret lies in it; never the secret itself."""
    return [f"{path.relative_to(home)}: {kind}" for path in _files(home) for kind in sorted(_kinds(path))]


def _files(home: Path) -> Iterator[Path]:
    for path in sorted(home.rglob("*")):
        if path.relative_to(home).parts[0] not in LEFT_OUT and path.is_file() and path.stat().st_size:
            yield path


def _kinds(path: Path) -> set[str]:
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return {found[0][:4].decode("ascii", "replace") + "…" for found in SECRET.finditer(content)}

"""Tell by a hash whether what a step was made from has changed since it was last done."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path


def of_files(paths: Iterable[Path], *extra: str) -> str:
    """Return one hash for these files' names and contents, and for some words beside them."""
    whole = hashlib.sha256("\0".join(extra).encode())
    for path in sorted(paths):
        whole.update(f"\n{path.name}\0".encode())
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def read_stamp(path: Path) -> dict[str, str]:
    """Return what was noted when the step was last done; nothing if it never was."""
    try:
        stamp: dict[str, str] = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp


def write_stamp(path: Path, stamp: dict[str, str]) -> None:
    """Note that the step was done."""
    draft = path.with_name(path.name + ".new")
    draft.write_text(json.dumps(stamp), "utf-8")
    draft.replace(path)

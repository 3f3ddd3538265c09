"""The ledger: an append-only file of everything that was accepted, one JSON object a line, synced to disk."""

import json
import os
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

INDEX_STEP = 256


def iso_instant(at: float) -> str:
    """Write an instant as ISO 8601 in UTC, to the microsecond."""
    return datetime.fromtimestamp(at, tz=UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def format_entry(seq: int, at: float, event: str, facts: dict[str, object]) -> str:
    """Write one entry as its line, without the line end."""
    return json.dumps({"seq": seq, "at": iso_instant(at), "event": event, **facts}, ensure_ascii=False)


class Ledger:
    """Append to the file and read it back; sequence numbers start at 1 and have no gaps."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
        self._offsets: list[int] = []  # where entries 1, 257, 513, … begin, so that `read` need not start at 0
        self.last_seq = 0
        self._size = 0
        self._take_stock()

    def _take_stock(self) -> None:
        with self._path.open("rb") as file:
            for line in file:
                if not line.endswith(b"\n"):
                    break
                self._note(len(line))
        # A half-written last line was acknowledged to nobody; the store still has its entry.
        os.ftruncate(self._fd, self._size)

    def _note(self, length: int) -> None:
        if self.last_seq % INDEX_STEP == 0:
            self._offsets.append(self._size)
        self.last_seq += 1
        self._size += length

    def append(self, lines: Iterable[str]) -> None:
        """Add the lines and return once they are on the disk."""
        encoded = [line.encode() + b"\n" for line in lines]
        if not encoded:
            return
        block = memoryview(b"".join(encoded))
        while block:
            block = block[os.write(self._fd, block) :]
        os.fsync(self._fd)
        for line in encoded:
            self._note(len(line))

    def read(self, after: int) -> Iterator[dict[str, object]]:
        """Return the entries with a higher sequence number, oldest first."""
        if after >= self.last_seq:
            return
        step = max(after, 0) // INDEX_STEP
        with self._path.open("rb") as file:
            file.seek(self._offsets[step])
            for position, line in enumerate(file, start=step * INDEX_STEP + 1):
                if position > after:
                    yield json.loads(line)

    def close(self) -> None:
        os.close(self._fd)

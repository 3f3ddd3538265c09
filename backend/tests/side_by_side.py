"""
Lets several runs of the suite share it: each takes the next file that none has taken yet.

Each run has stores and a sandbox of its own, so that nothing of one is seen by another. The reading of leaks is never taken:
every run ends with it.
"""

import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

TAKEN = os.environ.get("CARILLON_TESTS_TAKEN")  # the folder in which a file is taken by making a file of its name
LAST = "test_no_secrets_left.py"
# What takes half a minute goes first, so that no run waits for another at the end.
LONG = (
    "test_token_crowd.py",
    "test_protocol_model.py",
    "test_key_rotation.py",
    "test_protocol_machine.py",
    "test_long_uploads.py",
    "test_transcode.py",
    "test_sweep_plan.py",
)


def pytest_runtestloop(session: pytest.Session) -> bool | None:
    """Run what is taken, file by file; without a folder to take from, leave it to pytest's own loop."""
    if TAKEN is None or session.testsfailed or session.config.option.collectonly:
        return None
    share = _take(session.items, Path(TAKEN))
    items = next(share, [])
    while items:
        following = next(share, [])  # a file's fixtures end with its last test only if pytest knows what comes next
        for item, after in zip(items, [*items[1:], following[0] if following else None], strict=True):
            _run(session, item, after)
        items = following
    return True


def _run(session: pytest.Session, item: pytest.Item, after: pytest.Item | None) -> None:
    item.config.hook.pytest_runtest_protocol(item=item, nextitem=after)
    if session.shouldfail:
        raise session.Failed(session.shouldfail)
    if session.shouldstop:
        raise session.Interrupted(session.shouldstop)


def _take(items: list[pytest.Item], folder: Path) -> Iterator[list[pytest.Item]]:
    """Yield the items of one file after the other, of those that this run is the first to ask for."""
    files: dict[Path, list[pytest.Item]] = {}
    for item in items:
        files.setdefault(item.path, []).append(item)
    for path in sorted(files, key=lambda path: (path.name == LAST, path.name not in LONG)):
        if path.name == LAST or _is_free(folder / sha256(os.fsencode(path)).hexdigest()):
            yield files[path]


def _is_free(token: Path) -> bool:
    try:
        token.touch(exist_ok=False)
    except FileExistsError:
        return False
    return True

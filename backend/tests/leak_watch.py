"""
Writes down, while the whole suite runs, everything that could carry a secret out: log records before any masking, errors of
TikTok's with all they hold, task messages and the API's answers. `test_no_secrets_left.py` runs last and reads it.
"""

import inspect
import logging
import re
import tempfile
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import pytest
from celery.signals import before_task_publish

from tiktok import errors

# What the sandbox's tokens, codes and upload addresses look like; long enough that prose and test doubles do not.
SECRET = re.compile(
    rb"\b(?:act|rft|clt)\.[\w\-]{40,}"
    rb"|upload_token(?:=|%3D)[\w\-]{20,}"
    rb"|\b[\w\-]{40,}(?:\*|%2A)\d(?:!|%21)\d{4}\.sb"
)
SINKS = ("log", "error", "task", "answer")


class Watch:
    """One file a sink, in a folder that goes with the run."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="leak-watch-"))
        self._files = {sink: (self.folder / sink).open("ab") for sink in SINKS}
        self.noted = dict.fromkeys(SINKS, 0)

    def note(self, sink: str, content: bytes) -> None:
        self._files[sink].write(content + b"\n")
        self.noted[sink] += 1

    def read(self, sink: str) -> bytes:
        self._files[sink].flush()
        return (self.folder / sink).read_bytes()


class Records(logging.Handler):
    """Note each record as it was meant, with its error, before a formatter can mask anything."""

    def emit(self, record: logging.LogRecord) -> None:
        text = f"{record.getMessage()} {record.args!r}"
        if record.exc_info:
            text += "\n" + logging.Formatter().formatException(record.exc_info)
        watch.note("log", text.encode("utf-8", "backslashreplace"))


def watch_errors() -> None:
    """Have every error of the tree noted when it is made, with everything it holds by then."""
    for _, kind in inspect.getmembers(errors, inspect.isclass):
        if issubclass(kind, errors.TikTokError) and "__init__" in vars(kind):
            kind.__init__ = _noting(kind.__init__)  # type: ignore[method-assign]  # looking on is the point


def _noting(made: Callable[..., None]) -> Callable[..., None]:
    @wraps(made)
    def init(self: errors.TikTokError, *args: Any, **named: Any) -> None:
        made(self, *args, **named)
        watch.note("error", f"{self!r} {self} {vars(self)!r}".encode("utf-8", "backslashreplace"))

    return init


def watch_messages(body: object = None, headers: object = None, **_: object) -> None:
    watch.note("task", f"{body!r} {headers!r}".encode("utf-8", "backslashreplace"))


watch = Watch()


def pytest_configure(config: pytest.Config) -> None:
    logging.getLogger().addHandler(Records(level=logging.DEBUG))
    before_task_publish.connect(watch_messages, weak=False)
    watch_errors()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the reading at the end, after whatever order the others were given."""
    items.sort(key=lambda item: item.path.name == "test_no_secrets_left.py")


__all__ = ["SECRET", "SINKS", "watch"]

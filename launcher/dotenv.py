"""Read NAME=value files: the person's .env and our own secrets.env."""

from collections.abc import Mapping
from pathlib import Path

from launcher.errors import Refusal


def parse(text: str, *, source: str = ".env") -> dict[str, str]:
    """Return the names and values of a file in the usual .env form; nothing is expanded."""
    found: dict[str, str] = {}
    for number, raw in enumerate(text.splitlines(), start=1):
        line = raw.strip().removeprefix("export ").strip()
        if not line or line.startswith("#"):
            continue
        name, equals, value = line.partition("=")
        if not equals or not name.strip().isidentifier():
            raise Refusal(f"Line {number} of {source} is not NAME=value. Correct it or put a # before it.")
        found[name.strip()] = _unquoted(value.strip())
    return found


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] in "'\"" and value[-1] == value[0]:
        return value[1:-1]
    return value.split(" #", 1)[0].rstrip()


def read(path: Path) -> dict[str, str]:
    """Return the file's names and values, or nothing where there is no such file."""
    return parse(path.read_text("utf-8"), source=str(path)) if path.is_file() else {}


def render(values: Mapping[str, str]) -> str:
    """Return the text that `parse` reads back."""
    return "".join(f"{name}={value}\n" for name, value in values.items())

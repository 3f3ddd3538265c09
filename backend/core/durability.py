"""Whether PostgreSQL keeps what it has confirmed, whatever happens to the machine (publishing §2.7)."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error
from django.db import connection

UNSAFE = {"fsync": ("off",), "synchronous_commit": ("off",), "full_page_writes": ("off",)}


def find_forgetful() -> str:
    """Return what to change in the database's settings, as a sentence; empty when it keeps what it confirms."""
    with connection.cursor() as cursor:
        for name, values in UNSAFE.items():
            cursor.execute("SELECT current_setting(%s)", [name])
            row = cursor.fetchone()
            if row and row[0] in values:
                return (
                    f"PostgreSQL runs with {name}={row[0]}: after a crash it may have forgotten that a post went out, "
                    f"and the post would go out twice. Set {name}=on and start again."
                )
    return ""


def check_durability(databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """Django's check, run by `migrate` and by `check --database default`."""
    sentence = find_forgetful() if databases and "default" in databases else ""
    return [Error(sentence, id="core.E001")] if sentence else []

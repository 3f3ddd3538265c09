"""The state in SQLite; every change commits together with the ledger entries that tell of it."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from .ledger import Ledger, format_entry
from .settings import Settings, change_settings
from .upgrades import upgrade

SCHEMA = (Path(__file__).parent / "schema.sql").read_text()

Value = str | int | float | bytes | None


class StoreError(Exception):
    """The state and the ledger do not belong together."""


class Change:
    """One transaction under way."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def run(self, sql: str, values: Sequence[Value] = ()) -> int:
        """Run one statement and return how many rows it touched."""
        return self._connection.execute(sql, values).rowcount

    def record(self, event: str, at: float, **facts: object) -> None:
        """Put an event in the ledger if, and only if, this change commits."""
        cursor = self._connection.execute("INSERT INTO outbox (line) VALUES ('')")
        seq = cursor.lastrowid or 0
        line = format_entry(seq, at, event, facts)
        self._connection.execute("UPDATE outbox SET line = ? WHERE seq = ?", (line, seq))


class Store:
    """
    One connection, used from the event loop only.

    No handler awaits inside a change, so what a handler checked is still true when it writes.
    """

    def __init__(self, path: Path, ledger: Ledger) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.row_factory = sqlite3.Row
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = FULL")
        self._connection.execute("PRAGMA foreign_keys = ON")
        upgrade(self._connection, SCHEMA)
        self._ledger = ledger
        self._settings: Settings | None = None
        self._meet_ledger()

    @contextmanager
    def change(self) -> Iterator[Change]:
        """Commit everything done inside, then bring the ledger up to date; undo all of it on an error."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield Change(self._connection)
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")
        self._empty_outbox()

    def _meet_ledger(self) -> None:
        last = self.row("SELECT seq FROM sqlite_sequence WHERE name = 'outbox'")
        written = self._ledger.last_seq
        if last is None:  # a new state beside an old ledger goes on counting
            self._connection.execute("INSERT INTO sqlite_sequence VALUES ('outbox', ?)", (written,))
            return
        unwritten = len(self.rows("SELECT seq FROM outbox WHERE seq > ?", (written,)))
        if written + unwritten != last["seq"]:
            raise StoreError("The ledger lacks entries that the state knows of. Remove the whole data folder.")
        self._empty_outbox()

    def _empty_outbox(self) -> None:
        # Entries are kept until the next one: whatever moment the process dies at, the file can be completed.
        waiting = self.rows("SELECT line FROM outbox WHERE seq > ? ORDER BY seq", (self._ledger.last_seq,))
        if waiting:
            self._ledger.append(row["line"] for row in waiting)
            self._connection.execute("DELETE FROM outbox WHERE seq < ?", (self._ledger.last_seq,))

    def rows(self, sql: str, values: Sequence[Value] = ()) -> list[sqlite3.Row]:
        return self._connection.execute(sql, values).fetchall()

    def row(self, sql: str, values: Sequence[Value] = ()) -> sqlite3.Row | None:
        found: sqlite3.Row | None = self._connection.execute(sql, values).fetchone()
        return found

    @property
    def settings(self) -> Settings:
        """The knobs as they stand now."""
        if self._settings is None:
            kept = {row["name"]: json.loads(row["value"]) for row in self.rows("SELECT * FROM settings")}
            self._settings = change_settings(Settings(), kept)
        return self._settings

    def save_settings(self, settings: Settings) -> None:
        with self.change() as change:
            for name, value in settings.as_dict().items():
                change.run("INSERT OR REPLACE INTO settings VALUES (?, ?)", (name, json.dumps(value)))
        self._settings = settings

    def close(self) -> None:
        self._connection.close()

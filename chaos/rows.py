"""What our database says: read by the harness itself, not through the product."""

import contextlib
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import psycopg

from chaos.assertions import Event, Row, Session

UNDER_WAY = ("scheduled", "opening", "uploading", "committing", "submitted")


@dataclass(slots=True)
class Database:
    """PostgreSQL at one address; while it is down, the small questions are answered by None or nothing."""

    url: str
    due: dict[str, datetime] = field(default_factory=dict)
    _connection: psycopg.Connection[Any] | None = None

    def ask(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """
        Return the rows of a query.

        :raises psycopg.Error: while the database is away
        """
        if self._connection is None or self._connection.closed:
            self._connection = psycopg.connect(self.url, autocommit=True, connect_timeout=2)
        try:
            found = self._connection.execute(sql, values)
            return found.fetchall() if found.description else []
        except psycopg.Error:
            with contextlib.suppress(psycopg.Error):
                self._connection.close()
            self._connection = None
            raise

    def try_ask(self, sql: str, *values: Any) -> list[tuple[Any, ...]] | None:
        """Return the rows of a query, None while the database is away."""
        try:
            return self.ask(sql, *values)
        except psycopg.Error:
            return None

    def holders(self, state: str) -> set[int] | None:
        """Return the pids of the workers that hold a publication in this state under a lease."""
        sql = "SELECT lease_owner FROM publishing_publication WHERE state = %s AND lease_until > now()"
        rows = self.try_ask(sql, state)
        return None if rows is None else {pid for (owner,) in rows if (pid := pid_of(owner))}

    def held_by(self, pids: set[int]) -> dict[str, int]:
        """Return what these processes hold under a lease, each with its attempt; nothing while the database is away."""
        sql = "SELECT id, attempt, lease_owner FROM publishing_publication WHERE lease_until > now()"
        return {str(key): attempt for key, attempt, owner in self.try_ask(sql) or [] if pid_of(owner) in pids}

    def attempts_of(self, keys: list[str]) -> dict[str, tuple[int, bool]] | None:
        """Return each publication's attempt, and whether it is still under way; None while the database is away."""
        sql = "SELECT id, attempt, state = ANY(%s) FROM publishing_publication WHERE id = ANY(%s::uuid[])"
        rows = self.try_ask(sql, list(UNDER_WAY), keys)
        return None if rows is None else {str(key): (attempt, is_open) for key, attempt, is_open in rows}

    def refreshing(self) -> Counter[str]:
        """Return the accounts whose tokens are being renewed, or were and nobody knows how it went."""
        sql = (
            "SELECT username FROM accounts_accounttoken t JOIN accounts_account a ON a.id = t.account_id "
            "WHERE refresh_started_at IS NOT NULL"
        )
        return Counter(username for (username,) in self.try_ask(sql) or [])

    def count_states(self) -> dict[str, int] | None:
        rows = self.try_ask("SELECT state, count(*) FROM publishing_publication GROUP BY state")
        return None if rows is None else dict(rows)

    def spread_due(self, *, start_s: float, window_s: float, calm_posts: int, calm_s: float) -> None:
        """Give every publication its time: the calm posts first, over `calm_s` from now + `start_s`, then the others."""
        self.ask(
            "WITH ranked AS (SELECT id, row_number() OVER (ORDER BY caption) - 1 AS place, count(*) OVER () AS posts "
            "FROM posts_post), timed AS (SELECT id, CASE WHEN place < %s THEN %s * 2 / 3 * place / greatest(%s, 1) "
            "ELSE %s + %s * (place - %s) / (posts - %s) END AS after FROM ranked) "
            "UPDATE publishing_publication p SET due_at = now() + make_interval(secs => %s + t.after), "
            "next_try_at = now() + make_interval(secs => %s + t.after) FROM timed t WHERE t.id = p.post_id",
            calm_posts, calm_s, calm_posts, calm_s, window_s, calm_posts, calm_posts, start_s, start_s,
        )  # fmt: skip
        self.due = {str(key): at for key, at in self.ask("SELECT id, due_at FROM publishing_publication")}

    def rows(self) -> list[Row]:
        found = self.ask(
            "SELECT p.id, a.username, s.caption, p.state, p.due_at, p.lease_until IS NOT NULL, p.tiktok_post_id, "
            "p.reason_code FROM publishing_publication p JOIN accounts_account a ON a.id = p.account_id "
            "JOIN posts_post s ON s.id = p.post_id ORDER BY s.caption, a.username"
        )
        return [
            Row(str(key), handle, caption, state, self.due.get(str(key), due), has_lease, post_id, reason)
            for key, handle, caption, state, due, has_lease, post_id, reason in found
        ]

    def sessions(self) -> list[Session]:
        found = self.ask(
            "SELECT publication_id, publish_id, closed_at IS NULL, committed_at IS NOT NULL, verdict "
            "FROM publishing_publishhistory"
        )
        return [Session(str(key), *rest) for key, *rest in found]

    def events(self) -> list[Event]:
        found = self.ask("SELECT publication_id, seq, at, from_state, to_state FROM publishing_publicationevent")
        return [Event(str(key), *rest) for key, *rest in found]

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()


def pid_of(owner: str) -> int:
    """Return the process named in who holds a lease (`worker:<host>:<pid>`, maybe with its thread after it); 0 for none."""
    return next((int(word) for word in reversed(owner.split(":")) if word.isdigit()), 0)

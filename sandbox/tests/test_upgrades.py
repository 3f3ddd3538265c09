"""A data folder of an older sandbox opens, and nothing in it is lost."""

import sqlite3
from pathlib import Path

from carillon_sandbox.store import SCHEMA
from carillon_sandbox.upgrades import upgrade

OLD = """
CREATE TABLE accounts (handle TEXT PRIMARY KEY, nickname TEXT NOT NULL);
CREATE TABLE posts (id TEXT PRIMARY KEY, handle TEXT REFERENCES accounts, state TEXT CHECK (state IN ('a', 'b')));
CREATE INDEX posts_of ON posts (handle);
INSERT INTO accounts VALUES ('studio.nord', 'Studio Nord');
INSERT INTO posts VALUES ('1', 'studio.nord', 'a');
"""
NEW = """
CREATE TABLE IF NOT EXISTS accounts (handle TEXT PRIMARY KEY, nickname TEXT NOT NULL, mood TEXT DEFAULT 'calm');
CREATE TABLE IF NOT EXISTS posts (
  id TEXT PRIMARY KEY, handle TEXT REFERENCES accounts, state TEXT CHECK (state IN ('a', 'b', 'c'))
);
CREATE INDEX IF NOT EXISTS posts_of ON posts (handle);
"""


class TestUpgrade:
    def test_keeps_the_rows_and_takes_the_new_shape(self, tmp_path: Path) -> None:
        connection = sqlite3.connect(tmp_path / "state", isolation_level=None)
        connection.executescript(OLD)

        upgrade(connection, NEW)
        upgrade(connection, NEW)

        assert connection.execute("SELECT * FROM accounts").fetchall() == [("studio.nord", "Studio Nord", "calm")]
        connection.execute("UPDATE posts SET state = 'c'")
        assert connection.execute("SELECT * FROM posts").fetchall() == [("1", "studio.nord", "c")]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("SELECT count(*) FROM sqlite_master WHERE type = 'index'").fetchone() == (3,)

    def test_leaves_a_state_of_today_alone(self, tmp_path: Path) -> None:
        connection = sqlite3.connect(tmp_path / "state", isolation_level=None)
        connection.executescript(SCHEMA)
        before = connection.execute("SELECT sql FROM sqlite_master").fetchall()

        upgrade(connection, SCHEMA)

        assert connection.execute("SELECT sql FROM sqlite_master").fetchall() == before

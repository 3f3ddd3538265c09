"""Bring the tables of an older data folder to the shape they have today, rows and all."""

import sqlite3


def upgrade(connection: sqlite3.Connection, schema: str) -> None:
    """
    Create what is missing and rebuild each table that was made by an older schema.

    A rebuilt table keeps the columns that both shapes have; a new column therefore needs a default.
    """
    wanted = _tables(_fresh(schema))
    stale = [name for name, sql in _tables(connection).items() if _shape(sql) != _shape(wanted.get(name, sql))]
    if stale:
        connection.execute("PRAGMA foreign_keys = OFF")  # or dropping the old table would take rows elsewhere along
        connection.execute("BEGIN IMMEDIATE")
        for name in stale:
            _rebuild(connection, name, wanted[name])
        connection.execute("COMMIT")
        connection.execute("PRAGMA foreign_keys = ON")
    connection.executescript(schema)  # the indexes went with the old tables


def _fresh(schema: str) -> sqlite3.Connection:
    empty = sqlite3.connect(":memory:")
    empty.executescript(schema)
    return empty


def _tables(connection: sqlite3.Connection) -> dict[str, str]:
    sql = "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    return {str(name): str(text) for name, text in connection.execute(sql).fetchall()}


def _shape(sql: str) -> str:
    return sql.partition("(")[2]  # what stands before it is the name, which a rebuilt table has in quotes


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [str(row[1]) for row in connection.execute(f"PRAGMA table_info({table})")]


def _rebuild(connection: sqlite3.Connection, name: str, sql: str) -> None:
    connection.execute(f"CREATE TABLE new_{name} ({_shape(sql)}")
    kept = set(_columns(connection, name))
    shared = ", ".join(column for column in _columns(connection, f"new_{name}") if column in kept)
    connection.execute(f"INSERT INTO new_{name} ({shared}) SELECT {shared} FROM {name}")  # noqa: S608  our own names
    connection.execute(f"DROP TABLE {name}")
    connection.execute(f"ALTER TABLE new_{name} RENAME TO {name}")

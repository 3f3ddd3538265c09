"""A backup holds the whole database, nobody else can read it, and putting it back is all or nothing."""

import stat
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from launcher import backup, environment, instance, temporary
from launcher.environment import Settings, Sockets
from launcher.errors import Refusal
from launcher.steps import Context

WORDS = "a caption\nCREATE SCHEMA public;\n\twith a tab"


@pytest.fixture
def folder(context: Context, settings: Settings) -> Iterator[Sockets]:
    with temporary.stores(context, settings) as (_, sockets):
        yield sockets


def ask(settings: Settings, folder: Sockets, sql: str, *values: object) -> list[tuple[object, ...]]:
    url = environment.database_url(settings, folder)
    with psycopg.connect(url, autocommit=True) as connection:
        found = connection.execute(sql, values)
        return found.fetchall() if found.description else []


class TestBackup:
    def test_brings_everything_back_and_forgets_what_came_after(
        self, settings: Settings, folder: Sockets, tmp_path: Path
    ) -> None:
        ask(settings, folder, "CREATE TABLE kept (n int PRIMARY KEY, words text)")
        ask(settings, folder, "INSERT INTO kept VALUES (1, %s)", WORDS)
        file = tmp_path / "one.dump"
        backup.dump(settings, folder, file)
        for statement in ("INSERT INTO kept VALUES (2, '')", "CREATE TABLE later (n int)"):
            ask(settings, folder, statement)

        for _ in range(2):  # a database that was put back can be kept, and put back, again
            backup.put_back(settings, folder, file)
            assert ask(settings, folder, "SELECT * FROM kept") == [(1, WORDS)]
            assert ask(settings, folder, "SELECT to_regclass('later')") == [(None,)]
            file = tmp_path / "two.dump"
            backup.dump(settings, folder, file)

    def test_is_for_its_owner_alone_and_there_as_a_whole(
        self, settings: Settings, folder: Sockets, tmp_path: Path
    ) -> None:
        file = tmp_path / "one.dump"

        backup.dump(settings, folder, file)

        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert [path for path in tmp_path.iterdir() if path.name != "said.txt"] == [file]

    def test_of_a_database_that_is_not_there_leaves_no_file(self, settings: Settings, tmp_path: Path) -> None:
        with pytest.raises(Refusal, match="pg_dump did not succeed"):
            backup.dump(settings, Sockets(tmp_path / "nowhere"), tmp_path / "one.dump")

        assert [path for path in tmp_path.iterdir() if path.name != "said.txt"] == []


class TestRestore:
    @pytest.mark.parametrize("cut", [0, 300, -3_000])
    def test_of_a_broken_file_changes_nothing(
        self, cut: int, settings: Settings, folder: Sockets, tmp_path: Path
    ) -> None:
        ask(settings, folder, "CREATE TABLE kept AS SELECT n, md5(n::text) FROM generate_series(1, 500) n")
        file = tmp_path / "one.dump"
        backup.dump(settings, folder, file)
        whole = file.read_bytes()
        file.write_bytes(whole[:cut])
        ask(settings, folder, "INSERT INTO kept VALUES (501, '')")

        with pytest.raises(Refusal, match="did not succeed"):
            backup.put_back(settings, folder, file)

        assert ask(settings, folder, "SELECT count(*) FROM kept") == [(501,)]

    def test_is_refused_while_carillon_runs(self, context: Context, tmp_path: Path) -> None:
        file = tmp_path / "one.dump"
        file.write_bytes(b"")
        with instance.hold(context.layout), pytest.raises(Refusal, match="Stop it first"):
            backup.restore(context, file, yes=True)

    def test_asks_first(self, context: Context, tmp_path: Path) -> None:
        file = tmp_path / "one.dump"
        file.write_bytes(b"")
        with pytest.raises(Refusal, match="asks first"):
            backup.restore(context, file, yes=False)

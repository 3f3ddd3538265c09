import os
import shutil
import signal
from dataclasses import replace
from pathlib import Path

import psutil
import psycopg
import pytest
import redis

from launcher import environment, keys, postgres, postgres_user, sockets, temporary
from launcher.environment import Settings, Sockets
from launcher.errors import Refusal
from launcher.postgres_user import RunAs
from launcher.steps import Context
from launcher.tests.helpers import look_until, pid_of


def connect(settings: Settings, folder: Sockets) -> psycopg.Connection[tuple[object, ...]]:
    return psycopg.connect(environment.database_url(settings, folder), autocommit=True)


def valkey(settings: Settings, folder: Sockets, password: str | None = None) -> "redis.Redis":
    return redis.Redis(unix_socket_path=str(folder.valkey), password=password or settings.secrets["VALKEY_PASSWORD"])


class TestPostgres:
    def test_opens_with_its_password_and_with_no_other(self, context: Context, settings: Settings) -> None:
        with temporary.stores(context, settings) as (_, folder):
            with connect(settings, folder) as connection:
                assert connection.execute("SELECT current_user, current_database()").fetchone() == (
                    "carillon",
                    "carillon",
                )
            stranger = replace(settings, secrets={**settings.secrets, "POSTGRES_PASSWORD": "guess"})
            with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
                connect(stranger, folder)

    def test_takes_no_connection_from_a_network(self, context: Context, settings: Settings) -> None:
        with temporary.stores(context, settings) as (_, folder), connect(settings, folder) as connection:
            told = {str(name): value for name, value in connection.execute("SELECT name, setting FROM pg_settings")}

        assert told["listen_addresses"] == ""
        assert told["unix_socket_permissions"] == "0700"
        assert (told["fsync"], told["synchronous_commit"]) == ("on", "on")
        assert told["password_encryption"] == "scram-sha-256"
        assert int(str(told["shared_buffers"])) == postgres.cache_mib() * 128  # pages of 8 KiB

    @pytest.mark.parametrize(("gib", "mib"), [(1, 128), (4, 256), (64, 1_024)])
    def test_keeps_a_share_of_the_memory_for_pages(self, monkeypatch: pytest.MonkeyPatch, gib: int, mib: int) -> None:
        monkeypatch.setattr(os, "sysconf", {"SC_PHYS_PAGES": gib << 18, "SC_PAGE_SIZE": 4_096}.__getitem__)

        assert postgres.cache_mib() == mib

    def test_knows_letters_beyond_ascii_and_can_make_test_databases(self, context: Context, settings: Settings) -> None:
        with temporary.stores(context, settings) as (_, folder), connect(settings, folder) as connection:
            assert connection.execute("SELECT lower('ÅÉÏ')").fetchone() == ("åéï",)
            connection.execute("CREATE DATABASE test_carillon")

    def test_keeps_what_was_committed_when_it_is_killed_and_comes_back(
        self, context: Context, settings: Settings
    ) -> None:
        with temporary.stores(context, settings) as (supervisor, folder):
            with connect(settings, folder) as connection:
                connection.execute("CREATE TABLE kept (n int)")
                connection.execute("INSERT INTO kept VALUES (1), (2)")
            os.kill(pid_of(supervisor, "postgres"), signal.SIGKILL)
            look_until(supervisor, lambda: supervisor.all["postgres"].restarts == 1)
            look_until(supervisor, lambda: supervisor.all["postgres"].is_well)
            with connect(settings, folder) as connection:
                assert connection.execute("SELECT sum(n) FROM kept").fetchone() == (3,)

    def test_starts_beside_the_traces_of_one_that_was_killed(self, context: Context, settings: Settings) -> None:
        with temporary.stores(context, settings):
            pass
        data = postgres.data_folder(settings)
        stale = f"{os.getpid()}\n{data}\n1\n5432\n{settings.layout.run}\n\n  0 0\nready\n"
        (data / "postmaster.pid").write_text(stale)

        with temporary.stores(context, settings) as (_, folder), connect(settings, folder) as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)

    def test_a_first_start_that_was_interrupted_is_simply_done_again(
        self, context: Context, settings: Settings
    ) -> None:
        half = settings.layout.home / "postgres.new"
        half.mkdir()
        (half / "PG_VERSION").write_text("18\n")

        with temporary.stores(context, settings) as (_, folder), connect(settings, folder) as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)

    def test_data_of_another_major_version_is_refused(self, settings: Settings, layout: object) -> None:
        data = postgres.data_folder(settings)
        data.mkdir()
        (data / "PG_VERSION").write_text("9\n")

        with pytest.raises(Refusal, match="written by PostgreSQL 9, and this Carillon brings PostgreSQL 18"):
            postgres.units(settings, Sockets(settings.layout.run))


class TestPostgresUser:
    def test_without_a_way_to_run_it_as_root_a_real_one_is_asked_for(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(os, "geteuid", lambda: 0)
        monkeypatch.setattr(postgres_user, "namespace_works", lambda: False)

        with pytest.raises(Refusal, match=r"does not run as root.*DATABASE_URL"):
            postgres_user.run_as(Path("/nowhere/postgres"))

    @pytest.mark.skipif(os.geteuid() != 0, reason="only root can become nobody")
    def test_where_namespaces_are_forbidden_root_uses_nobody(
        self, context: Context, settings: Settings, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(postgres_user, "namespace_works", lambda: False)
        who = _run_as_or_skip(settings)

        with temporary.stores(context, settings) as (supervisor, folder), connect(settings, folder) as connection:
            assert psutil.Process(pid_of(supervisor, "postgres")).uids().real == who.user
            assert connection.execute("SELECT 1").fetchone() == (1,)


def _run_as_or_skip(settings: Settings) -> RunAs:
    try:
        return postgres_user.run_as(postgres.binaries(settings) / "postgres")
    except Refusal:
        pytest.skip("nobody cannot reach this checkout")


class TestValkey:
    def test_opens_with_its_password_and_with_no_other(self, context: Context, settings: Settings) -> None:
        with temporary.stores(context, settings) as (_, folder):
            with valkey(settings, folder) as client:
                assert client.ping()
            with valkey(settings, folder, "guess") as client, pytest.raises(redis.AuthenticationError):
                client.ping()

    def test_keeps_what_it_was_told_over_a_restart(self, context: Context, settings: Settings) -> None:
        with temporary.stores(context, settings) as (_, folder), valkey(settings, folder) as client:
            client.set("kept", "1")

        with temporary.stores(context, settings) as (_, folder), valkey(settings, folder) as client:
            assert client.get("kept") == b"1"

    def test_comes_back_after_it_is_killed(self, context: Context, settings: Settings) -> None:
        with temporary.stores(context, settings) as (supervisor, folder):
            os.kill(pid_of(supervisor, "valkey"), signal.SIGKILL)
            look_until(supervisor, lambda: supervisor.all["valkey"].restarts == 1)
            look_until(supervisor, lambda: supervisor.all["valkey"].is_well)
            with valkey(settings, folder) as client:
                assert client.ping()


class TestBoth:
    def test_no_password_stands_in_a_process_list(self, context: Context, settings: Settings) -> None:
        with temporary.stores(context, settings):
            listed = " ".join(word for one in psutil.process_iter(["cmdline"]) for word in one.info["cmdline"] or [])

        assert not [name for name, value in settings.secrets.items() if value in listed]

    def test_a_real_store_switches_the_embedded_one_off(self, settings: Settings, context: Context) -> None:
        real = replace(settings, given={"DATABASE_URL": "postgresql://real/db"})

        with temporary.stores(context, real) as (supervisor, _):
            assert list(supervisor.all) == ["valkey"]

    def test_a_path_too_long_for_sockets_gets_a_private_short_one(self, context: Context, settings: Settings) -> None:
        deep = settings.layout.home / ("deep " * 30).strip()
        layout = replace(settings.layout, home=deep)
        layout.prepare()
        far = Settings(layout=layout, given={}, secrets=keys.load(layout), ports=settings.ports)

        with temporary.stores(context, far) as (_, folder):
            assert folder.folder.parent == Path("/tmp")
            assert folder.folder.stat().st_mode & 0o777 == 0o700
            with connect(far, folder) as connection, valkey(far, folder) as client:
                assert connection.execute("SELECT 1").fetchone() == (1,)
                assert client.ping()

        assert not folder.folder.exists()
        shutil.rmtree(deep)

    def test_a_folder_with_a_space_and_a_quote_works(self, context: Context, settings: Settings) -> None:
        layout = replace(settings.layout, home=settings.layout.home / 'my "data"')
        layout.prepare()
        odd = Settings(layout=layout, given={}, secrets=keys.load(layout), ports=settings.ports)

        with temporary.stores(context, odd) as (_, folder):
            assert sockets.fits(folder.folder)
            with connect(odd, folder) as connection, valkey(odd, folder) as client:
                assert connection.execute("SELECT 1").fetchone() == (1,)
                assert client.ping()

    def test_leave_no_process_when_they_stop(self, context: Context, settings: Settings) -> None:
        with temporary.stores(context, settings):
            assert _processes_of(settings.layout.home)

        assert not _processes_of(settings.layout.home)


def _processes_of(folder: Path) -> list[int]:
    mine = psutil.Process().children(recursive=True)
    return [process.pid for process in mine if any(str(folder) in word for word in process.cmdline())]

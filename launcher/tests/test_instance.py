import os
import subprocess
import sys
from pathlib import Path

import pytest

from launcher import commands, instance
from launcher.environment import Settings
from launcher.errors import Refusal
from launcher.paths import ROOT, Layout
from launcher.steps import Context
from launcher.supervisor import Supervisor
from launcher.tests.helpers import wait_for

HOLDER = (
    "import signal, sys, time; from pathlib import Path; from launcher import instance; "
    "from launcher.paths import Layout, ROOT\n"
    "with instance.hold(Layout(ROOT, Path(sys.argv[1]))):\n"
    "    signal.signal(signal.SIGTERM, lambda *_: sys.exit())\n"
    "    time.sleep(60)\n"
)


def launcher(layout: Layout, *words: str) -> "subprocess.CompletedProcess[str]":
    env = {**os.environ, "CARILLON_HOME": str(layout.home)}
    argv = [sys.executable, "-m", "launcher", *words]
    return subprocess.run(
        argv, cwd=ROOT, env=env, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
    )


class TestOneInstance:
    def test_a_second_is_told_where_the_first_one_runs(self, context: Context, settings: Settings) -> None:
        layout = context.layout
        with instance.hold(layout):
            instance.write_status(
                layout, Supervisor(context, []), url="http://localhost:4100", sockets=layout.run, port=4100
            )

            done = launcher(layout, "up")

        expected = f"Carillon is already running at http://localhost:4100 (pid {os.getpid()}). To stop it: make down\n"
        assert (done.returncode, done.stdout) == (1, expected)

    def test_a_second_while_the_first_one_starts_is_told_that(self, layout: Layout) -> None:
        with instance.hold(layout), pytest.raises(Refusal, match="already being started"), instance.hold(layout):
            pass

    def test_the_folder_is_free_again_when_its_holder_was_killed(self, layout: Layout, context: Context) -> None:
        holder = context.spawner.start(
            [sys.executable, "-c", HOLDER, str(layout.home)], cwd=ROOT, env={}, log=layout.log("holder")
        )
        wait_for(lambda: instance.running_pid(layout) == holder.pid)

        holder.kill()
        wait_for(lambda: holder.poll() is not None)

        wait_for(lambda: instance.running_pid(layout) is None)
        with instance.hold(layout):
            assert instance.running_pid(layout) == os.getpid()

    def test_a_pid_that_was_left_behind_is_not_believed(self, layout: Layout) -> None:
        (layout.run / "lock").write_text("1")

        assert instance.running_pid(layout) is None
        assert launcher(layout, "down").stdout == "Carillon is not running.\n"

    def test_looking_at_an_installation_that_never_ran_changes_nothing(self, tmp_path: Path) -> None:
        away = Layout(ROOT, tmp_path / "away")

        assert launcher(away, "status").stdout == "Carillon is not running.\n"
        assert not away.home.exists()


class TestDown:
    def test_stops_the_holder(self, layout: Layout, context: Context, said: Path) -> None:
        holder = context.spawner.start(
            [sys.executable, "-c", HOLDER, str(layout.home)], cwd=ROOT, env={}, log=layout.log("holder")
        )
        wait_for(lambda: instance.running_pid(layout) == holder.pid)

        commands.down(context)

        assert "Carillon has stopped" in said.read_text("utf-8")
        wait_for(lambda: holder.poll() is not None)


class TestReset:
    def test_removes_all_state_and_nothing_else(self, layout: Layout, context: Context, settings: Settings) -> None:
        (layout.home / "postgres").mkdir()
        (layout.home / "beat-schedule.db").touch()
        (layout.home / "notes.txt").write_text("a person's own")

        commands.reset(context, yes=True)

        assert [path.name for path in layout.home.iterdir()] == ["notes.txt"]

    def test_asks_first_and_refuses_where_nobody_can_answer(
        self, layout: Layout, settings: Settings, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delenv("CI", raising=False)

        done = launcher(layout, "reset")

        assert done.returncode == 1
        assert "make reset YES=1" in done.stdout
        assert (layout.home / "secrets.env").exists()

    def test_leaves_a_folder_that_was_ours_alone(self, layout: Layout, context: Context, settings: Settings) -> None:
        commands.reset(context, yes=True)

        assert not layout.home.exists()
        layout.home.mkdir()


class TestLogs:
    def test_of_an_unknown_name_lists_the_known_ones(self, layout: Layout, context: Context) -> None:
        layout.log("api").write_text("hello\n")

        with pytest.raises(Refusal, match=r"no log named apo\. There are: api"):
            commands.logs(context, "apo", follow=False)

import os
import signal
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from launcher.errors import Refusal, StopAskedError
from launcher.steps import Context
from launcher.supervisor import Supervisor
from launcher.tests.helpers import STUBBORN, group_exists, look_until, pid_of, wait_for
from launcher.units import Unit

MakeUnit = Callable[..., Unit]
SLEEP = "import time; time.sleep(600)"


class TestStart:
    def test_a_unit_waits_for_what_it_needs(self, context: Context, make_unit: MakeUnit, layout: object) -> None:
        order: list[str] = []
        units = [
            make_unit("web", SLEEP, needs=("api",), before=lambda: order.append("web")),
            make_unit("api", SLEEP, needs=("migrate",), before=lambda: order.append("api")),
            make_unit("migrate", "print('done')", ready=None, after=lambda: order.append("migrated")),
        ]
        supervisor = Supervisor(context, units)

        supervisor.start()
        supervisor.stop()

        assert order == ["migrated", "api", "web"]

    def test_a_need_that_is_not_among_the_units_is_met(self, context: Context, make_unit: MakeUnit) -> None:
        supervisor = Supervisor(context, [make_unit("api", SLEEP, needs=("postgres",))])

        supervisor.start()
        supervisor.stop()

    def test_a_failed_one_is_told_with_the_end_of_its_log(self, context: Context, make_unit: MakeUnit) -> None:
        unit = make_unit("api", "print('the reason'); raise SystemExit(3)", ready=lambda _pid: False)
        supervisor = Supervisor(context, [unit])

        with pytest.raises(Refusal) as refused:
            supervisor.start()

        assert "Starting api failed." in refused.value.text()
        assert "the reason" in refused.value.text()
        assert str(context.layout.log("api")) in refused.value.text()

    def test_one_that_cannot_be_started_at_all_is_told(self, context: Context, make_unit: MakeUnit) -> None:
        unit = replace(make_unit("web", SLEEP), argv=["/no/such/node"])

        with pytest.raises(Refusal, match=r"Starting web failed: .*/no/such/node"):
            Supervisor(context, [unit]).start()

    def test_one_that_never_gets_well_is_told_too(self, context: Context, make_unit: MakeUnit) -> None:
        supervisor = Supervisor(context, [make_unit("api", SLEEP, ready=lambda _pid: False, start_limit_s=0.3)])

        with pytest.raises(Refusal, match="Starting api took longer than"):
            supervisor.start()
        supervisor.stop()

    def test_one_that_may_need_several_tries_gets_them(self, context: Context, make_unit: MakeUnit) -> None:
        code = "import pathlib, time\np = pathlib.Path('tried')\nif not p.exists(): p.touch(); raise SystemExit(1)\n"
        ready = context.layout.home / "up"
        unit = make_unit(
            "postgres",
            code + "pathlib.Path('up').touch(); time.sleep(600)",
            ready=lambda _pid: ready.exists(),
            start_tries_s=10,
        )
        supervisor = Supervisor(context, [unit])

        supervisor.start()
        supervisor.stop()

    def test_is_left_when_someone_asks_to_stop(self, context: Context, make_unit: MakeUnit) -> None:
        supervisor = Supervisor(context, [make_unit("api", SLEEP, ready=lambda _pid: False)])
        context.stop.times = 1

        with pytest.raises(StopAskedError):
            supervisor.start()


class TestCrash:
    def test_a_service_that_dies_is_started_again_and_that_is_said(
        self, context: Context, make_unit: MakeUnit, said: Path
    ) -> None:
        supervisor = Supervisor(context, [make_unit("api", SLEEP)])
        supervisor.start()
        first = pid_of(supervisor, "api")

        os.kill(first, signal.SIGKILL)
        look_until(supervisor, lambda: supervisor.all["api"].is_well and pid_of(supervisor, "api") != first)
        supervisor.stop()

        assert supervisor.all["api"].restarts == 1
        assert "api stopped by itself; it is started again in 1 s" in said.read_text("utf-8")
        assert "api runs again." in said.read_text("utf-8")

    def test_one_whose_program_is_gone_is_tried_again_later(
        self, context: Context, make_unit: MakeUnit, said: Path
    ) -> None:
        gone: list[OSError] = []

        def before() -> None:
            if gone:
                raise gone.pop()

        supervisor = Supervisor(context, [make_unit("api", SLEEP, before=before)])
        supervisor.start()
        gone.append(OSError(28, "No space left on device"))

        os.kill(pid_of(supervisor, "api"), signal.SIGKILL)
        look_until(supervisor, lambda: supervisor.all["api"].restarts == 2)
        look_until(supervisor, lambda: supervisor.all["api"].is_well)
        supervisor.stop()

        assert "api runs again." in said.read_text("utf-8")

    def test_pauses_grow_while_it_keeps_dying(self, context: Context, make_unit: MakeUnit, said: Path) -> None:
        supervisor = Supervisor(context, [make_unit("api", SLEEP)])
        supervisor.start()

        for _ in range(2):
            os.kill(pid_of(supervisor, "api"), signal.SIGKILL)
            look_until(supervisor, lambda: not supervisor.all["api"].is_well)
            look_until(supervisor, lambda: supervisor.all["api"].is_well)
        supervisor.stop()

        assert "again in 2 s" in said.read_text("utf-8")


class TestStop:
    def test_a_stubborn_child_and_its_own_children_are_killed_within_the_limit(
        self, context: Context, make_unit: MakeUnit
    ) -> None:
        up = context.layout.home / "up"
        unit = make_unit("stubborn", STUBBORN, ready=lambda _pid: up.exists(), stop=((signal.SIGTERM, 30.0),))
        supervisor = Supervisor(context, [unit])
        supervisor.start()
        pid, began = pid_of(supervisor, "stubborn"), time.monotonic()

        supervisor.stop(limit_s=1.0)

        assert time.monotonic() - began < 2.0
        wait_for(lambda: not group_exists(pid))

    def test_what_is_needed_by_others_stops_after_them(self, context: Context, make_unit: MakeUnit) -> None:
        code = (
            "import pathlib, signal, sys, time\n"
            "def end(*_):\n"
            "    time.sleep({pause}); pathlib.Path('ended').open('a').write('{name} '); sys.exit()\n"
            "signal.signal(signal.SIGTERM, end); pathlib.Path('{name}').touch(); time.sleep(600)\n"
        )
        home = context.layout.home

        def service(name: str, pause: float, *needs: str) -> Unit:
            mark = home / name
            return make_unit(name, code.format(name=name, pause=pause), needs=needs, ready=lambda _pid: mark.exists())

        supervisor = Supervisor(context, [service("db", 0), service("api", 0.2, "db"), service("web", 0.3, "api")])
        supervisor.start()

        supervisor.stop()

        assert (home / "ended").read_text() == "web api db "

    def test_children_left_by_a_service_that_ended_are_killed(self, context: Context, make_unit: MakeUnit) -> None:
        code = "import os, time\nif os.fork() == 0: time.sleep(600)\ntime.sleep(0.2)"
        supervisor = Supervisor(context, [make_unit("job", code, ready=None)])

        supervisor.start()

        wait_for(lambda: not group_exists(pid_of(supervisor, "job")))

import os
import signal
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from chaos.stage import Stage, children_of, freeze, is_stopped
from launcher import health
from launcher.errors import Refusal
from launcher.paths import layout
from launcher.steps import Context
from launcher.units import Unit


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    context = Context(replace(layout(tmp_path), home=tmp_path))
    stage = Stage(context)
    yield stage
    stage.stop()
    context.spawner.close()


def sleeper(tmp_path: Path, code: str = "") -> Unit:
    ready = tmp_path / "ready"
    text = f"import pathlib, time; pathlib.Path({str(ready)!r}).touch(); {code or 'time.sleep(60)'}"
    argv = [sys.executable, "-c", text]
    return Unit(
        "sleeper", "A sleeper", argv, tmp_path, os.environ, ready=health.file(ready), before=lambda: ready.unlink(True)
    )


class TestStage:
    def test_who_is_killed_comes_back_at_once(self, stage: Stage, tmp_path: Path) -> None:
        stage.start(sleeper(tmp_path))
        first = stage.actors["sleeper"].pid

        assert stage.kill("sleeper")
        stage.pause(1.0)

        assert stage.actors["sleeper"].pid not in (0, first)

    def test_nobody_is_left_at_the_end(self, stage: Stage, tmp_path: Path) -> None:
        stage.start(sleeper(tmp_path))
        pid = stage.actors["sleeper"].pid

        stage.stop()

        assert not Path(f"/proc/{pid}/exe").exists()

    def test_a_job_that_fails_is_told(self, stage: Stage, tmp_path: Path) -> None:
        job = Unit("job", "A job", [sys.executable, "-c", "raise SystemExit(3)"], tmp_path, os.environ)

        with pytest.raises(Refusal, match="A job failed"):
            stage.run_job(job)

    def test_a_frozen_process_stands_still(self, stage: Stage, tmp_path: Path) -> None:
        stage.start(sleeper(tmp_path))
        pid = stage.actors["sleeper"].pid

        freeze(pid)
        stopped = is_stopped(pid)
        os.kill(pid, signal.SIGCONT)
        time.sleep(0.05)

        assert (stopped, is_stopped(pid)) == (True, False)

    def test_children_are_found(self, stage: Stage, tmp_path: Path) -> None:
        code = "import subprocess; subprocess.run(['sleep', '60'])"
        stage.start(sleeper(tmp_path, code))
        stage.pause(0.5)

        assert len(children_of(stage.actors["sleeper"].pid)) == 1

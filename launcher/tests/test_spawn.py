import os
import signal
import sys
from pathlib import Path

from launcher.spawn import last_lines, rotate_log
from launcher.steps import Context
from launcher.tests.helpers import STUBBORN, group_exists, wait_for


class TestKilledSupervisor:
    def test_leaves_no_process(self, context: Context) -> None:
        home = context.layout.home
        script = (
            "import signal, sys, time\nfrom pathlib import Path\nfrom launcher.spawn import Spawner\n"
            f"home = Path({str(home)!r})\n"
            "spawner = Spawner()\n"
            f"child = spawner.start([sys.executable, '-c', {STUBBORN!r}], cwd=home, env={{}}, log=home / 'log')\n"
            "(home / 'pid.new').write_text(str(child.pid)); (home / 'pid.new').rename(home / 'pid')\n"
            "time.sleep(600)\n"
        )
        outer = context.spawner.start(
            [sys.executable, "-c", script], cwd=context.layout.root, env={}, log=home / "outer.log"
        )
        wait_for((home / "pid").exists)
        wait_for((home / "up").exists)
        pid = int((home / "pid").read_text())

        os.kill(outer.pid, signal.SIGKILL)

        wait_for(lambda: not group_exists(pid), limit_s=8.0)
        assert outer.poll() is None or outer.poll() == -signal.SIGKILL


class TestLogs:
    def test_one_that_has_grown_is_put_aside_and_the_oldest_dropped(self, tmp_path: Path) -> None:
        log = tmp_path / "api.log"
        for text in ("first", "second", "third", "fourth"):
            log.write_text(text)
            rotate_log(log, limit=3)

        assert sorted(path.name for path in tmp_path.iterdir()) == ["api.log.1", "api.log.2"]
        assert (tmp_path / "api.log.1").read_text() == "fourth"

    def test_one_below_the_limit_is_added_to(self, tmp_path: Path) -> None:
        log = tmp_path / "api.log"
        log.write_text("short")

        rotate_log(log)

        assert log.read_text() == "short"

    def test_only_the_end_is_shown(self, tmp_path: Path) -> None:
        log = tmp_path / "api.log"
        log.write_text("\n".join(str(number) for number in range(100_000)))

        assert last_lines(log, 2) == ("99998", "99999")
        assert last_lines(tmp_path / "none.log") == ()

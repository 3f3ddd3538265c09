import os
import shutil
import sys
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from launcher import fingerprint, install, preflight
from launcher.errors import Refusal, StopAskedError
from launcher.paths import ROOT, Layout
from launcher.steps import Context, explain, run_step


@pytest.fixture
def checkout(context: Context, tmp_path: Path) -> Context:
    """A checkout with nothing installed."""
    for name in ("requirements.lock", "requirements-dev.lock"):
        shutil.copy(ROOT / name, tmp_path / name)
    return replace(context, layout=Layout(root=tmp_path, home=context.layout.home))


class TestPythonPackages:
    def test_an_unchanged_lock_costs_nothing(self, checkout: Context, monkeypatch: pytest.MonkeyPatch) -> None:
        layout = checkout.layout
        (layout.venv / "bin").mkdir(parents=True)
        layout.python.touch()
        stamp = install._wanted_stamp(layout, dev=False)
        fingerprint.write_stamp(layout.venv / install.STAMP, stamp)
        monkeypatch.setattr(install, "_ensure_uv", lambda _context: pytest.fail("nothing is to be installed"))

        install.install_python(checkout, dev=False)

    def test_the_tools_for_tests_stay_once_they_are_there(self, checkout: Context) -> None:
        layout = checkout.layout
        (layout.venv / "bin").mkdir(parents=True)
        fingerprint.write_stamp(layout.venv / install.STAMP, install._wanted_stamp(layout, dev=True))

        assert install._has_dev_tools(layout)
        assert install._wanted_stamp(layout, dev=True) != install._wanted_stamp(layout, dev=False)

    def test_a_changed_lock_is_noticed(self, checkout: Context) -> None:
        before = install._wanted_stamp(checkout.layout, dev=False)
        with (checkout.layout.root / "requirements.lock").open("a") as lock:
            lock.write("more==1\n")

        assert install._wanted_stamp(checkout.layout, dev=False) != before

    def test_a_moved_checkout_is_noticed(self, checkout: Context, tmp_path: Path) -> None:
        moved = tmp_path / "moved"
        moved.mkdir()
        shutil.copy(ROOT / "requirements.lock", moved)

        assert install._wanted_stamp(replace(checkout.layout, root=moved), dev=False) != install._wanted_stamp(
            checkout.layout, dev=False
        )

    def test_without_a_network_one_sentence_and_the_log(
        self, checkout: Context, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PIP_NO_INDEX", "1")
        monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
        monkeypatch.setenv("PIP_FIND_LINKS", "")

        with pytest.raises(Refusal, match="could not be downloaded") as refused:
            install.install_python(checkout, dev=False)

        assert refused.value.log == checkout.layout.log("install-uv")
        assert "The whole log:" in refused.value.text()

    def test_a_full_disk_is_refused_before_the_first_step(
        self, checkout: Context, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(preflight, "INSTALL_NEEDS", 2**60)
        monkeypatch.setattr(install, "_ensure_uv", lambda _context: pytest.fail("nothing may be installed"))

        with pytest.raises(Refusal, match="are needed"):
            install.install_python(checkout, dev=False)


class TestExplain:
    @pytest.mark.parametrize(
        ("text", "sentence"),
        [
            ("OSError: [Errno 28] No space left on device", "the disk is full"),
            ("npm error code ENOSPC", "the disk is full"),
            ("error: dns error: failed to lookup address information", "could not be downloaded"),
            ("npm error code ENOTFOUND", "could not be downloaded"),
            ("something else", "Installing failed."),
        ],
    )
    def test_a_known_cause_is_one_sentence(self, tmp_path: Path, text: str, sentence: str) -> None:
        log = tmp_path / "install.log"
        log.write_text(text + "\n")

        assert sentence in explain("Installing", log, downloads=True).text()
        assert str(log) in explain("Installing", log, downloads=True).text()

    def test_a_program_of_ours_is_not_excused_by_the_network(self, tmp_path: Path) -> None:
        log = tmp_path / "migrate.log"
        log.write_text("Connection refused\n")

        assert explain("Migrating", log, downloads=False).sentence == "Migrating failed."


class TestRunStep:
    def test_stops_its_command_when_someone_asks_to(self, context: Context) -> None:
        context.stop.times = 1

        with pytest.raises(StopAskedError):
            run_step(
                context,
                title="Sleeping",
                argv=[sys.executable, "-c", "import time; time.sleep(600)"],
                cwd=ROOT,
                env={},
                log=context.layout.log("sleep"),
            )

        assert not [one for one in psutil.Process().children() if "time.sleep(600)" in " ".join(one.cmdline())]

    def test_a_missing_program_is_named(self, context: Context) -> None:
        with pytest.raises(Refusal, match="/no/such/program is not there"):
            run_step(
                context,
                title="Running",
                argv=["/no/such/program"],
                cwd=ROOT,
                env={},
                log=context.layout.log("none"),
            )

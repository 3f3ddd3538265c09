from pathlib import Path

import pytest

from launcher import preflight
from launcher.errors import Refusal


class TestBeforeTheFirstStep:
    def test_a_python_without_venv_is_refused_with_the_package_to_install(self) -> None:
        with pytest.raises(Refusal, match=r"lacks its ensurepip module.*apt install python3-venv"):
            preflight.require_venv(lambda name: name != "ensurepip")

    def test_a_python_with_venv_is_fine(self) -> None:
        preflight.require_venv(lambda _name: True)

    def test_a_full_disk_is_refused_with_the_folder(self, tmp_path: Path) -> None:
        with pytest.raises(Refusal, match=r"has 1\.5 GB free; 2\.0 GB are needed") as refused:
            preflight.require_space(tmp_path, needed=preflight.INSTALL_NEEDS, free=preflight.GIB * 3 // 2)

        assert str(tmp_path) in refused.value.sentence

    def test_space_is_looked_up_for_a_folder_that_is_not_there_yet(self, tmp_path: Path) -> None:
        preflight.require_space(tmp_path / "not" / "yet", needed=1)
        with pytest.raises(Refusal):
            preflight.require_space(tmp_path / "not" / "yet", needed=2**60)

    def test_a_folder_that_cannot_be_written_is_refused_with_its_name(self) -> None:
        with pytest.raises(Refusal, match="Nothing can be written in /proc/carillon"):
            preflight.require_writable(Path("/proc/carillon"))

    def test_a_folder_that_can_be_written_is_left_as_it_was(self, tmp_path: Path) -> None:
        preflight.require_writable(tmp_path)

        assert list(tmp_path.iterdir()) == []

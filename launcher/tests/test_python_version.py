import ast
import os
import subprocess
import sys
from pathlib import Path

from launcher import python_version
from launcher.paths import ROOT


class TestOldPython:
    def test_is_refused_in_one_sentence_that_says_what_to_do(self) -> None:
        sentence = python_version.refusal((3, 9, 2), "/usr/bin/python3")

        assert "needs Python 3.11" in sentence
        assert "/usr/bin/python3 is Python 3.9.2" in sentence
        assert "make up PYTHON=" in sentence

    def test_the_oldest_that_works_is_not_refused(self) -> None:
        assert python_version.refusal((3, 11, 0)) == ""
        assert python_version.refusal((3, 14, 1)) == ""

    def test_can_read_every_file_up_to_the_refusal(self) -> None:
        for name in ("__init__.py", "__main__.py", "python_version.py"):
            ast.parse((ROOT / "launcher" / name).read_text("utf-8"), feature_version=(3, 6))

    def test_hands_over_to_a_newer_one_on_the_path(self, tmp_path: Path) -> None:
        newer = tmp_path / "python3.12"
        newer.write_text('#!/bin/sh\n[ "$1" = -c ] || echo "newer was called: $*"\n')
        newer.chmod(0o755)
        pretend = (
            "import sys; sys.version_info = (3, 9, 2); sys.argv = ['launcher', 'up']; "
            "from launcher import python_version; python_version.require()"
        )

        done = subprocess.run(
            [sys.executable, "-c", pretend],
            cwd=ROOT,
            env={"PATH": f"{tmp_path}{os.pathsep}/usr/bin:/bin"},
            capture_output=True,
            text=True,
            check=True,
        )

        assert done.stdout == "newer was called: -m launcher up\n"

    def test_without_a_newer_one_leaves_with_the_sentence(self, tmp_path: Path) -> None:
        pretend = (
            "import sys; sys.version_info = (3, 9, 2); from launcher import python_version; python_version.require()"
        )

        done = subprocess.run(
            [sys.executable, "-c", pretend],
            cwd=ROOT,
            env={"PATH": str(tmp_path)},
            capture_output=True,
            text=True,
            check=False,
        )

        assert done.returncode == 1
        assert done.stderr.count("\n") == 1
        assert "Carillon needs Python 3.11" in done.stderr

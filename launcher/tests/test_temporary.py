"""Nothing that a test run writes stays behind."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from launcher import temporary


class TestOwnTmp:
    def test_holds_what_programs_leave_behind_and_goes_with_it(self) -> None:
        before = os.environ.get("TMPDIR")

        with temporary.own_tmp() as folder:
            leave = "import tempfile; print(tempfile.mkdtemp())"
            left = subprocess.run(
                [sys.executable, "-c", leave], capture_output=True, text=True, check=True
            ).stdout.strip()
            assert left.startswith(str(folder))
            assert Path(left).is_dir()

        assert not folder.exists()
        assert os.environ.get("TMPDIR") == before
        assert tempfile.gettempdir() != str(folder)

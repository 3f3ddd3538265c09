"""the JavaScript that a browser really fetches for each page, compressed"""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
FRONTEND = HERE.parents[1] / "frontend"


def main() -> int:
    """Measure in a browser; the launcher's bench command has the stack running and tells where by the environment."""
    if "E2E_BASE_URL" not in os.environ:
        print("The addresses of a running Carillon are missing. Run: make bench-pages")
        return 2
    node = os.environ.get("NODE", "node")
    return subprocess.run([node, str(HERE / "pages.mjs")], cwd=FRONTEND, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())

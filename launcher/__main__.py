"""`python3 -m launcher COMMAND`: the way in (3.6 syntax only, see python_version)."""

import sys

from launcher import python_version

if __name__ == "__main__":
    python_version.require()

    from launcher.cli import main

    sys.exit(main(sys.argv[1:]))

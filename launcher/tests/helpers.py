"""What several tests of the launcher share."""

import time
from collections.abc import Callable


def wait_for(true: Callable[[], bool], *, limit_s: float = 10.0) -> None:
    """Return once it is true, or fail after the limit."""
    deadline = time.monotonic() + limit_s
    while not true():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.02)

"""Which ports Carillon listens on, and whether they are free."""

import random
import socket
from dataclasses import dataclass

from launcher.errors import Refusal

DEFAULT_PORT = 4100
LAST_PORT = 65535
LOWEST_PORT = 1024
COUNT = 4


@dataclass(frozen=True, slots=True)
class Ports:
    """The four ports of one installation: the one people open, and the three next to it."""

    web: int

    @property
    def api(self) -> int:
        return self.web + 1

    @property
    def sandbox(self) -> int:
        return self.web + 2

    @property
    def live(self) -> int:
        return self.web + 3


def parse(text: str) -> Ports:
    """Return the ports for what stands in PORT, or refuse it."""
    if not text.isascii() or not text.isdigit() or not LOWEST_PORT <= int(text) <= LAST_PORT - COUNT + 1:
        raise Refusal(
            f"PORT={text} is not a port from {LOWEST_PORT} to {LAST_PORT - COUNT + 1}. Try: make up PORT=4200"
        )
    return Ports(int(text))


def is_free(port: int) -> bool:
    """Tell whether nobody listens on the port of this machine, by IPv4 or IPv6."""
    for family, host in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.settimeout(0.5)
            try:
                if probe.connect_ex((host, port)) == 0:
                    return False
            except OSError:
                continue  # no IPv6 here
    return _can_bind(port)


def _can_bind(port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def require_free(ports: Ports, *, with_sandbox: bool) -> None:
    """Refuse to start when one of the ports is taken, and name it."""
    wanted = {ports.web: "the web app", ports.api: "the API", ports.live: "the live events"}
    if with_sandbox:
        wanted[ports.sandbox] = "the sandbox"
    for port, user in wanted.items():
        if not is_free(port):
            raise Refusal(
                f"Port {port}, which {user} needs, is taken by another program. "
                f"Stop that program, or choose other ports: make up PORT={_suggestion(ports.web)}"
            )


def _suggestion(port: int) -> int:
    return port + 100 if port + 100 + COUNT <= LAST_PORT else DEFAULT_PORT


def free_block() -> Ports:
    """Return ports that are free right now, for tests and benchmarks."""
    for _ in range(200):
        start = random.randrange(20000, 32000, 10)  # noqa: S311  (no secret; below the ephemeral range)
        if all(is_free(start + step) for step in range(COUNT)):
            return Ports(start)
    raise Refusal("No four free ports next to each other were found between 20000 and 32000.")

"""Ask a service whether it is well, without waiting long and without any library."""

import socket
from pathlib import Path

from launcher.units import Ready

TIMEOUT_S = 2.0


def http(port: int, path: str) -> Ready:
    """Return a check that is content with a 200 from this machine's port."""

    def check(_pid: int) -> bool:
        request = f"GET {path} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n"
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=TIMEOUT_S) as connection:
                connection.sendall(request.encode())
                status_line = connection.makefile("rb").readline(100)
        except OSError:
            return False
        return status_line.startswith(b"HTTP/1.") and status_line.split()[1:2] == [b"200"]

    return check


def valkey(path: Path, password: str) -> Ready:
    """Return a check that is content once Valkey answers PING after the password."""

    def check(_pid: int) -> bool:
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
                connection.settimeout(TIMEOUT_S)
                connection.connect(str(path))
                connection.sendall(f"AUTH {password}\r\nPING\r\n".encode())
                answers = connection.makefile("rb")
                return answers.readline(200) == b"+OK\r\n" and answers.readline(200) == b"+PONG\r\n"
        except OSError:
            return False

    return check


def postgres(data: Path) -> Ready:
    """Return a check that reads, as pg_ctl does, what PostgreSQL says of itself in postmaster.pid."""

    def check(pid: int) -> bool:
        try:
            lines = (data / "postmaster.pid").read_text("utf-8").splitlines()
        except OSError:
            return False
        return len(lines) > 7 and lines[0].strip() == str(pid) and lines[7].strip() == "ready"  # noqa: PLR2004

    return check


def file(path: Path) -> Ready:
    """Return a check that is content once the file is there; remove it before the start."""

    def check(_pid: int) -> bool:
        return path.exists()

    return check

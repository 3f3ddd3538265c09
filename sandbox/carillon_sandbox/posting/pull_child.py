"""
Fetch the addresses given on standard input into files; run by path in a process of its own.

Redirects are refused, names that lead to other machines are refused unless allowed, and nothing is read
faster than told. It prints the sums as one JSON object, or what the problem was.
"""

import hashlib
import http.client
import ipaddress
import json
import os
import socket
import ssl
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

SILENCE_SECONDS = 30.0
BLOCK = 65536
OK = 200
HTTPS_PORT, HTTP_PORT = 443, 80


class PullError(Exception):
    """Why the file cannot be had."""


def connect(host: str, port: int, *, remote: bool) -> socket.socket:
    """Open a connection to an address that may be pulled from."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    for _family, _kind, _protocol, _name, address in found:
        ip = ipaddress.ip_address(str(address[0]).partition("%")[0])
        if not (ip.is_loopback or (remote and ip.is_global)):
            raise PullError("not a place to pull from")
    # The address that was judged is the one that is used: a name could lead elsewhere the next time.
    failure: OSError | None = None
    for _family, _kind, _protocol, _name, address in found:
        try:
            return socket.create_connection((str(address[0]), port), SILENCE_SECONDS)
        except OSError as error:
            failure = error
    raise failure or OSError("no address")


def open_url(url: str, *, remote: bool) -> http.client.HTTPResponse:
    """Ask for the address and return the answer's head; anything but 200 is a problem."""
    parts = urlsplit(url)
    host, is_tls = parts.hostname or "", parts.scheme == "https"
    port = parts.port or (HTTPS_PORT if is_tls else HTTP_PORT)
    line = connect(host, port, remote=remote)
    if is_tls:
        line = ssl.create_default_context().wrap_socket(line, server_hostname=host)
    connection = http.client.HTTPConnection(host, port)
    connection.sock = line
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    connection.request(
        "GET", path, headers={"Host": parts.netloc, "User-Agent": "CarillonSandbox", "Connection": "close"}
    )
    answer = connection.getresponse()
    if answer.status != OK:
        raise PullError(f"status {answer.status}")
    return answer


def save(answer: http.client.HTTPResponse, path: Path, order: dict[str, int], sums: list["hashlib._Hash"]) -> int:
    """Write the body to the file at the speed allowed and return its length."""
    begun, total, parent = time.monotonic(), 0, os.getppid()
    block = max(1, min(BLOCK, order["rate"] // 10)) if order["rate"] else BLOCK
    expected = answer.length
    with path.open("xb", buffering=0) as file:
        while piece := answer.read(block):
            total += len(piece)
            if total > order["most"]:
                raise PullError("too large")
            file.write(piece)
            for one in sums:
                one.update(piece)
            ahead = begun + total / order["rate"] - time.monotonic() if order["rate"] else 0.0
            time.sleep(max(0.0, ahead))
            if os.getppid() != parent:
                raise PullError("the server is gone")
    if expected is not None and total != expected:
        raise PullError("cut short")
    return total


def main() -> int:
    order = json.load(sys.stdin)
    whole, each, total = hashlib.sha256(), [], 0
    try:
        for url, path in zip(order["urls"], order["paths"], strict=True):
            one = hashlib.sha256()
            total += save(open_url(url, remote=order["remote"]), Path(path), order, [whole, one])
            each.append(one.hexdigest())
    except (PullError, OSError, ValueError, http.client.HTTPException) as error:
        json.dump({"problem": str(error)[:200] or type(error).__name__}, sys.stdout)
        return 0
    json.dump({"sha256": whole.hexdigest(), "each": each, "total": total}, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""A minimal upload host in a process of its own: it reads chunks, throws them away and answers 206, or 201 to the last."""

import re
import socket
import sys

HEAD_END = b"\r\n\r\n"
RANGE = re.compile(rb"content-range: bytes (\d+)-(\d+)/(\d+)", re.IGNORECASE)


def serve(caller: socket.socket) -> None:
    buffer = bytearray(1024 * 1024)
    head = b""
    while data := caller.recv(65536):
        head += data
        if HEAD_END not in head:
            continue
        found = RANGE.search(head)
        assert found
        first, last, total = map(int, found.groups())
        left = last - first + 1 - len(head.partition(HEAD_END)[2])
        while left > 0:
            left -= caller.recv_into(buffer, min(left, len(buffer)))
        status = b"201 Created" if last + 1 == total else b"206 Partial Content"
        caller.sendall(b"HTTP/1.1 " + status + b"\r\nContent-Length: 0\r\n\r\n")
        head = b""


if __name__ == "__main__":
    with socket.create_server(("127.0.0.1", 0)) as listener:
        sys.stdout.write(f"http://127.0.0.1:{listener.getsockname()[1]}\n")
        sys.stdout.flush()
        while True:
            caller, _ = listener.accept()
            with caller:
                serve(caller)

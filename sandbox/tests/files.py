"""A file server for the pulls, which also answers as badly as real ones do."""

import contextlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class FileServer:
    """Files by path; what was asked for is remembered."""

    url: str
    files: dict[str, bytes] = field(default_factory=dict)
    heard: list[str] = field(default_factory=list)

    def put(self, data: bytes) -> str:
        """Serve the bytes and return their address."""
        path = f"/file-{len(self.files)}"
        self.files[path] = data
        return self.url + path


def serving() -> Iterator[FileServer]:
    """Yield a running file server and stop it afterwards."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            known.heard.append(self.path)
            if path == "/redirect":
                self.send_response(302)
                self.send_header("Location", next(iter(known.files), "/"))
                self.end_headers()
                return
            data = known.files.get(path.removesuffix("/short"))
            self.send_response(200 if data is not None else 404)
            self.send_header("Content-Length", str(len(data or b"")))
            self.end_headers()
            whole = data or b""
            with contextlib.suppress(OSError):  # the sandbox hangs up on a cancel
                self.wfile.write(whole[: len(whole) // 2] if path.endswith("/short") else whole)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    known = FileServer(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield known
    server.shutdown()
    thread.join()
    server.server_close()

"""A TikTok on a real socket that answers as it is told."""

import contextlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

TOKEN = "act.the-token-of-the-account"
APP_SECRET = "the-app-secret"
OK = b'{"data":{},"error":{"code":"ok"}}'


class Peer:
    """A TikTok that says one thing, or what its script says in turn, and remembers what it heard."""

    def __init__(self) -> None:
        self.status, self.body = 200, OK
        self.headers: dict[str, str] = {}
        self.script: list[tuple[int, bytes]] = []
        self.hang_up = False
        self.heard: list[tuple[str, str, dict[str, str], bytes]] = []
        peer = self

        class Handler(BaseHTTPRequestHandler):
            def answer(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                headers = {name.lower(): value for name, value in self.headers.items()}
                peer.heard.append((self.command, self.path, headers, body))
                if peer.hang_up:
                    self.close_connection = True
                    return
                status, said = peer.script.pop(0) if peer.script else (peer.status, peer.body)
                self.send_response(status)
                for name, value in {"Content-Length": str(len(said)), **peer.headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                with contextlib.suppress(OSError):  # some clients have heard enough
                    self.wfile.write(said)

            do_GET = do_POST = do_PUT = answer  # noqa: N815 - the names http.server calls

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"

"""Large files: over a line that keeps breaking, against the real sandbox, and 4 GiB in a process whose memory stays flat."""

import hashlib
import json
import os
import random
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import httpx2 as httpx
import pytest

from conftest import Sandbox
from tiktok.bodies import FileUpload, PostInfo, VideoInit
from tiktok.http import open_http
from tiktok.oauth import OAuthClient, build_authorize_url, make_challenge, make_verifier
from tiktok.tiktok_api_client import TikTokApiClient
from tiktok.upload_plan import MAX_VIDEO_SIZE, Chunk, plan_upload
from tiktok.upload_session import UploadEnd, UploadSession, read_blocks

HERE = Path(__file__).parent
MB = 1_000_000
POST = PostInfo(
    title="300 MB over a bad line",
    privacy_level="SELF_ONLY",
    disable_comment=False,
    disable_duet=False,
    disable_stitch=False,
    brand_content_toggle=False,
    brand_organic_toggle=False,
    is_aigc=False,
)


class BreakingLine:
    """A line to `port` that is cut when so many bytes have gone up; every other cut waits for the answer and eats it."""

    def __init__(self, port: int, cuts: list[int]) -> None:
        self._port, self._cuts = port, sorted(cuts)
        self._sent = self.broken = 0
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    def close(self) -> None:
        self._listener.close()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                server = socket.create_connection(("127.0.0.1", self._port))
                eat_answer = threading.Event()
                threading.Thread(target=self._up, args=(client, server, eat_answer), daemon=True).start()
                threading.Thread(target=self._down, args=(client, server, eat_answer), daemon=True).start()

    def _up(self, client: socket.socket, server: socket.socket, eat_answer: threading.Event) -> None:
        with suppress(OSError):
            while data := client.recv(256 * 1024):
                if self._cuts and self._sent + len(data) >= self._cuts[0]:
                    upto = self._cuts.pop(0) - self._sent
                    self.broken += 1
                    if self.broken % 2:
                        server.sendall(data[:upto])
                        break
                    eat_answer.set()
                self._sent += len(data)
                server.sendall(data)
        hang_up(client, server)

    def _down(self, client: socket.socket, server: socket.socket, eat_answer: threading.Event) -> None:
        with suppress(OSError):
            while (data := server.recv(65536)) and not eat_answer.is_set():
                client.sendall(data)
        hang_up(client, server)


def hang_up(*ends: socket.socket) -> None:
    for end in ends:
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
        end.close()


def make_file(path: Path, size: int) -> str:
    """Write a file in which every stretch differs from every other; return its hash."""
    with path.open("wb") as file:
        file.truncate(size)
        for at in range(0, size, 100_000):
            file.seek(at)
            file.write(str(at).encode())
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def connect(sandbox: Sandbox, config: Any, http: httpx.Client) -> str:
    """Return an access token of a sandbox account, the way a person gives one."""
    verifier = make_verifier()
    url = build_authorize_url(
        f"{sandbox.url}/v2/auth/authorize/",
        client_key=config.client_key,
        redirect_uri=config.redirect_uri,
        state="s",
        challenge=make_challenge(verifier),
    )
    code = sandbox.consent("studio.nord", url).code
    oauth = OAuthClient(http, client_key=config.client_key, client_secret=config.client_secret)
    return oauth.exchange_code(code, redirect_uri=config.redirect_uri, verifier=verifier).access_token


class TestBreakingLine:
    @pytest.mark.parametrize("seed", [1, 2])
    def test_brings_300_mb_over_after_20_cuts(self, sandbox: Sandbox, settings: Any, tmp_path: Path, seed: int) -> None:
        path, size, mark = tmp_path / "video", 300 * MB + 12_345, sandbox.mark()
        digest = make_file(path, size)
        plan = plan_upload(size)
        cuts = random.Random(seed).sample(range(1000, size), 20)
        line = BreakingLine(httpx.URL(sandbox.url).port or 80, cuts)
        source = FileUpload(video_size=size, chunk_size=plan.chunk_size, total_chunk_count=plan.count)
        with open_http(sandbox.url) as straight, open_http(line.url) as breaking, path.open("rb") as file:
            token = connect(sandbox, settings.TIKTOK, straight)
            opened = TikTokApiClient(straight, access_token=token).init_video(
                VideoInit(post_info=POST, source_info=source)
            )
            client = TikTokApiClient(breaking, access_token=token)
            url = opened.upload_url.replace(sandbox.url, line.url)
            let_go: list[Chunk] = []

            def let_last_go(chunk: Chunk) -> bool:
                let_go.append(chunk)
                return True

            session = UploadSession(
                plan,
                put=lambda chunk: client.put_chunk(url, chunk, read_blocks(file, chunk), mime_type="video/mp4"),
                ask=lambda: client.fetch_status(opened.publish_id),
                before_last=let_last_go,
                pauses=(0.02,) * 20,
            )

            end = session.send()
        line.close()

        assert (end, line.broken) == (UploadEnd.COMPLETE, 20)
        accepted = [(it["first"], it["last"]) for it in sandbox.ledger(after=mark, event="chunk.accepted")]
        assert accepted == [(chunk.first, chunk.last) for chunk in plan.chunks()]
        assert [it["sha256"] for it in sandbox.ledger(after=mark, event="upload.complete")] == [digest]
        assert len(sandbox.ledger(after=mark, event="init.accepted")) == 1
        assert let_go


@contextmanager
def sink() -> Iterator[str]:
    """Start a server that takes chunks and throws them away, in a process of its own; yield its address."""
    process = subprocess.Popen([sys.executable, str(HERE / "sink_child.py")], stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        with process.stdout:
            yield process.stdout.readline().strip()
    finally:
        process.terminate()
        process.wait(10)


class TestMemory:
    def test_grows_by_40_mb_at_most_while_4_gib_are_sent(self, tmp_path: Path) -> None:
        """A sink stands in for the sandbox, which keeps what it gets: 4 GiB on the disk of whoever runs the tests."""
        path = tmp_path / "video"
        with path.open("wb") as file:
            file.truncate(MAX_VIDEO_SIZE)  # sparse: no disk is filled
        environment = os.environ | {"PYTHONPATH": str(HERE.parent.parent)}

        with sink() as url:
            command = [sys.executable, str(HERE / "upload_child.py"), url, str(path)]
            said = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=170, check=True)

        told = json.loads(said.stdout)
        assert told["end"] == "complete"
        assert told["grown_bytes"] <= 40 * MB, told

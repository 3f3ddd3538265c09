"""Start the real server as a process and speak to it as an app would."""

import hashlib
import json
import os
import re
import signal
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2
from asks import KEY, REDIRECT, SECRET, VERIFIER, authorize_query, query_of
from client_app import App
from contract_check import keep_to_contract

HERE = Path(__file__).parent
BUNNY = HERE / "media" / "bigbuckbunny.mp4"
QUICK = {"processing_seconds": 0.0, "moderation_seconds": 0.0}
ROOMY = {**QUICK, "posts_per_creator": 1000, "init_per_window": 1000, "status_per_window": 10000}
NO_ROOTS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # nothing here speaks TLS, and loading the roots takes time


def scenario_path(handle: str | None) -> str:
    return "/sandbox/api/scenario" if handle is None else f"/sandbox/api/accounts/{handle}/scenario"


@dataclass
class Server:
    """One running sandbox."""

    data: Path
    environ: dict[str, str | None] = field(default_factory=dict)
    port: int = 0
    process: "subprocess.Popen[str] | None" = None

    def start(self, *arguments: str) -> None:
        self.process = launch(self.data, self.environ, "--port", str(self.port), *arguments)
        stream = self.process.stdout
        assert stream is not None
        first = stream.readline()
        found = re.search(r"http://\S+:(\d+)", first)
        assert found, first
        self.port = int(found[1])
        hooks = {"response": [keep_to_contract]}
        self.http = httpx2.Client(base_url=found[0], timeout=30.0, trust_env=False, verify=NO_ROOTS, event_hooks=hooks)

    def stop(self, how: signal.Signals = signal.SIGTERM) -> float:
        """End the process and return how long that took."""
        assert self.process is not None
        self.http.close()
        begun = time.monotonic()
        self.process.send_signal(how)
        try:
            self.process.wait(timeout=10)
        finally:
            took = time.monotonic() - begun
            self.process.kill()
            said, _ = self.process.communicate()
            self.process = None
        assert "Traceback" not in said, said
        return took

    def unjudged(self) -> None:
        """From now on, let answers break TikTok's contract: a test wants them wrong."""
        self.http.event_hooks = {"response": []}

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def memory(self, name: str) -> int:
        """Return a figure of /proc, in bytes."""
        assert self.process is not None
        folder = Path(f"/proc/{self.process.pid}")
        text = (folder / "smaps_rollup").read_text() + (folder / "status").read_text()
        found = re.search(rf"^{name}:\s+(\d+) kB", text, re.MULTILINE)
        assert found
        return int(found[1]) * 1024

    def settings(self, **changes: Any) -> None:
        answer = self.http.put("/sandbox/api/settings", json=changes)
        assert answer.status_code == 200, answer.text

    def rules(self, handle: str, **changes: Any) -> None:
        answer = self.http.patch(f"/sandbox/api/accounts/{handle}", json=changes)
        assert answer.status_code == 200, answer.text

    def fault(self, kind: str, **rule: Any) -> dict[str, Any]:
        """Let something go wrong and return the rule."""
        answer = self.http.post("/sandbox/api/faults", json={"kind": kind, **rule})
        assert answer.status_code == 201, answer.text
        added: dict[str, Any] = answer.json()
        return added

    def scenario(self, name: str, handle: str | None = None, **choice: Any) -> dict[str, Any]:
        """Switch a scenario on, for one account or for all."""
        answer = self.http.put(scenario_path(handle), json={"name": name, **choice})
        assert answer.status_code == 200, answer.text
        chosen: dict[str, Any] = answer.json()
        return chosen

    def advance(self, seconds: float) -> None:
        """Move the virtual clock ahead."""
        answer = self.http.post("/sandbox/api/clock/advance", json={"seconds": seconds})
        assert answer.status_code == 200, answer.text

    def clock(self, **changes: float) -> dict[str, float]:
        answer = self.http.put("/sandbox/api/clock", json=changes)
        assert answer.status_code == 200, answer.text
        shown: dict[str, float] = answer.json()
        return shown

    def code(self, handle: str, scopes: list[str] | None = None, **changes: str | None) -> str:
        """Consent for an account and return the code."""
        body: dict[str, Any] = {
            "handle": handle,
            "authorize_url": f"{self.url}/v2/auth/authorize/?{authorize_query(**changes)}",
        }
        if scopes is not None:
            body["scopes"] = scopes
        answer = self.http.post("/sandbox/api/authorize", json=body)
        assert answer.status_code == 200, answer.text
        return query_of(answer.json()["redirect_url"])["code"]

    def token(self, **changes: str | None) -> httpx2.Response:
        """Ask the token endpoint, by default for the exchange of a code."""
        form: dict[str, str | None] = {
            "client_key": KEY,
            "client_secret": SECRET,
            "grant_type": "authorization_code",
            "redirect_uri": REDIRECT,
            "code_verifier": VERIFIER,
            **changes,
        }
        return self.http.post("/v2/oauth/token/", data={k: v for k, v in form.items() if v is not None})

    def refresh(self, refresh_token: str) -> httpx2.Response:
        return self.token(
            grant_type="refresh_token", refresh_token=refresh_token, redirect_uri=None, code_verifier=None
        )

    def connect(self, handle: str, scopes: list[str] | None = None, client: Mapping[str, Any] | None = None) -> App:
        """Connect an account, by default to the environment's client and with every scope."""
        asked, secrets = {}, {}
        if client is not None:
            asked = {"client_key": client["key"]}
            secrets = {"client_key": client["key"], "client_secret": client["secret"]}
        answer = self.token(code=self.code(handle, scopes, **asked), **secrets)
        assert answer.status_code == 200, answer.text
        return App(self.http, answer.json())

    def register(self, **fields: Any) -> dict[str, Any]:
        """Register one more client and return it with its secret."""
        answer = self.http.post("/sandbox/api/clients", json={"redirect_uris": [REDIRECT], "audited": True, **fields})
        assert answer.status_code == 201, answer.text
        client: dict[str, Any] = answer.json()
        return client

    def change_client(self, key: str = KEY, **fields: Any) -> None:
        answer = self.http.patch(f"/sandbox/api/clients/{key}", json=fields)
        assert answer.status_code == 200, answer.text

    def ledger(self, after: int = 0) -> list[dict[str, Any]]:
        entries: list[dict[str, Any]] = self.http.get(f"/sandbox/api/ledger?after={after}").json()["entries"]
        return entries

    def events(self, name: str) -> list[dict[str, Any]]:
        """Return the ledger's entries of one kind."""
        return [entry for entry in self.ledger() if entry["event"] == name]


def launch(data: Path, environ: Mapping[str, str | None], *arguments: str) -> "subprocess.Popen[str]":
    """Start the command line as a process with nothing of our own environment; None leaves a variable out."""
    usual: dict[str, str | None] = {
        "PATH": os.environ.get("PATH", ""),
        "SANDBOX_CLIENT_KEY": KEY,
        "SANDBOX_CLIENT_SECRET": SECRET,
        "SANDBOX_REDIRECT_URIS": REDIRECT,
    }
    command = [sys.executable, "-W", "error", "-m", "carillon_sandbox", "--data", str(data), *arguments]
    return subprocess.Popen(
        command, cwd=HERE.parent, env={k: v for k, v in {**usual, **environ}.items() if v is not None}, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip


def running(data: Path, settings: Mapping[str, Any], *arguments: str, **environ: str) -> Iterator[Server]:
    """Yield a server with these settings and stop it afterwards."""
    server = Server(data, {**environ})
    server.start(*arguments)
    server.settings(**settings)
    yield server
    if server.process is not None:
        server.stop(signal.SIGKILL)  # a test that cares how it stops does so itself


def hex_sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def ledger_lines(server: Server) -> list[dict[str, Any]]:
    """Read the ledger as a file, beside the server."""
    text = (server.data / "ledger.jsonl").read_text()
    assert text.endswith("\n")
    return [json.loads(line) for line in text.splitlines()]

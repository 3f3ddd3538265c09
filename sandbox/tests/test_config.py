"""What the sandbox refuses to start with, and how it stops."""

import socket
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from driver import Server, launch

from carillon_sandbox.config import Client, ConfigError, check_redirect_uri, read_client
from carillon_sandbox.options import default_data
from carillon_sandbox.url_rules import is_loopback

GOOD = {"SANDBOX_CLIENT_KEY": "k", "SANDBOX_CLIENT_SECRET": "s", "SANDBOX_REDIRECT_URIS": "http://localhost:1/c"}


class TestRedirectUriRules:
    @pytest.mark.parametrize(
        ("platform", "uri"),
        [
            ("desktop", "http://localhost:4100/callback"),
            ("desktop", "https://127.0.0.1:4100/callback/"),
            ("desktop", "http://localhost:*/callback"),
            ("web", "https://carillon.example/callback"),
        ],
    )
    def test_these_can_be_registered(self, platform: str, uri: str) -> None:
        assert check_redirect_uri(uri, platform) is None

    @pytest.mark.parametrize(
        ("platform", "uri", "why"),
        [
            ("desktop", "http://localhost/callback", "port"),
            ("desktop", "http://192.168.0.2:4100/callback", "localhost"),
            ("desktop", "http://localhost:4100/callback?a=1", "query"),
            ("desktop", "http://localhost:4100/callback#a", "fragment"),
            ("desktop", "http://me@localhost:4100/callback", "absolute"),
            ("desktop", "/callback", "absolute"),
            ("desktop", "http://localhost:99999/callback", "not a URL"),
            ("desktop", "http://localhost:4100/" + "a" * 500, "shorter"),
            ("web", "http://carillon.example/callback", "https"),
            ("web", "https://localhost:4100/callback", "this machine"),
            ("web", "https://carillon.example:*/callback", "not a URL"),
        ],
    )
    def test_these_cannot(self, platform: str, uri: str, why: str) -> None:
        assert why in (check_redirect_uri(uri, platform) or "")

    @pytest.mark.parametrize(
        ("asked", "allowed"),
        [
            ("http://localhost:4100/c/", True),
            ("http://localhost:1/c/", True),
            ("http://localhost:4100/c", False),
            ("http://localhost:/c/", False),
            ("http://localhost:4100/x/c/", False),
            ("http://localhost:4100@evil.example/c/", False),
            ("http://127.0.0.1:4100/c/", False),
        ],
    )
    def test_a_wildcard_stands_for_a_port_and_nothing_else(self, asked: str, allowed: bool) -> None:
        client = Client("k", "s", ("http://localhost:*/c/",), "desktop", audited=True)

        assert client.allows_redirect(asked) is allowed


class TestEnvironment:
    def test_reads_a_client(self) -> None:
        client = read_client({**GOOD, "SANDBOX_AUDITED": "0"})

        assert (client.key, client.platform, client.audited) == ("k", "desktop", False)
        assert "'s'" not in repr(client)

    def test_may_name_a_webhook_and_verified_addresses(self) -> None:
        more = {"SANDBOX_WEBHOOK_URL": "http://localhost:1/hook", "SANDBOX_URL_PREFIXES": "media.example, localhost"}
        client = read_client({**GOOD, **more})

        assert (client.webhook_url, client.url_prefixes) == ("http://localhost:1/hook", ("media.example", "localhost"))

    def test_that_names_no_client_means_the_documented_one(self) -> None:
        client = read_client({})

        assert (client.key, client.secret) == ("sbxclientkey0001", "sbx-secret-do-not-use")
        assert client.allows_redirect("http://localhost:3000/callback")
        assert not client.allows_redirect("http://localhost:3000/elsewhere")

    def test_says_where_the_state_goes_by_default(self) -> None:
        assert default_data({"XDG_STATE_HOME": "/var/state"}) == Path("/var/state/carillon-sandbox")
        assert default_data({}) == Path.home() / ".local/state/carillon-sandbox"

    @pytest.mark.parametrize(
        ("changes", "named"),
        [
            ({"SANDBOX_CLIENT_KEY": ""}, "SANDBOX_CLIENT_KEY"),
            ({"SANDBOX_CLIENT_SECRET": ""}, "SANDBOX_CLIENT_SECRET"),
            ({"SANDBOX_REDIRECT_URIS": ""}, "SANDBOX_REDIRECT_URIS"),
            ({"SANDBOX_REDIRECT_URIS": ",".join(["http://localhost:1/c"] * 11)}, "1 to 10"),
            ({"SANDBOX_REDIRECT_URIS": "https://carillon.example/c"}, "localhost"),
            ({"SANDBOX_PLATFORM": "phone"}, "SANDBOX_PLATFORM"),
            ({"SANDBOX_AUDITED": "yes"}, "SANDBOX_AUDITED"),
            ({"SANDBOX_WEBHOOK_URL": "localhost/hook"}, "SANDBOX_WEBHOOK_URL"),
            ({"SANDBOX_URL_PREFIXES": "media.example,https://x.example/a"}, "SANDBOX_URL_PREFIXES"),
        ],
    )
    def test_names_what_is_wrong(self, changes: dict[str, str], named: str) -> None:
        with pytest.raises(ConfigError, match=named):
            read_client({**GOOD, **changes})


class TestProcess:
    @pytest.mark.parametrize(
        ("arguments", "environ", "sentence"),
        [
            (("--host", "0.0.0.0"), {}, "--allow-remote"),  # noqa: S104
            (("--port", "0"), {"SANDBOX_CLIENT_KEY": ""}, "SANDBOX_CLIENT_KEY is not set."),
        ],
    )
    def test_refuses_to_start_and_says_why(
        self, tmp_path: Path, arguments: tuple[str, ...], environ: dict[str, str], sentence: str
    ) -> None:
        process = launch(tmp_path, environ, *arguments)

        said, _ = process.communicate(timeout=10)

        assert process.returncode == 2
        assert sentence in said

    @pytest.mark.parametrize(("host", "inside"), [("127.0.0.1", True), ("127.9.9.9", True), ("::1", True),
        ("localhost", True), ("0.0.0.0", False), ("::", False), ("10.0.0.1", False), ("example.org", False)])  # noqa: S104  # fmt: skip
    def test_knows_a_loopback_address(self, host: str, inside: bool) -> None:
        assert is_loopback(host) is inside

    def test_refuses_a_state_whose_ledger_is_gone(self, fresh: Server) -> None:
        fresh.connect("studio.nord")
        fresh.stop()
        (fresh.data / "ledger.jsonl").unlink()

        process = launch(fresh.data, {}, "--port", "0")
        said, _ = process.communicate(timeout=10)

        assert process.returncode == 2
        assert "ledger" in said

    def test_answers_only_to_local_names(self, shared: Server) -> None:
        answer = shared.http.get("/sandbox/health", headers={"Host": "evil.example"})

        assert answer.status_code == 400
        assert shared.http.get("/sandbox/health", headers={"Host": "localhost"}).json() == {"ok": True}

    def test_rests_in_little_memory(self, fresh: Server, bunny: bytes) -> None:
        app = fresh.connect("studio.nord")
        assert app.publish(bunny)["status"] == "PUBLISH_COMPLETE"
        assert fresh.http.get("/avatars/studio.nord.png").status_code == 200

        assert fresh.memory("Pss") <= 55 * 1024**2

    def test_stops_within_two_seconds_even_while_bytes_arrive_and_a_post_is_processed(
        self, fresh: Server, bunny: bytes
    ) -> None:
        fresh.settings(processing_seconds=60)
        app = fresh.connect("studio.nord")
        app.send(bunny)
        parts = urlsplit(app.open_upload(1000)["upload_url"])
        head = (
            f"PUT {parts.path}?{parts.query} HTTP/1.1\r\nHost: {parts.netloc}\r\nContent-Type: video/mp4\r\n"
            "Content-Length: 1000\r\nContent-Range: bytes 0-999/1000\r\n\r\nfirst bytes"
        )
        with socket.create_connection(("127.0.0.1", fresh.port)) as line:
            line.sendall(head.encode())
            time.sleep(0.2)

            assert fresh.stop() < 2.0

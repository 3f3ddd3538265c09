from dataclasses import replace
from pathlib import Path

import pytest

from launcher import environment
from launcher.environment import Settings, Sockets
from launcher.errors import Refusal
from launcher.paths import Layout


@pytest.fixture
def sockets() -> Sockets:
    return Sockets(Path("/tmp/a b/run"))


class TestEmbedded:
    def test_stores_are_reached_by_socket_and_password(self, settings: Settings, sockets: Sockets) -> None:
        env = environment.backend(settings, sockets)

        password = settings.secrets["POSTGRES_PASSWORD"]
        assert env["DATABASE_URL"] == f"postgresql://carillon:{password}@/carillon?host=%2Ftmp%2Fa%20b%2Frun"
        assert env["REDIS_URL"].endswith("@/tmp/a%20b/run/valkey.sock?db=0")
        assert settings.secrets["VALKEY_PASSWORD"] in env["REDIS_URL"]

    def test_the_sandbox_stands_in_for_tiktok(self, settings: Settings, sockets: Sockets) -> None:
        env = environment.backend(settings, sockets)

        assert env["TIKTOK_API_URL"] == f"http://127.0.0.1:{settings.ports.sandbox}"
        assert env["TIKTOK_AUTHORIZE_URL"] == f"http://localhost:{settings.ports.sandbox}/v2/auth/authorize/"
        assert env["TIKTOK_CLIENT_KEY"] == environment.sandbox(settings)["SANDBOX_CLIENT_KEY"]
        assert env["TIKTOK_REDIRECT_URI"] == environment.sandbox(settings)["SANDBOX_REDIRECT_URIS"]

    def test_the_sandbox_tells_the_web_app_what_became_of_posts(self, settings: Settings) -> None:
        url = environment.sandbox(settings)["SANDBOX_WEBHOOK_URL"]

        assert url == f"http://127.0.0.1:{settings.ports.web}/webhooks/tiktok"

    @pytest.mark.parametrize("audited", ["0", "1"])
    def test_the_sandboxs_app_is_as_audited_as_the_sandbox_says(
        self, settings: Settings, sockets: Sockets, audited: str
    ) -> None:
        given = replace(settings, given={"SANDBOX_AUDITED": audited})

        assert environment.backend(given, sockets)["TIKTOK_AUDITED"] == audited
        assert environment.sandbox(given)["SANDBOX_AUDITED"] == audited


class TestTheTokenJournal:
    def test_lies_with_the_data_and_not_beside_keys_from_elsewhere(self, settings: Settings, sockets: Sockets) -> None:
        elsewhere = replace(settings, given={"TOKEN_KEY_FILE": "/etc/carillon/token-keys.json"})

        env = environment.backend(elsewhere, sockets)

        assert env["TOKEN_KEY_FILE"] == "/etc/carillon/token-keys.json"
        assert env["TOKEN_JOURNAL"] == str(settings.layout.home / "token-journal")


class TestRealServices:
    def test_are_passed_on_and_switch_the_embedded_ones_off(self, settings: Settings, sockets: Sockets) -> None:
        given = {
            "DATABASE_URL": "postgresql://real/db",
            "REDIS_URL": "redis://real",
            "MEDIA_ROOT": "/srv/media",
            "S3_BUCKET": "posts",
            "TIKTOK_CLIENT_KEY": "key",
            "TIKTOK_CLIENT_SECRET": "secret",
        }
        real = replace(settings, given=given)

        assert [real.embedded_postgres, real.embedded_valkey, real.own_sandbox] == [False] * 3
        assert given.items() <= environment.backend(real, sockets).items()

    def test_tiktoks_own_addresses_are_the_default(self, settings: Settings, sockets: Sockets) -> None:
        real = replace(settings, given={"TIKTOK_CLIENT_KEY": "key", "TIKTOK_CLIENT_SECRET": "secret"})

        env = environment.backend(real, sockets)

        assert env["TIKTOK_AUTHORIZE_URL"] == "https://www.tiktok.com/v2/auth/authorize/"
        assert env["TIKTOK_API_URL"] == "https://open.tiktokapis.com"
        assert env["TIKTOK_AUDITED"] == "0"

    @pytest.mark.parametrize("name", ["TIKTOK_CLIENT_KEY", "TIKTOK_CLIENT_SECRET"])
    def test_half_a_tiktok_app_is_refused(self, layout: Layout, name: str) -> None:
        with pytest.raises(Refusal, match="Set both, or neither"):
            environment.load(layout, environ={name: "x"})

    def test_come_from_the_env_file_unless_the_environment_says_otherwise(self, layout: Layout, tmp_path: Path) -> None:
        (tmp_path / ".env").write_text("PORT=4500\nREDIS_URL=redis://from-file\n")

        loaded = environment.load(replace(layout, root=tmp_path), environ={"PORT": "4600"})

        assert loaded.ports.web == 4600
        assert loaded.given["REDIS_URL"] == "redis://from-file"

    def test_what_else_stands_in_the_env_file_reaches_the_backend(self, settings: Settings, sockets: Sockets) -> None:
        given = {"ALLOWED_HOSTS": "carillon.example.org", "PORT": "9", "PYTHONPATH": "/x"}

        env = environment.backend(replace(settings, given=given), sockets)

        assert env["ALLOWED_HOSTS"] == "carillon.example.org"
        assert not {"PORT", "PYTHONPATH"} & env.keys()


class TestEachProcess:
    def test_the_web_server_sees_no_secret_but_the_cookies(
        self, settings: Settings, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for name in ("SECRET_KEY", "DATABASE_URL", "TIKTOK_CLIENT_SECRET", "S3_SECRET_KEY"):
            monkeypatch.setenv(name, "do-not-pass-on")

        env = environment.web(settings)

        secrets = {name: value for name, value in settings.secrets.items() if name != "COOKIE_KEY"}
        assert env["COOKIE_KEY"] == settings.secrets["COOKIE_KEY"]
        assert not {*secrets.values(), "do-not-pass-on"} & set(env.values())

    def test_the_web_server_keeps_idle_connections_longer_than_a_proxy_does(self, settings: Settings) -> None:
        caddy_s = 120
        assert int(environment.web(settings)["KEEP_ALIVE_TIMEOUT"]) > caddy_s * 1000

    def test_the_sandbox_sees_only_its_own(self, settings: Settings) -> None:
        env = environment.sandbox(settings)

        own = {settings.secrets["SANDBOX_CLIENT_KEY"], settings.secrets["SANDBOX_CLIENT_SECRET"]}
        assert set(settings.secrets.values()) & set(env.values()) == own

    def test_python_may_write_its_bytecode(
        self, settings: Settings, sockets: Sockets, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")

        assert "PYTHONDONTWRITEBYTECODE" not in environment.backend(settings, sockets)

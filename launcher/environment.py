"""Decide what is embedded and what is real, and give each process just the settings that are its own."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from launcher import dotenv, keys, ports
from launcher.errors import Refusal
from launcher.paths import Layout
from launcher.ports import Ports

AUTHORIZE_PATH = "/v2/auth/authorize/"
REAL_AUTHORIZE_URL = "https://www.tiktok.com" + AUTHORIZE_PATH
REAL_API_URL = "https://open.tiktokapis.com"
CALLBACK_PATH = "/accounts/connect/callback"
WEBHOOK_PATH = "/webhooks/tiktok"
# How long the web server keeps an idle connection: longer than a proxy before it does (Caddy 120 s, nginx 60), so that none sends
# a request on a connection that is being closed. Next's own 5 s are shorter than all of theirs.
IDLE_MS = 180_000

OURS = frozenset({
    "CARILLON_ENV", "SECRET_KEY", "DATABASE_URL", "REDIS_URL", "MEDIA_ROOT", "TOKEN_KEY_FILE", "TOKEN_JOURNAL", "PUBLIC_URL",
    "PUBLISH_MARK",
    "TIKTOK_CLIENT_KEY", "TIKTOK_CLIENT_SECRET", "TIKTOK_AUTHORIZE_URL", "TIKTOK_API_URL",
    "TIKTOK_REDIRECT_URI", "TIKTOK_PLATFORM", "TIKTOK_AUDITED", "TIKTOK_SCOPES", "TIKTOK_PULL_PREFIX",
    "API_URL", "LIVE_URL", "COOKIE_KEY", "PORT", "HOSTNAME", "DEMO_PASSWORD",
    "SANDBOX_CLIENT_KEY", "SANDBOX_CLIENT_SECRET", "SANDBOX_REDIRECT_URIS", "SANDBOX_PLATFORM",
    "SANDBOX_AUDITED", "SANDBOX_WEBHOOK_URL", "SANDBOX_URL",
})  # fmt: skip
# Make's own variables would reach a nested make; without .pyc files a start takes five times as long.
UNWANTED = frozenset({
    "PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "MAKEFLAGS", "MAKELEVEL", "MFLAGS",
    "CARILLON_READY_FILE", "NODE_ENV",
})  # fmt: skip
BACKEND_PREFIXES = ("S3_", "AWS_", "TIKTOK_", "CARILLON_")
BACKEND_SECRETS = ("S3_", "AWS_SECRET", "AWS_SESSION", "EMAIL_")


@dataclass(frozen=True, slots=True)
class Sockets:
    """Where the embedded services listen."""

    folder: Path

    @property
    def valkey(self) -> Path:
        return self.folder / "valkey.sock"


@dataclass(frozen=True, slots=True)
class Settings:
    """One installation's choices: what the person gave, and what is made up for the rest."""

    layout: Layout
    given: Mapping[str, str]
    secrets: Mapping[str, str]
    ports: Ports

    @property
    def embedded_postgres(self) -> bool:
        return not self.given.get("DATABASE_URL")

    @property
    def embedded_valkey(self) -> bool:
        return not self.given.get("REDIS_URL")

    @property
    def own_sandbox(self) -> bool:
        return not self.given.get("TIKTOK_CLIENT_KEY")

    @property
    def public_url(self) -> str:
        return self.given.get("PUBLIC_URL") or f"http://localhost:{self.ports.web}"

    @property
    def sandbox_url(self) -> str:
        return f"http://localhost:{self.ports.sandbox}"

    @property
    def sandbox_api_url(self) -> str:
        """The same sandbox as seen by programs, which need no look-up of a name."""
        return f"http://127.0.0.1:{self.ports.sandbox}"


def load(layout: Layout, *, chosen: Ports | None = None, environ: Mapping[str, str] | None = None) -> Settings:
    """Return the settings from the environment, then .env, then what this installation made for itself."""
    environ = os.environ if environ is None else environ
    given = {**dotenv.read(layout.root / ".env"), **environ}
    if bool(given.get("TIKTOK_CLIENT_KEY")) != bool(given.get("TIKTOK_CLIENT_SECRET")):
        raise Refusal("Only one of TIKTOK_CLIENT_KEY and TIKTOK_CLIENT_SECRET is set. Set both, or neither.")
    layout.prepare()
    return Settings(
        layout=layout,
        given=given,
        secrets=keys.load(layout),
        ports=chosen or ports.parse(given.get("PORT") or str(ports.DEFAULT_PORT)),
    )


def base(environ: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the person's environment without anything that is a setting of ours or would slow us down."""
    environ = os.environ if environ is None else environ
    unwanted = OURS | UNWANTED
    return {
        name: value for name, value in environ.items() if name not in unwanted and not name.startswith(BACKEND_SECRETS)
    }


def database_url(settings: Settings, sockets: Sockets) -> str:
    """Return the address of PostgreSQL, real or embedded."""
    password = settings.secrets["POSTGRES_PASSWORD"]
    folder = _quoted(sockets.folder, safe="")
    return settings.given.get("DATABASE_URL") or f"postgresql://carillon:{password}@/carillon?host={folder}"


def redis_url(settings: Settings, sockets: Sockets) -> str:
    """Return the address of Valkey, real or embedded."""
    password = settings.secrets["VALKEY_PASSWORD"]
    return settings.given.get("REDIS_URL") or f"unix://:{password}@{_quoted(sockets.valkey, safe='/')}?db=0"


def backend(settings: Settings, sockets: Sockets) -> dict[str, str]:
    """Return the environment of every Django process."""
    given = settings.given
    passed_on = {
        name: value
        for name, value in given.items()
        if value and name not in UNWANTED and (name not in OURS or name.startswith(BACKEND_PREFIXES))
    }
    return {
        **base(),
        "CARILLON_ENV": "development",
        "SECRET_KEY": given.get("SECRET_KEY") or settings.secrets["SECRET_KEY"],
        "DATABASE_URL": database_url(settings, sockets),
        "REDIS_URL": redis_url(settings, sockets),
        "MEDIA_ROOT": given.get("MEDIA_ROOT") or str(settings.layout.home / "media"),
        "TOKEN_KEY_FILE": given.get("TOKEN_KEY_FILE") or str(keys.token_key_file(settings.layout)),
        "TOKEN_JOURNAL": given.get("TOKEN_JOURNAL") or str(settings.layout.home / "token-journal"),
        "PUBLISH_MARK": given.get("PUBLISH_MARK") or str(settings.layout.home / "publish-mark.json"),
        "PUBLIC_URL": settings.public_url,
        "TIKTOK_REDIRECT_URI": settings.public_url + CALLBACK_PATH,
        **_tiktok(settings),
        **passed_on,
        "PYTHONUNBUFFERED": "1",
    }


def _tiktok(settings: Settings) -> dict[str, str]:
    if settings.own_sandbox:
        return {
            "TIKTOK_CLIENT_KEY": settings.secrets["SANDBOX_CLIENT_KEY"],
            "TIKTOK_CLIENT_SECRET": settings.secrets["SANDBOX_CLIENT_SECRET"],
            "TIKTOK_AUTHORIZE_URL": settings.sandbox_url + AUTHORIZE_PATH,
            "TIKTOK_API_URL": settings.sandbox_api_url,
            "TIKTOK_PLATFORM": "desktop",
            "TIKTOK_PULL_PREFIX": settings.public_url + "/",
            "TIKTOK_AUDITED": _sandbox_audited(settings),
        }
    return {
        "TIKTOK_AUTHORIZE_URL": REAL_AUTHORIZE_URL,
        "TIKTOK_API_URL": REAL_API_URL,
        "TIKTOK_PLATFORM": "web",
        "TIKTOK_AUDITED": "0",  # until its owner says that TikTok has audited it
    }


def sandbox(settings: Settings) -> dict[str, str]:
    """Return the environment of the sandbox, which knows nothing of Carillon's own secrets."""
    return {
        **base(),
        "SANDBOX_CLIENT_KEY": settings.secrets["SANDBOX_CLIENT_KEY"],
        "SANDBOX_CLIENT_SECRET": settings.secrets["SANDBOX_CLIENT_SECRET"],
        "SANDBOX_REDIRECT_URIS": settings.public_url + CALLBACK_PATH,
        "SANDBOX_PLATFORM": "desktop",
        "SANDBOX_AUDITED": _sandbox_audited(settings),
        "SANDBOX_URL_PREFIXES": settings.public_url + "/",
        "SANDBOX_WEBHOOK_URL": f"http://127.0.0.1:{settings.ports.web}{WEBHOOK_PATH}",
        "PYTHONUNBUFFERED": "1",
    }


def _sandbox_audited(settings: Settings) -> str:
    return settings.given.get("SANDBOX_AUDITED") or "1"


def live(settings: Settings, sockets: Sockets) -> dict[str, str]:
    """Return the environment of the process of live events: what it listens to, and whom it asks who calls."""
    return {
        **base(),
        "DATABASE_URL": database_url(settings, sockets),
        "API_URL": f"http://127.0.0.1:{settings.ports.api}",
        "PYTHONUNBUFFERED": "1",
    }


def web(settings: Settings) -> dict[str, str]:
    """Return the environment of the web server: the API's address and the cookie's key, no other secret."""
    return {
        **base(),
        "NODE_ENV": "production",
        "NEXT_TELEMETRY_DISABLED": "1",
        "API_URL": f"http://127.0.0.1:{settings.ports.api}",
        "LIVE_URL": f"http://127.0.0.1:{settings.ports.live}",
        "COOKIE_KEY": settings.given.get("COOKIE_KEY") or settings.secrets["COOKIE_KEY"],
        "PUBLIC_URL": settings.public_url,
        "PORT": str(settings.ports.web),
        "HOSTNAME": "127.0.0.1",
        "KEEP_ALIVE_TIMEOUT": str(IDLE_MS),
    }


def _quoted(path: Path, *, safe: str) -> str:
    return quote(str(path), safe=safe)

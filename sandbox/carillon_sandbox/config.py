"""Registered clients: what TikTok would register, and the one that the environment names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlsplit

from .url_rules import check_property, check_webhook_url

SCOPES = (
    "user.info.basic",
    "user.info.profile",
    "user.info.stats",
    "video.list",
    "video.upload",
    "video.publish",
)
MAX_REDIRECT_URIS = 10
MAX_REDIRECT_URI_LENGTH = 512
LOCAL_HOSTS = ("localhost", "127.0.0.1")
REQUIRED = ("SANDBOX_CLIENT_KEY", "SANDBOX_CLIENT_SECRET", "SANDBOX_REDIRECT_URIS")
DEFAULT_KEY, DEFAULT_SECRET = "sbxclientkey0001", "sbx-secret-do-not-use"
DEFAULT_PATHS = (
    "", "callback", "callback/", "auth/callback", "oauth/callback", "accounts/connect/callback",
    "api/auth/callback/tiktok", "accounts/tiktok/login/callback/", "integrations/social/tiktok",
)  # fmt: skip
DEFAULT_REDIRECT_URIS = (*(f"http://localhost:*/{path}" for path in DEFAULT_PATHS), "http://127.0.0.1:*/callback")


class ConfigError(Exception):
    """The environment does not describe a client that could be registered at TikTok."""


@dataclass(frozen=True, slots=True)
class Client:
    """One registered developer app."""

    key: str
    secret: str = field(repr=False)
    redirect_uris: tuple[str, ...]
    platform: str
    audited: bool
    scopes: frozenset[str] = frozenset(SCOPES)
    name: str = ""
    webhook_url: str | None = None
    url_prefixes: tuple[str, ...] = ()
    enabled: bool = True

    @property
    def needs_pkce(self) -> bool:
        return self.platform == "desktop"

    def allows_redirect(self, redirect_uri: str) -> bool:
        """Tell whether the URI is registered, byte for byte; a registered port may be the wildcard."""
        return any(_same_uri(registered, redirect_uri) for registered in self.redirect_uris)


def _same_uri(registered: str, asked: str) -> bool:
    if ":*/" not in registered:
        return registered == asked
    before, after = registered.split(":*/", 1)
    if not (asked.startswith(before + ":") and asked.endswith("/" + after)):
        return False
    port = asked[len(before) + 1 : len(asked) - len(after) - 1]
    return port.isascii() and port.isdigit()


def check_redirect_uri(uri: str, platform: str) -> str | None:
    """Return why TikTok would not register this URI, or None when it would."""
    concrete = uri.replace(":*/", ":1/", 1) if platform == "desktop" else uri
    try:
        parts = urlsplit(concrete)
        port = parts.port
    except ValueError:
        return "is not a URL"
    if len(uri) >= MAX_REDIRECT_URI_LENGTH:
        return f"must be shorter than {MAX_REDIRECT_URI_LENGTH} characters"
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username is not None:
        return "must be an absolute http or https address"
    if "?" in uri or "#" in uri:
        return "must have neither query nor fragment"
    if platform == "desktop":
        return _check_desktop(parts.hostname, port)
    return _check_web(parts.scheme, parts.hostname)


def check_redirect_uris(uris: Sequence[str], platform: str) -> str | None:
    """Return the end of a sentence about what is wrong with the list, or None."""
    if not 1 <= len(uris) <= MAX_REDIRECT_URIS:
        return f" must hold 1 to {MAX_REDIRECT_URIS} addresses."
    for uri in uris:
        if why := check_redirect_uri(uri, platform):
            return f": {uri} {why}."
    return None


def _check_desktop(host: str, port: int | None) -> str | None:
    if host not in LOCAL_HOSTS:
        return "must be on localhost or 127.0.0.1 for a desktop client"
    return None if port is not None else "must name a port (or *) for a desktop client"


def _check_web(scheme: str, host: str) -> str | None:
    if scheme != "https":
        return "must be https for a web client"
    return "must not be on this machine for a web client" if host in LOCAL_HOSTS else None


def read_client(environ: Mapping[str, str]) -> Client:
    """
    Read the registered client from the environment; the documented default when it names none at all.

    :raises ConfigError: when a variable is missing or TikTok would not register such a client
    """
    platform = environ.get("SANDBOX_PLATFORM", "desktop")
    if platform not in {"desktop", "web"}:
        raise ConfigError("SANDBOX_PLATFORM must be desktop or web.")
    audited = environ.get("SANDBOX_AUDITED", "1")
    if audited not in {"0", "1"}:
        raise ConfigError("SANDBOX_AUDITED must be 0 or 1.")
    if not any(name in environ for name in REQUIRED):
        home = Client(DEFAULT_KEY, DEFAULT_SECRET, DEFAULT_REDIRECT_URIS, "desktop", audited=audited == "1")
        return replace(home, **_read_optional(environ))
    uris = _split(_required(environ, "SANDBOX_REDIRECT_URIS"))
    if why := check_redirect_uris(uris, platform):
        raise ConfigError(f"SANDBOX_REDIRECT_URIS{why}")
    key, secret = _required(environ, "SANDBOX_CLIENT_KEY"), _required(environ, "SANDBOX_CLIENT_SECRET")
    return replace(Client(key, secret, uris, platform, audited=audited == "1"), **_read_optional(environ))


def _read_optional(environ: Mapping[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if url := environ.get("SANDBOX_WEBHOOK_URL", ""):
        if why := check_webhook_url(url, allow_remote=True):  # whether it may be remote is asked when it is called
            raise ConfigError(f"SANDBOX_WEBHOOK_URL {why}.")
        found["webhook_url"] = url
    if known := _split(environ.get("SANDBOX_URL_PREFIXES", "")):
        for text in known:
            if why := check_property(text):
                raise ConfigError(f"SANDBOX_URL_PREFIXES: {text} {why}.")
        found["url_prefixes"] = known
    return found


def _split(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _required(environ: Mapping[str, str], name: str) -> str:
    value = environ.get(name, "").strip()
    if not value:
        raise ConfigError(f"{name} is not set.")
    return value

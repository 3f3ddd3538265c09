"""Which TikTok this installation talks to, and as which app: frozen, read once, refused when incomplete."""

from dataclasses import dataclass, field
from functools import cache
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from config import env
from tiktok.oauth import SCOPES

LOCAL_HOSTS = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class TikTokConfig:
    """One TikTok developer app, with what TikTok allows it, and the hosts it lives on (tiktok-api §1, §2.1)."""

    client_key: str
    client_secret: str = field(repr=False)
    authorize_url: str
    api_url: str
    redirect_uri: str
    platform: str
    audited: bool = False
    scopes: tuple[str, ...] = SCOPES
    pull_prefix: str = ""  # the address, verified at TikTok, below which it fetches photos from here

    @property
    def uses_pkce(self) -> bool:
        """Desktop apps must send PKCE; the web flow has none (tiktok-api §2.3)."""
        return self.platform == "desktop"

    @property
    def is_sandbox(self) -> bool:
        return urlsplit(self.api_url).hostname in LOCAL_HOSTS


@cache
def load_tiktok_config() -> TikTokConfig:
    """
    Return the installation's TikTok app.

    :raises ImproperlyConfigured: on a missing or sample secret outside development, or addresses TikTok would refuse
    """
    public_url = env.read("PUBLIC_URL", "http://localhost:4100")
    is_local = urlsplit(public_url).hostname in LOCAL_HOSTS
    api_url = env.read("TIKTOK_API_URL", "https://open.tiktokapis.com")
    local_pulls = f"{public_url.rstrip('/')}/" if urlsplit(api_url).hostname in LOCAL_HOSTS else ""
    config = TikTokConfig(
        client_key=env.read_secret("TIKTOK_CLIENT_KEY", development="sandbox-client-key", min_length=8),
        client_secret=env.read_secret("TIKTOK_CLIENT_SECRET", development="sandbox-client-secret", min_length=16),
        authorize_url=env.read("TIKTOK_AUTHORIZE_URL", "https://www.tiktok.com/v2/auth/authorize/"),
        api_url=api_url,
        pull_prefix=env.read("TIKTOK_PULL_PREFIX", local_pulls),
        redirect_uri=env.read("TIKTOK_REDIRECT_URI", f"{public_url}/accounts/connect/callback"),
        platform=env.read("TIKTOK_PLATFORM", "desktop" if is_local else "web"),
        audited=_read_audited(),
        scopes=tuple(
            scope.strip() for scope in env.read("TIKTOK_SCOPES", ",".join(SCOPES)).split(",") if scope.strip()
        ),
    )
    _check(config)
    return config


def _read_audited() -> bool:
    # Taken for unaudited unless somebody says so: the other mistake promises posts that TikTok then refuses.
    audited = env.read("TIKTOK_AUDITED", "0")
    if audited not in ("0", "1"):
        raise ImproperlyConfigured(f"TIKTOK_AUDITED is {audited!r}; it is 1 once TikTok has audited the app, else 0.")
    return audited == "1"


def _check(config: TikTokConfig) -> None:
    if unknown := set(config.scopes) - set(SCOPES):
        raise ImproperlyConfigured(f"TIKTOK_SCOPES has {sorted(unknown)}; Carillon can use {', '.join(SCOPES)}.")
    if "user.info.basic" not in config.scopes:
        raise ImproperlyConfigured("TIKTOK_SCOPES needs user.info.basic: without it nobody could tell accounts apart.")
    if config.platform not in ("desktop", "web"):
        raise ImproperlyConfigured(f"TIKTOK_PLATFORM is {config.platform!r}; it is 'desktop' or 'web'.")
    for name, url in (("TIKTOK_AUTHORIZE_URL", config.authorize_url), ("TIKTOK_API_URL", config.api_url)):
        parts = urlsplit(url)
        if parts.scheme != "https" and parts.hostname not in LOCAL_HOSTS:
            raise ImproperlyConfigured(f"{name} must be https; plain http is for a sandbox on this machine.")
    redirect = urlsplit(config.redirect_uri)
    if config.platform == "web" and (redirect.scheme != "https" or redirect.hostname in LOCAL_HOSTS):
        raise ImproperlyConfigured(
            "A TikTok web app needs an https TIKTOK_REDIRECT_URI that is not localhost (or TIKTOK_PLATFORM=desktop)."
        )

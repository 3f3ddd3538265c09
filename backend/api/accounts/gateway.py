"""The way from an account to TikTok: its developer app, the HTTP connection, and the vault for secrets."""

from functools import cache

import httpx2 as httpx
from django.conf import settings

from api.accounts.gate import gate_for, gate_for_app
from api.accounts.models import Account, TikTokApp
from core.vault import Vault
from tiktok.http import open_http
from tiktok.oauth import SCOPES, OAuthClient
from tiktok.tiktok_api_client import TikTokApiClient


@cache
def vault() -> Vault:
    """
    Return the master keys of this installation.

    :raises VaultError: when TOKEN_KEY_FILE cannot be used
    """
    return Vault.from_file(settings.TOKEN_KEY_FILE)


@cache
def connection() -> httpx.Client:
    """Return this process's connections to TikTok; kept open, so that a publication does not start with a handshake."""
    return open_http(settings.TIKTOK.api_url)


def tiktok_for(account: Account, access_token: str, *, holder: str = "") -> TikTokApiClient:
    """Return TikTok's API as `account` sees it; `holder` keeps its place in the queue when a call has to wait."""
    return TikTokApiClient(connection(), access_token=access_token, gate=gate_for(account, holder=holder))


def oauth_client(app: TikTokApp) -> OAuthClient:
    """Return the token endpoint for one developer app."""
    gate = gate_for_app(app)
    return OAuthClient(connection(), client_key=app.client_key, client_secret=secret_of(app), gate=gate)


def installation_app() -> TikTokApp:
    """Return the app that the environment names; its row is made at its first use."""
    app, _ = TikTokApp.objects.get_or_create(
        client_key=settings.TIKTOK.client_key,
        defaults={"platform": settings.TIKTOK.platform, "scopes": list(SCOPES), "audited": True},
    )
    return app


def secret_of(app: TikTokApp) -> str:
    """
    Return the app's client secret; the installation's own app has it in the environment.

    :raises VaultError: when the sealed one does not open
    """
    if app.client_key == settings.TIKTOK.client_key:
        secret: str = settings.TIKTOK.client_secret
        return secret
    return vault().open(app.client_secret_sealed, context=f"{app.pk}|client_secret")

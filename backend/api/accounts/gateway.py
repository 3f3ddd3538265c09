"""The way from an account to TikTok: its developer app, the HTTP connection, and the vault for secrets."""

from functools import cache
from pathlib import Path
from typing import Any

import httpx2 as httpx
from django.conf import settings

from api.accounts.gate import gate_for, gate_for_app
from api.accounts.models import Account, TikTokApp
from core.key_file import KeyFile
from core.vault import Vault
from tiktok.http import open_http
from tiktok.oauth import OAuthClient
from tiktok.tiktok_api_client import TikTokApiClient


def vault() -> Vault:
    """
    Return the master keys of this installation, as they are in the file now: a rotation needs no restart.

    :raises VaultError: when TOKEN_KEY_FILE cannot be used
    """
    return key_file(settings.TOKEN_KEY_FILE).vault()


@cache
def key_file(path: Path) -> KeyFile:
    """Return the file of master keys; its keys are read once, and again whenever it has changed."""
    return KeyFile(path)


@cache
def connection() -> httpx.Client:
    """Return this process's connections to TikTok; kept open, so that a publication does not start with a handshake."""
    return open_http(settings.TIKTOK.api_url, tempo=settings.TEMPO)


def tiktok_for(account: Account, access_token: str, *, holder: str = "") -> TikTokApiClient:
    """Return TikTok's API as `account` sees it; `holder` keeps its place in the queue when a call has to wait."""
    return TikTokApiClient(connection(), access_token=access_token, gate=gate_for(account, holder=holder))


def oauth_client(app: TikTokApp) -> OAuthClient:
    """Return the token endpoint for one developer app."""
    gate = gate_for_app(app)
    return OAuthClient(connection(), client_key=app.client_key, client_secret=secret_of(app), gate=gate)


def installation_app() -> TikTokApp:
    """Return the app that the environment names; its row is made at its first use, and kept as the environment says."""
    app, _ = TikTokApp.objects.get_or_create(client_key=settings.TIKTOK.client_key, defaults=_facts_of_own())
    return as_configured(app)


def is_own(app: TikTokApp) -> bool:
    """Tell whether it is the installation's own app, from the environment."""
    own: bool = app.client_key == settings.TIKTOK.client_key
    return own


def as_configured(app: TikTokApp) -> TikTokApp:
    """Return the app with what the environment says about it, if it is the installation's; a query only on a difference."""
    facts = _facts_of_own() if is_own(app) else {}
    changed = [name for name, value in facts.items() if getattr(app, name) != value]
    for name in changed:
        setattr(app, name, facts[name])
    if "pull_prefix" in changed:
        app.pull_checked_at, app.pull_problem = None, ""
        changed += ["pull_checked_at", "pull_problem"]
    if changed:
        app.save(update_fields=[*changed, "updated_at"])
    return app


def _facts_of_own() -> dict[str, Any]:
    tiktok = settings.TIKTOK
    shared = {"workspace": None, "is_enabled": True, "client_secret_sealed": ""}
    told = {"platform": tiktok.platform, "audited": tiktok.audited, "scopes": list(tiktok.scopes)}
    return {**told, "pull_prefix": tiktok.pull_prefix, **shared}


def secret_of(app: TikTokApp) -> str:
    """
    Return the app's client secret; the installation's own app has it in the environment.

    :raises VaultError: when the sealed one does not open
    """
    if is_own(app):
        secret: str = settings.TIKTOK.client_secret
        return secret
    return vault().open(app.client_secret_sealed, context=f"{app.pk}|client_secret")

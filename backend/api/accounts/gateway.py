"""The way from an account to TikTok: the installation's app, its HTTP connection, and the vault for tokens."""

from functools import cache

import httpx2 as httpx
from django.conf import settings

from core.vault import Vault
from tiktok.http import open_http
from tiktok.oauth import OAuthClient
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


def tiktok_for(access_token: str) -> TikTokApiClient:
    """Return TikTok's API as the account of this token sees it."""
    return TikTokApiClient(connection(), access_token=access_token)


def oauth_client() -> OAuthClient:
    """Return the token endpoint for the installation's app."""
    return OAuthClient(connection(), client_key=settings.TIKTOK.client_key, client_secret=settings.TIKTOK.client_secret)

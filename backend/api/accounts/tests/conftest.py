"""What the tests of accounts share: tokens as they are stored, and a sandbox whose knobs turn back by themselves."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.test import override_settings
from django.utils import timezone

from api.accounts import gateway
from api.accounts.connect_services import Callback
from api.accounts.gateway import vault
from api.accounts.models import Account, AccountToken
from conftest import Caller, Sandbox


@pytest.fixture
def turn(sandbox: Sandbox) -> Iterator[Callable[..., None]]:
    """Turn knobs of the sandbox for one test."""
    before = sandbox.http.get("/sandbox/api/settings").raise_for_status().json()
    changed: dict[str, object] = {}

    def change(**knobs: object) -> None:
        changed.update({name: before[name] for name in knobs})
        sandbox.set(**knobs)

    yield change
    sandbox.set(**changed)


def open_token(account: Account, which: str) -> str:
    """Return `access` or `refresh` of an account in the clear."""
    token = AccountToken.objects.get(account=account)
    sealed = token.access_sealed if which == "access" else token.refresh_sealed
    return vault().open(sealed, context=f"{account.pk}|{which}")


def let_expire(account: Account, *, seconds: float) -> None:
    """Make the access token end in so many seconds, as far as we know."""
    AccountToken.objects.filter(account=account).update(expires_at=timezone.now() + timedelta(seconds=seconds))


@contextmanager
def unreachable() -> Iterator[None]:
    """Have no TikTok to connect to while the block lasts."""
    with override_settings(TIKTOK=replace(settings.TIKTOK, api_url="http://127.0.0.1:1")):
        forget_connection()
        yield
        forget_connection()


def forget_connection() -> None:
    """Have the next call connect anew, to the address the settings name now."""
    gateway.connection().close()
    gateway.connection.cache_clear()


EVERYTHING = ["user.info.basic", "user.info.profile", "user.info.stats", "video.list", "video.publish", "video.upload"]


def start(caller: Caller) -> str:
    return str(caller.get("/tiktok/oauth/authorize").json()["authorize_url"])


def finish(caller: Caller, callback: Callback, **more: str) -> Any:
    return caller.post("/tiktok/oauth/callback", {"state": callback.state, "code": callback.code, **more})

"""Measuring TikTok with one connected account: what only tokens can tell, and the order in which all of it is asked."""

import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from django.utils import timezone

from api.accounts.gateway import connection, secret_of, vault
from api.accounts.models import Account, AccountToken
from api.accounts.token_services import fresh_access_token, keep_tokens
from core.domain_error import DomainError
from tiktok.operations import Operation
from tiktok.probe import Finding, Probe, profile_of
from tiktok.wire import TokenAnswer

NEEDED = ("video.publish", "video.list")


class ProbeRefused(DomainError):
    code, status, title = "probe_refused", 409, "Cannot be measured with this account"


def measure(
    *,
    account: Account,
    clip: Path,
    spend_refresh_token: bool,
    say: Callable[[str], None],
    pause: Callable[[float], None] = time.sleep,
) -> dict[str, object]:
    """
    Ask TikTok everything that is open and return the profile.

    Costs three or four inits without bytes, one post that only its owner sees, two refreshes, and a minute without
    creator_info. With `spend_refresh_token` an old refresh token is presented again, which may end the permission.

    :raises ProbeRefused: when the account lacks a scope that is needed
    :raises ReconnectRequired, TokenUnavailable: when it has no token
    """
    lacking = [scope for scope in NEEDED if scope not in account.scopes]
    if lacking:
        raise ProbeRefused(f"{account.handle} has not allowed {', '.join(lacking)}, which the probe needs.")
    probe = Probe(
        http=connection(),
        client_key=account.app.client_key,
        client_secret=secret_of(account.app),
        access_token=fresh_access_token(account.pk),
        clip=clip,
        say=say,
        pause=pause,
    )
    findings = _measure_calls(probe) + _measure_tokens(probe, account, spend_refresh_token=spend_refresh_token)
    return profile_of(findings, measured_at=timezone.now(), client_key=account.app.client_key)


def _measure_calls(probe: Probe) -> list[Finding]:
    findings: list[Finding] = []
    asks: tuple[tuple[str, Callable[[], list[Finding]]], ...] = (
        ("How errors of the token endpoint come", lambda: [probe.oauth_error_status()]),
        ("Bounds and fields of video/list", lambda: [probe.list_limit(), probe.aigc_field()]),
        ("Branded content for only me", lambda: [probe.branded_for_only_me()]),
        ("Several chunks, and cancelling", lambda: list(probe.several_chunks())),
        ("A last chunk sent twice", probe.last_chunk_again),
        ("What a 429 says", lambda: [probe.retry_after()]),
    )
    for title, ask in asks:
        probe.say(f"{title} …")
        findings += ask()
    return findings


def _measure_tokens(probe: Probe, account: Account, *, spend_refresh_token: bool) -> list[Finding]:
    probe.say("Tokens: lifetimes, and what a refresh does to the old ones …")
    old = AccountToken.objects.get(account=account)
    old_access, old_refresh = _open(old, "access"), _open(old, "refresh")
    first = _refresh(account)
    second = _refresh(account)
    probe.access_token = fresh_access_token(account.pk)
    findings = [
        Finding("access_token_seconds", first[0], "expires_in of a refresh"),
        Finding("refresh_token_seconds", first[1], "refresh_expires_in of a refresh"),
        Finding("refresh_lifetime_restarts", second[1] >= first[1], "refreshed twice and compared refresh_expires_in"),
        probe.old_access_token(old_access),
    ]
    if spend_refresh_token:
        findings += _present_again(probe, account, old_refresh)
    return findings


def _refresh(account: Account) -> tuple[int, int]:
    """Refresh by the protocol, so that nothing is lost whatever happens; return both lifetimes in seconds."""
    asked_at = timezone.now()
    fresh_access_token(account.pk, refused=fresh_access_token(account.pk))
    token = AccountToken.objects.get(account=account)
    return _seconds(asked_at, token.expires_at), _seconds(asked_at, token.refresh_expires_at)


def _seconds(start: datetime, end: datetime) -> int:
    return round((end - start).total_seconds())


def _present_again(probe: Probe, account: Account, old_refresh: str) -> list[Finding]:
    spent_at = timezone.now()
    heard = probe.ask_token(old_refresh)
    accepted = "access_token" in heard.content
    if accepted:  # TikTok rotated once more: what we had is dead, and this is the pair now
        keep_tokens(account=account, answer=TokenAnswer.model_validate(heard.content), now=spent_at)
        probe.access_token = fresh_access_token(account.pk)
    alive = probe.ask(Operation.CREATOR_INFO)
    how = "presented the refresh token from before two refreshes"
    return [
        heard.finding("spent_refresh_token_accepted", accepted, how),
        Finding("rotation_grace_seconds", 60 if accepted else 0, "0 where a spent refresh token is refused at once"),
        alive.finding(
            "pair_alive_after_reuse", alive.error.get("code") != "access_token_invalid", "read with the newest token"
        ),
    ]


def _open(token: AccountToken, which: str) -> str:
    sealed = token.access_sealed if which == "access" else token.refresh_sealed
    return vault().open(sealed, context=f"{token.pk}|{which}")

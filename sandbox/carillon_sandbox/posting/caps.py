"""May this creator, through this app, post this now? Asked by creator_info and by the inits."""

from collections.abc import Iterable

from carillon_sandbox.answers import ApiError
from carillon_sandbox.gate import Caller
from carillon_sandbox.sandbox import Sandbox
from carillon_sandbox.url_rules import is_owned
from carillon_sandbox.world.accounts import take_next

from .post_rules import PostInfo, check_audit, check_creator, check_privacy, check_user_cap
from .posts import count_pending_drafts, count_recent, recent_creators


def find_cap(sandbox: Sandbox, caller: Caller) -> str | None:
    """Return the code that keeps this creator from posting directly, or None."""
    now, settings, client = sandbox.now(), sandbox.settings, caller.client
    since, handle = now - settings.cap_window_seconds, caller.account.handle
    recent = count_recent(sandbox.store, handle, now=now, since=since)
    creators = recent_creators(sandbox.store, client.key, since)
    return check_creator(caller.account, recent=recent, cap=settings.posts_per_creator) or check_user_cap(
        handle, creators, audited=client.audited, cap=settings.creators_when_unaudited
    )


def check_direct(sandbox: Sandbox, caller: Caller, info: PostInfo) -> None:
    """
    Pass when the post may go straight to the profile.

    :raises ApiError: the first of ban, caps, audit and privacy level that forbids it
    """
    account, audited = caller.account, caller.client.audited
    code = (
        take_next(sandbox.store, account.handle, "next_init_error")
        or find_cap(sandbox, caller)
        or check_audit(account, info.privacy_level, audited=audited)
        or check_privacy(account, info.privacy_level)
    )
    if code:
        raise ApiError(code)


def check_draft(sandbox: Sandbox, caller: Caller, *, needs_new_app: bool) -> None:
    """
    Pass when the draft may go to the inbox; audit and privacy level are the person's business there.

    :raises ApiError: for a banned creator, an app too old for the kind of draft, or an inbox that is full
    """
    account, now, settings = caller.account, sandbox.now(), sandbox.settings
    code = take_next(sandbox.store, account.handle, "next_init_error")
    if code is None and not account.can_post:
        code = "spam_risk_user_banned_from_posting"
    if code is None and needs_new_app and account.app_outdated:
        code = "app_version_check_failed"
    since = now - settings.cap_window_seconds
    pending = count_pending_drafts(sandbox.store, account.handle, now=now, since=since)
    if code is None and pending >= settings.pending_drafts:
        code = "spam_risk_too_many_pending_share"
    if code:
        raise ApiError(code)


def check_owned(caller: Caller, urls: Iterable[str]) -> None:
    """
    Pass when every address lies in a URL property of the app.

    :raises ApiError: url_ownership_unverified
    """
    if not all(is_owned(url, caller.client.url_prefixes) for url in urls):
        raise ApiError("url_ownership_unverified")

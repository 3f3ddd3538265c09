"""Connecting an account: the walk to TikTok's consent page and back, and letting an account go again."""

import hashlib
import logging
import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction

from api.accounts.app_selectors import choose_app
from api.accounts.gateway import connection, oauth_client, vault
from api.accounts.models import Account, AccountStatus, OAuthAttempt, Platform, TikTokApp
from api.accounts.picture_services import copy_avatar
from api.accounts.profile_services import TikTokUnreachable, copy_profile
from api.accounts.reconnect_services import check_account, revoke
from api.accounts.signals import account_connected, account_disconnected
from api.accounts.token_services import hold_tokens, keep_tokens, wipe_tokens
from api.accounts.troubles import NO_TROUBLE
from api.workspaces.audit import record
from api.workspaces.auth import Member
from core.domain_error import DomainError
from tiktok.errors import OAuthRefused, TikTokError
from tiktok.oauth import build_authorize_url, make_challenge, make_verifier
from tiktok.tiktok_api_client import TikTokApiClient
from tiktok.wire import TokenAnswer, UserInfo

logger = logging.getLogger(__name__)

BASIC_SCOPE = "user.info.basic"
STATE_LIFETIME = timedelta(minutes=10)


class OAuthStateStale(DomainError):
    code, status, title = "oauth_state_stale", 400, "Connecting took too long"


class OAuthDenied(DomainError):
    code, status, title = "oauth_refused", 400, "Not connected"


class AppNotUsable(DomainError):
    code, status, title = "app_disabled", 409, "The TikTok app is switched off"


class AccountElsewhere(DomainError):
    code, status, title = "account_in_other_workspace", 409, "Already connected elsewhere"


@dataclass(frozen=True, slots=True)
class Callback:
    """What TikTok sent the browser back with (tiktok-api §2.1)."""

    state: str = field(repr=False)
    code: str = field(default="", repr=False)
    error: str = ""
    error_description: str = ""
    error_type: str = ""


def start_connect(
    *, member: Member, now: datetime, app: TikTokApp | None = None, account: Account | None = None
) -> str:
    """
    Return TikTok's consent address for this browser; its state works once, within ten minutes.

    :param app: the TikTok app to connect by; without it, the account's, or the first of the pool with room
    :param account: the account that is connected again, and no other; None to connect whichever the person chooses
    :raises AppNotUsable: when the app is switched off
    """
    app = account.app if account else app or choose_app(member.workspace)
    state = secrets.token_urlsafe(32)
    if not app.is_enabled:
        raise AppNotUsable("This TikTok app is switched off. Switch it on in the settings, or choose another one.")
    attempt = OAuthAttempt(
        app=app,
        account=account,
        session=member.session,
        workspace=member.workspace,
        state_hash=_hash(state),
        expires_at=now + STATE_LIFETIME,
    )
    attempt.redirect_uri = settings.TIKTOK.redirect_uri
    challenge = None
    if app.platform == Platform.DESKTOP:  # desktop apps must send PKCE; the web flow has none (tiktok-api §2.3)
        verifier = make_verifier()
        challenge = make_challenge(verifier)
        attempt.verifier_sealed = vault().seal(verifier, context=f"{attempt.pk}|verifier")
    attempt.save(force_insert=True)
    return build_authorize_url(
        settings.TIKTOK.authorize_url,
        client_key=app.client_key,
        redirect_uri=attempt.redirect_uri,
        state=state,
        challenge=challenge,
        scopes=app.scopes,
    )


def finish_connect(*, member: Member, callback: Callback, now: datetime) -> Account:
    """
    Turn TikTok's callback into a connected account.

    :raises OAuthStateStale: when the state is unknown, used, too old, or of another browser or workspace
    :raises OAuthDenied: when the person or TikTok said no
    :raises WrongAccount: when the person signed in to TikTok as another account than the one to be connected again
    :raises AccountElsewhere: when another workspace of this installation has the account
    :raises TikTokUnreachable: when TikTok did not answer
    """
    attempt = _use_attempt(member, callback.state, now=now)
    if callback.error or not callback.code:
        raise _denied(callback)
    verifier = (
        vault().open(attempt.verifier_sealed, context=f"{attempt.pk}|verifier") if attempt.verifier_sealed else None
    )
    try:
        answer = oauth_client(attempt.app).exchange_code(
            callback.code, redirect_uri=attempt.redirect_uri, verifier=verifier
        )
        _check_scopes(answer)
        # Past the gate on purpose: the code is spent, and holding this one call back would waste the person's consent.
        info = TikTokApiClient(connection(), access_token=answer.access_token).user_info(answer.scopes)
    except OAuthRefused as error:
        raise OAuthDenied(f"TikTok did not accept the connection ({error.code}). Try connecting again.") from error
    except TikTokError as error:
        raise TikTokUnreachable(
            "TikTok did not answer. Nothing was changed; try connecting again in a minute."
        ) from error
    check_account(attempt, answer, info)
    account = _bind(member, attempt.app, answer, info, now=now)
    copy_avatar(account, info.avatar_url)
    return account


def disconnect(*, account: Account, now: datetime, member: Member | None = None) -> int:
    """
    Let the account go: withdraw our permission at TikTok, forget the tokens, hold what was scheduled; history stays.

    Return how many publications were held.

    :param member: who lets it go, for the audit log; None when nobody did
    """
    with transaction.atomic():
        access_token = wipe_tokens(account)
        account.status, account.disconnected_at = AccountStatus.DISCONNECTED, now
        account.save(update_fields=["status", "disconnected_at", "updated_at"])
        answers: list[tuple[object, object]] = list(account_disconnected.send(Account, account=account))
        held = sum(count for _, count in answers if isinstance(count, int))
        if member:
            _note(member, account, "disconnected", held_publications=held)
    if access_token:
        revoke(account.app, access_token)
    return held


def _use_attempt(member: Member, state: str, *, now: datetime) -> OAuthAttempt:
    attempts = OAuthAttempt.objects.filter(state_hash=_hash(state), session=member.session, workspace=member.workspace)
    if attempts.filter(used_at=None, expires_at__gt=now).update(used_at=now) != 1:
        raise OAuthStateStale(
            "This connection was started elsewhere, already used, or more than ten minutes ago. Connect again."
        )
    return attempts.select_related("app", "account").get()


def _check_scopes(answer: TokenAnswer) -> None:
    if BASIC_SCOPE not in answer.scopes:
        raise OAuthDenied("Without the name and picture nobody could tell which account this is. Leave that ticked.")


def _denied(callback: Callback) -> OAuthDenied:
    if callback.error_type == "non_sandbox_target":
        return OAuthDenied(
            "This TikTok app is in TikTok's sandbox mode, and the account is not on its list of target accounts."
        )
    if callback.error == "access_denied":
        return OAuthDenied("TikTok says the permission was not given. Nothing was changed.")
    return OAuthDenied(
        f"TikTok sent the browser back with “{callback.error or 'no code'}”. {callback.error_description}".strip()
    )


def _bind(member: Member, app: TikTokApp, answer: TokenAnswer, info: UserInfo, *, now: datetime) -> Account:
    row = {"workspace": member.workspace, "app": app, "open_id": answer.open_id}
    try:
        with transaction.atomic():
            hold_tokens(app=app, open_id=answer.open_id)
            known = Account.objects.select_for_update().filter(**row).first()
            account = known or Account(**row, connected_at=now)
            account.connected_at = now  # each consent anew: what TikTok tells about an older one is over
            for name, value in NO_TROUBLE.items():
                setattr(account, name, value)
            account.status, account.disconnected_at, account.scopes = (
                AccountStatus.CONNECTED,
                None,
                answer.scopes,
            )
            copy_profile(account, info, now=now)
            account.save()
            keep_tokens(account=account, answer=answer, now=now)
            account_connected.send(Account, account=account)
            _note(member, account, "reconnected" if known else "connected")
    except IntegrityError as error:
        raise AccountElsewhere("Another workspace here has this TikTok account. Disconnect it there first.") from error
    return account


def _note(member: Member, account: Account, deed: str, **detail: object) -> None:
    sentence = f"{deed} the account {account.handle}"
    record(member, f"account.{deed}", kind="account", subject_id=account.pk, sentence=sentence, **detail)


def _hash(state: str) -> str:
    return hashlib.sha256(state.encode()).hexdigest()

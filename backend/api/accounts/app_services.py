"""A workspace's own TikTok apps: added, changed, tried out, switched off and removed. Their secrets go in and never out."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from api.accounts.gateway import is_own, oauth_client, vault
from api.accounts.models import TikTokApp
from api.accounts.profile_services import TikTokUnreachable
from api.accounts.redirects import why_unusable
from api.accounts.signals import app_disabled, app_usable
from api.accounts.token_signs import take_up_again
from api.workspaces.audit import record
from api.workspaces.auth import Member
from core.domain_error import DomainError, Invalid
from core.vault import VaultError
from tiktok.errors import OAuthRefused, TikTokError
from tiktok.oauth import SCOPES

BASIC_SCOPE = "user.info.basic"
NO_SUCH_TOKEN = "rft.carillon-tries-whether-this-app-is-known"  # noqa: S105 - made up, so that it cannot exist
SECRET_LENGTHS = (8, 200)


class AppOfInstallation(DomainError):
    code, status, title = "app_of_installation", 409, "This app belongs to the server"


class AppInUse(DomainError):
    code, status, title = "app_in_use", 409, "The app is in use"


@dataclass(frozen=True, slots=True)
class AppFacts:
    """What a person knows about an app from TikTok's developer portal; None leaves what is there."""

    name: str | None = None
    client_key: str | None = None
    client_secret: str | None = field(default=None, repr=False)
    platform: str | None = None
    audited: bool | None = None
    scopes: Sequence[str] | None = None


@dataclass(frozen=True, slots=True)
class Trial:
    """What TikTok said to an app's key and secret."""

    ok: bool
    code: str
    message: str


def add_app(*, member: Member, facts: AppFacts) -> TikTokApp:
    """
    Add an app of TikTok's developer portal to the workspace.

    :raises Invalid: at the field that TikTok would not accept, or when somebody here has the app already
    """
    with transaction.atomic():
        app = _save(TikTokApp(workspace=member.workspace), facts, is_new=True)
        _note(member, app, "added")
    return app


def change_app(*, member: Member, app: TikTokApp, facts: AppFacts, is_enabled: bool | None = None) -> TikTokApp:
    """
    Change what is given. Switching an app off holds the posts of its accounts, and only those; switching it on releases them.

    :raises AppOfInstallation: for the app that the environment names
    :raises Invalid: as `add_app`
    """
    must_be_the_workspaces(app)
    with transaction.atomic():
        app = _save(app, facts, is_new=False)
        switched = is_enabled is not None and is_enabled != app.is_enabled
        _note(member, app, ("switched on" if is_enabled else "switched off") if switched else "changed")
        if is_enabled is not None and switched:
            app.is_enabled = is_enabled
            app.save(update_fields=["is_enabled", "updated_at"])
            if is_enabled:
                app_usable.send(TikTokApp, app=app, codes=("app_disabled",))
            else:
                app_disabled.send(TikTokApp, app=app)
    return app


def remove_app(*, member: Member, app: TikTokApp) -> None:
    """
    Forget an app and its secret.

    :raises AppOfInstallation: for the app that the environment names
    :raises AppInUse: once an account was connected by it
    """
    must_be_the_workspaces(app)
    try:
        with transaction.atomic():
            _note(member, app, "removed")
            app.delete()
    except ProtectedError as error:
        count = app.accounts.count()
        accounts = "One account was" if count == 1 else f"{count} accounts were"
        raise AppInUse(
            f"{accounts} connected by this app, and their history needs it. Switch the app off instead."
        ) from error


def try_app(*, member: Member, app: TikTokApp, now: datetime) -> Trial:
    """
    Ask TikTok whether it knows the app's key and secret, with a refresh token that cannot exist.

    A success ends the app's problem, and what waited because of it goes on.

    :raises TikTokUnreachable: when TikTok did not answer; nothing is concluded then
    """
    trial = _ask(app)
    with transaction.atomic():
        app.tested_at = now
        app.problem_since = None if trial.ok else app.problem_since or now
        app.problem_code = "" if trial.ok else trial.code
        app.save(update_fields=["tested_at", "problem_code", "problem_since", "updated_at"])
        _note(member, app, "tried", ok=trial.ok, code=trial.code)
        if trial.ok:
            take_up_again(app)
    return trial


def _ask(app: TikTokApp) -> Trial:
    try:
        oauth_client(app).refresh(NO_SUCH_TOKEN)
    except OAuthRefused as refusal:
        return read_trial(refusal.code, refusal.message)
    except VaultError:
        return Trial(
            ok=False,
            code="secret_unreadable",
            message="The stored secret does not open with this server's key. Type it in again.",
        )
    except TikTokError as error:
        raise TikTokUnreachable("TikTok did not answer, so this is not known yet. Try again in a minute.") from error
    return Trial(
        ok=False, code="unexpected", message="TikTok accepted a token that cannot exist. This is not TikTok answering."
    )


def read_trial(code: str, message: str) -> Trial:
    """Return what TikTok's answer to a made-up refresh token says about the app. Pure."""
    if code == "invalid_grant":
        return Trial(ok=True, code="", message="TikTok knows this app: the key and the secret are right.")
    if code == "invalid_client":
        return Trial(
            ok=False,
            code=code,
            message="TikTok does not know this pair of client key and secret. Compare the key, and type the secret in again.",
        )
    said = f"{code}: {message}" if message else code
    answered = f"TikTok answered “{said[:200]}”, which says neither that the pair is right nor wrong."
    return Trial(ok=False, code=code[:80], message=answered)


def _note(member: Member, app: TikTokApp, deed: str, **detail: object) -> None:
    action = f"app.{deed.replace(' ', '_')}"
    record(member, action, kind="app", subject_id=app.pk, sentence=f"{deed} the TikTok app {app}", **detail)


def must_be_the_workspaces(app: TikTokApp) -> None:
    """Raise `AppOfInstallation` for the app that the environment names."""
    if is_own(app) or app.workspace_id is None:
        raise AppOfInstallation(
            "This app comes from the server's environment. Whoever runs the server changes it there."
        )


def _save(app: TikTokApp, facts: AppFacts, *, is_new: bool) -> TikTokApp:
    for name in ("name", "client_key", "platform", "audited"):
        if (value := getattr(facts, name)) is not None:
            setattr(app, name, value)
    if facts.scopes is not None:
        app.scopes = _check_scopes(facts.scopes)
    if is_new or facts.platform is not None:
        _check_platform(app.platform)
    if facts.client_secret is not None:
        app.client_secret_sealed = vault().seal(_check_secret(facts.client_secret), context=f"{app.pk}|client_secret")
    try:
        with transaction.atomic():
            app.save(force_insert=is_new)
    except IntegrityError as error:
        message = "This app is on this server already, in this workspace or in another one."
        raise Invalid.at("client_key", message, code="client_key_taken") from error
    return app


def _check_platform(platform: str) -> None:
    if why := why_unusable(settings.TIKTOK.redirect_uri, platform=platform):
        raise Invalid.at("platform", why, code="redirect_uri_unusable")


def _check_scopes(scopes: Sequence[str]) -> list[str]:
    if unknown := [scope for scope in scopes if scope not in SCOPES]:
        raise Invalid.at("scopes", f"Carillon has no use for {unknown[0][:60]}.", code="scope_unknown")
    if BASIC_SCOPE not in scopes:
        raise Invalid.at("scopes", "Without user.info.basic nobody could tell accounts apart.", code="scope_missing")
    return [scope for scope in SCOPES if scope in scopes]


def _check_secret(secret: str) -> str:
    shortest, longest = SECRET_LENGTHS
    if not (shortest <= len(secret) <= longest and secret.isascii() and secret.isprintable() and " " not in secret):
        message = "This is no client secret of TikTok's: one has at least 8 characters and no space."
        raise Invalid.at("client_secret", message, code="secret_invalid")
    return secret

"""What TikTok apps look like from outside; a secret only ever goes in."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from django.conf import settings
from ninja import Schema
from pydantic import Field, StringConstraints

from api.accounts.app_services import AppFacts, Trial
from api.accounts.gateway import is_own
from api.accounts.models import Platform, TikTokApp
from api.accounts.redirects import why_no_webhooks, why_unusable
from core.sentences.answer import Sentence

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80, pattern=r"^[^\x00]+$")]
ClientKey = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[A-Za-z0-9_-]{4,64}$")]
ClientSecret = Annotated[str, StringConstraints(strip_whitespace=True, max_length=400)]
Scopes = Annotated[list[str], Field(max_length=20)]
WEBHOOK_PATH = "/webhooks/tiktok"


class AppIn(Schema):
    """An app as TikTok's developer portal shows it."""

    name: Name
    client_key: ClientKey
    client_secret: ClientSecret = Field(repr=False)
    platform: Platform
    audited: bool = False
    scopes: Scopes

    def to_facts(self) -> AppFacts:
        return AppFacts(**dict(self))


class AppChangeIn(Schema):
    """What is to be changed; what is left out stays as it is. The client key stays: another key is another app."""

    name: Name | None = None
    client_secret: ClientSecret | None = Field(None, repr=False)
    platform: Platform | None = None
    audited: bool | None = None
    scopes: Scopes | None = None
    is_enabled: bool | None = None

    def to_facts(self) -> AppFacts:
        return AppFacts(**{name: value for name, value in dict(self).items() if name != "is_enabled"})


class PullPrefixIn(Schema):
    """The address, verified at TikTok for the app, below which it fetches photos; empty for none."""

    pull_prefix: str = Field(max_length=200)


class AppProblemOut(Schema):
    """TikTok does not accept the app: its code, and since when."""

    code: str
    since: datetime | None


class AppOut(Schema):
    """
    A TikTok app. `is_own` is the server's, from its environment, which nobody changes here.

    `account_count` counts the workspace's accounts on it. TikTok fetches photos from below `pull_prefix`; it is empty while no
    photos can be posted by the app.
    """

    id: UUID
    name: Sentence
    client_key: str
    platform: Platform
    audited: bool
    scopes: list[str]
    is_own: bool
    is_enabled: bool
    problem: AppProblemOut | None
    tested_at: datetime | None
    account_count: int
    pull_prefix: str
    pull_checked_at: datetime | None
    pull_problem: Sentence | None

    @classmethod
    def of(cls, app: TikTokApp) -> "AppOut":
        names = (
            "client_key",
            "platform",
            "audited",
            "scopes",
            "is_enabled",
            "tested_at",
            "pull_prefix",
            "pull_checked_at",
        )
        problem = {"code": app.problem_code, "since": app.problem_since} if app.problem_code else None
        return cls.model_validate(
            {name: getattr(app, name) for name in names}
            | {
                "id": app.pk,
                "name": name_of(app),
                "is_own": is_own(app),
                "pull_problem": app.pull_problem or None,
                "problem": problem,
                "account_count": getattr(app, "account_count", 0),
            }
        )


class PlatformOut(Schema):
    """Whether an app of this platform can come back to this server; `reason` says why not."""

    platform: Platform
    usable: bool
    reason: Sentence | None


class AppListOut(Schema):
    """The apps, and what TikTok's developer portal wants to know about this server."""

    items: list[AppOut]
    can_change: bool
    redirect_uri: str
    platforms: list[PlatformOut]
    webhook_url: str
    webhook_note: Sentence | None

    @classmethod
    def of(cls, apps: list[TikTokApp], *, can_change: bool) -> "AppListOut":
        uri, webhook_url = settings.TIKTOK.redirect_uri, settings.PUBLIC_URL.rstrip("/") + WEBHOOK_PATH
        reasons = {platform: why_unusable(uri, platform=platform) for platform in Platform}
        return cls(
            items=[AppOut.of(app) for app in apps],
            can_change=can_change,
            redirect_uri=uri,
            platforms=[
                PlatformOut(platform=platform, usable=reason is None, reason=reason)
                for platform, reason in reasons.items()
            ],
            webhook_url=webhook_url,
            webhook_note=why_no_webhooks(webhook_url),
        )


class AppTrialOut(Schema):
    """What TikTok said to the app's key and secret."""

    ok: bool
    code: str | None
    message: Sentence
    app: AppOut

    @classmethod
    def of(cls, app: TikTokApp, trial: Trial) -> "AppTrialOut":
        return cls(ok=trial.ok, code=trial.code or None, message=trial.message, app=AppOut.of(app))


def name_of(app: TikTokApp) -> str:
    """Return what people call the app."""
    return app.name or ("This server's app" if is_own(app) else app.client_key)

"""Finding TikTok apps: a workspace has its own, and the installation's."""

from uuid import UUID

from django.conf import settings
from django.db.models import Count, Q, QuerySet

from api.accounts.app_room import CREATORS_UNAUDITED
from api.accounts.gateway import installation_app
from api.accounts.models import AccountStatus, TikTokApp
from api.workspaces.models import Workspace
from core.domain_error import NotFound


def list_apps(workspace: Workspace) -> "list[TikTokApp]":
    """Return the installation's app, then the workspace's; each with `account_count`, the workspace's accounts on it."""
    own = installation_app()
    found = _visible(workspace).annotate(
        account_count=Count(
            "accounts",
            filter=Q(accounts__workspace=workspace) & ~Q(accounts__status=AccountStatus.DISCONNECTED),
        )
    )
    return sorted(found, key=lambda app: (app.pk != own.pk, app.pk))


def get_app(*, workspace: Workspace, app_id: UUID) -> TikTokApp:
    """
    Return one app the workspace may use.

    :raises NotFound: when it is unknown or another workspace's
    """
    app = _visible(workspace).filter(pk=app_id).first()
    if app is None:
        raise NotFound("There is no such TikTok app in this workspace.")
    return app


def choose_app(workspace: Workspace) -> TikTokApp:
    """
    Return the app a new account is connected by: a usable one with room, one that passed TikTok's audit first.

    Without any with room the first usable one, and without that the installation's, so that TikTok says what is wrong.
    """
    own = installation_app()
    connected = Count("accounts", filter=Q(accounts__status=AccountStatus.CONNECTED))
    usable = _visible(workspace).filter(is_enabled=True, problem_code="").annotate(connected=connected)
    apps = sorted(usable, key=lambda app: (not app.audited, app.pk != own.pk, app.pk))
    with_room = [app for app in apps if app.audited or app.connected < CREATORS_UNAUDITED]
    return next(iter(with_room or apps), own)


def _visible(workspace: Workspace) -> "QuerySet[TikTokApp]":
    # An app that the environment named before has no secret any more, so only today's is the installation's.
    return TikTokApp.objects.filter(Q(workspace=workspace) | Q(workspace=None, client_key=settings.TIKTOK.client_key))

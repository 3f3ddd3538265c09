"""What people must hear of accounts and apps: a permission that ends, an account to connect again, an app TikTok refuses."""

from datetime import datetime, timedelta
from uuid import UUID

from api.accounts.models import Account, AccountStatus, TikTokApp
from api.accounts.troubles import say_time, zone_of
from api.notifications.models import Notification, Urgency
from api.notifications.services import RUNS_IT, News, settle, tell
from core.live import announce

RECONNECT, ENDS_SOON, ENDS_TODAY, APP_REFUSED = (
    "account.reconnect",
    "account.ends_soon",
    "account.ends_today",
    "app.refused",
)
WEEK, DAY = timedelta(days=7), timedelta(hours=24)
ACCOUNTS_PAGE = "/accounts"


def tell_reconnect(*, account: Account, **_: object) -> None:
    """Tell that only its owner can help the account; its own sentence says until when posts go out."""
    news = News(
        kind=RECONNECT,
        urgency=Urgency.NOW,
        key=f"{RECONNECT}:{account.trouble_code}",
        title=f"Connect {account.handle} again",
        body=account.trouble_message,
        link=ACCOUNTS_PAGE,
        about=account.pk,
        label=account.handle,
        many="{count} accounts have to be connected again: {names}",
    )
    tell(account.workspace_id, news)
    announce(account.workspace_id, "account", account.pk)


def tell_app_refused(app: TikTokApp) -> None:
    """Tell who runs a workspace with accounts of the app that TikTok does not accept it."""
    news = News(
        kind=APP_REFUSED,
        urgency=Urgency.NOW,
        key=f"{APP_REFUSED}:{app.pk}",
        title=f"TikTok does not accept the app “{app}”",
        body="Nothing is posted by its accounts until this is mended. Compare its key and secret with TikTok's portal.",
        link="/settings/tiktok-apps",
        about=app.pk,
        label=str(app),
        roles=RUNS_IT,
    )
    connected = Account.objects.filter(app=app).exclude(status=AccountStatus.DISCONNECTED)
    for workspace_id in set(connected.values_list("workspace_id", flat=True)):
        tell(workspace_id, news)


def settle_account(*, account: Account, **_: object) -> None:
    """Take back what was told of an account that is connected again, or gone; open pages show it as it is now."""
    settle(account.pk)
    announce(account.workspace_id, "account", account.pk)


def settle_app(app: TikTokApp) -> None:
    """Take back that TikTok refuses the app."""
    settle(app.pk)


def warn_of_ends(*, now: datetime) -> int:
    """
    Tell of permissions that end within a week, and again within a day; return of how many accounts.

    TikTok gives a permission for a year and renews only what its tokens can do meanwhile, so this is the one end that
    comes without anything going wrong.
    """
    ending = Account.objects.filter(
        status=AccountStatus.CONNECTED, token__refresh_expires_at__range=(now, now + WEEK)
    ).select_related("token")
    return sum(_warn(account, now=now) for account in ending)


def _warn(account: Account, *, now: datetime) -> bool:
    ends = account.token.refresh_expires_at
    today = ends - now <= DAY
    kind = ENDS_TODAY if today else ENDS_SOON
    if _was_told(account.pk, kind, since=ends - (DAY if today else WEEK)):
        return False
    if today:
        settle(account.pk, kinds=[ENDS_SOON])
    news = News(
        kind=kind,
        urgency=Urgency.NOW if today else Urgency.SOON,
        key=kind,
        title=f"Our permission for {account.handle} ends on {say_time(ends, zone_of(account))}",
        body="Connect it again before, and its posts go on without a break. What is due later is held.",
        link=ACCOUNTS_PAGE,
        about=account.pk,
        label=account.handle,
        many=f"Our permission for {{count}} accounts ends within {'a day' if today else 'a week'}: {{names}}",
    )
    tell(account.workspace_id, news)
    return True


def _was_told(account_id: UUID, kind: str, *, since: datetime) -> bool:
    """Tell whether this end was told of already, read or not."""
    told = Notification.objects.filter(kind=kind, subjects__subject_id=account_id, subjects__created_at__gte=since)
    return told.exists()

"""How TikTok does, as far as this installation's own calls tell."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils import timezone

from api.accounts.gate import circuit_key, keepers
from api.accounts.models import TikTokApp
from api.workspaces.models import Workspace
from tiktok.operations import Operation

# What a trouble means to people, by the kind of call that is in it.
POSTS_WAIT = "Posts wait and go out in order by themselves."
MEANING = {
    "creator": POSTS_WAIT,
    "posting": POSTS_WAIT,
    "upload": POSTS_WAIT,
    "status": "Whether posts are out is asked again by itself.",
    "display": "Names and figures are read again by themselves.",
    "oauth": "Accounts can be connected again once it is over.",
}
GROUPS = tuple(dict.fromkeys(operation.group for operation in Operation))


@dataclass(frozen=True, slots=True)
class Trouble:
    """One group of calls that TikTok does not answer for one app."""

    app: str
    group: str
    since: datetime
    sentence: str


@dataclass(frozen=True, slots=True)
class Health:
    """What is in trouble; and since when the limiter has had to do without Valkey, None while it has it."""

    troubles: list[Trouble]
    degraded_since: datetime | None


def look(*, workspace: Workspace, time_zone: str, now: datetime) -> Health:
    """Return how TikTok does for the apps by which the workspace's accounts are connected; times in `time_zone`."""
    keepers().outage.ask(lambda: bool(keepers().valkey.ping()), lambda: False)
    apps = TikTokApp.objects.filter(accounts__workspace=workspace).distinct().order_by("pk")
    zone = ZoneInfo(time_zone)
    troubles = [
        Trouble(str(app), group, since, sentence_of(group, since, zone=zone, now=now))
        for app in apps
        for group in GROUPS
        if (since := keepers().breaker.since(circuit_key(app.pk, group)))
    ]
    return Health(troubles, keepers().outage.degraded_since)


def sentence_of(group: str, since: datetime, *, zone: ZoneInfo, now: datetime) -> str:
    """Say since when and what it means; the day only where it is not today."""
    there = timezone.localtime(since, zone)
    is_today = there.date() == timezone.localtime(now, zone).date()
    return f"TikTok is having trouble since {there:{'%H:%M' if is_today else '%d %b, %H:%M'}}. {MEANING[group]}"

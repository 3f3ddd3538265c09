"""Whose turn it is to be synced."""

from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.db.models import Q

from api.accounts.models import Account, AccountStatus
from api.analytics.models import AccountState
from api.analytics.sync_times import last_night, offset_of

UTC = ZoneInfo("UTC")
GIVEN_AGAIN_S = 600


def list_whose_turn_it_is(*, now: datetime) -> list[tuple[UUID, str]]:
    """
    Return accounts that have not been read as a whole since their turn of the last night, and that night's date; two queries.

    After an outage of ours the turn comes when we are back.
    """
    connected = Account.objects.filter(status=AccountStatus.CONNECTED)
    zones = connected.values_list("workspace__time_zone", flat=True).distinct()
    nights = {name: last_night(_zone(name), now=now) for name in zones}
    due = Q(pk__in=[])
    for name, (_, instant) in nights.items():
        due |= Q(workspace__time_zone=name) & (Q(state__whole_at=None) | Q(state__whole_at__lt=instant))
    rows = connected.filter(due).values_list("pk", "workspace__time_zone").order_by("pk")
    return [(pk, nights[name][0]) for pk, name in rows if nights[name][1] + offset_of(pk) <= now]


def list_due(*, now: datetime) -> list[tuple[UUID, str]]:
    """
    Return accounts that are to be read now, and a word for this turn; one query.

    The word changes every few minutes: a hint that got lost is given again.
    """
    states = AccountState.objects.filter(account__status=AccountStatus.CONNECTED, due_at__lte=now)
    again = int(now.timestamp()) // GIVEN_AGAIN_S
    return [(pk, f"{due_at.timestamp():.0f}:{again}") for pk, due_at in states.values_list("pk", "due_at") if due_at]


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return UTC

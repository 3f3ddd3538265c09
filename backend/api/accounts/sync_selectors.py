"""Whose turn it is to be synced."""

from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.db.models import Q

from api.accounts.models import Account, AccountStatus
from api.accounts.sync_times import last_night, offset_of

UTC = ZoneInfo("UTC")


def list_whose_turn_it_is(*, now: datetime) -> list[tuple[UUID, str]]:
    """
    Return accounts that have not been synced since their turn of the last night, and that night's date; two queries.

    An account that was connected since has been synced by that. After an outage of ours the turn comes when we are back.
    """
    connected = Account.objects.filter(status=AccountStatus.CONNECTED)
    zones = connected.values_list("workspace__time_zone", flat=True).distinct()
    nights = {name: last_night(_zone(name), now=now) for name in zones}
    due = Q(pk__in=[])
    for name, (_, instant) in nights.items():
        due |= Q(workspace__time_zone=name) & (Q(synced_at=None) | Q(synced_at__lt=instant))
    rows = connected.filter(due).values_list("pk", "workspace__time_zone").order_by("pk")
    return [(pk, nights[name][0]) for pk, name in rows if nights[name][1] + offset_of(pk) <= now]


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return UTC

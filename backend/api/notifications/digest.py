"""The daily e-mail: at eight in the person's morning, what happened since the day before and was not mailed at once."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.db import transaction
from django.db.models import Prefetch
from django.db.models.functions import Now

from api.notifications import selectors
from api.notifications.mail_queue import DIGEST, SEND_TASK
from api.notifications.mail_sending import claim_items, parts_of, settings_url
from api.notifications.models import MailTiming, Notification
from api.notifications.signals import day_asked
from api.notifications.wording import write_digest
from api.users.models import User
from api.workspaces.models import Membership
from core.hints import hint
from core.models import OutboxMessage
from core.sentences.catalogue import say

HOUR = 8
LOOKED_BACK = timedelta(days=7)  # at what no earlier digest had
KEPT = timedelta(days=90)
MAIL_KEPT = timedelta(days=30)


def morning_of(zone: str, *, now: datetime) -> datetime | None:
    """Return today's eight o'clock in the zone; None while it is still to come."""
    try:
        local = now.astimezone(ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError):
        local = now
    morning = local.replace(hour=HOUR, minute=0, second=0, microsecond=0)
    return morning if morning <= local else None


def write_digests(*, now: datetime) -> int:
    """Put the digest of everybody whose morning it is into the outbox, once a day each; return how many."""
    people = User.objects.filter(is_active=True).select_related("mail_preference")
    memberships = Prefetch("memberships", Membership.objects.select_related("workspace"))
    mornings = {}
    for user in people.prefetch_related(memberships):
        morning = morning_of(user.time_zone, now=now)
        if morning and selectors.preference_of(user).urgencies(MailTiming.DIGEST):
            mornings[f"{DIGEST}:{user.pk}:{morning:%Y-%m-%d}"] = (user, morning)
    known = set(OutboxMessage.objects.filter(key__in=mornings).values_list("key", flat=True))
    return sum(_write(key, user, morning) for key, (user, morning) in mornings.items() if key not in known)


def _write(key: str, user: User, morning: datetime) -> bool:
    """Write one person's digest; a day on which nothing happened has a row too, and no e-mail."""
    with transaction.atomic():
        made = OutboxMessage(kind=DIGEST, key=key, payload={"user": str(user.pk)})
        OutboxMessage.objects.bulk_create([made], ignore_conflicts=True)
        message = OutboxMessage.objects.select_for_update().get(key=key)
        if message.pk != made.pk:
            return False
        chosen = selectors.preference_of(user).urgencies(MailTiming.DIGEST)
        told = Notification.objects.filter(user=user, unmailed=True, urgency__in=chosen)
        items = claim_items(told.filter(last_at__lt=morning, last_at__gte=morning - LOOKED_BACK))
        lines = _figures(user, morning)
        if not items and not lines:
            return False
        letter = write_digest(items, lines=lines, settings_url=settings_url(), language=user.language)
        message.payload |= parts_of(user, letter)
        message.next_try_at = Now()
        message.save()
        hint(SEND_TASK)
    return True


def _figures(user: User, morning: datetime) -> list[str]:
    """Ask who knows what happened in each of the person's workspaces."""
    lines = []
    for membership in user.memberships.all():
        asked = {"workspace": membership.workspace, "since": morning - timedelta(days=1), "until": morning}
        for _, said in day_asked.send(User, **asked):
            if said:
                lines.append(f"{membership.workspace.name}: {say(said, user.language)}")
    return lines


def forget_old(*, now: datetime) -> int:
    """Delete what was read three months ago, and e-mails that were sent a month ago; return how many rows."""
    rows, _ = Notification.objects.filter(read_at__lt=now - KEPT).delete()
    mails, _ = OutboxMessage.objects.filter(
        kind__in=(DIGEST, "mail.urgent"), next_try_at=None, created_at__lt=now - MAIL_KEPT
    ).delete()
    return rows + mails

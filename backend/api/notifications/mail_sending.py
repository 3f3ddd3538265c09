"""Sending what the outbox holds: each message is put together once, then tried until a server takes it."""

import logging
import smtplib
from datetime import timedelta
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.db.models import QuerySet
from django.db.models.functions import Now

from api.notifications import selectors
from api.notifications.mail_queue import DIGEST, URGENT
from api.notifications.models import MailTiming, Notification
from api.notifications.wording import Item, Letter, one_line, write_urgent
from api.users.models import User
from core.models import OutboxMessage
from core.tempo import paced_delta

LEASE = timedelta(minutes=2)  # who sends it is gone after that
FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(hours=1)
TRIED_FOR = timedelta(days=3)
MOST_AT_ONCE = 100
MOST_ITEMS = 50
AWAY = (OSError, smtplib.SMTPException)  # what a server that is down, full or strict raises

logger = logging.getLogger(__name__)


def send_waiting() -> int:
    """Send what is due; stop at the first server error, since the next message would meet it too. Return how many went out."""
    sent = 0
    for _ in range(MOST_AT_ONCE):
        message = _take()
        if message is None:
            break
        try:
            if "subject" in message.payload:
                _mail(message)
                sent += 1
        except AWAY as error:
            _postpone(message, error)
            break
        OutboxMessage.objects.filter(pk=message.pk).update(sent_at=Now(), next_try_at=None, last_error="")
    return sent


def _take() -> OutboxMessage | None:
    """Take one due message for this worker, put together by now; a second worker passes it by."""
    with transaction.atomic():
        due = OutboxMessage.objects.filter(kind__in=(URGENT, DIGEST), sent_at=None, next_try_at__lte=Now())
        message = due.select_for_update(skip_locked=True).order_by("next_try_at").first()
        if message is None:
            return None
        if message.tries == 0 and message.kind == URGENT:
            message.payload |= _put_together(UUID(message.payload["user"]))
        message.tries += 1
        message.next_try_at = Now() + paced_delta(LEASE)
        message.save()
    return message


def _put_together(user_id: UUID) -> dict[str, str]:
    """Return the e-mail's parts from what the person has not read; nothing when they have, or want no more mail."""
    user = User.objects.select_related("mail_preference").filter(pk=user_id, is_active=True).first()
    if user is None:
        return {}
    unread = Notification.objects.filter(user=user, read_at=None, unmailed=True)
    items = claim_items(unread.filter(urgency__in=selectors.preference_of(user).urgencies(MailTiming.NOW)))
    letter = write_urgent(items, settings_url=settings_url(), language=user.language) if items else None
    return parts_of(user, letter) if letter else {}


def claim_items(rows: "QuerySet[Notification]") -> list[Item]:
    """
    Return notifications for an e-mail, and note that it has them; in a transaction.

    One that is being told at this moment is passed by: its teller finds this message under way and leaves another.
    """
    locked = rows.select_for_update(skip_locked=True, of=("self",)).select_related("workspace").order_by("-last_at")
    found = list(locked[:MOST_ITEMS])
    Notification.objects.filter(pk__in=[row.pk for row in found]).update(unmailed=False)
    return [
        Item(row.title, row.body, url_of(row.link), row.workspace.name, settled=row.settled_at is not None)
        for row in found
    ]


def parts_of(user: User, letter: Letter) -> dict[str, str]:
    """Return what an outbox row keeps of an e-mail."""
    return {"to": user.email, "subject": letter.subject, "text": letter.text, "html": letter.html}


def url_of(path: str) -> str:
    return settings.PUBLIC_URL.rstrip("/") + path if path else ""


def settings_url() -> str:
    """Return where a person chooses what they are mailed."""
    return url_of("/settings#mail")


def _mail(message: OutboxMessage) -> None:
    host = urlsplit(settings.PUBLIC_URL).hostname or "localhost"
    headers = {
        "Message-ID": f"<{message.pk}@{host}>",  # the same at each try, so that a second copy can be told
        "List-Unsubscribe": f"<{settings_url()}>",
        "Auto-Submitted": "auto-generated",
    }
    payload = message.payload
    mail = EmailMultiAlternatives(one_line(payload["subject"]), payload["text"], to=[payload["to"]], headers=headers)
    mail.attach_alternative(payload["html"], "text/html")
    mail.send()


def _postpone(message: OutboxMessage, error: Exception) -> None:
    pause = min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** min(message.tries - 1, 16))
    said = f"{type(error).__name__}: {error}"[:200]
    over = Now() - TRIED_FOR
    row = OutboxMessage.objects.filter(pk=message.pk)
    row.update(next_try_at=Now() + paced_delta(pause), last_error=said)
    if row.filter(created_at__lt=over).update(next_try_at=None):
        logger.error("e-mail %s is given up after three days: %s", message.pk, type(error).__name__)
    else:
        logger.warning("e-mail %s was not taken and is tried again: %s", message.pk, type(error).__name__)

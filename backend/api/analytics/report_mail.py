"""
Mailing reports that are waiting in the outbox: drawn when they are sent, tried for a day, then told to the workspace.

A message is one recipient's of one due day, and keeps its Message-ID: a server that took it without a word gets the same again.
"""

import logging
from datetime import date, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.db.models.functions import Now
from django.utils import timezone

from api.analytics.models.report_schedule_model import ReportSchedule
from api.analytics.report_letter import write_letter
from api.notifications import services as notifications
from api.notifications.mail_sending import AWAY, url_of
from api.notifications.models import Urgency
from api.notifications.services import News
from api.users.models import User
from core.models import OutboxMessage
from core.tempo import paced_delta

if TYPE_CHECKING:
    from api.analytics.report_services import MadeReport

logger = logging.getLogger(__name__)

REPORT = "mail.report"
SEND_TASK = "reports.send_reports"
LEASE = timedelta(minutes=2)
FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=1), timedelta(hours=1)
TRIED_FOR = timedelta(days=1)
MOST_AT_ONCE = 100
LINK = "/analytics"
UNSENT = "report.unsent"

Drawn = tuple[str, str, str, str]  # schedule, since, until, language


def send_waiting() -> int:
    """Send what is due; stop at the first server error, since the next message would meet it too. Return how many went out."""
    sent, drawn = 0, dict[Drawn, "MadeReport"]()
    for _ in range(MOST_AT_ONCE):
        message = _take()
        if message is None:
            break
        try:
            sent += _mail(message, drawn)
        except AWAY as error:
            _postpone(message, error)
            break
        OutboxMessage.objects.filter(pk=message.pk).update(sent_at=Now(), next_try_at=None, last_error="")
    return sent


def tell_nobody_left(schedule: ReportSchedule) -> None:
    """Tell the workspace of a report whose recipients have all left."""
    _tell(
        schedule,
        "A report has nobody to go to",
        "Its recipients have all left the workspace. Choose others, or remove it.",
    )


def _take() -> OutboxMessage | None:
    """Take one due message for this worker; a second worker passes it by. One that was tried for a day is given up."""
    with transaction.atomic():
        due = OutboxMessage.objects.filter(kind=REPORT, sent_at=None, next_try_at__lte=Now())
        message = due.select_for_update(skip_locked=True).order_by("next_try_at").first()
        if message is None:
            return None
        if message.tries and timezone.now() - message.created_at > TRIED_FOR:
            _give_up(message)
            return _take()
        message.tries += 1
        message.next_try_at = Now() + paced_delta(LEASE)
        message.save()
    return message


def _mail(message: OutboxMessage, drawn: "dict[Drawn, MadeReport]") -> bool:
    """Send one; False when nobody wants it any more: the report was removed, or its recipient left."""
    told = message.payload
    schedule = ReportSchedule.objects.select_related("workspace", "account").filter(pk=told["schedule"]).first()
    if schedule is None:
        return False
    user = User.objects.filter(pk=told["user"], memberships__workspace=schedule.workspace, is_active=True).first()
    if user is None:
        return False
    key = (told["schedule"], told["since"], told["until"], user.language)
    if key not in drawn:
        from api.analytics.report_services import make_report  # what draws PDFs is loaded by the first of them

        drawn[key] = make_report(
            workspace=schedule.workspace,
            account=schedule.account,
            since=date.fromisoformat(told["since"]),
            until=date.fromisoformat(told["until"]),
            now=timezone.now(),
            language=user.language,
        )
    _write(message, user, drawn[key]).send()
    return True


def _write(message: OutboxMessage, user: User, made: "MadeReport") -> EmailMultiAlternatives:
    letter = write_letter(made.report, url=url_of(LINK), language=user.language)
    host = urlsplit(settings.PUBLIC_URL).hostname or "localhost"
    headers = {
        "Message-ID": f"<{message.pk}@{host}>",
        "List-Unsubscribe": f"<{url_of(LINK)}>",
        "Auto-Submitted": "auto-generated",
    }
    mail = EmailMultiAlternatives(letter.subject, letter.text, to=[user.email], headers=headers)
    mail.attach_alternative(letter.html, "text/html")
    mail.attach(made.file_name, made.content, "application/pdf")
    return mail


def _postpone(message: OutboxMessage, error: Exception) -> None:
    pause = min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** min(message.tries - 1, 16))
    said = f"{type(error).__name__}: {error}"[:200]
    OutboxMessage.objects.filter(pk=message.pk).update(next_try_at=Now() + paced_delta(pause), last_error=said)
    logger.warning("report %s was not taken and is tried again: %s", message.pk, type(error).__name__)


def _give_up(message: OutboxMessage) -> None:
    OutboxMessage.objects.filter(pk=message.pk).update(next_try_at=None)
    logger.error("report %s is given up after a day: %s", message.pk, message.last_error)
    schedule = (
        ReportSchedule.objects.select_related("workspace", "account").filter(pk=message.payload["schedule"]).first()
    )
    if schedule is not None:
        body = "The mail server did not take it for a day. Download it, and ask whoever runs Carillon to look at its e-mail."
        _tell(schedule, "A report could not be mailed", body)


def _tell(schedule: ReportSchedule, title: str, body: str) -> None:
    whose = schedule.account.handle if schedule.account else schedule.workspace.name
    news = News(
        kind=UNSENT,
        urgency=Urgency.SOON,
        key=f"{UNSENT}:{schedule.pk}",
        title=f"{title}: {whose}",
        body=body,
        link=LINK,
    )
    notifications.tell(schedule.workspace_id, news)

"""Telling people: one row a person and cause, in the transaction of what it tells of; settled when it comes right by itself."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models.functions import Now

from api.notifications import mail_queue, selectors
from api.notifications.models import MailPreference, MailTiming, Notification, NotificationSubject, Urgency
from api.notifications.wording import say_of_many
from api.workspaces.models import Membership, Role
from core.domain_error import NotFound
from core.live import announce

CAN_ACT = (Role.OWNER, Role.ADMIN, Role.EDITOR)  # who only looks or approves cannot mend anything
RUNS_IT = (Role.OWNER, Role.ADMIN)
NAMED = 2  # of several subjects, how many are called by name
ROUNDS = 5


@dataclass(frozen=True, slots=True)
class News:
    """
    What is told. `kind` is a word for machines (`publication.failed`), `key` names the cause, for which there is one unread row.

    `title` is one line, `body` a sentence with what to do; `link` is where in the web app that is done. With `about`, the id
    of the row it is about, further news of the same cause are told in one line: `many` with {count} and {names}, the names
    being the `label`s; `many_link` is where all of them are.
    """

    kind: str
    urgency: Urgency
    key: str
    title: str
    body: str = ""
    link: str = ""
    about: UUID | None = None
    label: str = ""
    many: str = ""
    many_link: str = ""
    roles: Collection[Role] = CAN_ACT


def tell(workspace_id: UUID, news: News) -> None:
    """Tell those of the workspace who can act on it. In the transaction of what is told: both are kept, or neither."""
    tell_many(workspace_id, [news])


def tell_many(workspace_id: UUID, news: Sequence[News]) -> None:
    """Tell several things of one cause at once: they share `key`, `kind`, `urgency` and `roles`. As quick as telling one."""
    first = news[0]
    with transaction.atomic():
        members = Membership.objects.filter(workspace_id=workspace_id, role__in=first.roles, user__is_active=True)
        told = None
        for membership in members.select_related("user__mail_preference").order_by("user_id"):
            told = _tell_one(workspace_id, membership.user_id, news)
            preference = selectors.preference_of(membership.user)
            if getattr(preference, first.urgency.value) == MailTiming.NOW:
                mail_queue.gather(membership.user_id)
        if told:
            announce(workspace_id, "notification", told.pk)


def tell_everybody(news: News) -> None:
    """Tell every workspace, of what holds for the whole installation."""
    for workspace_id in Membership.objects.values_list("workspace_id", flat=True).distinct():
        tell(workspace_id, news)


def _tell_one(workspace_id: UUID, user_id: UUID, news: Sequence[News]) -> Notification:
    last = news[-1]
    row = _lock_unread(workspace_id, user_id, last)
    row.count += len(news)
    row.urgency, row.unmailed, row.last_at = last.urgency, True, Now()
    row.many, row.many_link = last.many[:120], last.many_link
    row.title, row.body, row.link = last.title[:160], last.body[:400], last.link
    if last.about:
        _mention(row, news)
        _say_again(row)
    row.save()
    return row


def _mention(row: Notification, news: Sequence[News]) -> None:
    """Keep the words that are said of each subject alone, the latest of each."""
    latest = {one.about: one for one in news if one.about}
    subjects = [
        NotificationSubject(
            notification=row,
            subject_id=about,
            label=one.label[:120],
            title=one.title[:160],
            body=one.body[:400],
            link=one.link,
        )
        for about, one in latest.items()
    ]
    NotificationSubject.objects.bulk_create(
        subjects,
        update_conflicts=True,
        unique_fields=["notification", "subject_id"],
        update_fields=["label", "title", "body", "link", "updated_at"],
    )


def _lock_unread(workspace_id: UUID, user_id: UUID, news: News) -> Notification:
    """Return the person's unread row of this cause, locked; made where there is none."""
    cause = {"workspace_id": workspace_id, "user_id": user_id, "key": news.key[:120], "read_at": None}
    for _ in range(ROUNDS):
        row = Notification.objects.select_for_update().filter(**cause).first()
        if row:
            return row
        # Somebody else may be making the same one; a person may read it between this line and the next round.
        made = Notification(
            **cause, kind=news.kind, urgency=news.urgency, title=news.title[:160], count=0, last_at=Now()
        )
        Notification.objects.bulk_create([made], ignore_conflicts=True)
    raise RuntimeError(f"the notification {news.key} is read faster than it can be told")


def _say_again(row: Notification) -> None:
    """Put the words of the only subject, or of all of them, into the row; does not save."""
    row.count = row.subjects.count()
    if row.count == 1:
        only = row.subjects.get()
        row.title, row.body, row.link = only.title, only.body, only.link
    elif row.count and row.many:
        labels = row.subjects.order_by("label").values_list("label", flat=True).distinct()
        row.title = say_of_many(row.many, count=row.count, names=list(labels[:NAMED]), others=labels.count() - NAMED)
        row.link = row.many_link or row.link
        bodies = row.subjects.order_by("body").values_list("body", flat=True).distinct()[:2]
        row.body = bodies[0] if len(bodies) == 1 else ""  # what is true of one is not said of all


def settle(about: UUID, *, kinds: Collection[str] | None = None) -> None:
    """Take back what is unread about a row, since it came right: the notification says less, or counts as read and settled."""
    settle_many([about], kinds=kinds)


def settle_many(abouts: Collection[UUID], *, kinds: Collection[str] | None = None) -> None:
    """Take back what is unread about these rows, as quick as about one."""
    with transaction.atomic():
        unread = Notification.objects.filter(read_at=None, subjects__subject_id__in=abouts)
        if kinds is not None:
            unread = unread.filter(kind__in=kinds)
        for row in (
            Notification.objects.select_for_update()
            .filter(pk__in=list(unread.values_list("pk", flat=True)))
            .order_by("user_id")
        ):
            _settle_one(row, abouts)


def _settle_one(row: Notification, abouts: Collection[UUID]) -> None:
    NotificationSubject.objects.filter(notification=row, subject_id__in=abouts).delete()
    if row.subjects.exists():
        _say_again(row)
    else:
        row.read_at = row.settled_at = Now()
    row.save()
    announce(row.workspace_id, "notification", row.pk)


def mark_read(*, workspace_id: UUID, user_id: UUID, notification_id: UUID, now: datetime) -> Notification:
    """
    Note that the person has read one.

    :raises NotFound: when it is unknown or somebody else's
    """
    mine = Notification.objects.filter(workspace_id=workspace_id, user_id=user_id, pk=notification_id)
    mine.filter(read_at=None).update(read_at=now)
    row = mine.first()
    if row is None:
        raise NotFound("There is no such notification.")
    announce(workspace_id, "notification", row.pk)
    return row


def mark_all_read(*, workspace_id: UUID, user_id: UUID, until: datetime | None, now: datetime) -> int:
    """Note that the person has read all that was told up to `until`; return how many that were."""
    unread = Notification.objects.filter(workspace_id=workspace_id, user_id=user_id, read_at=None)
    if until:
        unread = unread.filter(last_at__lte=until)
    count = unread.update(read_at=now)
    if count:
        announce(workspace_id, "notification", user_id)
    return count


def choose_mail(*, preference: MailPreference, now: str, soon: str, fyi: str) -> MailPreference:
    """Keep what the person chose to be mailed."""
    preference.now, preference.soon, preference.fyi = now, soon, fyi
    preference.save()
    return preference

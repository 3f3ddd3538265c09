"""Telling people: one row a person and thing, in the transaction of what it tells of."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import F
from django.db.models.functions import Now

from api.notifications.models import Notification, Urgency
from api.workspaces.models import Membership
from core.live import announce


@dataclass(frozen=True, slots=True)
class News:
    """
    What is told. `kind` is a word for machines (`publication.failed`), `key` names the thing it is about.

    `title` is one line, `body` a sentence with what to do; `link` is where in the web app that is done.
    """

    kind: str
    urgency: Urgency
    key: str
    title: str
    body: str = ""
    link: str = ""


def tell(workspace_id: UUID, news: News) -> None:
    """Tell everybody of the workspace; a thing they have not read yet is told again in its own row, and counted."""
    for user_id in Membership.objects.filter(workspace_id=workspace_id).values_list("user_id", flat=True):
        words = {"kind": news.kind, "urgency": news.urgency, "title": news.title[:160], "body": news.body[:400]}
        unread = Notification.objects.filter(workspace_id=workspace_id, user_id=user_id, key=news.key, read_at=None)
        if unread.update(**words, link=news.link, count=F("count") + 1, last_at=Now()):
            continue
        made = Notification.objects.create(
            workspace_id=workspace_id, user_id=user_id, key=news.key, link=news.link, last_at=Now(), **words
        )
        announce(workspace_id, "notification", made.pk)

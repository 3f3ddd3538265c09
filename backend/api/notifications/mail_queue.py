"""
E-mails on their way: rows of the outbox, written with the news and sent afterwards, at least once, with one Message-ID each.

Who has to be told something at once gets a message at once, and what follows within a quarter of an hour in one more. Its text
is put together when it is first sent, from what is unread by then.
"""

from datetime import timedelta
from uuid import UUID

from django.db.models import Value
from django.db.models.functions import Greatest, Now

from core.hints import hint
from core.models import OutboxMessage
from core.tempo import paced_delta

URGENT, DIGEST = "mail.urgent", "mail.digest"
SEND_TASK = "notifications.send_mail"
GATHERED_FOR = timedelta(minutes=15)
ROUNDS = 5


def gather(user_id: UUID) -> None:
    """
    See to it that an e-mail to this person is waiting; in the transaction of the news.

    A waiting one is locked until the commit, so that it cannot be put together without them.
    """
    mine = OutboxMessage.objects.filter(key__startswith=f"{URGENT}:{user_id}:")
    for _ in range(ROUNDS):
        if mine.filter(sent_at=None, tries=0, next_try_at__isnull=False).select_for_update().first():
            return
        last = mine.order_by("-pk").first()
        key = f"{URGENT}:{user_id}:{last.pk if last else 'first'}"  # two who find none make the same one
        at = Greatest(Now(), Value((last.sent_at or last.created_at) + paced_delta(GATHERED_FOR))) if last else Now()
        made = OutboxMessage(kind=URGENT, key=key, payload={"user": str(user_id)}, next_try_at=at)
        OutboxMessage.objects.bulk_create([made], ignore_conflicts=True)
        hint(SEND_TASK)
    raise RuntimeError(f"no e-mail to {user_id} could be put into the outbox")

from django.db import models
from django.db.models import Q

from core.base_model import BaseModel


class OutboxMessage(BaseModel):
    """
    Something to be told outside the database, written with the change it tells of and sent afterwards (publishing §2.2).

    `key` makes it one message however often it is written; a message is sent at least once.
    """

    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=200, unique=True)
    payload = models.JSONField(default=dict)
    next_try_at = models.DateTimeField(null=True, blank=True)  # None: done, or given up
    tries = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True, blank=True)
    last_error = models.CharField(max_length=200, default="", blank=True)

    class Meta:
        indexes = [models.Index(fields=["next_try_at"], condition=Q(sent_at=None), name="outbox_waiting")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"

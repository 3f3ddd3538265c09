from django.db import models

from api.accounts.models import Account
from core.base_model import BaseModel


class PostingSlot(BaseModel):
    """
    A time of the week at which an account likes to post, on the clock of its workspace's zone.

    `weekday` counts from Monday, 0. A slot is a habit and no promise: it holds no post and reserves nothing.
    """

    account = models.ForeignKey(Account, models.CASCADE, related_name="slots")
    weekday = models.PositiveSmallIntegerField()
    local_time = models.TimeField()

    class Meta:
        ordering = ["weekday", "local_time"]
        constraints = [
            models.UniqueConstraint(fields=["account", "weekday", "local_time"], name="one_slot_a_time"),
            models.CheckConstraint(condition=models.Q(weekday__lte=6), name="weekday_of_a_week"),
        ]

    def __str__(self) -> str:
        return f"{self.account_id}: {self.weekday} {self.local_time}"

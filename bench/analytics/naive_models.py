"""Samples as a model that nobody thought about twice: what Django makes of it, and nothing else."""

from typing import ClassVar
from uuid import UUID

from django.db import models

from api.accounts.models import Account
from api.analytics.models import Video


class NaiveSnapshot(models.Model):
    objects: ClassVar[models.Manager["NaiveSnapshot"]]
    video_id: UUID
    video = models.ForeignKey(Video, models.CASCADE, related_name="naive")
    captured_at = models.DateTimeField()
    views = models.BigIntegerField()
    likes = models.BigIntegerField()
    comments = models.BigIntegerField()
    shares = models.BigIntegerField()

    class Meta:
        app_label = "analytics"
        db_table = "naive_snapshot"

    def __str__(self) -> str:
        return f"{self.video_id} at {self.captured_at}"


class NaiveAccountSnapshot(models.Model):
    objects: ClassVar[models.Manager["NaiveAccountSnapshot"]]
    account_id: UUID
    account = models.ForeignKey(Account, models.CASCADE, related_name="naive")
    captured_at = models.DateTimeField()
    followers = models.BigIntegerField()

    class Meta:
        app_label = "analytics"
        db_table = "naive_account_snapshot"

    def __str__(self) -> str:
        return f"{self.account_id} at {self.captured_at}"

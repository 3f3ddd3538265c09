from django.contrib.postgres.fields import ArrayField
from django.db import models

from api.accounts.models import Account
from api.workspaces.models import Workspace


class RefreshStatus(models.TextChoices):
    """How far the refresh that was asked for last has come."""

    NONE = "none"
    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class AccountState(models.Model):
    """
    What is known of an account now.

    `version` rises with whatever changes an answer about the account, and is part of every cached answer's key. `zones` are the
    zones its days were counted in (`days.py`), `kept_since` where the samples begin that are not dropped yet, with what was true
    there in the four `base` fields. `videos` and the four sums are over its videos, `posts` is what TikTok says it has. Where
    TikTok does not tell the account's own counters, `at` stays empty.
    """

    account = models.OneToOneField(Account, models.CASCADE, primary_key=True, related_name="state")
    workspace = models.ForeignKey(Workspace, models.PROTECT, related_name="account_states")
    version = models.BigIntegerField(default=0)
    zones = models.JSONField(default=list)
    kept_since = models.DateTimeField(null=True, blank=True)
    at = models.DateTimeField(null=True, blank=True)
    followers = models.BigIntegerField(default=0)
    following = models.BigIntegerField(default=0)
    profile_likes = models.BigIntegerField(default=0)
    posts = models.BigIntegerField(default=0)
    held_at = models.DateTimeField(null=True, blank=True)
    held = ArrayField(models.BigIntegerField(), null=True, blank=True)
    base_at = models.DateTimeField(null=True, blank=True)
    base = ArrayField(models.BigIntegerField(), null=True, blank=True)
    base_held_at = models.DateTimeField(null=True, blank=True)
    base_held = ArrayField(models.BigIntegerField(), null=True, blank=True)
    videos = models.PositiveIntegerField(default=0)
    views = models.BigIntegerField(default=0)
    likes = models.BigIntegerField(default=0)
    comments = models.BigIntegerField(default=0)
    shares = models.BigIntegerField(default=0)
    checked_at = models.DateTimeField(null=True, blank=True)
    due_at = models.DateTimeField(null=True, blank=True, db_index=True)
    whole_at = models.DateTimeField(null=True, blank=True)
    busy_until = models.DateTimeField(null=True, blank=True)
    # Where the walk through the whole past goes on, in TikTok's milliseconds; null once it is done.
    backlog_cursor = models.BigIntegerField(null=True, blank=True)
    backlog_done = models.BooleanField(default=False)
    refresh_status = models.CharField(max_length=8, choices=RefreshStatus, default=RefreshStatus.NONE)
    refresh_asked_at = models.DateTimeField(null=True, blank=True)
    refresh_ended_at = models.DateTimeField(null=True, blank=True)
    refresh_posts = models.PositiveIntegerField(default=0)
    refresh_error = models.CharField(max_length=400, default="", blank=True)

    def __str__(self) -> str:
        return f"{self.account_id}: {self.followers} followers"


class WorkspaceState(models.Model):
    """`version` rises with each of its accounts'; `raw_days` and `hour_days` are how long samples and hours are kept."""

    workspace = models.OneToOneField(Workspace, models.CASCADE, primary_key=True, related_name="analytics")
    version = models.BigIntegerField(default=0)
    raw_days = models.PositiveSmallIntegerField(default=90)
    hour_days = models.PositiveSmallIntegerField(default=365)

    def __str__(self) -> str:
        return f"{self.workspace_id}: version {self.version}"

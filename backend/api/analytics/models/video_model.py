from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F

from api.accounts.models import Account
from api.publishing.models import Publication
from api.workspaces.models import Workspace
from core.base_model import BaseModel


class Video(BaseModel):
    """
    One video or photo post of an account as TikTok lists it, whoever made it.

    `publication` is ours that became it, if one did. `cover_key` is our copy of the cover, whose address at TikTok lasts six
    hours. `missing_since` is when TikTok first left it out of an answer, `gone_at` when that was confirmed: deleted, or no
    longer public. Its numbers stay.
    """

    workspace = models.ForeignKey(Workspace, models.PROTECT, related_name="videos")
    account = models.ForeignKey(Account, models.PROTECT, related_name="videos")
    tiktok_id = models.CharField(max_length=32)
    publication = models.ForeignKey(Publication, models.SET_NULL, null=True, blank=True, related_name="videos")
    caption = models.CharField(max_length=400, default="", blank=True)
    hashtags = ArrayField(models.CharField(max_length=100), default=list, blank=True)
    published_at = models.DateTimeField()
    duration_s = models.PositiveIntegerField(null=True, blank=True)
    width = models.PositiveIntegerField(null=True, blank=True)
    height = models.PositiveIntegerField(null=True, blank=True)
    share_url = models.CharField(max_length=600, default="", blank=True)
    cover_key = models.CharField(max_length=200, default="", blank=True)
    first_seen_at = models.DateTimeField()
    missing_since = models.DateTimeField(null=True, blank=True)
    gone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "tiktok_id"], name="one_video_each")]

    def __str__(self) -> str:
        return f"{self.tiktok_id} of {self.account_id}"


class VideoState(models.Model):
    """
    What is known of a video now: one row, so that no question about it has to search its samples.

    `at` is the last sample that is believed, with its counters; `held_at` the odd one since that waits for another to agree
    (`counters.py`). The four `base` fields
    are the same as they were where the samples begin that are kept. The four arrays hold the counters at
    the ages of `ages.py`; an age nobody measured is null. `score_parts` says what `viral_score` was made of.
    """

    video = models.OneToOneField(Video, models.CASCADE, primary_key=True, related_name="state")
    workspace = models.ForeignKey(Workspace, models.PROTECT, related_name="+", db_index=False)
    account = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    published_at = models.DateTimeField()
    at = models.DateTimeField(null=True, blank=True)
    views = models.BigIntegerField(default=0)
    likes = models.BigIntegerField(default=0)
    comments = models.BigIntegerField(default=0)
    shares = models.BigIntegerField(default=0)
    held_at = models.DateTimeField(null=True, blank=True)
    held = ArrayField(models.BigIntegerField(), null=True, blank=True)
    base_at = models.DateTimeField(null=True, blank=True)
    base = ArrayField(models.BigIntegerField(), null=True, blank=True)
    base_held_at = models.DateTimeField(null=True, blank=True)
    base_held = ArrayField(models.BigIntegerField(), null=True, blank=True)
    checked_at = models.DateTimeField(null=True, blank=True)
    views_at = ArrayField(models.BigIntegerField(null=True), default=list, blank=True)
    likes_at = ArrayField(models.BigIntegerField(null=True), default=list, blank=True)
    comments_at = ArrayField(models.BigIntegerField(null=True), default=list, blank=True)
    shares_at = ArrayField(models.BigIntegerField(null=True), default=list, blank=True)
    views_24h = models.BigIntegerField(null=True, blank=True)
    gain_24h = models.BigIntegerField(default=0)
    gain_7d = models.BigIntegerField(default=0)
    viral_score = models.FloatField(null=True, blank=True)
    score_parts = models.JSONField(default=dict, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["account", "-published_at"], include=["views_24h", "checked_at"], name="videos_of_account"
            ),
            models.Index(F("workspace"), F("gain_7d").desc(), name="videos_that_gain", include=["video", "account"]),
        ]

    def __str__(self) -> str:
        return f"{self.video_id}: {self.views} views"

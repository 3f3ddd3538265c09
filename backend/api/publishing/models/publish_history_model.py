from django.db import models
from django.db.models import Q

from api.publishing.models.publication_model import Publication
from core.base_model import BaseModel


class Verdict(models.TextChoices):
    """How a session ended."""

    PUBLISHED = "published"
    REMOTE_FAILED = "remote_failed"  # TikTok said FAILED
    NEVER_COMMITTED = "never_committed"  # its last chunk was never sent, so it can become nothing
    HUMAN = "human"  # a person settled what nobody could know


class PublishHistory(BaseModel):
    """
    One attempt: a session opened at TikTok. Rows are added and closed, never removed; analytics join on them.

    The three constraints are the promise itself (publishing §2.1, I1–I3): even wrong code cannot open a second session
    beside a committed one.
    """

    publication = models.ForeignKey(Publication, models.PROTECT, related_name="attempts")
    attempt = models.PositiveIntegerField()
    publish_id = models.CharField(max_length=64, unique=True)
    upload_url_sealed = models.TextField(default="", blank=True)
    size_bytes = models.BigIntegerField()
    acked_bytes = models.BigIntegerField(default=0)
    opened_at = models.DateTimeField()
    url_expires_at = models.DateTimeField()
    committed_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    verdict = models.CharField(max_length=16, choices=Verdict, default="", blank=True)
    error_code = models.CharField(max_length=80, default="", blank=True)
    log_id = models.CharField(max_length=80, default="", blank=True)
    pull_key_hash = models.CharField(max_length=64, default="", blank=True)
    tiktok_post_ids = models.JSONField(default=list, blank=True)  # all of them: one draft may become several posts
    tiktok_post_id = models.CharField(max_length=32, default="", blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)  # when its person posted a draft
    no_longer_public_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["publication"], condition=Q(closed_at=None), name="i1_one_open_session"),
            models.CheckConstraint(
                condition=Q(closed_at=None)
                | Q(committed_at=None)
                | Q(verdict__in=("published", "remote_failed", "human")),
                name="i2_a_committed_session_closes_by_proof",
            ),
            models.UniqueConstraint(fields=["publication"], condition=Q(verdict="published"), name="i3_published_once"),
        ]

    def __str__(self) -> str:
        return f"{self.publish_id} {self.verdict or 'open'}"

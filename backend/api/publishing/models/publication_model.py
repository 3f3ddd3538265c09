from django.db import models
from django.db.models import Q

from api.accounts.models import Account, PostMode
from api.posts.models import Post
from api.workspaces.models import Workspace
from core.base_model import BaseModel


class State(models.TextChoices):
    """Where a publication is (docs/architecture.md shows the way from one to the next)."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    OPENING = "opening"  # a worker asks TikTok for an upload session
    UPLOADING = "uploading"  # a session is open; every byte but those of the last chunk may be on its way
    COMMITTING = "committing"  # the last chunk may be on its way: from here on only TikTok's word counts
    SUBMITTED = "submitted"  # TikTok has every byte and is processing
    PUBLISHED = "published"
    FAILED = "failed"  # TikTok's last word was no
    HELD = "held"  # it can go out once a person has done something
    NEEDS_YOU = "needs_you"  # it may be out; nobody can tell but a person
    CANCELLED = "cancelled"
    MISSED = "missed"  # too late to be sent without asking


# States a worker may take up: the first by its due time, the others because a lease ran out or a pause is over.
CLAIMABLE = (State.SCHEDULED, State.OPENING, State.UPLOADING, State.COMMITTING, State.SUBMITTED)
# A person's change wins until the last bytes may be on their way: a session that is open is given up for it.
EDITABLE = (
    State.DRAFT,
    State.SCHEDULED,
    State.OPENING,
    State.UPLOADING,
    State.HELD,
    State.MISSED,
    State.FAILED,
    State.CANCELLED,
)
CANCELLABLE = (State.DRAFT, State.SCHEDULED, State.HELD, State.MISSED, State.OPENING, State.UPLOADING)
RETRYABLE = (State.FAILED, State.HELD, State.MISSED, State.CANCELLED)
STOPPED = (State.FAILED, State.HELD, State.MISSED)  # by what went wrong, and not by a person


class Publication(BaseModel):
    """
    One post on one account at one due time, with what the person chose for that account. The row is the queue.

    `attempt` is the fence: it grows with every claim, and a worker that was overtaken finds its number gone.
    """

    workspace = models.ForeignKey(Workspace, models.PROTECT, related_name="publications")
    post = models.ForeignKey(Post, models.PROTECT, related_name="publications")
    account = models.ForeignKey(Account, models.PROTECT, related_name="publications")
    occurrence = models.PositiveIntegerField(default=0)
    due_at = models.DateTimeField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=State)

    post_mode = models.CharField(max_length=12, choices=PostMode, default=PostMode.DIRECT_POST)
    privacy_level = models.CharField(max_length=30, default="", blank=True)
    allow_comment = models.BooleanField(default=False)
    allow_duet = models.BooleanField(default=False)
    allow_stitch = models.BooleanField(default=False)
    disclosure = models.BooleanField(default=False)
    your_brand = models.BooleanField(default=False)
    branded_content = models.BooleanField(default=False)
    is_aigc = models.BooleanField(default=False)
    auto_add_music = models.BooleanField(default=False)  # photo posts only
    # None: the post's words; an empty one is posted without any.
    own_caption = models.TextField(null=True, blank=True)  # noqa: DJ001 - both mean something

    attempt = models.PositiveIntegerField(default=0)
    lease_until = models.DateTimeField(null=True, blank=True)
    lease_owner = models.CharField(max_length=80, default="", blank=True)
    next_try_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveIntegerField(default=0)  # since the last step forward: how long to pause
    inits = models.PositiveIntegerField(default=0)
    in_line = models.BooleanField(default=False)  # it pauses for TikTok's permission to be opened (line.py)
    behind = models.BooleanField(default=False)  # it stands behind earlier posts of its account (line.py)
    pull_key_hash = models.CharField(
        max_length=64, default="", blank=True
    )  # of the address this init may be fetched from
    payload = models.JSONField(null=True, blank=True)  # frozen when the first session opens

    tiktok_post_id = models.CharField(max_length=32, default="", blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    reason_code = models.CharField(max_length=80, default="", blank=True)
    reason_message = models.CharField(max_length=400, default="", blank=True)
    reason_log_id = models.CharField(max_length=80, default="", blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["post", "account", "occurrence"], name="one_publication_per_occurrence"),
            models.UniqueConstraint(
                fields=["account", "tiktok_post_id"],
                condition=~Q(tiktok_post_id=""),
                name="one_publication_per_tiktok_post",
            ),
            models.CheckConstraint(
                condition=Q(state="draft") | Q(state="cancelled") | Q(due_at__isnull=False),
                name="due_unless_draft",
            ),
        ]
        indexes = [
            models.Index(
                fields=["next_try_at"],
                condition=Q(state__in=("scheduled", "opening", "uploading", "committing", "submitted")),
                name="publications_waiting",
            ),
            models.Index(
                fields=["next_try_at"],
                condition=Q(state="published", tiktok_post_id=""),
                name="published_without_id",
            ),
            models.Index(
                fields=["next_try_at"],
                condition=Q(state="needs_you", next_try_at__isnull=False),
                name="publications_looked_up",
            ),
            models.Index(
                fields=["account", "published_at"], condition=Q(state="published"), name="published_by_account"
            ),
            models.Index(fields=["pull_key_hash"], condition=~Q(pull_key_hash=""), name="publications_pulled"),
            models.Index(
                fields=["account", "due_at"],
                condition=Q(state__in=("scheduled", "opening")),
                name="publications_not_open",
            ),
            models.Index(
                fields=["workspace"],
                condition=Q(state__in=("needs_you", "failed", "held", "missed")),
                name="publications_waiting_for_you",
            ),
            models.Index(fields=["post"], condition=Q(own_caption__isnull=False), name="publications_own_caption"),
        ]

    @property
    def caption(self) -> str:
        """What is written under the post on this account: its own words, else the post's."""
        return self.post.caption if self.own_caption is None else self.own_caption

    def __str__(self) -> str:
        return f"{self.post_id} on {self.account_id}: {self.state}"

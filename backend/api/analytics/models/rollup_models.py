from django.db import models


class Rollup(models.Model):
    """
    What was gained and lost in a stretch of time: sums of what steps between samples add to it (`rollups.py`).

    Views to shares are over the account's videos, followers and profile likes the account's own. `samples` are those that ended
    in it, `held` those kept apart, `resets` counts that began anew; `views_seen` is the part of the views gained that was
    counted daily or oftener, `covered_us` and `own_covered_us` for how long videos and the account were looked at like that.
    """

    views_gain = models.BigIntegerField(default=0)
    likes_gain = models.BigIntegerField(default=0)
    comments_gain = models.BigIntegerField(default=0)
    shares_gain = models.BigIntegerField(default=0)
    views_loss = models.BigIntegerField(default=0)
    likes_loss = models.BigIntegerField(default=0)
    comments_loss = models.BigIntegerField(default=0)
    shares_loss = models.BigIntegerField(default=0)
    followers_gain = models.BigIntegerField(default=0)
    followers_loss = models.BigIntegerField(default=0)
    profile_likes_gain = models.BigIntegerField(default=0)
    profile_likes_loss = models.BigIntegerField(default=0)
    samples = models.IntegerField(default=0)
    held = models.IntegerField(default=0)
    resets = models.IntegerField(default=0)
    views_seen = models.BigIntegerField(default=0)
    covered_us = models.BigIntegerField(default=0)
    own_covered_us = models.BigIntegerField(default=0)

    class Meta:
        abstract = True


class AccountHour(Rollup):
    """An account's hour, UTC. Kept a year."""

    pk = models.CompositePrimaryKey("account_id", "hour")
    account_id = models.UUIDField()
    hour = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.account_id} {self.hour}"


class AccountDay(Rollup):
    """
    An account's local day, in the zone it had then. Kept for ever.

    The four `_end` are what the account's own counters stood at when the day ended, or now; null where nobody measured. `posts`
    counts the videos published on it.
    """

    pk = models.CompositePrimaryKey("account_id", "day")
    account_id = models.UUIDField()
    day = models.DateField()
    zone = models.CharField(max_length=64)
    posts = models.IntegerField(default=0)
    followers_end = models.BigIntegerField(null=True)
    following_end = models.BigIntegerField(null=True)
    profile_likes_end = models.BigIntegerField(null=True)
    posts_end = models.BigIntegerField(null=True)

    def __str__(self) -> str:
        return f"{self.account_id} {self.day}"


class WorkspaceDay(Rollup):
    """A workspace's day: its accounts' days of that date, added up. Kept for ever."""

    pk = models.CompositePrimaryKey("workspace_id", "day")
    workspace_id = models.UUIDField()
    day = models.DateField()
    posts = models.IntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.workspace_id} {self.day}"

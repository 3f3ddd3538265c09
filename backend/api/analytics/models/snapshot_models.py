from django.db import models


class Flag(models.IntegerChoices):
    """What became of a sample (`counters.Belief`)."""

    BELIEVED = 0
    HELD = 1
    RESET = 2


class VideoSnapshot(models.Model):
    """A video's lifetime totals at an instant. Partitioned by month (`partitions.py`); dropped once it is old."""

    pk = models.CompositePrimaryKey("video_id", "captured_at")
    video_id = models.UUIDField()
    captured_at = models.DateTimeField()
    views = models.BigIntegerField()
    likes = models.BigIntegerField()
    comments = models.BigIntegerField()
    shares = models.BigIntegerField()
    flags = models.SmallIntegerField(default=Flag.BELIEVED)

    def __str__(self) -> str:
        return f"{self.video_id} at {self.captured_at}: {self.views} views"


class AccountSnapshot(models.Model):
    """An account's lifetime totals at an instant. Partitioned as VideoSnapshot is."""

    pk = models.CompositePrimaryKey("account_id", "captured_at")
    account_id = models.UUIDField()
    captured_at = models.DateTimeField()
    followers = models.BigIntegerField()
    following = models.BigIntegerField()
    profile_likes = models.BigIntegerField()
    posts = models.BigIntegerField()
    flags = models.SmallIntegerField(default=Flag.BELIEVED)

    def __str__(self) -> str:
        return f"{self.account_id} at {self.captured_at}: {self.followers} followers"

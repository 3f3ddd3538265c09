from django.db import models


class LearntKind(models.TextChoices):
    """What is learnt from all accounts of the installation together."""

    VIRAL = "viral"  # what is usual at each age (insight/viral_fleet.py)
    WEEK = "week"  # the fleet's week (insight/best_times_fleet.py)
    EARLY = "early"  # from first hours to seven days (insight/early.py)


class Learnt(models.Model):
    """One thing learnt: sums over accounts only, nothing by which one account could be told. `blob` holds a matrix, if any."""

    kind = models.CharField(max_length=8, choices=LearntKind, primary_key=True)
    payload = models.JSONField()
    blob = models.BinaryField(null=True, blank=True)
    learnt_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.kind} of {self.learnt_at}"

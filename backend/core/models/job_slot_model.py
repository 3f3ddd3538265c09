from django.db import models


class JobSlot(models.Model):
    """A stretch of time for which a periodic job has been begun; the constraint lets one of several clocks begin it."""

    job = models.CharField(max_length=60)
    slot = models.CharField(max_length=80)
    taken_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["job", "slot"], name="one_run_per_slot")]

    def __str__(self) -> str:
        return f"{self.job} {self.slot}"

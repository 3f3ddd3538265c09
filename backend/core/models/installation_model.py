from django.db import models

ONLY = 1


class Installation(models.Model):
    """
    What holds for everything at once: one row.

    `paused_at`: a person stopped all publishing. `quarantine_since`: the database is older than what was written down
    outside it, so nothing is published until the gap, which begins at `quarantine_from`, has been looked through.
    `home`: the server and database that this row lives in; a copy put back elsewhere still names the one it came from.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=ONLY, editable=False)
    paused_at = models.DateTimeField(null=True, blank=True)
    paused_by = models.CharField(max_length=254, default="", blank=True)
    quarantine_since = models.DateTimeField(null=True, blank=True)
    quarantine_from = models.DateTimeField(null=True, blank=True)
    quarantine_reason = models.CharField(max_length=400, default="", blank=True)
    quarantine_checked = models.JSONField(default=dict, blank=True)
    home = models.CharField(max_length=80, default="", blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=ONLY), name="one_installation")]

    def __str__(self) -> str:
        return "this installation"

    @classmethod
    def get(cls) -> "Installation":
        """Return the row; made when it is first asked for."""
        return cls.objects.get_or_create(pk=ONLY)[0]

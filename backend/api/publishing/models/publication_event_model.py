from django.db import models

from api.publishing.models.publication_model import Publication


class PublicationEvent(models.Model):
    """One change of state. Append-only: a trigger refuses UPDATE and DELETE."""

    publication = models.ForeignKey(Publication, models.PROTECT, related_name="events")
    seq = models.PositiveIntegerField()
    at = models.DateTimeField()
    actor = models.CharField(max_length=80)
    attempt = models.PositiveIntegerField()
    from_state = models.CharField(max_length=10, default="", blank=True)
    to_state = models.CharField(max_length=10)
    detail = models.CharField(max_length=400, default="", blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["publication", "seq"], name="events_without_gaps_or_twins")]

    def __str__(self) -> str:
        return f"{self.seq}: {self.from_state} → {self.to_state}"

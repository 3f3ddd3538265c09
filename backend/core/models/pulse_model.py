from django.db import models


class Pulse(models.Model):
    """
    The last time a process did its work, by name; "it runs" is not enough (publishing §1.2: alive, but consumes nothing).

    Written with the database's clock.
    """

    name = models.CharField(max_length=120, primary_key=True)
    kind = models.CharField(max_length=40)
    at = models.DateTimeField()
    detail = models.JSONField(default=dict, blank=True)

    def __str__(self) -> str:
        return f"{self.name}: {self.at:%H:%M:%S}"

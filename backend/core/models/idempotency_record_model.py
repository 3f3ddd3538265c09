from django.db import models

from core.base_model import BaseModel


class IdempotencyRecord(BaseModel):
    """The answer that was given to a request with an Idempotency-Key, to be given again when it is repeated."""

    scope = models.UUIDField()
    key = models.CharField(max_length=200)
    fingerprint = models.CharField(max_length=64)
    answer = models.JSONField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["scope", "key"], name="one_answer_per_key")]

    def __str__(self) -> str:
        return self.key

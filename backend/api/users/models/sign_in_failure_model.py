from django.db import models


class SignInFailure(models.Model):
    """One wrong password, kept for the limiter: in PostgreSQL, so that a lost cache does not open the door."""

    email_hash = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["email_hash", "-at"], name="failures_by_email")]

    def __str__(self) -> str:
        return f"{self.email_hash[:8]} at {self.at}"

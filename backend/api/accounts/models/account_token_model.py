from datetime import datetime, timedelta

from django.db import models

from api.accounts.models.account_model import Account

MARGIN = timedelta(minutes=5)


class AccountToken(models.Model):
    """
    An account's token pair, sealed (core/vault.py). `gen` counts the refreshes; it moves with every new pair.

    `refresh_started_at` is set before TikTok is asked and cleared with the answer: found set, an answer may be lost.
    `refresh_at` is when the token keeper refreshes the pair without being asked; None once it gave up.
    """

    account = models.OneToOneField(Account, models.CASCADE, primary_key=True, related_name="token")
    access_sealed = models.TextField()
    refresh_sealed = models.TextField()
    expires_at = models.DateTimeField()
    refresh_expires_at = models.DateTimeField()
    refresh_at = models.DateTimeField(null=True, blank=True, db_index=True)
    refresh_tries = models.PositiveSmallIntegerField(default=0)
    gen = models.PositiveIntegerField(default=0)
    refresh_started_at = models.DateTimeField(null=True, blank=True)
    refused_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"tokens of {self.account_id}, generation {self.gen}"

    def is_fresh(self, *, now: datetime) -> bool:
        """Tell whether the access token lasts long enough to start something with it."""
        return self.expires_at > now + MARGIN

    def is_usable(self, *, now: datetime) -> bool:
        return self.expires_at > now

    def is_resting(self, *, now: datetime) -> bool:
        """Tell whether TikTok is not to be asked now: it has refused the pair for good, or the last try was just now."""
        waits = self.refresh_tries > 0 and self.refresh_at is not None and self.refresh_at > now
        return self.refused_at is not None or waits

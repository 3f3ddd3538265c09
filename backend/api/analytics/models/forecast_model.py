from django.contrib.postgres.fields import ArrayField
from django.db import models

from api.accounts.models import Account
from api.analytics.models.video_model import Video
from core.base_model import BaseModel


class ForecastMetric(models.TextChoices):
    FOLLOWERS = "followers"
    VIEWS = "views"


class Forecast(BaseModel):
    """
    What was foretold on a day, kept so that what came of it can be told: `inside` of `judged` days lay within the band.

    The arrays begin with the day after `made_on`, the account's local day; `basis_days` is how many days it was made from.
    """

    account = models.ForeignKey(Account, models.CASCADE, related_name="forecasts")
    metric = models.CharField(max_length=10, choices=ForecastMetric)
    made_on = models.DateField()
    basis_days = models.PositiveSmallIntegerField()
    middle = ArrayField(models.FloatField())
    low = ArrayField(models.FloatField())
    high = ArrayField(models.FloatField())
    judged = models.PositiveSmallIntegerField(default=0)
    inside = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "metric", "made_on"], name="one_forecast_a_day")]

    def __str__(self) -> str:
        return f"{self.metric} of {self.account_id} as of {self.made_on}"


class EarlyForecast(BaseModel):
    """How many views a video was expected to have at seven days, from its first hours; `came` is what it had then."""

    video = models.ForeignKey(Video, models.CASCADE, related_name="early_forecasts")
    age_h = models.PositiveSmallIntegerField()
    middle = models.BigIntegerField()
    low = models.BigIntegerField()
    high = models.BigIntegerField()
    came = models.BigIntegerField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["video", "age_h"], name="one_early_forecast_an_age")]

    def __str__(self) -> str:
        return f"{self.middle} views of {self.video_id} as of {self.age_h} h"

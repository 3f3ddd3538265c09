from django.db import models
from django.db.models import Q

from api.accounts.models import Account
from api.users.models import User
from api.workspaces.models import Workspace
from core.base_model import BaseModel


class Rhythm(models.TextChoices):
    """How often a report is sent."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"


class ReportSchedule(BaseModel):
    """
    A report that is mailed by itself, of one account or, without one, of the whole workspace.

    `weekday` (0 is Monday) or `month_day` (the last day of a shorter month) and `local_hour` are by the workspace's clock. What
    was due before `active_from` is not made up for. `last_sent_for` is the day it last became due and was put into the outbox.
    `recipients` are members; whoever left by the time it is sent gets none.
    """

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="report_schedules")
    account = models.ForeignKey(Account, models.CASCADE, null=True, blank=True, related_name="report_schedules")
    rhythm = models.CharField(max_length=7, choices=Rhythm)
    weekday = models.PositiveSmallIntegerField(null=True, blank=True)
    month_day = models.PositiveSmallIntegerField(null=True, blank=True)
    local_hour = models.PositiveSmallIntegerField()
    recipients = models.ManyToManyField(User, related_name="+")
    created_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    active_from = models.DateTimeField()
    last_sent_for = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(rhythm="weekly", weekday__lte=6, month_day__isnull=True)
                | Q(rhythm="monthly", month_day__gte=1, month_day__lte=31, weekday__isnull=True),
                name="a_report_has_its_day",
            ),
            models.CheckConstraint(condition=Q(local_hour__lte=23), name="a_report_has_its_hour"),
        ]

    def __str__(self) -> str:
        return f"{self.rhythm} report of {self.account_id or self.workspace_id}"

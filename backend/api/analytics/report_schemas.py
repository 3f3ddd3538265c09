"""Reports as they are asked for and scheduled."""

from datetime import date, datetime
from typing import Self
from uuid import UUID

from ninja import Schema
from pydantic import Field

from api.accounts.selectors import get_account
from api.analytics.models.report_schedule_model import ReportSchedule, Rhythm
from api.analytics.report_schedule_services import Plan, timing_of
from api.analytics.report_times import next_due
from api.workspaces.models import Workspace
from core.text import Text

ReportRhythm = Rhythm


class ReportIn(Schema):
    """Whose report: an account's, or the whole workspace's; and of which days, the last four weeks unless given."""

    account_id: UUID | None = None
    since: date | None = None
    until: date | None = None


class ReportScheduleIn(Schema):
    """
    A report to be mailed by itself: of an account, or of the workspace without one.

    Weekly ones have a `weekday` (0 is Monday) and tell of the seven days before; monthly ones have a `month_day` (the last day,
    where a month has fewer) and tell of the month before. The hour is by the workspace's clock; recipients are members.
    """

    account_id: UUID | None = None
    rhythm: ReportRhythm
    weekday: int | None = Field(None, ge=0, le=6)
    month_day: int | None = Field(None, ge=1, le=31)
    local_hour: int = Field(8, ge=0, le=23)
    recipients: list[Text] = Field(min_length=1, max_length=50)

    def to_plan(self, workspace: Workspace) -> Plan:
        """
        Return what is asked for.

        :raises NotFound: when the account is unknown or another workspace's
        """
        account = get_account(workspace=workspace, account_id=self.account_id) if self.account_id else None
        return Plan(account, self.rhythm, self.weekday, self.month_day, self.local_hour, self.recipients)


class ReportScheduleOut(Schema):
    """A report that is mailed by itself; `last_sent_for` is the day it was due last, `next_due_at` when it is due next."""

    id: UUID
    account_id: UUID | None
    account: str | None
    rhythm: ReportRhythm
    weekday: int | None
    month_day: int | None
    local_hour: int
    time_zone: str
    recipients: list[str]
    created_by: str | None
    last_sent_for: date | None
    next_due_at: datetime

    @classmethod
    def of(cls, schedule: ReportSchedule, *, now: datetime) -> Self:
        names = ("account_id", "rhythm", "weekday", "month_day", "local_hour", "last_sent_for")
        return cls.model_validate(
            {name: getattr(schedule, name) for name in names}
            | {
                "id": schedule.pk,
                "account": schedule.account.handle if schedule.account else None,
                "time_zone": schedule.workspace.time_zone,
                "recipients": sorted(user.email for user in schedule.recipients.all()),
                "created_by": schedule.created_by.email if schedule.created_by else None,
                "next_due_at": next_due(timing_of(schedule), now=now),
            }
        )

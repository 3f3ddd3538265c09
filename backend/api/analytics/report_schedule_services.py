"""Reports that are mailed by themselves: who wants which, and putting them into the outbox once each time they become due."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.db.models.functions import Now

from api.accounts.models import Account
from api.analytics.models.report_schedule_model import ReportSchedule, Rhythm
from api.analytics.report_mail import REPORT, SEND_TASK, tell_nobody_left
from api.analytics.report_times import Timing, days_told, last_due
from api.notifications.services import CAN_ACT
from api.users.models import User
from api.workspaces.audit import record
from api.workspaces.auth import Member, NotAllowed
from api.workspaces.models import Membership, Workspace
from core.domain_error import DomainError, Invalid, NotFound
from core.hints import hint
from core.models import OutboxMessage
from core.slots import take_slots

logger = logging.getLogger(__name__)

JOB = "reports"
MOST_SCHEDULES = 100
KEPT = timedelta(days=60)  # what was sent; longer than any rhythm, so that no slot comes round again


class TooManySchedules(DomainError):
    code, status, title = "too_many_schedules", 409, "Too many reports"


@dataclass(frozen=True, slots=True)
class Plan:
    """What a person asks for; exactly one of `weekday` and `month_day` goes with the rhythm."""

    account: Account | None
    rhythm: Rhythm
    weekday: int | None
    month_day: int | None
    local_hour: int
    recipients: Sequence[str]


def list_schedules(workspace: Workspace) -> "QuerySet[ReportSchedule]":
    """Return the workspace's schedules with their accounts and recipients; two queries."""
    found = ReportSchedule.objects.filter(workspace=workspace).select_related("account", "workspace", "created_by")
    return found.prefetch_related("recipients").order_by("pk")


def get_schedule(*, workspace: Workspace, schedule_id: UUID) -> ReportSchedule:
    """
    Return one of the workspace's schedules.

    :raises NotFound: when it is unknown or another workspace's
    """
    schedule = list_schedules(workspace).filter(pk=schedule_id).first()
    if schedule is None:
        raise NotFound("There is no such report in this workspace.")
    return schedule


@transaction.atomic
def save_schedule(*, member: Member, plan: Plan, schedule: ReportSchedule | None, now: datetime) -> ReportSchedule:
    """
    Keep a new schedule, or what is to be different about an old one; the first report is the next that becomes due.

    :raises NotAllowed: for who only looks or approves
    :raises Invalid: when a recipient is no member, or the day does not go with the rhythm
    """
    _require(member)
    people = _find_members(member.workspace, plan.recipients)
    if schedule is None and ReportSchedule.objects.filter(workspace=member.workspace).count() >= MOST_SCHEDULES:
        raise TooManySchedules(f"A workspace has at most {MOST_SCHEDULES} reports. Remove one first.")
    fields = {"account": plan.account, "rhythm": plan.rhythm, "local_hour": plan.local_hour} | _check_day(plan)
    deed = "changed" if schedule else "added"
    schedule = schedule or ReportSchedule(workspace=member.workspace, created_by=member.user, active_from=now)
    if any(getattr(schedule, name) != fields[name] for name in ("weekday", "month_day", "local_hour")):
        schedule.active_from = now  # what would have been due before is not made up for
    for name, value in fields.items():
        setattr(schedule, name, value)
    schedule.save()
    schedule.recipients.set(people)
    _note(member, schedule, deed)
    return get_schedule(workspace=member.workspace, schedule_id=schedule.pk)


@transaction.atomic
def remove_schedule(*, member: Member, schedule: ReportSchedule) -> None:
    """
    Send this report no more.

    :raises NotAllowed: for who only looks or approves
    """
    _require(member)
    _note(member, schedule, "removed")
    schedule.delete()


def timing_of(schedule: ReportSchedule) -> Timing:
    """Return when it is due, by the workspace's clock as it is set now."""
    return Timing(schedule.weekday, schedule.month_day, schedule.local_hour, schedule.workspace.time_zone)


def write_due(*, now: datetime) -> int:
    """Put the reports that became due into the outbox, each once however many clocks ask; return how many."""
    written = 0
    for schedule in ReportSchedule.objects.select_related("workspace").order_by("pk"):
        timing = timing_of(schedule)
        day = last_due(timing, now=now)
        is_sent = schedule.last_sent_for is not None and schedule.last_sent_for >= day
        if not is_sent and timing.due_at(day) >= schedule.active_from:
            written += _write(schedule.pk, day.isoformat())
    OutboxMessage.objects.filter(kind=REPORT, next_try_at=None, created_at__lt=now - KEPT).delete()
    return written


@transaction.atomic
def _write(schedule_id: UUID, day: str) -> bool:
    """Put one report into the outbox, a message for each recipient who is a member still; False when another clock has."""
    if not take_slots(JOB, [f"{schedule_id}:{day}"]):
        return False
    schedule = ReportSchedule.objects.select_for_update(of=("self",)).select_related("workspace").get(pk=schedule_id)
    ReportSchedule.objects.filter(pk=schedule_id).update(last_sent_for=day)
    due = datetime.fromisoformat(day).date()
    since, until = days_told(timing_of(schedule), due)
    told = {"schedule": str(schedule_id), "since": str(since), "until": str(until)}
    people = User.objects.filter(
        pk__in=schedule.recipients.values("pk"), memberships__workspace=schedule.workspace, is_active=True
    )
    messages = [
        OutboxMessage(
            kind=REPORT,
            key=f"{REPORT}:{schedule_id}:{day}:{user.pk}",
            payload=told | {"user": str(user.pk)},
            next_try_at=Now(),
        )
        for user in people
    ]
    OutboxMessage.objects.bulk_create(messages, ignore_conflicts=True)
    if messages:
        hint(SEND_TASK)
    else:
        tell_nobody_left(schedule)
    return True


def _require(member: Member) -> None:
    if member.role not in CAN_ACT:
        raise NotAllowed("Owners, admins and editors choose which reports are sent. Ask one of them.")


def _check_day(plan: Plan) -> dict[str, int | None]:
    is_weekly = plan.rhythm == Rhythm.WEEKLY
    wanted, other = ("weekday", "month_day") if is_weekly else ("month_day", "weekday")
    if getattr(plan, wanted) is None:
        raise Invalid.at(wanted, f"Say on which day a {plan.rhythm.value} report is sent.", code="day_missing")
    return {wanted: getattr(plan, wanted), other: None}


def _find_members(workspace: Workspace, addresses: Sequence[str]) -> list[User]:
    members = Membership.objects.filter(workspace=workspace, user__is_active=True).select_related("user")
    known = {membership.user.email.lower(): membership.user for membership in members}
    for place, address in enumerate(addresses):
        if address.lower() not in known:
            sentence = f"{address} belongs to no member of this workspace; reports go to members only."
            raise Invalid.at(f"recipients.{place}", sentence, code="not_a_member")
    return list({known[address.lower()].pk: known[address.lower()] for address in addresses}.values())


def _note(member: Member, schedule: ReportSchedule, deed: str) -> None:
    whose = schedule.account.handle if schedule.account else schedule.workspace.name
    record(
        member,
        f"report.{deed}",
        kind="report_schedule",
        subject_id=schedule.pk,
        sentence=f"{deed} the {schedule.rhythm} report of {whose}",
    )

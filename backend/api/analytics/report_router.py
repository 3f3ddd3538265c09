"""Reports as PDF: at once, and the ones that are mailed by themselves."""

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from ninja import Query, Router, Status

from api.accounts.selectors import get_account
from api.analytics import report_schedule_services as schedules
from api.analytics.export_request import check_range
from api.analytics.report_data import DAY
from api.analytics.report_schemas import ReportIn, ReportScheduleIn, ReportScheduleOut
from api.analytics.report_selectors import USUAL_DAYS, usual_range
from api.workspaces.auth import AuthedRequest, member_auth
from core.problem_schema import REFUSALS, Problem
from core.sentences.answer import language_of

router = Router(auth=member_auth)
CHANGES: dict[int, type[Problem]] = {403: Problem}


@router.get("/report", response={200: None, **REFUSALS}, operation_id="getReport")
def get_report(request: AuthedRequest, wanted: Query[ReportIn]) -> HttpResponse:
    """Return a report as PDF: headline figures with their changes, followers, views, the posts that were seen most."""
    from api.analytics.report_services import make_report  # what draws PDFs is loaded by the first of them

    workspace, now = request.auth.workspace, timezone.now()
    account = get_account(workspace=workspace, account_id=wanted.account_id) if wanted.account_id else None
    check_range(wanted.since, wanted.until)
    until = wanted.until or usual_range(workspace.time_zone, now=now)[1]
    since = wanted.since or until - (USUAL_DAYS - 1) * DAY
    check_range(since, until)
    language = language_of(request)
    made = make_report(workspace=workspace, account=account, since=since, until=until, now=now, language=language)
    headers = {"Content-Disposition": f'inline; filename="{made.file_name}"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(made.content, content_type="application/pdf", headers=headers)


@router.get(
    "/report-schedules", response={200: list[ReportScheduleOut], **REFUSALS}, operation_id="listReportSchedules"
)
def list_all(request: AuthedRequest) -> list[ReportScheduleOut]:
    """List the reports that are mailed by themselves, the oldest first."""
    now = timezone.now()
    return [ReportScheduleOut.of(one, now=now) for one in schedules.list_schedules(request.auth.workspace)]


@router.post(
    "/report-schedules", response={201: ReportScheduleOut, **CHANGES, **REFUSALS}, operation_id="addReportSchedule"
)
def add(request: AuthedRequest, wanted: ReportScheduleIn) -> Status[ReportScheduleOut]:
    """Have a report mailed weekly or monthly to members of the workspace. For owners, admins and editors."""
    now, plan = timezone.now(), wanted.to_plan(request.auth.workspace)
    schedule = schedules.save_schedule(member=request.auth, plan=plan, schedule=None, now=now)
    return Status(201, ReportScheduleOut.of(schedule, now=now))


@router.put(
    "/report-schedules/{uuid:schedule_id}",
    response={200: ReportScheduleOut, **CHANGES, **REFUSALS},
    operation_id="changeReportSchedule",
)
def change(request: AuthedRequest, schedule_id: UUID, wanted: ReportScheduleIn) -> ReportScheduleOut:
    """Change a report that is mailed by itself. For owners, admins and editors."""
    now = timezone.now()
    schedule = schedules.get_schedule(workspace=request.auth.workspace, schedule_id=schedule_id)
    plan = wanted.to_plan(request.auth.workspace)
    schedule = schedules.save_schedule(member=request.auth, plan=plan, schedule=schedule, now=now)
    return ReportScheduleOut.of(schedule, now=now)


@router.delete(
    "/report-schedules/{uuid:schedule_id}",
    response={204: None, **CHANGES, **REFUSALS},
    operation_id="removeReportSchedule",
)
def remove(request: AuthedRequest, schedule_id: UUID) -> Status[None]:
    """Mail this report no more. For owners, admins and editors."""
    schedule = schedules.get_schedule(workspace=request.auth.workspace, schedule_id=schedule_id)
    schedules.remove_schedule(member=request.auth, schedule=schedule)
    return Status(204, None)

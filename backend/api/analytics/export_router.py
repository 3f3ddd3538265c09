"""Taking the figures along: small exports at once, large ones as a file that a worker makes."""

from os import SEEK_END
from uuid import UUID

from django.http import HttpResponseBase, StreamingHttpResponse
from django.utils import timezone
from ninja import Query, Router, Status

from api.analytics import export_services
from api.analytics.export_request import CONTENT_TYPES, ExportFormat, name_file
from api.analytics.export_schemas import ExportIn, ExportOut, ExportPage
from api.analytics.export_selectors import find_handles, get_export, list_exports
from api.workspaces.auth import AuthedRequest, member_auth
from core.http_range import read_span, serve_range
from core.paging import PageIn, cut_page
from core.problem_schema import REFUSALS, Problem

router = Router(auth=member_auth)


@router.get("/export", response={200: None, 202: ExportOut, **REFUSALS}, operation_id="exportAnalytics")
def export(request: AuthedRequest, wanted: Query[ExportIn]) -> HttpResponseBase | Status[ExportOut]:
    """Return the file, or 202 and how the file stands that is going to be made, when it has more than some ten thousand rows."""
    asked = wanted.to_request(request.auth.workspace)
    handles = find_handles(workspace=request.auth.workspace, account_ids=asked.account_ids)
    made = export_services.export_at_once(member=request.auth, request=asked, handles=handles)
    if made is None:
        job = export_services.request_job(member=request.auth, request=asked, handles=handles)
        return Status(202, ExportOut.of(job))
    size = made.seek(0, SEEK_END)
    headers = {
        "Content-Length": str(size),
        "Content-Disposition": _attached(name_file(asked, handles)),
        "X-Content-Type-Options": "nosniff",
    }
    return StreamingHttpResponse(
        read_span(made, 0, size - 1), content_type=CONTENT_TYPES[asked.format], headers=headers
    )


@router.get("/exports", response={200: ExportPage, **REFUSALS}, operation_id="listExports")
def list_all(request: AuthedRequest, page: Query[PageIn]) -> ExportPage:
    """List the workspace's exports that were too large to be answered at once, the newest first."""
    jobs, next_cursor = cut_page(list_exports(request.auth.workspace), page)
    return ExportPage(items=[ExportOut.of(job) for job in jobs], next_cursor=next_cursor)


@router.get("/exports/{uuid:export_id}", response={200: ExportOut, **REFUSALS}, operation_id="getExport")
def get_one(request: AuthedRequest, export_id: UUID) -> ExportOut:
    """Say how far an export is."""
    return ExportOut.of(get_export(workspace=request.auth.workspace, export_id=export_id))


@router.delete("/exports/{uuid:export_id}", response={204: None, **REFUSALS}, operation_id="removeExport")
def remove(request: AuthedRequest, export_id: UUID) -> Status[None]:
    """Call an export off that is under way; remove one that has ended, with its file."""
    job = get_export(workspace=request.auth.workspace, export_id=export_id)
    export_services.remove(job, now=timezone.now())
    return Status(204, None)


@router.get(
    "/exports/{uuid:export_id}/file",
    response={200: None, 206: None, 410: Problem, 416: None, **REFUSALS},
    operation_id="getExportFile",
)
def get_file(request: AuthedRequest, export_id: UUID) -> HttpResponseBase:
    """Return the file, or the one range of it that was asked for; for a day."""
    job = get_export(workspace=request.auth.workspace, export_id=export_id)
    stream = export_services.open_file(job, now=timezone.now())
    answer = serve_range(
        request,
        stream,
        size=job.size_bytes or 0,
        content_type=CONTENT_TYPES[ExportFormat(job.format)],
        etag=f"{job.pk}-{job.attempt}",
    )
    answer["Content-Disposition"] = _attached(job.file_name)
    answer["Cache-Control"] = "no-store"  # it can be removed, and is gone after a day
    return answer


def _attached(name: str) -> str:
    return f'attachment; filename="{name}"'  # plain letters only (`name_file`)

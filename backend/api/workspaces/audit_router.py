"""What people did in this workspace, for its owners and admins."""

from uuid import UUID

from ninja import Query, Router

from api.workspaces import selectors
from api.workspaces.audit_schemas import AuditEntryOut, AuditPage
from api.workspaces.auth import AuthedRequest, member_auth
from core.paging import PageIn, cut_page
from core.problem_schema import REFUSALS, Problem

router = Router(auth=member_auth)


@router.get("", response={200: AuditPage, **REFUSALS, 403: Problem}, operation_id="listAudit")
def list_audit(request: AuthedRequest, page: Query[PageIn], subject: UUID | None = None) -> AuditPage:
    """List what people did, the newest first; `subject` narrows it to one post, account, app or other row."""
    request.auth.must_be_admin()
    found, next_cursor = cut_page(selectors.list_audit(request.auth.workspace, subject=subject), page)
    return AuditPage(items=[AuditEntryOut.of(entry) for entry in found], next_cursor=next_cursor)

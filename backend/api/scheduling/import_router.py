"""Posts as CSV: brought in, after a look at what would become of each row, and taken along."""

from zoneinfo import ZoneInfo

from django.http import StreamingHttpResponse
from django.utils import timezone
from ninja import Query, Router

from api.posts.models import Post
from api.posts.selectors import list_posts
from api.publishing.selectors import filter_by_status, filter_by_words
from api.scheduling import import_services
from api.scheduling.calendar_selectors import standing_between
from api.scheduling.export_posts import export_posts as write_posts
from api.scheduling.import_schemas import ExportPostsIn, ImportIn, ImportOut
from api.workspaces.audit import record
from api.workspaces.auth import AuthedRequest, member_auth
from core.idempotency import run_once
from core.problem_schema import REFUSALS

router = Router(auth=member_auth)


@router.post("/import", response={200: ImportOut, **REFUSALS}, operation_id="importPosts")
def import_posts(request: AuthedRequest, file: ImportIn) -> ImportOut:
    """Make a post of each row of a CSV file, or with `dry_run` show what would become of it; each row by itself."""

    def run() -> ImportOut:
        result = import_services.import_posts(
            member=request.auth, plan=file.to_plan(), dry_run=file.dry_run, now=timezone.now()
        )
        return ImportOut.of(result, dry_run=file.dry_run)

    return run_once(request, scope=request.auth.workspace.pk, run=run, answer_type=ImportOut)


@router.get("/export", response={200: None, **REFUSALS}, operation_id="exportPosts")
def export_posts(request: AuthedRequest, wanted: Query[ExportPostsIn]) -> StreamingHttpResponse:
    """Return the posts as CSV, the newest first, with the columns of an import and what became of each on its accounts."""
    member = request.auth
    posts = filter_by_words(list_posts(member.workspace), wanted.q[:100])
    if wanted.status:
        posts = filter_by_status(posts, wanted.status)
    if wanted.account:
        posts = posts.filter(pk__in=Post.objects.filter(publications__account_id=wanted.account).values("pk"))
    if wanted.first or wanted.last:
        posts = posts.filter(standing_between(ZoneInfo(member.user.time_zone), wanted.first, wanted.last))
    name = f"carillon-posts-{timezone.localdate(timezone=ZoneInfo(member.user.time_zone))}.csv"
    asked = wanted.model_dump(mode="json", exclude_none=True)
    record(
        member, "posts.exported", kind="workspace", subject_id=member.workspace.pk, sentence=f"exported {name}", **asked
    )
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
    pieces = write_posts(member.workspace, posts)
    return StreamingHttpResponse(pieces, content_type="text/csv; charset=utf-8", headers=headers)

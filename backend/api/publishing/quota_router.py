"""What TikTok still takes, before anything is scheduled."""

from uuid import UUID

from django.utils import timezone
from ninja import Router

from api.accounts.models import PostMode
from api.accounts.selectors import get_account
from api.publishing import quota_services
from api.publishing.quota_schemas import QuotaIn, QuotaOfAccountOut, QuotaOut
from api.workspaces.auth import AuthedRequest, member_auth
from core.problem_schema import REFUSALS

router = Router(auth=member_auth)


@router.post("/quota", response={200: QuotaOut, **REFUSALS}, operation_id="askQuota")
def ask_quota(request: AuthedRequest, question: QuotaIn) -> QuotaOut:
    """Tell for many accounts at once what still fits around a time. A POST for the length of its list; it changes nothing."""
    workspace = request.auth.workspace
    wanted = [(one.account_id, str(one.post_mode)) for one in question.targets]
    stagger_min = question.stagger_min
    if question.post_id and not wanted:
        wanted, stagger_min = quota_services.list_wanted(workspace=workspace, post_id=question.post_id)
    outlook = quota_services.look_ahead(
        workspace=workspace,
        wanted=wanted,
        at=question.at,
        stagger_min=stagger_min,
        post_id=question.post_id,
        now=timezone.now(),
    )
    return QuotaOut.of(outlook)


@router.get("/accounts/{uuid:account_id}/quota", response={200: QuotaOfAccountOut, **REFUSALS}, operation_id="getQuota")
def get_quota(
    request: AuthedRequest, account_id: UUID, at: str = "", mode: PostMode = PostMode.DIRECT_POST
) -> QuotaOfAccountOut:
    """Tell what still fits on one account around `at`, an ISO 8601 time with an offset; without it, now."""
    now = timezone.now()
    account = get_account(workspace=request.auth.workspace, account_id=account_id)
    outlook = quota_services.look_ahead(
        workspace=request.auth.workspace,
        wanted=[(account.pk, mode)],
        at=quota_services.read_instant(at) if at else now,
        stagger_min=0,
        post_id=None,
        now=now,
    )
    return QuotaOut.of(outlook).accounts[0]

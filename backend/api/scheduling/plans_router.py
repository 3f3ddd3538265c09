"""What an account has before it: told before it is paused or disconnected."""

from datetime import datetime
from uuid import UUID

from ninja import Router, Schema

from api.accounts.selectors import get_account
from api.publishing.models import Publication, State
from api.publishing.selectors import UNDER_WAY
from api.scheduling.models import PostSeries
from api.workspaces.auth import AuthedRequest, member_auth
from api.workspaces.models import Workspace
from core.problem_schema import REFUSALS

router = Router(auth=member_auth)
SHOWN = 5


class PlannedPostOut(Schema):
    id: UUID
    caption: str
    due_at: datetime | None


class AccountPlansOut(Schema):
    """
    What is planned on an account: `scheduled` posts, of which `next` has the first five, and running series it is part of.

    `on_its_way` are posts that TikTok is being given at this moment, or has and is processing.
    """

    scheduled: int
    on_its_way: int
    series: int
    next: list[PlannedPostOut]


@router.get(
    "/accounts/{uuid:account_id}/plans", response={200: AccountPlansOut, **REFUSALS}, operation_id="getAccountPlans"
)
def get_account_plans(request: AuthedRequest, account_id: UUID) -> AccountPlansOut:
    """Return what is planned on an account; five queries and those of who asks."""
    account = get_account(workspace=request.auth.workspace, account_id=account_id)
    publications = Publication.objects.filter(account=account, post__deleted_at=None)
    scheduled = publications.filter(state=State.SCHEDULED)
    first = scheduled.order_by("due_at", "pk").values_list("post_id", "post__caption", "due_at")[:SHOWN]
    return AccountPlansOut(
        scheduled=scheduled.count(),
        on_its_way=publications.filter(state__in=UNDER_WAY).count(),
        series=_count_series(request.auth.workspace, account_id),
        next=[PlannedPostOut(id=pk, caption=caption, due_at=due_at) for pk, caption, due_at in first],
    )


def _count_series(workspace: Workspace, account_id: UUID) -> int:
    running = PostSeries.objects.filter(workspace=workspace, stopped_at=None).values_list("content", flat=True)
    return sum(any(one == str(account_id) for one, _ in content["choices"]) for content in running)

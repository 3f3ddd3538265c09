"""What became of a post on each account, and what a person can do about it."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone
from ninja import Router

from api.accounts.selectors import get_account
from api.posts.selectors import get_post
from api.publishing import selectors, services
from api.publishing.drafts import list_pending
from api.publishing.schemas import DraftsOut, PublicationDetailOut, PublicationOut, SettleIn
from api.workspaces.auth import AuthedRequest, member_auth
from core.problem_schema import REFUSALS

router = Router(auth=member_auth)


@router.get(
    "/posts/{uuid:post_id}/publications",
    response={200: list[PublicationDetailOut], **REFUSALS},
    operation_id="listPublications",
)
def list_publications(request: AuthedRequest, post_id: UUID) -> list[PublicationDetailOut]:
    """Return the post's publications with their whole history."""
    post = get_post(workspace=request.auth.workspace, post_id=post_id)
    return [PublicationDetailOut.of(publication) for publication in selectors.list_with_history(post)]


@router.post(
    "/publications/{uuid:publication_id}/cancel",
    response={200: PublicationOut, **REFUSALS},
    operation_id="cancelPublication",
)
def cancel_publication(request: AuthedRequest, publication_id: UUID) -> PublicationOut:
    """Take a publication back before its last bytes are sent."""
    publication = selectors.get_publication(workspace=request.auth.workspace, publication_id=publication_id)
    services.cancel(publication=publication, actor=request.auth.user.email)
    return _again(request, publication_id)


@router.post(
    "/publications/{uuid:publication_id}/retry",
    response={200: PublicationOut, **REFUSALS},
    operation_id="retryPublication",
)
def retry_publication(request: AuthedRequest, publication_id: UUID) -> PublicationOut:
    """Send a publication that stopped, now; the post's other accounts are not touched."""
    publication = selectors.get_publication(workspace=request.auth.workspace, publication_id=publication_id)
    services.retry(publication=publication, actor=request.auth.user.email, now=timezone.now())
    return _again(request, publication_id)


@router.post(
    "/publications/{uuid:publication_id}/resolve",
    response={200: PublicationOut, **REFUSALS},
    operation_id="resolvePublication",
)
def resolve_publication(request: AuthedRequest, publication_id: UUID, found: SettleIn) -> PublicationOut:
    """Say what you found at TikTok, for a post whose outcome nobody else can tell."""
    publication = selectors.get_publication(workspace=request.auth.workspace, publication_id=publication_id)
    services.settle(publication=publication, is_there=found.is_there, actor=request.auth.user.email, now=timezone.now())
    return _again(request, publication_id)


@router.get("/accounts/{uuid:account_id}/drafts", response={200: DraftsOut, **REFUSALS}, operation_id="countDrafts")
def count_drafts(
    request: AuthedRequest, account_id: UUID, at: datetime | None = None, without_post: UUID | None = None
) -> DraftsOut:
    """Tell how many drafts wait in the account's inbox around `at`, or now; `without_post` is not counted."""
    account = get_account(workspace=request.auth.workspace, account_id=account_id)
    when = at if at and at.tzinfo else timezone.now()
    return DraftsOut.of(list_pending(account.pk, at=when, without_post=without_post), at=when)


def _again(request: AuthedRequest, publication_id: UUID) -> PublicationOut:
    return PublicationOut.of(selectors.get_publication(workspace=request.auth.workspace, publication_id=publication_id))

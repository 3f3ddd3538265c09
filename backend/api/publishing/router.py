"""What became of a post on each account, and what a person can do about it."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.utils import timezone
from ninja import Router

from api.accounts.selectors import get_account
from api.posts.selectors import get_post
from api.publishing import deed_services as deeds
from api.publishing import selectors
from api.publishing.drafts import list_pending
from api.publishing.models import Publication
from api.publishing.schemas import DraftsOut, PostDeedOut, PublicationDetailOut, PublicationOut, SettleIn
from api.publishing.undo_schemas import UndoCancelIn, UndoneOut
from api.publishing.undo_services import undo_cancel as undo_cancel_of
from api.workspaces.auth import AuthedRequest, member_auth
from core.idempotency import run_once
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
    """Take a publication back before its last bytes are sent. A repeated Idempotency-Key gives the first answer."""
    return _do(request, publication_id, lambda found: deeds.cancel(member=request.auth, publication=found))


@router.post("/publications/undo-cancel", response={200: UndoneOut, **REFUSALS}, operation_id="undoCancel")
def undo_cancel(request: AuthedRequest, many: UndoCancelIn) -> UndoneOut:
    """
    Take back, within 10 minutes, that publications were called off. Those with a time to come are scheduled again.

    What the rules do not allow any more, or whose time has passed, becomes a draft with its post, or stays called off.
    """

    def run() -> UndoneOut:
        return UndoneOut.of(
            undo_cancel_of(member=request.auth, publication_ids=many.publication_ids, now=timezone.now())
        )

    return run_once(request, scope=request.auth.workspace.pk, run=run, answer_type=UndoneOut)


@router.post(
    "/publications/{uuid:publication_id}/retry",
    response={200: PublicationOut, **REFUSALS},
    operation_id="retryPublication",
)
def retry_publication(request: AuthedRequest, publication_id: UUID) -> PublicationOut:
    """Send a publication that stopped, now; the post's other accounts are not touched."""
    now = timezone.now()
    return _do(request, publication_id, lambda found: deeds.retry(member=request.auth, publication=found, now=now))


@router.post(
    "/publications/{uuid:publication_id}/resolve",
    response={200: PublicationOut, **REFUSALS},
    operation_id="resolvePublication",
)
def resolve_publication(request: AuthedRequest, publication_id: UUID, found: SettleIn) -> PublicationOut:
    """Say what you found at TikTok, for a post whose outcome nobody else can tell: it is there, or send it again."""
    member, now = request.auth, timezone.now()

    def settle(publication: Publication) -> None:
        if found.is_there:
            deeds.settle_there(member=member, publication=publication, link=found.link, now=now)
        else:
            deeds.send_again(member=member, publication=publication, confirmed=found.confirmed, now=now)

    return _do(request, publication_id, settle)


@router.post("/posts/{uuid:post_id}/retry", response={200: PostDeedOut, **REFUSALS}, operation_id="retryPost")
def retry_post(request: AuthedRequest, post_id: UUID) -> PostDeedOut:
    """Send again, now, what failed, is held or was missed; every other account of the post is left as it is."""
    post, now = get_post(workspace=request.auth.workspace, post_id=post_id), timezone.now()
    return _bulk(request, lambda: deeds.retry_post(member=request.auth, post=post, now=now))


@router.post("/posts/{uuid:post_id}/cancel", response={200: PostDeedOut, **REFUSALS}, operation_id="cancelPost")
def cancel_post(request: AuthedRequest, post_id: UUID) -> PostDeedOut:
    """Call off what has not gone out yet, on every account of the post."""
    post = get_post(workspace=request.auth.workspace, post_id=post_id)
    return _bulk(request, lambda: deeds.cancel_post(member=request.auth, post=post))


@router.get("/accounts/{uuid:account_id}/drafts", response={200: DraftsOut, **REFUSALS}, operation_id="countDrafts")
def count_drafts(
    request: AuthedRequest, account_id: UUID, at: datetime | None = None, without_post: UUID | None = None
) -> DraftsOut:
    """Tell how many drafts wait in the account's inbox around `at`, or now; `without_post` is not counted."""
    account = get_account(workspace=request.auth.workspace, account_id=account_id)
    when = at if at and at.tzinfo else timezone.now()
    return DraftsOut.of(list_pending(account.pk, at=when, without_post=without_post), at=when)


def _do(request: AuthedRequest, publication_id: UUID, deed: Callable[[Publication], None]) -> PublicationOut:
    """Do it once, however often it is asked with the same key, and show what came of it."""
    workspace = request.auth.workspace

    def run() -> PublicationOut:
        deed(selectors.get_publication(workspace=workspace, publication_id=publication_id))
        return PublicationOut.of(selectors.get_publication(workspace=workspace, publication_id=publication_id))

    return run_once(request, scope=workspace.pk, run=run, answer_type=PublicationOut)


def _bulk(request: AuthedRequest, deed: Callable[[], deeds.Bulk]) -> PostDeedOut:
    def run() -> PostDeedOut:
        return PostDeedOut.of(deed())

    return run_once(request, scope=request.auth.workspace.pk, run=run, answer_type=PostDeedOut)

"""The calendar, posting slots, moving posts and scheduling many of them."""

from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from django.utils import timezone
from ninja import Query, Router

from api.accounts.models import Account
from api.accounts.selectors import get_account
from api.posts.selectors import list_posts
from api.publishing.selectors import with_publications
from api.scheduling import bulk_services, move_services, slot_services
from api.scheduling.bulk_services import BulkResult
from api.scheduling.calendar_schemas import (
    BulkIn,
    BulkItemOut,
    BulkOut,
    BulkProblem,
    CalendarOut,
    CalendarRangeIn,
    FreeSlotOut,
    MoveIn,
    NextOfAccountOut,
    NextSlotsIn,
    NextSlotsOut,
    SlotsIn,
    SlotsOut,
)
from api.scheduling.calendar_selectors import list_calendar
from api.scheduling.models import PostingSlot
from api.scheduling.schemas import PostOut
from api.scheduling.timing import LATEST
from api.workspaces.auth import AuthedRequest, member_auth
from core.domain_error import Invalid, NotFound
from core.idempotency import run_once
from core.problem_schema import REFUSALS

router = Router(auth=member_auth)


@router.get("/calendar", response={200: CalendarOut, **REFUSALS}, operation_id="getCalendar")
def get_calendar(request: AuthedRequest, shown: Query[CalendarRangeIn]) -> HttpResponse:
    """Return the posts from one day to another, at most 62 days on, by the calendar of the person's zone, and the days' sums."""
    zone = request.auth.user.time_zone
    calendar = list_calendar(
        workspace=request.auth.workspace,
        zone=ZoneInfo(zone),
        first=shown.first,
        last=shown.last,
        account_id=shown.account,
        group_id=shown.group,
        per_day=shown.per_day,
    )
    answer = CalendarOut.of(calendar, time_zone=zone)
    return HttpResponse(answer.model_dump_json(context={"request": request}), content_type="application/json")


@router.post("/posts/{uuid:post_id}/move", response={200: PostOut, **REFUSALS}, operation_id="movePost")
def move_post(request: AuthedRequest, post_id: UUID, move: MoveIn) -> PostOut:
    """Give a post another time and keep everything else of it."""
    posts = with_publications(list_posts(request.auth.workspace)).filter(pk=post_id)
    post = posts.first()
    if post is None:
        raise NotFound("There is no such post in this workspace.")
    move_services.move_post(
        member=request.auth, post=post, local_time=move.local_time, time_zone=move.time_zone, now=timezone.now()
    )
    return PostOut.of(posts.get())


@router.post("/posts/bulk/schedule", response={200: BulkOut, **REFUSALS}, operation_id="schedulePosts")
def schedule_posts(request: AuthedRequest, bulk: BulkIn) -> BulkOut:
    """Give many drafts their times, or with `dry_run` show which they would get; each post as a whole or not at all."""

    def run() -> BulkOut:
        results = bulk_services.schedule_many(
            member=request.auth, plan=bulk.to_plan(), dry_run=bulk.dry_run, now=timezone.now()
        )
        done = 0 if bulk.dry_run else sum(not result.code for result in results)
        return BulkOut(dry_run=bulk.dry_run, scheduled=done, items=[_show(result) for result in results])

    return run_once(request, scope=request.auth.workspace.pk, run=run, answer_type=BulkOut)


@router.get("/accounts/{uuid:account_id}/slots", response={200: SlotsOut, **REFUSALS}, operation_id="getSlots")
def get_slots(request: AuthedRequest, account_id: UUID) -> SlotsOut:
    """Return an account's posting slots."""
    account = get_account(workspace=request.auth.workspace, account_id=account_id)
    slots = list(PostingSlot.objects.filter(account=account))
    return SlotsOut.of(slots, time_zone=request.auth.workspace.time_zone)


@router.put("/accounts/{uuid:account_id}/slots", response={200: SlotsOut, **REFUSALS}, operation_id="setSlots")
def set_slots(request: AuthedRequest, account_id: UUID, week: SlotsIn) -> SlotsOut:
    """Make these the account's posting slots; what was there before is gone, scheduled posts stay as they are."""
    account = get_account(workspace=request.auth.workspace, account_id=account_id)
    slots = slot_services.set_slots(account=account, week=[slot.to_week_time() for slot in week.slots])
    return SlotsOut.of(slots, time_zone=request.auth.workspace.time_zone)


@router.get("/slots/next", response={200: NextSlotsOut, **REFUSALS}, operation_id="getNextSlots")
def get_next_slots(request: AuthedRequest, wanted: Query[NextSlotsIn]) -> NextSlotsOut:
    """Return the next free posting slot after `after` (now, without it): of all these accounts together, and of each."""
    after = wanted.after
    if after is not None and after.tzinfo is None:
        raise Invalid.at("after", "Give the instant with its offset from UTC.", code="instant_invalid")
    now = timezone.now()
    if after is not None and after > now + LATEST:
        raise Invalid.at("after", "Ask for slots within the next year.", code="due_too_far")
    found = _find_accounts(request, wanted.accounts)
    workspace = request.auth.workspace
    finder = slot_services.SlotFinder(workspace, found, max(after or now, now))
    together = finder.next_of_all(found)
    each = [(account, finder.next_of(account)) for account in found]
    return NextSlotsOut(
        together=FreeSlotOut.of(together, time_zone=workspace.time_zone) if together else None,
        accounts=[
            NextOfAccountOut(
                account_id=account.pk,
                has_slots=finder.has_slots(account),
                slot=FreeSlotOut.of(slot, time_zone=workspace.time_zone) if slot else None,
            )
            for account, slot in each
        ],
    )


def _find_accounts(request: AuthedRequest, ids: list[UUID]) -> list[Account]:
    found = Account.objects.filter(workspace=request.auth.workspace).in_bulk(ids)
    if any(pk not in found for pk in ids):
        raise NotFound("There is no such account in this workspace.")
    return [found[pk] for pk in dict.fromkeys(ids)]


def _show(result: BulkResult) -> BulkItemOut:
    return BulkItemOut(
        post_id=result.post_id,
        caption=result.caption,
        local_time=result.local_time or None,
        time_zone=result.time_zone or None,
        due_at=result.due_at,
        clock=result.clock,
        problem=BulkProblem(code=result.code, message=result.message) if result.code else None,
    )

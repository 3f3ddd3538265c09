"""The first page, in one answer."""

from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from django.utils import timezone
from ninja import Router, Schema

from api.media.schemas import thumbnail_path
from api.publishing.selectors import summarize
from api.scheduling.home_selectors import HomeRow, read_home
from api.scheduling.schemas import PostStatus
from api.workspaces.auth import AuthedRequest, member_auth
from core.problem_schema import REFUSALS
from core.sentences.answer import Sentence

router = Router(auth=member_auth)
NAMES_SHOWN = 2


class HomePostOut(Schema):
    """
    A post in a short list. `accounts` are the names of the first two of `account_count`; `reason` is why it was stopped.

    `in_inbox` says that it went to an inbox in TikTok as a draft, where its person has not finished it yet.
    """

    id: UUID
    caption: str
    status: PostStatus
    due_at: datetime | None
    thumbnail_url: str | None
    account_count: int
    accounts: list[str]
    in_inbox: bool
    reason: Sentence | None

    @classmethod
    def of(cls, row: HomeRow) -> "HomePostOut":
        """Put a row into words; not checked again, since every part of it comes from the database as it is."""
        return cls.model_construct(
            id=row.id,
            caption=row.caption,
            status=summarize([one.state for one in row.publications]),
            due_at=row.due_at,
            thumbnail_url=thumbnail_path(row.picture_id) if row.picture_id else None,
            account_count=len(row.publications),
            accounts=[one.nickname for one in row.publications[:NAMES_SHOWN]],
            in_inbox=any(one.in_inbox for one in row.publications),
            reason=next((one.reason for one in row.publications if one.reason), None),
        )


class HomeOut(Schema):
    """
    What waits for a person (the 8 due last), what is due today by the person's clock (the first 20) and what comes next (5).

    `waiting_count` and `today_count` are how many there are, shown or not.
    """

    waiting: list[HomePostOut]
    waiting_count: int
    today: list[HomePostOut]
    today_count: int
    next: list[HomePostOut]


@router.get("/home", response={200: HomeOut, **REFUSALS}, operation_id="getHome")
def get_home(request: AuthedRequest) -> HttpResponse:
    """Return what the first page shows of the workspace's posts."""
    zone = ZoneInfo(request.auth.user.time_zone)
    home = read_home(workspace=request.auth.workspace, zone=zone, now=timezone.now())
    answer = HomeOut.model_construct(
        waiting=[HomePostOut.of(row) for row in home.waiting],
        waiting_count=home.waiting_count,
        today=[HomePostOut.of(row) for row in home.today],
        today_count=home.today_count,
        next=[HomePostOut.of(row) for row in home.next],
    )
    return HttpResponse(answer.model_dump_json(context={"request": request}), content_type="application/json")

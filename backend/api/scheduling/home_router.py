"""The first page, in one answer."""

from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils import timezone
from ninja import Router, Schema

from api.accounts.models import PostMode
from api.media.schemas import thumbnail_url
from api.posts.models import Post
from api.publishing.models import Publication, State
from api.publishing.schemas import find_finish
from api.publishing.selectors import summarize
from api.scheduling.home_selectors import read_home
from api.scheduling.schemas import PostStatus
from api.workspaces.auth import AuthedRequest, member_auth
from core.problem_schema import REFUSALS

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
    reason: str | None

    @classmethod
    def of(cls, post: Post) -> "HomePostOut":
        rows = list(post.publications.all())
        first = next(iter(post.places.all()), None)
        fields: dict[str, object] = {
            "id": post.pk,
            "caption": post.caption,
            "status": summarize([row.state for row in rows]),
            "due_at": post.due_at,
            "thumbnail_url": thumbnail_url(first.asset) if first else None,
            "account_count": len(rows),
            "accounts": [row.account.nickname for row in rows[:NAMES_SHOWN]],
            "in_inbox": any(_is_in_inbox(row) for row in rows),
            "reason": next((row.reason_message for row in rows if row.reason_code), None),
        }
        return cls.model_validate(fields)


def _is_in_inbox(row: Publication) -> bool:
    return row.state == State.PUBLISHED and row.post_mode == PostMode.MEDIA_UPLOAD and find_finish(row) is None


class HomeOut(Schema):
    """
    What waits for a person (at most 50 posts), what is due today by the person's clock (100) and what comes next (5).

    `waiting_count` and `today_count` are how many there are, shown or not.
    """

    waiting: list[HomePostOut]
    waiting_count: int
    today: list[HomePostOut]
    today_count: int
    next: list[HomePostOut]


@router.get("/home", response={200: HomeOut, **REFUSALS}, operation_id="getHome")
def get_home(request: AuthedRequest) -> HomeOut:
    """Return what the first page shows of the workspace's posts."""
    zone = ZoneInfo(request.auth.user.time_zone)
    home = read_home(workspace=request.auth.workspace, zone=zone, now=timezone.now())
    return HomeOut(
        waiting=[HomePostOut.of(post) for post in home.waiting],
        waiting_count=home.waiting_count,
        today=[HomePostOut.of(post) for post in home.today],
        today_count=home.today_count,
        next=[HomePostOut.of(post) for post in home.next],
    )

"""Posts by accounts: one cell for each publication, with no more than a cell shows."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from ninja import Schema

from api.accounts.models import Account, PostMode
from api.accounts.schemas import AccountBrief, ReasonOut
from api.media.schemas import MediaAssetOut
from api.posts.models import Post
from api.publishing.models import Publication, State
from api.publishing.models.publication_model import CANCELLABLE, EDITABLE, STOPPED
from api.publishing.remedies import Remedy, remedy_for
from api.publishing.schemas import find_finish, find_url


class CellOut(Schema):
    """One post on one account, as in PublicationOut; `remedy` is the one thing that helps now, null when there is none."""

    id: UUID
    account_id: UUID
    state: State
    post_mode: PostMode
    privacy_level: str | None
    due_at: datetime | None
    published_at: datetime | None
    finished_at: datetime | None
    reason: ReasonOut | None
    tiktok_url: str | None
    remedy: Remedy | None

    @classmethod
    def of(cls, row: Publication) -> "CellOut":
        url = find_url(row)
        reason = ReasonOut(code=row.reason_code, message=row.reason_message, log_id=row.reason_log_id or None)
        names = ("account_id", "state", "post_mode", "due_at", "published_at")
        fields: dict[str, object] = {name: getattr(row, name) for name in names} | {
            "id": row.pk,
            "finished_at": find_finish(row),
            "privacy_level": row.privacy_level or None,
            "reason": reason if row.reason_code else None,
            "tiktok_url": url,
            "remedy": remedy_for(row, url=url),
        }
        return cls.model_validate(fields)


class GridRowOut(Schema):
    """One post; `stopped` of its cells went wrong and can be tried again together, `open` can still be called off."""

    id: UUID
    caption: str
    thumbnail_url: str | None
    due_at: datetime | None
    can_edit: bool
    stopped: int
    open: int
    cells: list[CellOut]

    @classmethod
    def of(cls, post: Post) -> "GridRowOut":
        rows = list(post.publications.all())
        assets = [MediaAssetOut.of(place.asset) for place in post.places.all()]
        states = [row.state for row in rows]
        return cls(
            id=post.pk,
            caption=post.caption,
            thumbnail_url=next((asset.thumbnail_url for asset in assets if asset.thumbnail_url), None),
            due_at=post.due_at,
            can_edit=all(state in EDITABLE for state in states),
            stopped=sum(state in STOPPED for state in states),
            open=sum(state in CANCELLABLE and state != State.DRAFT for state in states),
            cells=[CellOut.of(row) for row in rows],
        )


class GridOut(Schema):
    """A page of posts, and the accounts that any of them is for, by name: the grid's rows and columns."""

    accounts: list[AccountBrief]
    rows: list[GridRowOut]
    next_cursor: str | None

    @classmethod
    def of(cls, posts: Sequence[Post], next_cursor: str | None) -> "GridOut":
        accounts: dict[UUID, Account] = {
            row.account_id: row.account for post in posts for row in post.publications.all()
        }
        by_name = sorted(accounts.values(), key=lambda account: (account.nickname.casefold(), account.pk))
        rows = [GridRowOut.of(post) for post in posts]
        return cls(accounts=[AccountBrief.of(account) for account in by_name], rows=rows, next_cursor=next_cursor)

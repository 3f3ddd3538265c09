"""What is asked before a post is scheduled: how much TikTok still takes."""

from datetime import datetime
from typing import Self
from uuid import UUID

from ninja import Schema
from pydantic import AwareDatetime, Field

from api.accounts.models import PostMode
from api.publishing.quota_services import Outlook


class QuotaTargetIn(Schema):
    account_id: UUID
    post_mode: PostMode = PostMode.DIRECT_POST


class QuotaIn(Schema):
    """
    The accounts of one post, when it is to go out, and over how many minutes; `post_id` is a post that is being changed.

    Without `targets` the post's own accounts are meant, spread as it says: it is being moved.
    """

    targets: list[QuotaTargetIn] = Field([], max_length=300)
    at: AwareDatetime
    stagger_min: int = Field(0, ge=0, le=24 * 60)
    post_id: UUID | None = None


class QuotaOfAccountOut(Schema):
    """
    How many posts an account has and still takes in the 24 hours around `goes_out_at`, and from when one more fits.

    `cap` and `left` are null where nothing is counted. TikTok promises no number: for direct posts say "about". `close_to` is
    when the account's other post goes out that is nearest to this one, if that is less than an hour away.
    """

    account_id: UUID
    post_mode: PostMode
    goes_out_at: datetime
    used: int
    cap: int | None
    left: int | None
    fits: bool
    free_from: datetime
    close_to: datetime | None


class QuotaOut(Schema):
    """The accounts in the order asked for; `free_for_all` is the first time from which the whole post fits, if one is found."""

    accounts: list[QuotaOfAccountOut]
    fits: bool
    free_for_all: datetime | None
    first_at: datetime
    last_at: datetime

    @classmethod
    def of(cls, outlook: Outlook) -> Self:
        accounts = [
            QuotaOfAccountOut(
                account_id=one.account_id,
                post_mode=PostMode(one.mode),
                goes_out_at=one.at,
                used=one.room.used,
                cap=one.room.cap,
                left=one.room.left,
                fits=one.room.free_from == one.at,
                free_from=one.room.free_from,
                close_to=one.close_to,
            )
            for one in outlook.accounts
        ]
        times = [one.goes_out_at for one in accounts] or [outlook.at]
        return cls(
            accounts=accounts,
            fits=all(one.fits for one in accounts),
            free_for_all=outlook.free_for_all,
            first_at=min(times),
            last_at=max(times),
        )

"""What accounts look like from outside."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from api.accounts.app_notes import list_notes, options_for
from api.accounts.app_schemas import name_of
from api.accounts.features import features_of
from api.accounts.models import Account, AccountStatus, PostMode
from api.accounts.profile_services import CreatorNow
from api.accounts.pull_services import why_no_photos
from core.sentences.answer import Sentence


class AccountBrief(Schema):
    """Enough to say which account is meant."""

    id: UUID
    username: str | None
    nickname: str
    avatar_url: str | None

    @staticmethod
    def fields_of(account: Account) -> dict[str, object]:
        key = account.avatar_key
        avatar = f"/api/v1/accounts/{account.pk}/avatar?v={key.rpartition('/')[2].partition('.')[0]}" if key else None
        return {
            "id": account.pk,
            "username": account.username or None,
            "nickname": account.nickname,
            "avatar_url": avatar,
        }

    @classmethod
    def of(cls, account: Account) -> "AccountBrief":
        return cls.model_validate(cls.fields_of(account))


class TroubleOut(Schema):
    """Why the account has to be connected again, and until when its posts still go out."""

    code: str
    message: Sentence
    since: datetime | None

    @classmethod
    def of(cls, account: Account) -> "TroubleOut | None":
        if account.status != AccountStatus.RECONNECT_REQUIRED or not account.trouble_code:
            return None
        return cls(code=account.trouble_code, message=account.trouble_message, since=account.trouble_since)


class FeatureOut(Schema):
    """Something Carillon does for an account, and a sentence where the account did not allow it."""

    feature: Literal["profile", "stats", "analytics", "posting", "drafts"]
    available: bool
    sentence: Sentence | None


class AccountOut(AccountBrief):
    """
    An account, and the TikTok app it is connected by.

    Counters are lifetime totals as TikTok last told them, null where it does not tell. `post_mode` is what a new post starts
    with; `photo_problem` says why no photos can be posted by its app, null when they can. `group_ids` are the groups it is in.
    """

    status: AccountStatus
    trouble: TroubleOut | None
    features: list[FeatureOut]
    scopes: list[str]
    can_publish: bool
    can_draft: bool
    post_mode: PostMode
    photo_problem: Sentence | None
    follower_count: int | None
    following_count: int | None
    likes_count: int | None
    video_count: int | None
    connected_at: datetime
    synced_at: datetime | None
    refresh_expires_at: datetime | None
    app_id: UUID
    app_name: Sentence
    paused_at: datetime | None
    paused_by: str | None
    group_ids: list[UUID]

    @classmethod
    def of(cls, account: Account) -> "AccountOut":
        names = (
            "status",
            "scopes",
            "can_publish",
            "can_draft",
            "post_mode",
            "follower_count",
            "following_count",
            "likes_count",
            "video_count",
        )
        fields: dict[str, object] = {name: getattr(account, name) for name in (*names, "connected_at", "synced_at")}
        token = getattr(account, "token", None)  # a disconnected account has none
        fields["refresh_expires_at"] = token.refresh_expires_at if token else None
        fields |= {"app_id": account.app_id, "app_name": name_of(account.app)}
        fields |= {"paused_at": account.paused_at, "paused_by": account.paused_by or None}
        fields["group_ids"] = [group.pk for group in account.groups.all()]  # of a list, fetched with it
        fields["photo_problem"] = why_no_photos(account.app)
        fields["trouble"] = TroubleOut.of(account)
        fields["features"] = [
            {"feature": one.feature, "available": one.available, "sentence": one.sentence or None}
            for one in features_of(account.scopes, account.status, account=account.handle)
        ]
        return cls.model_validate(AccountBrief.fields_of(account) | fields)


class PostModeIn(Schema):
    """What new posts on the account start with."""

    post_mode: PostMode


class AccountPage(Schema):
    items: list[AccountOut]
    next_cursor: str | None


class AccountSummary(Schema):
    """How many accounts are in each status."""

    connected: int
    reconnect_required: int
    disconnected: int


class AuthorizeOut(Schema):
    """Where to send the browser: TikTok's consent page."""

    authorize_url: str


class CallbackIn(Schema):
    """The query TikTok sent the browser back with, as it came."""

    state: str = Field(max_length=200, repr=False)
    code: str = Field("", max_length=2000, repr=False)
    scopes: str = Field("", max_length=1000)
    error: str = Field("", max_length=100)
    error_description: str = Field("", max_length=1000)
    error_type: str = Field("", max_length=100)


class DisconnectOut(Schema):
    """How many scheduled publications are held until the account is connected again."""

    held_publications: int


class ReasonOut(Schema):
    """Why something did not happen: TikTok's or our code, a sentence, and TikTok's log id for its support."""

    code: str
    message: Sentence
    log_id: str | None


class CreatorAppOut(Schema):
    """
    The TikTok app the account is connected by; `creators_cap` is null where TikTok tells none.

    `room_from` is when it can post for another creator, null while it can.
    """

    id: UUID
    name: Sentence
    audited: bool
    creators_used: int
    creators_cap: int | None
    room_from: datetime | None


class CreatorInfoOut(Schema):
    """
    What the creator may do at this moment; `reason` is set when posting is not possible now.

    `notes` are sentences about what the app or TikTok limits, to be shown before anything is scheduled.
    """

    account_id: UUID
    username: str | None
    nickname: str
    avatar_url: str | None
    privacy_level_options: list[str]
    comment_disabled: bool
    duet_disabled: bool
    stitch_disabled: bool
    max_video_post_duration_ms: int | None
    can_post: bool
    reason: ReasonOut | None
    app: CreatorAppOut
    notes: list[Sentence]
    fetched_at: datetime

    @classmethod
    def of(cls, account: Account, now: CreatorNow) -> "CreatorInfoOut":
        brief, info, refusal = AccountBrief.of(account), now.info, now.refusal
        reason = ReasonOut(code=refusal.code, message=now.sentence, log_id=refusal.log_id or None) if refusal else None
        return cls(
            account_id=account.pk,
            username=(info.creator_username if info else None) or brief.username,
            nickname=(info.creator_nickname if info else "") or brief.nickname,
            avatar_url=brief.avatar_url,
            privacy_level_options=options_for(account.app, info.privacy_level_options) if info else [],
            comment_disabled=info.comment_disabled if info else True,
            duet_disabled=info.duet_disabled if info else True,
            stitch_disabled=info.stitch_disabled if info else True,
            max_video_post_duration_ms=info.max_video_post_duration_sec * 1000 if info else None,
            can_post=info is not None,
            reason=reason,
            app=CreatorAppOut(
                id=account.app_id,
                name=name_of(account.app),
                audited=account.app.audited,
                creators_used=now.room.used,
                creators_cap=now.room.cap,
                room_from=now.room.free_from,
            ),
            notes=list_notes(account, now.room, options=info.privacy_level_options if info else []),
            fetched_at=now.fetched_at,
        )

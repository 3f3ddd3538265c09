"""What accounts look like from outside."""

from datetime import datetime
from uuid import UUID

from ninja import Schema
from pydantic import Field

from api.accounts.health_services import Health
from api.accounts.models import Account, AccountStatus
from api.accounts.profile_services import CreatorNow


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


class AccountOut(AccountBrief):
    """An account; counters are lifetime totals as TikTok last told them, null where it does not tell."""

    status: AccountStatus
    scopes: list[str]
    can_publish: bool
    follower_count: int | None
    following_count: int | None
    likes_count: int | None
    video_count: int | None
    connected_at: datetime
    synced_at: datetime | None
    refresh_expires_at: datetime | None

    @classmethod
    def of(cls, account: Account) -> "AccountOut":
        names = (
            "status",
            "scopes",
            "can_publish",
            "follower_count",
            "following_count",
            "likes_count",
            "video_count",
        )
        fields: dict[str, object] = {name: getattr(account, name) for name in (*names, "connected_at", "synced_at")}
        token = getattr(account, "token", None)  # a disconnected account has none
        fields["refresh_expires_at"] = token.refresh_expires_at if token else None
        return cls.model_validate(AccountBrief.fields_of(account) | fields)


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
    message: str
    log_id: str | None


class CreatorInfoOut(Schema):
    """What the creator may do at this moment; `reason` is set when posting is not possible now."""

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
            privacy_level_options=info.privacy_level_options if info else [],
            comment_disabled=info.comment_disabled if info else True,
            duet_disabled=info.duet_disabled if info else True,
            stitch_disabled=info.stitch_disabled if info else True,
            max_video_post_duration_ms=info.max_video_post_duration_sec * 1000 if info else None,
            can_post=info is not None,
            reason=reason,
            fetched_at=now.fetched_at,
        )


class TroubleOut(Schema):
    """A group of calls (such as `posting`) that TikTok does not answer for one app, and what that means."""

    app: str
    group: str
    since: datetime
    sentence: str


class LimiterOut(Schema):
    """`degraded_since` is set while Valkey is away; posting is slower then, so that TikTok's limits still hold."""

    degraded_since: datetime | None


class HealthOut(Schema):
    """How TikTok does for this workspace; without troubles all is well."""

    troubles: list[TroubleOut]
    limiter: LimiterOut

    @classmethod
    def of(cls, health: Health) -> "HealthOut":
        troubles = [TroubleOut.model_validate(trouble) for trouble in health.troubles]
        return cls(troubles=troubles, limiter=LimiterOut(degraded_since=health.degraded_since))

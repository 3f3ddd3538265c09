"""What TikTok tells about an account, copied over: names and counters, and what the creator may do right now."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypeVar

from api.accounts.app_room import AppRoom, room_of
from api.accounts.gateway import as_configured, tiktok_for
from api.accounts.models import Account, AccountStatus
from api.accounts.picture_services import copy_avatar
from api.accounts.token_services import AppRefused, ReconnectRequired, TokenUnavailable, fresh_access_token
from api.accounts.troubles import require_reconnect
from core.domain_error import DomainError
from tiktok.errors import Refused, TikTokError
from tiktok.refusals import Consequence, explain, sentence_for
from tiktok.wire import CreatorInfo, UserInfo

Answer = TypeVar("Answer")

PROFILE_FIELDS = (
    "union_id",
    "username",
    "nickname",
    "follower_count",
    "following_count",
    "likes_count",
    "video_count",
    "synced_at",
    "updated_at",
)


class AccountNotConnected(DomainError):
    code, status, title = "account_disconnected", 409, "The account is not connected"


class TikTokUnreachable(DomainError):
    code, status, title = "tiktok_unreachable", 502, "TikTok did not answer"


class AppNotAccepted(TikTokUnreachable):
    code, title = "app_refused", "TikTok does not accept the app"


@dataclass(frozen=True, slots=True)
class CreatorNow:
    """What the creator may do at this moment; `refusal` is why not to post, `room` what its app still allows."""

    info: CreatorInfo | None
    fetched_at: datetime
    refusal: Refused | None = None
    sentence: str = field(default="")
    room: AppRoom = field(default_factory=AppRoom)


def sync_account(*, account: Account, now: datetime, with_picture: bool = True) -> Account:
    """
    Read names and counters from TikTok, and the avatar unless there is one and it may stay.

    :raises AccountNotConnected: when the account has to be connected again
    :raises TikTokUnreachable: when TikTok did not answer
    """
    info = ask_tiktok(account, lambda token: tiktok_for(account, token).user_info(account.scopes), now=now)
    copy_profile(account, info, now=now)
    # Not the whole row: whether the account is connected may have changed while TikTok was asked.
    account.save(update_fields=PROFILE_FIELDS)
    account.refresh_from_db(fields=["status", "disconnected_at"])
    if with_picture or not account.avatar_key:
        copy_avatar(account, info.avatar_url)
    return account


def creator_now(*, account: Account, now: datetime) -> CreatorNow:
    """
    Ask TikTok what the creator may do right now. Never cached: TikTok's audit wants it fresh (tiktok-api §6 A).

    :raises AccountNotConnected, TikTokUnreachable: as `sync_account`
    """
    room = room_of(as_configured(account.app), at=now)
    return replace(_creator_now(account, now=now), room=room)


def _creator_now(account: Account, *, now: datetime) -> CreatorNow:
    if account.status == AccountStatus.CONNECTED and not account.can_publish:
        # The person left posting unticked. That is their right and no broken connection, so TikTok is not asked.
        return _refused(account, Refused("scope_not_authorized", status=0), now=now)
    try:
        info = ask_tiktok(account, lambda token: tiktok_for(account, token).creator_info(), now=now)
    except Refused as refusal:
        return _refused(account, refusal, now=now)
    _note_longest_video(account, info)
    return CreatorNow(info, fetched_at=now)


def _note_longest_video(account: Account, info: CreatorInfo) -> None:
    """Keep what the media doctor measures clips against between two answers of TikTok's."""
    if account.longest_video_s != info.max_video_post_duration_sec:
        account.longest_video_s = info.max_video_post_duration_sec
        Account.objects.filter(pk=account.pk).update(longest_video_s=account.longest_video_s)


def _refused(account: Account, refusal: Refused, *, now: datetime) -> CreatorNow:
    sentence = sentence_for(refusal.code, account=account.handle)
    return CreatorNow(None, fetched_at=now, refusal=refusal, sentence=sentence)


def ask_tiktok(account: Account, call: Callable[[str], Answer], *, now: datetime) -> Answer:
    """
    Call TikTok with a fresh token; once more with a refreshed one when TikTok refuses it. For calls that only read.

    :raises AccountNotConnected: when the account has to be connected again
    :raises TikTokUnreachable: when TikTok did not answer
    :raises Refused: TikTok's word
    """
    try:
        token = fresh_access_token(account.pk, now=now)
        try:
            return call(token)
        except Refused as refusal:
            if refusal.code != "access_token_invalid":
                raise
            return call(fresh_access_token(account.pk, now=now, refused=token))
    except ReconnectRequired as error:
        raise AccountNotConnected(f"{account.handle} has to be connected again before this is possible.") from error
    except Refused as refusal:
        if explain(refusal.code).consequence == Consequence.RECONNECT:
            sentence = sentence_for(refusal.code, account=account.handle)
            require_reconnect(account.pk, code=refusal.code, message=sentence, now=now)
            raise AccountNotConnected(sentence) from refusal
        raise
    except AppRefused as error:
        sentence = f"TikTok does not accept the TikTok app {account.handle} was connected by ({error.code})."
        raise AppNotAccepted(sentence) from error
    except (TikTokError, TokenUnavailable) as error:
        raise TikTokUnreachable("TikTok did not answer. Try again in a minute.") from error


def copy_profile(account: Account, info: UserInfo, *, now: datetime) -> None:
    """Take over what TikTok told; what it did not tell stays unknown. Does not save."""
    account.union_id = info.union_id or account.union_id
    account.username = info.username or account.username
    account.nickname = info.display_name or info.username or account.nickname or "TikTok account"
    account.follower_count, account.following_count = info.follower_count, info.following_count
    account.likes_count, account.video_count = info.likes_count, info.video_count
    account.synced_at = now

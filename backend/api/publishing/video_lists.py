"""What an account has posted lately, as TikTok lists it: its public posts, the newest first."""

from datetime import datetime

from api.accounts.gateway import tiktok_for
from api.accounts.models import Account
from api.accounts.token_services import fresh_access_token
from tiktok.wire import VideoItem

SCOPE = "video.list"
MOST_PAGES = 50  # a thousand posts


class CannotAsk(Exception):
    """The account did not allow reading its videos, or is not connected."""


def list_videos_since(account: Account, since: datetime) -> list[VideoItem]:
    """
    Return the account's public posts made since then. Not for use in a transaction.

    :raises CannotAsk: when the account does not let us
    :raises ReconnectRequired, TokenUnavailable: when there is no token
    :raises TikTokError: what TikTok, or the way to it, answered
    """
    if not account.can_send or SCOPE not in account.scopes:
        raise CannotAsk(account.handle)
    tiktok = tiktok_for(account, fresh_access_token(account.pk))
    found: list[VideoItem] = []
    cursor: int | None = None
    for _ in range(MOST_PAGES):
        page = tiktok.video_list(cursor=cursor)
        recent = [video for video in page.videos if video.create_time >= since.timestamp()]
        found += recent
        if not page.has_more or len(recent) < len(page.videos):
            break
        cursor = page.cursor
    return found

"""The videos of a profile, as the public sees them, with their counts."""

from datetime import UTC, datetime

from carillon_sandbox.sandbox import Sandbox
from carillon_sandbox.world.accounts import Account
from carillon_sandbox.world.reactions import count_reactions
from carillon_sandbox.world.videos import Video, list_public

from .markup import Html, join, render
from .words import short_count

SHOWN = 40
FAR_FUTURE_MS = 2**62
COVER_SECONDS = 3600


def show_videos(sandbox: Sandbox, account: Account) -> Html:
    """Return the newest public videos, each with a button that deletes it."""
    found = list_public(sandbox.store, account.handle, now=sandbox.now(), before_ms=FAR_FUTURE_MS, limit=SHOWN)
    if not found:
        return render("muted.html", words="No public videos yet.")
    return render("videos.html", cards=join(_card(sandbox, account, video) for video in found))


def _card(sandbox: Sandbox, account: Account, video: Video) -> Html:
    created = video.video_ms / 1000
    counts = count_reactions(
        str(video.post_id),
        handle=account.handle,
        followers=account.follower_count,
        created=created,
        now=sandbox.now(),
    )
    signed = sandbox.signed_url(f"/covers/{video.post_id}.jpg", COVER_SECONDS)
    return render(
        "video_card.html",
        handle=account.handle,
        post_id=video.post_id,
        cover=signed.removeprefix(sandbox.base_url),
        caption=video.caption or "(no caption)",
        when=datetime.fromtimestamp(created, tz=UTC).strftime("%d %b %Y, %H:%M"),
        views=short_count(counts["view_count"]),
        likes=short_count(counts["like_count"]),
    )

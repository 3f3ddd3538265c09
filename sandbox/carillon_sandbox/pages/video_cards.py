"""The videos of a profile, as the public sees them, with their counts."""

from datetime import UTC, datetime

from carillon_sandbox.sandbox import Sandbox
from carillon_sandbox.world.accounts import Account
from carillon_sandbox.world.reactions import count_reactions
from carillon_sandbox.world.videos import Video, list_hidden, list_public

from .markup import Html, join, render
from .words import short_count

SHOWN = 40
FAR_FUTURE_MS = 2**62
COVER_SECONDS = 3600
HIDE, SHOW = ("hide", "Make private"), ("show", "Make public")  # what the button does, and its words


def show_videos(sandbox: Sandbox, account: Account) -> Html:
    """Return the newest public videos and those that were hidden, with buttons that hide, show and delete them."""
    store, handle, now = sandbox.store, account.handle, sandbox.now()
    found = list_public(store, handle, now=now, before_ms=FAR_FUTURE_MS, limit=SHOWN)
    public = _list(sandbox, account, found, HIDE) if found else render("muted.html", words="No public videos yet.")
    hidden = list_hidden(store, handle, now=now)[:SHOWN]
    if not hidden:
        return public
    return render("hidden_videos.html", public=public, hidden=_list(sandbox, account, hidden, SHOW))


def _list(sandbox: Sandbox, account: Account, videos: list[Video], switch: tuple[str, str]) -> Html:
    return render("videos.html", cards=join(_card(sandbox, account, video, switch) for video in videos))


def _card(sandbox: Sandbox, account: Account, video: Video, switch: tuple[str, str]) -> Html:
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
        switch=switch[0],
        words=switch[1],
        cover=signed.removeprefix(sandbox.base_url),
        caption=video.caption or "(no caption)",
        when=datetime.fromtimestamp(created, tz=UTC).strftime("%d %b %Y, %H:%M"),
        views=short_count(counts["view_count"]),
        likes=short_count(counts["like_count"]),
    )

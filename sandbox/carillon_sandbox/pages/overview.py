"""The pages for people: the accounts, and what was posted on each."""

from datetime import UTC, datetime
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response

from carillon_sandbox.login.grants import handles_connected
from carillon_sandbox.posting.posts import Post, count_complete, list_of_account
from carillon_sandbox.sandbox import Sandbox, sandbox_of
from carillon_sandbox.world.accounts import Account, find_account, list_accounts
from carillon_sandbox.world.growth import followers_now, likes_now

from .markup import Html, join, page, render
from .words import PRIVACY_WORDS, count_words, short_count

STATIC = Path(__file__).parent / "static"
CONTRACT = Path(__file__).parent.parent / "openapi.json"
STATIC_TYPES = {"sandbox.css": "text/css", "icon.svg": "image/svg+xml"}
FAIL_WORDS = {
    "file_format_check_failed": "The file is not a video of a kind that can be posted.",
    "duration_check_failed": "The video is longer than this account may post.",
    "frame_rate_check_failed": "The frame rate is outside 23 to 60 a second.",
    "picture_size_check_failed": "The picture is smaller than 360 or larger than 4096 pixels on a side.",
    "internal": "The simulator could not look at the file.",
    "video_pull_failed": "The video could not be fetched from its address.",
    "photo_pull_failed": "A photo could not be fetched from its address.",
    "publish_cancelled": "The app cancelled the post.",
    "auth_removed": "The account took the app's permission away.",
}
STATES = {
    "uploading": ("waiting", "waiting for bytes"),
    "processing": ("busy", "processing"),
    "downloading": ("busy", "pulling"),
    "inbox": ("waiting", "in the inbox"),
    "complete": ("done", "posted"),
    "failed": ("failed", "failed"),
}


async def index(request: Request) -> Response:
    """Show the accounts."""
    sandbox = sandbox_of(request)
    connected = handles_connected(sandbox.store, sandbox.client.key, sandbox.now())
    posted = count_complete(sandbox.store)
    cards = join(
        _card(sandbox, account, connected=account.handle in connected, posts=posted.get(account.handle, 0))
        for account in list_accounts(sandbox.store)
    )
    total = len(list_accounts(sandbox.store))
    state = f"{count_words(sum(posted.values()), 'post')}, {len(connected)} of {total} accounts connected"
    return page("Accounts", render("index.html", cards=cards, state=state))


def _card(sandbox: Sandbox, account: Account, *, connected: bool, posts: int) -> Html:
    return render(
        "card.html",
        handle=account.handle,
        nickname=account.nickname,
        rules=_rule_tags(account),
        posts=count_words(posts, "post"),
        followers=short_count(followers_now(account, born=sandbox.born, now=sandbox.now())),
        connection=render("connected.html") if connected else Html(""),
    )


def _rule_tags(account: Account) -> Html:
    words = account.describe_rules() or ["public"]
    return join(render("tag.html", kind="rule", words=said) for said in words)


async def account(request: Request) -> Response:
    """Show one account: its rules, and everything that was sent to it."""
    sandbox = sandbox_of(request)
    found = find_account(sandbox.store, str(request.path_params["handle"]))
    if found is None:
        return page("Not found", render("missing.html"), status=404)
    posts = list_of_account(sandbox.store, found.handle)
    born, now = sandbox.born, sandbox.now()
    body = render(
        "account.html",
        handle=found.handle,
        nickname=found.nickname,
        bio=found.bio,
        rules=_rule_tags(found),
        followers=short_count(followers_now(found, born=born, now=now)),
        likes=short_count(likes_now(found, born=born, now=now)),
        longest=_clock(found.max_video_post_duration_sec * 1000),
        posts=join(_describe_post(post, now) for post in posts) or render("empty.html"),
    )
    return page(found.nickname, body)


def _describe_post(post: Post, now: float) -> Html:
    kind, words = _state(post)
    return render(
        "post.html",
        anchor=post.post_id if post.is_listed(now) else post.publish_id,
        picture=_picture(post),
        status=render("tag.html", kind=kind, words=words),
        reason=_reason(post),
        caption=post.words or "(no caption)",
        privacy=PRIVACY_WORDS[post.privacy_level],
        comments=_on(off=post.comment_off),
        duet=_on(off=post.duet_off),
        stitch=_on(off=post.stitch_off),
        disclosure=_disclosure(post),
        ai="yes" if post.is_aigc else "no",
        when=datetime.fromtimestamp(post.finished_at or post.created_at, tz=UTC).strftime("%d %b %Y, %H:%M:%S UTC"),
        post_id=_id_words(post, now),
        publish_id=post.publish_id,
        size=_size(post),
        cover=_cover(post),
        shape=f"{post.width}×{post.height}, {_clock(post.duration_ms or 0)}" if post.width else "–",
    )


def _state(post: Post) -> tuple[str, str]:
    if post.deleted_at is not None:
        return "rule", "deleted"
    if post.hidden_at is not None:
        return "rule", "private now"
    return ("rule", "discarded") if post.discarded_at is not None else STATES[post.status]


def _picture(post: Post) -> Html:
    if post.container is None:
        return render("no_picture.html", words=STATES[post.status][1])
    if post.kind == "photo":
        photos = join(render("photo.html", publish_id=post.publish_id, number=n) for n in range(post.photo_count))
        return render("photos.html", photos=photos)
    shape = "tall" if (post.height or 0) > (post.width or 0) else "wide"
    return render("video.html", publish_id=post.publish_id, shape=shape)


def _reason(post: Post) -> Html:
    if not post.fail_reason:
        return Html("")
    words = FAIL_WORDS.get(post.fail_reason, "The post was refused.")
    return render("reason.html", words=words, code=post.fail_reason)


def _id_words(post: Post, now: float) -> str:
    if post.is_listed(now):
        return str(post.post_id)
    if post.post_id is not None:
        return "none any more" if post.deleted_at or post.hidden_at else "in moderation"
    return "none, not public" if post.status == "complete" else "–"


def _disclosure(post: Post) -> str:
    chosen = [
        words for holds, words in ((post.brand_organic, "your brand"), (post.brand_content, "branded content")) if holds
    ]
    return ", ".join(chosen) or "none"


def _on(*, off: bool) -> str:
    return "off" if off else "on"


def _cover(post: Post) -> str:
    """Say which picture is the cover; what the app asked for counts only where there is one."""
    if post.kind == "photo":
        return f"photo {post.cover_index + 1}"
    return f"at {post.cover_ms / 1000:g} s" if post.cover_ms else "first frame"


def _size(post: Post) -> str:
    whole = f"{post.video_size:,} bytes"
    text = (
        whole
        if post.source == "pull" or post.uploaded_bytes == post.video_size
        else f"{post.uploaded_bytes:,} of {whole}"
    )
    return text.replace(",", "\N{NARROW NO-BREAK SPACE}")


def _clock(duration_ms: int) -> str:
    minutes, seconds = divmod(round(duration_ms / 1000), 60)
    return f"{minutes}:{seconds:02d}"


async def static(request: Request) -> Response:
    """Serve the style sheet and the icon."""
    name = str(request.path_params["name"])
    if name not in STATIC_TYPES:
        return PlainTextResponse("There is nothing here.", 404)
    headers = {"Cache-Control": "max-age=300"}
    return FileResponse(STATIC / name, media_type=STATIC_TYPES[name], headers=headers)


async def contract(_request: Request) -> Response:
    """Serve TikTok's contract as an OpenAPI document."""
    return FileResponse(CONTRACT, media_type="application/json")

"""Pictures and videos over HTTP: avatars, covers and what was posted."""

import asyncio
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response

from carillon_sandbox.posting.posts import find_by_post_id, find_post, parse_post_id
from carillon_sandbox.posting.probe import run_child
from carillon_sandbox.sandbox import Sandbox, sandbox_of

from .accounts import find_account, list_accounts
from .covers import drawn_cover

AVATAR_CHILD = Path(__file__).with_name("avatar_child.py")
MEDIA_TYPES = {"mp4": "video/mp4", "mov": "video/mp4", "webm": "video/webm"}
MEDIA_HEADERS = {"Content-Security-Policy": "sandbox; default-src 'none'; media-src 'self'; style-src 'unsafe-inline'"}
_drawing = asyncio.Lock()


def initials_of(nickname: str) -> str:
    """Return one letter for each of the first two words."""
    return "".join(word[0] for word in nickname.split()[:2]).upper()


async def avatar(request: Request) -> Response:
    """Serve an account's picture; an address with a signature works only while it holds."""
    sandbox = sandbox_of(request)
    handle = str(request.path_params["handle"])
    if find_account(sandbox.store, handle) is None:
        return _missing()
    if "x-expires" in request.query_params and not _signature_holds(request):
        return _expired()
    path = sandbox.data / "avatars" / f"{handle}.png"
    async with _drawing:
        if not path.exists():
            await _draw_all(sandbox, path.parent)
    return FileResponse(path, media_type="image/png", headers={"Cache-Control": "max-age=3600"})


async def _draw_all(sandbox: Sandbox, folder: Path) -> None:
    folder.mkdir(exist_ok=True)  # noqa: ASYNC240
    wanted = [f"{account.handle}={initials_of(account.nickname)}" for account in list_accounts(sandbox.store)]
    await run_child(str(AVATAR_CHILD), str(folder), *wanted, folder=folder)


async def cover(request: Request) -> Response:
    """Serve a video's cover while its signed address holds."""
    sandbox = sandbox_of(request)
    if not _signature_holds(request):
        return _expired()
    post_id = parse_post_id(str(request.path_params["post_id"]))
    if post_id is None:
        return _missing()
    if drawn := await drawn_cover(sandbox, post_id):
        return FileResponse(drawn, media_type="image/jpeg")
    post = find_by_post_id(sandbox.store, post_id)
    # An address that was given out works until it expires, also when the video is hidden meanwhile.
    if post is None or not post.is_out(sandbox.now()):
        return _missing()
    return FileResponse(sandbox.post_folder(post.upload_id) / "cover.jpg", media_type="image/jpeg")


def _signature_holds(request: Request) -> bool:
    expires = request.query_params.get("x-expires", "")
    signature = request.query_params.get("x-signature", "")
    return sandbox_of(request).signature_holds(request.url.path, expires, signature)


async def media(request: Request) -> Response:
    """Serve the bytes of a post to the browser, ranges included; for the sandbox's own pages."""
    sandbox = sandbox_of(request)
    post = find_post(sandbox.store, str(request.path_params["publish_id"]))
    if post is None or post.container not in MEDIA_TYPES:
        return _missing()
    path = sandbox.post_folder(post.upload_id) / "video"
    return FileResponse(path, media_type=MEDIA_TYPES[post.container], headers=MEDIA_HEADERS)


async def poster(request: Request) -> Response:
    """Serve the cover of a post to the sandbox's own pages."""
    sandbox = sandbox_of(request)
    post = find_post(sandbox.store, str(request.path_params["publish_id"]))
    if post is None or post.container is None:
        return _missing()
    return FileResponse(sandbox.post_folder(post.upload_id) / "cover.jpg", media_type="image/jpeg")


async def photo(request: Request) -> Response:
    """Serve one picture of a photo post, counted from 0, to the sandbox's own pages."""
    sandbox = sandbox_of(request)
    post = find_post(sandbox.store, str(request.path_params["publish_id"]))
    number = int(request.path_params["number"])
    if post is None or post.container != "photos" or number >= post.photo_count:
        return _missing()
    path = sandbox.post_folder(post.upload_id) / post.file_names[number]
    with path.open("rb") as file:
        kind = "image/jpeg" if file.read(2) == b"\xff\xd8" else "image/webp"
    return FileResponse(path, media_type=kind, headers=MEDIA_HEADERS)


def _missing() -> Response:
    return PlainTextResponse("There is nothing here.", 404)


def _expired() -> Response:
    return PlainTextResponse("This address has expired.", 403)

"""The control API's part about posts and drafts: what their owners do with them in the app."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from carillon_sandbox.pages.phone import delete_video, hide
from carillon_sandbox.posting.drafts import DraftError, discard_draft, post_draft
from carillon_sandbox.sandbox import sandbox_of
from carillon_sandbox.world.accounts import ONLY_ME

from .common import ControlError, read_json


async def post(request: Request) -> Response:
    """Answer POST /sandbox/api/drafts/{publish_id}/post with `{"privacy_level"}`; without it, only the owner sees it."""
    privacy = (await read_json(request)).get("privacy_level", ONLY_ME)
    try:
        post_draft(sandbox_of(request), str(request.path_params["publish_id"]), str(privacy))
    except DraftError as error:
        raise _refuse(error) from error
    return JSONResponse({"ok": True})


async def discard(request: Request) -> Response:
    """Answer POST /sandbox/api/drafts/{publish_id}/discard."""
    await read_json(request)
    try:
        discard_draft(sandbox_of(request), str(request.path_params["publish_id"]))
    except DraftError as error:
        raise _refuse(error) from error
    return JSONResponse({"ok": True})


async def delete(request: Request) -> Response:
    """Answer DELETE /sandbox/api/posts/{id}: its owner takes a video off the profile, by publish id or post id."""
    if not delete_video(sandbox_of(request), str(request.path_params["id"])):
        raise ControlError(404, "no_such_post", "No profile has a video with this id.")
    return JSONResponse({"ok": True})


async def change(request: Request) -> Response:
    """Answer PATCH /sandbox/api/posts/{id}: `{"is_private"}` takes a public video out of sight, or puts it back."""
    match await read_json(request):
        case {"is_private": bool(hidden), **others} if not others:
            if not hide(sandbox_of(request), str(request.path_params["id"]), hidden=hidden):
                raise ControlError(404, "no_such_post", "No profile has a public video with this id.")
            return JSONResponse({"ok": True})
        case _:
            raise ControlError(400, "is_private", "is_private must be true or false, and nothing else can be changed.")


def _refuse(error: DraftError) -> ControlError:
    return ControlError(404 if error.code == "no_such_draft" else 409, error.code, error.sentence)

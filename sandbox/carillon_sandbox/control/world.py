"""The control API of the world: more accounts, a past for them, and what their owners do on the phone."""

import secrets
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from carillon_sandbox.sandbox import sandbox_of
from carillon_sandbox.world.accounts import MOST_ACCOUNTS, add_accounts, list_accounts
from carillon_sandbox.world.history import MOST_DAYS, MOST_VIDEOS, Past, give_history, make_post
from carillon_sandbox.world.people import make_people

from .common import ControlError, describe_account, known_account, read_json

LONGEST_CAPTION, LONGEST_SECONDS = 2200, 3600
SEED_BITS = 32


async def add(request: Request) -> Response:
    """Answer POST /sandbox/api/accounts: make `count` more people, by a `seed`; `history` gives them a past."""
    sandbox, body = sandbox_of(request), await read_json(request)
    taken = {account.handle for account in list_accounts(sandbox.store)}
    count = _read_whole(body, "count", None, low=1, high=MOST_ACCOUNTS - len(taken))
    seed = _read_whole(body, "seed", secrets.randbits(SEED_BITS))
    people = make_people(count, seed=seed, taken=taken)
    add_accounts(sandbox.store, people, sandbox.now())
    if body.get("history") is True:
        give_history(sandbox, [account.handle for account in people], Past(seed))
    made = [describe_account(sandbox, account) for account in people]
    return JSONResponse({"seed": seed, "accounts": made}, 201)


async def add_history(request: Request) -> Response:
    """Answer POST /sandbox/api/history: give the accounts (or those in `handles`) a past, unless they have one."""
    sandbox, body = sandbox_of(request), await read_json(request)
    least = _read_whole(body, "least", 12, high=MOST_VIDEOS)
    past = Past(
        seed=_read_whole(body, "seed", secrets.randbits(SEED_BITS)),
        days=_read_whole(body, "days", 120, low=1, high=MOST_DAYS),
        least=least,
        most=_read_whole(body, "most", max(least, 40), low=least, high=MOST_VIDEOS),
    )
    named = body.get("handles")
    if named is not None and not isinstance(named, list):
        raise ControlError(400, "handles", "handles must be a list.")
    accounts = list_accounts(sandbox.store) if named is None else [known_account(sandbox, name) for name in named]
    made, ahead = give_history(sandbox, [account.handle for account in accounts], past)
    return JSONResponse({"seed": past.seed, "videos": made, "ahead": ahead}, 201)


async def add_post(request: Request) -> Response:
    """Answer POST /sandbox/api/accounts/{handle}/posts: make a video in TikTok's own app, now."""
    sandbox, body = sandbox_of(request), await read_json(request)
    account = known_account(sandbox, request.path_params["handle"])
    caption = body.get("caption", "")
    if not isinstance(caption, str) or len(caption) > LONGEST_CAPTION:
        raise ControlError(400, "caption", f"caption must be text of at most {LONGEST_CAPTION} characters.")
    seconds = _read_whole(body, "duration_seconds", 15, low=1, high=LONGEST_SECONDS)
    video = make_post(sandbox, account.handle, caption=caption, duration_ms=seconds * 1000)
    # As text: programs in JavaScript would round it.
    return JSONResponse({"post_id": str(video.post_id), "create_time": video.video_ms // 1000}, 201)


def _read_whole(body: Mapping[str, object], name: str, default: int | None, *, low: int = 0, high: int = 2**53) -> int:
    value = body.get(name, default)
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise ControlError(400, name, f"{name} must be a whole number from {low} to {high}.")
    return value

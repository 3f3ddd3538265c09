"""A phone for each account: what its owner would do in TikTok's own app, as buttons."""

from collections.abc import Callable, Mapping
from functools import partial

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from carillon_sandbox.login.grants import clients_of
from carillon_sandbox.login.removals import NotConnectedError, remove_authorization
from carillon_sandbox.sandbox import Sandbox, sandbox_of
from carillon_sandbox.world.accounts import RULES, Account, change_rules, find_account
from carillon_sandbox.world.history import make_post

from .forms import field_of, read_form
from .inbox import show_inbox, take_draft
from .markup import Html, join, page, render
from .phone import delete_video, hide
from .scenario_form import show_scenario, take_scenario
from .video_cards import show_videos

LONGEST_CAPTION = 2200
# The rule, what its button says while it is off, and what while it is on.
SWITCHES = {
    "is_private": ("Make the account private", "Make the account public"),
    "comment_disabled": ("Switch comments off", "Allow comments"),
    "duet_disabled": ("Switch duet off", "Allow duet"),
    "stitch_disabled": ("Switch stitch off", "Allow stitch"),
    "can_post": ("Lift the ban", "Ban from posting"),
    "app_outdated": ("Go back to an old app", "Update the app"),
}
VIDEO_BUTTONS: Mapping[str, Callable[[Sandbox, str], bool]] = {
    "delete": delete_video,
    "hide": partial(hide, hidden=True),
    "show": partial(hide, hidden=False),
}


async def show(request: Request) -> Response:
    """Show the phone of one account."""
    sandbox = sandbox_of(request)
    account = find_account(sandbox.store, str(request.path_params["handle"]))
    if account is None:
        return page("Not found", render("missing.html"), status=404)
    body = render(
        "phone.html",
        handle=account.handle,
        nickname=account.nickname,
        rules=join(render("tag.html", kind="rule", words=said) for said in account.describe_rules() or ["public"]),
        switches=join(_switch(account, rule) for rule in RULES),
        apps=_apps(sandbox, account.handle),
        inbox=show_inbox(sandbox, account),
        videos=show_videos(sandbox, account),
        scenario=show_scenario(sandbox, account.handle, f"/accounts/{account.handle}/phone"),
    )
    return page(f"{account.nickname}'s phone", body)


def _switch(account: Account, rule: str) -> Html:
    words = SWITCHES[rule][getattr(account, rule)]
    return render("button.html", name="do", value=f"rule {rule}", words=words)


def _apps(sandbox: Sandbox, handle: str) -> Html:
    found = [client for key in clients_of(sandbox.store, handle) if (client := sandbox.find_client(key))]
    shown = join(render("app.html", handle=handle, name=client.name or client.key, key=client.key) for client in found)
    return shown or render("muted.html", words="This account is not connected to any app.")


async def take(request: Request) -> Response:
    """Do what a button of the phone says, and show the phone again."""
    sandbox, form = sandbox_of(request), await read_form(request)
    account = find_account(sandbox.store, str(request.path_params["handle"]))
    if account is None or not _do(sandbox, account, form):
        raise HTTPException(422 if account else 404)
    return RedirectResponse(f"/accounts/{account.handle}/phone", 303)


def _do(sandbox: Sandbox, account: Account, form: FormData) -> bool:
    do, _, named = field_of(form, "do").partition(" ")
    if do == "rule" and named in SWITCHES:
        change_rules(sandbox.store, account.handle, {named: not getattr(account, named)}, sandbox.now())
        return True
    if do == "make_post":
        make_post(sandbox, account.handle, caption=field_of(form, "caption")[:LONGEST_CAPTION])
        return True
    if do == "remove_app":
        return _remove_app(sandbox, named, account.handle)
    if do in VIDEO_BUTTONS:
        return VIDEO_BUTTONS[do](sandbox, named)
    if do in {"post_draft", "discard_draft"}:
        return take_draft(sandbox, do, named, field_of(form, "privacy"))
    return take_scenario(sandbox, account.handle, form)


def _remove_app(sandbox: Sandbox, client_key: str, handle: str) -> bool:
    try:
        remove_authorization(sandbox, client_key, handle)
    except NotConnectedError:
        return False
    return True

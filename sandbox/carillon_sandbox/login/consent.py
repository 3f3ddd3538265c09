"""The consent page, and the same consent given without a browser."""

from collections.abc import Sequence
from urllib.parse import urlencode, urlsplit

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from carillon_sandbox.pages.markup import Html, join, page, render
from carillon_sandbox.sandbox import Sandbox, sandbox_of
from carillon_sandbox.world.accounts import Account, find_account

from .account_search import carry_query, show_accounts
from .authorization import Ask, AskError, granted_of, read_ask
from .grants import Code, digest_of, new_code, save_code

AUTHORIZE_PATH = "/v2/auth/authorize/"
SCOPE_WORDS = {
    "user.info.basic": "Read the name and picture",
    "user.info.profile": "Read the handle, the bio and the profile link",
    "user.info.stats": "Read the counts of followers, likes and videos",
    "video.list": "Read the public videos",
    "video.upload": "Send drafts to the inbox",
    "video.publish": "Post videos to the profile",
}


async def authorize(request: Request) -> Response:
    """Show the consent page for an authorize URL."""
    sandbox = sandbox_of(request)
    try:
        ask = read_ask(request.url.query, sandbox.find_client)
    except AskError as mistake:
        return show_mistake(mistake)
    return _show_consent(sandbox, ask, request.url.query)


async def decide(request: Request) -> Response:
    """Take the consent page's form and send the browser back to the app."""
    sandbox = sandbox_of(request)
    form = await request.form(max_fields=20)
    query = str(form.get("query", ""))
    try:
        ask = read_ask(query, sandbox.find_client)
    except AskError as mistake:
        return show_mistake(mistake)
    if form.get("decision") != "approve":
        return RedirectResponse(refuse(ask), 303)
    account = find_account(sandbox.store, str(form.get("handle", "")))
    if account is None:
        return _show_consent(sandbox, ask, query, status=422)
    granted = granted_of(ask.scopes, [str(scope) for scope in form.getlist("scope")])
    if not granted:
        return RedirectResponse(refuse(ask), 303)
    return RedirectResponse(approve(sandbox, ask, account, granted), 303)


def approve(sandbox: Sandbox, ask: Ask, account: Account, granted: Sequence[str]) -> str:
    """Make a code for what was granted and return where the browser goes with it."""
    now, value = sandbox.now(), new_code()
    code = Code(
        digest=digest_of(value),
        client_key=ask.client_key,
        handle=account.handle,
        scopes=tuple(granted),
        redirect_uri=ask.redirect_uri,
        code_challenge=ask.code_challenge,
        expires_at=now + sandbox.settings.code_seconds,
        used_at=None,
    )
    with sandbox.store.change() as change:
        save_code(change, value, code)
        change.record("oauth.code", now, handle=account.handle, scopes=list(granted))
    return _back_to_app(ask, {"code": value, "scopes": ",".join(granted)})


def refuse(ask: Ask) -> str:
    """Return where the browser goes when the person said no."""
    said = {"error": "access_denied", "error_description": "The user did not give their consent."}
    return _back_to_app(ask, said)


def _back_to_app(ask: Ask, query: dict[str, str]) -> str:
    if ask.state is not None:
        query["state"] = ask.state
    return f"{ask.redirect_uri}?{urlencode(query)}"


def show_mistake(mistake: AskError) -> Response:
    """Show what is wrong with the app's set-up; nothing is sent back to the app."""
    body = render("mistake.html", parameter=mistake.parameter, sentence=mistake.sentence)
    return page("This app is set up wrongly", body, status=400)


def _show_consent(sandbox: Sandbox, ask: Ask, query: str, *, status: int = 200) -> Response:
    client = sandbox.find_client(ask.client_key)
    body = render(
        "consent.html",
        client_key=ask.client_key,
        client_name=client.name if client else ask.client_key,
        redirect_uri=ask.redirect_uri,
        query=query,
        notice=render("pick_account.html") if status != 200 else Html(""),  # noqa: PLR2004
        scopes=join(render("scope.html", scope=scope, words=SCOPE_WORDS[scope]) for scope in ask.scopes),
        accounts=show_accounts(sandbox, query),
        search=carry_query(query),
    )
    # A form's redirect must be allowed too, or the browser stops on the way back to the app.
    target = urlsplit(ask.redirect_uri)
    return page("Connect an account", body, status=status, form_targets=(f"{target.scheme}://{target.netloc}",))

"""The application: which path is answered by what, and what every answer carries."""

import contextlib
from collections.abc import AsyncIterator
from http import HTTPStatus

from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from . import (
    clock_api,
    consent,
    control,
    control_clients,
    control_page,
    control_posts,
    control_webhooks,
    display,
    fault_api,
    inits,
    oauth,
    pages,
    phone_page,
    pictures,
    posting,
    world_api,
)
from .answers import ApiError, OAuthError, api_refusal, new_log_id, oauth_refusal
from .control import ControlError, control_refusal
from .faults import FaultInjection
from .lifecycle import Lifecycle
from .sandbox import Sandbox, sandbox_of
from .uploads import Uploads
from .webhook_sender import WebhookSender

LOCAL_HOSTS = ("localhost", "127.0.0.1", "::1", "[::1]")


class CommonHeaders:
    """Give every request a log id, and every answer that id and the headers that keep browsers careful."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        log_id = new_log_id()
        scope.setdefault("state", {})["log_id"] = log_id

        async def send_more(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["X-Tt-Logid"] = log_id
                headers["X-Content-Type-Options"] = "nosniff"
                headers["Cross-Origin-Resource-Policy"] = "same-site"
            await send(message)

        await self._app(scope, receive, send_more)


def routes(uploads: Uploads) -> list[Route]:
    return [
        Route("/v2/auth/authorize/", consent.authorize, methods=["GET"]),
        Route("/v2/oauth/token/", oauth.token, methods=["POST"]),
        Route("/v2/oauth/revoke/", oauth.revoke, methods=["POST"]),
        Route("/v2/user/info/", display.user_info, methods=["GET"]),
        Route("/v2/video/list/", display.video_list, methods=["POST"]),
        Route("/v2/video/query/", display.video_query, methods=["POST"]),
        Route("/v2/post/publish/creator_info/query/", posting.creator_info, methods=["POST"]),
        Route("/v2/post/publish/video/init/", inits.video_init, methods=["POST"]),
        Route("/v2/post/publish/inbox/video/init/", inits.inbox_init, methods=["POST"]),
        Route("/v2/post/publish/content/init/", inits.content_init, methods=["POST"]),
        Route("/v2/post/publish/cancel/", posting.cancel, methods=["POST"]),
        Route("/v2/post/publish/status/fetch/", posting.status_fetch, methods=["POST"]),
        Route("/upload/", uploads.put, methods=["PUT"]),
        Route("/sandbox/consent", consent.decide, methods=["POST"]),
        Route("/sandbox/health", control.health),
        Route("/sandbox/api/accounts", control.accounts, methods=["GET"]),
        Route("/sandbox/api/accounts/{handle}", control.change_account, methods=["PATCH"]),
        Route("/sandbox/api/authorize", control.authorize, methods=["POST"]),
        Route("/sandbox/api/ledger", control.read_ledger),
        Route("/sandbox/api/settings", control.read_settings, methods=["GET"]),
        Route("/sandbox/api/settings", control.save_settings, methods=["PUT"]),
        *owner_routes(),
        *rehearsal_routes(),
        Route("/", pages.index),
        Route("/accounts/{handle}", pages.account),
        Route("/accounts/{handle}/phone", phone_page.show, methods=["GET"]),
        Route("/accounts/{handle}/phone", phone_page.take, methods=["POST"]),
        Route("/control", control_page.show, methods=["GET"]),
        Route("/control", control_page.take, methods=["POST"]),
        Route("/static/{name}", pages.static),
        Route("/openapi.json", pages.contract),
        Route("/avatars/{handle}.png", pictures.avatar),
        Route("/covers/{post_id}.jpg", pictures.cover),
        Route("/media/{publish_id}", pictures.media),
        Route("/posters/{publish_id}.jpg", pictures.poster),
        Route("/photos/{publish_id}/{number:int}", pictures.photo),
    ]


def owner_routes() -> list[Route]:
    """Return the part of the control API that developers and the owners of accounts have elsewhere at TikTok."""
    return [
        Route("/sandbox/api/clients", control_clients.clients, methods=["GET"]),
        Route("/sandbox/api/clients", control_clients.register, methods=["POST"]),
        Route("/sandbox/api/clients/{key}", control_clients.change, methods=["PATCH"]),
        Route("/sandbox/api/drafts/{publish_id}/post", control_posts.post, methods=["POST"]),
        Route("/sandbox/api/drafts/{publish_id}/discard", control_posts.discard, methods=["POST"]),
        Route("/sandbox/api/posts/{id}", control_posts.delete, methods=["DELETE"]),
        Route("/sandbox/api/webhooks", control_webhooks.webhooks),
        Route("/sandbox/api/webhooks/ping", control_webhooks.ping, methods=["POST"]),
        Route("/sandbox/api/accounts/{handle}/remove-authorization", control_webhooks.remove, methods=["POST"]),
    ]


def rehearsal_routes() -> list[Route]:
    """Return the part of the control API by which a rehearsal is steered: what goes wrong, what time it is, who lives here."""
    scenario, faults = "/sandbox/api/accounts/{handle}/scenario", "/sandbox/api/faults"
    return [
        Route("/sandbox/api/scenarios", fault_api.list_scenarios, methods=["GET"]),
        Route("/sandbox/api/scenario", fault_api.choose_scenario, methods=["PUT"]),
        Route("/sandbox/api/scenario", fault_api.clear_scenario, methods=["DELETE"]),
        Route(scenario, fault_api.choose_scenario, methods=["PUT"]),
        Route(scenario, fault_api.clear_scenario, methods=["DELETE"]),
        Route(faults, fault_api.list_faults, methods=["GET"]),
        Route(faults, fault_api.add_fault, methods=["POST"]),
        Route(faults, fault_api.remove_faults, methods=["DELETE"]),
        Route(faults + "/{id:int}", fault_api.remove_faults, methods=["DELETE"]),
        Route("/sandbox/api/accounts", world_api.add, methods=["POST"]),
        Route("/sandbox/api/accounts/{handle}/posts", world_api.add_post, methods=["POST"]),
        Route("/sandbox/api/history", world_api.add_history, methods=["POST"]),
        Route("/sandbox/api/clock", clock_api.read_clock, methods=["GET"]),
        Route("/sandbox/api/clock", clock_api.set_clock, methods=["PUT"]),
        Route("/sandbox/api/clock/advance", clock_api.advance_clock, methods=["POST"]),
    ]


def build_app(sandbox: Sandbox, *, any_host: bool) -> Starlette:
    """Put the application together around an opened sandbox, which it closes at its end."""
    lifecycle, sender = Lifecycle(sandbox), WebhookSender(sandbox)

    @contextlib.asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        lifecycle.resume()
        sender.start()
        yield
        await sender.stop()
        await lifecycle.stop()
        sandbox.close()

    hosts = ["*"] if any_host else list(LOCAL_HOSTS)
    app = Starlette(
        routes=routes(Uploads(lifecycle)),
        lifespan=lifespan,
        middleware=[
            Middleware(CommonHeaders),
            # A page elsewhere must not reach the control API by a name that it points at this machine.
            Middleware(TrustedHostMiddleware, allowed_hosts=hosts, www_redirect=False),
            Middleware(FaultInjection, sandbox=sandbox),
        ],
        exception_handlers={
            ApiError: _api_error,
            OAuthError: _oauth_error,
            ControlError: _control_error,
            ClientDisconnect: _gone,
            HTTPException: _http_error,
            Exception: _internal_error,
        },
    )
    app.router.redirect_slashes = False  # a missing trailing slash is a mistake at TikTok too
    app.state.sandbox = sandbox
    app.state.lifecycle = lifecycle
    return app


async def _api_error(request: Request, error: Exception) -> Response:
    return api_refusal(request, error) if isinstance(error, ApiError) else _plain(500)


async def _oauth_error(request: Request, error: Exception) -> Response:
    mode = sandbox_of(request).settings.oauth_error_status
    return oauth_refusal(request, error, status_mode=mode) if isinstance(error, OAuthError) else _plain(500)


async def _control_error(_request: Request, error: Exception) -> Response:
    return control_refusal(error) if isinstance(error, ControlError) else _plain(500)


async def _gone(_request: Request, _error: Exception) -> Response:
    return _plain(400)  # nobody is left to read it


async def _http_error(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    path = request.url.path
    if path.startswith("/v2/"):
        return api_refusal(request, ApiError("unsupported_path", status=status))
    if path.startswith("/sandbox/"):
        return JSONResponse({"code": "not_found", "message": HTTPStatus(status).phrase}, status)
    return _plain(status)


async def _internal_error(request: Request, _error: Exception) -> Response:
    if request.url.path.startswith("/v2/oauth/"):
        mode = sandbox_of(request).settings.oauth_error_status
        return oauth_refusal(request, OAuthError("server_error", "Something went wrong."), status_mode=mode)
    is_api = request.url.path.startswith("/v2/")
    return api_refusal(request, ApiError("internal_error")) if is_api else _plain(500)


def _plain(status: int) -> Response:
    return PlainTextResponse(HTTPStatus(status).phrase, status)

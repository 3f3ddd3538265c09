"""The application: what stands around every answer, and what starts and stops with it."""

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
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .answers import ApiError, OAuthError, api_refusal, new_log_id, oauth_refusal
from .control.common import ControlError, control_refusal
from .faults.middleware import FaultInjection
from .posting.lifecycle import Lifecycle
from .posting.uploads import Uploads
from .routes import routes
from .sandbox import Sandbox, sandbox_of
from .webhooks.sender import WebhookSender

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

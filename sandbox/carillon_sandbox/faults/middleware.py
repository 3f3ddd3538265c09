"""The middleware that makes calls go wrong; it stands around TikTok's paths only, never around the control API."""

import asyncio

from starlette.types import ASGIApp, Receive, Scope, Send

from carillon_sandbox.sandbox import Sandbox

from .calls import groups_of, read_call
from .effects import EFFECTS
from .hit import Hit, Line


class FaultInjection:
    """Draw for every call to TikTok's paths and let it go wrong when a rule hits it."""

    def __init__(self, app: ASGIApp, sandbox: Sandbox) -> None:
        self._app = app
        self._sandbox = sandbox

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        groups = groups_of(str(scope.get("path", ""))) if scope["type"] == "http" else ()
        if not groups or not self._sandbox.faults.rules:
            await self._app(scope, receive, send)
            return
        call, again = await read_call(self._sandbox, scope, receive)
        rule = self._sandbox.faults.take(call.groups, call.handle, self._sandbox.now(), exceptions=call.exceptions)
        if rule is None:
            await self._app(scope, again, send)
            return
        line = Line(receive)
        try:
            await EFFECTS[rule.kind](Hit(self._app, self._sandbox, scope, again, send, call, rule, line))
        except asyncio.CancelledError:  # the server stops while an answer is held back
            line.drop()

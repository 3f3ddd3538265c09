"""A call that a fault rule has hit, and the connection it came by."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from carillon_sandbox.sandbox import Sandbox

from .calls import Call
from .rules import Rule


@dataclass(frozen=True, slots=True)
class Line:
    """The connection a request came by."""

    receive: Receive

    def drop(self) -> None:
        """Close the connection without an answer."""
        # ASGI has no word for this. The `receive` that uvicorn hands out belongs to the request's connection.
        transport = getattr(getattr(self.receive, "__self__", None), "transport", None)
        if not isinstance(transport, asyncio.Transport):
            raise TypeError("only uvicorn's connections can be dropped")
        transport.abort()

    async def drop_and_wait(self) -> None:
        """Close the connection and return when the server knows, so that it does not answer by itself."""
        self.drop()
        while (await self.receive())["type"] != "http.disconnect":
            pass


@dataclass(frozen=True, slots=True)
class Hit:
    """A call that a rule has hit, and all that is needed to spoil it."""

    app: ASGIApp
    sandbox: Sandbox
    scope: Scope
    receive: Receive
    send: Send
    call: Call
    rule: Rule
    line: Line

    @property
    def seconds(self) -> float:
        return float(str(self.rule.options["seconds"]))

    async def run(self) -> list[Message]:
        """Do what was asked and return the answer instead of sending it."""
        said: list[Message] = []

        async def keep(message: Message) -> None:
            said.append(message)

        await self.app(self.scope, self.receive, keep)
        return said

    async def drain(self) -> None:
        """Read the body to its end: a client that is still sending may never see the answer."""
        while (message := await self.receive()).get("more_body", False):
            if message["type"] == "http.disconnect":
                return

    async def answer(self, make: Callable[[Request, Call], Response]) -> None:
        """Send an answer of our own."""
        await make(Request(self.scope), self.call)(self.scope, self.receive, self.send)

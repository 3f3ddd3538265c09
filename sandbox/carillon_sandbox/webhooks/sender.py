"""The background task that delivers webhooks, tries again, and gives up after 72 hours."""

import asyncio
import contextlib
import ipaddress
import logging
import socket
import ssl
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from carillon_sandbox.config import Client
from carillon_sandbox.sandbox import Sandbox

from .events import Webhook, list_due, next_instant
from .rules import TAKEN, next_due, sign

ANSWER_SECONDS = 10.0
LONGEST_HEAD = 8192
logger = logging.getLogger(__name__)


class DeliveryError(Exception):
    """No answer came, for the reason given."""


@dataclass(slots=True)
class WebhookSender:
    """One task for all; the deliveries of one app go out one after the other, those of several side by side."""

    sandbox: Sandbox
    task: asyncio.Task[None] | None = field(default=None)

    def start(self) -> None:
        """Begin, with whatever was still pending when the sandbox stopped."""
        self.task = asyncio.create_task(self._run(), name="webhooks")

    async def stop(self) -> None:
        """Stop at once; a delivery under way is tried again at the next start."""
        if self.task is not None:
            self.task.cancel()
            await asyncio.gather(self.task, return_exceptions=True)

    async def _run(self) -> None:
        while True:
            self.sandbox.outgoing.clear()
            try:
                await self._send_due()
            except Exception:  # said at once, since nobody awaits this task before the end
                logger.exception("a round of webhooks stopped")
                raise
            await self._rest()

    async def _rest(self) -> None:
        due = next_instant(self.sandbox.store)
        waits: list[asyncio.Task[Any]] = [asyncio.create_task(self.sandbox.outgoing.wait())]
        if due is not None:
            waits.append(asyncio.create_task(self.sandbox.clock.sleep_until(due)))
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()
            await asyncio.gather(*waits, return_exceptions=True)

    async def _send_due(self) -> None:
        by_client: dict[str, list[Webhook]] = {}
        for webhook in list_due(self.sandbox.store, self.sandbox.now()):
            by_client.setdefault(webhook.client_key, []).append(webhook)
        await asyncio.gather(*(self._send_all(webhooks) for webhooks in by_client.values()))

    async def _send_all(self, webhooks: list[Webhook]) -> None:
        for webhook in webhooks:
            await self._send(webhook)

    async def _send(self, webhook: Webhook) -> None:
        client = self.sandbox.find_client(webhook.client_key)
        if client is None or client.webhook_url is None:
            self._note(webhook, "dropped", None, "the client has no webhook_url any more")
            return
        status, problem = None, None
        try:
            status = await self._post(client, client.webhook_url, webhook)
        except DeliveryError as error:
            problem = str(error)
        self._judge(webhook, status, problem)

    async def _post(self, client: Client, url: str, webhook: Webhook) -> int:
        body = webhook.body.encode()
        # Signed anew at each attempt; whether TikTok does so is not known.
        signature = sign(client.secret, int(self.sandbox.now()), body)
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                return await post(url, body, signature, allow_remote=self.sandbox.allow_remote)
        except (OSError, ValueError, TimeoutError, asyncio.IncompleteReadError) as error:
            raise DeliveryError(str(error)[:200] or type(error).__name__) from error

    def _judge(self, webhook: Webhook, status: int | None, problem: str | None) -> None:
        if status == TAKEN:
            self._note(webhook, "delivered", status, None)
            return
        scale = self.sandbox.settings.webhook_time_scale
        now, attempts = self.sandbox.now(), webhook.attempts + 1
        due = next_due(attempts, first_at=webhook.first_at, now=now, scale=scale)
        self._note(webhook, "dropped" if due is None else "pending", status, problem, due=due)

    def _note(
        self, webhook: Webhook, state: str, status: int | None, problem: str | None, *, due: float | None = None
    ) -> None:
        now = self.sandbox.now()
        ended = None if state == "pending" else now
        sql = (
            "UPDATE webhooks SET state = ?, attempts = attempts + 1, last_status = ?, last_error = ?, "
            "due_at = ?, ended_at = ?, is_held = 0 WHERE id = ?"
        )
        held = "UPDATE webhooks SET is_held = 0, due_at = ? WHERE client_key = ? AND is_held AND state = 'pending'"
        with self.sandbox.store.change() as change:
            change.run(sql, (state, status, problem, due or webhook.due_at, ended, webhook.id))
            change.run(held, (now, webhook.client_key))  # another one has overtaken it now


async def post(url: str, body: bytes, signature: str, *, allow_remote: bool) -> int:
    """
    POST the body and return the status; redirects are not followed, the answer's body is not read.

    :raises OSError, ValueError, TimeoutError: when there is no answer, or nothing may be sent there
    """
    parts = urlsplit(url)
    host, is_tls = parts.hostname or "", parts.scheme == "https"
    address = await _resolve(host, parts.port or (443 if is_tls else 80), allow_remote=allow_remote)
    tls = ssl.create_default_context() if is_tls else None
    name = host if is_tls else None
    reader, writer = await asyncio.open_connection(*address, ssl=tls, server_hostname=name, limit=LONGEST_HEAD)
    try:
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        head = (
            f"POST {path} HTTP/1.1\r\nHost: {parts.netloc}\r\nUser-Agent: CarillonSandbox\r\nConnection: close\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\nTikTok-Signature: {signature}\r\n\r\n"
        )
        writer.write(head.encode("ascii") + body)
        await writer.drain()
        line = await reader.readuntil(b"\r\n")
        return int(line.split()[1])
    except (IndexError, asyncio.LimitOverrunError) as error:
        raise ValueError("the answer is not HTTP") from error
    finally:
        writer.close()
        with contextlib.suppress(OSError):
            await writer.wait_closed()


async def _resolve(host: str, port: int, *, allow_remote: bool) -> tuple[str, int]:
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = [str(address[0]) for _family, _kind, _protocol, _name, address in found]
    if not allow_remote and not all(ipaddress.ip_address(a.partition("%")[0]).is_loopback for a in addresses):
        raise ValueError("the webhook_url leads to another machine, which needs --allow-remote")
    return addresses[0], port

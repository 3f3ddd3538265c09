"""How a call goes wrong: one function for each kind of fault."""

import asyncio
import contextlib
import json
import tempfile
from collections.abc import Awaitable, Callable
from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.responses import JSONResponse, Response
from starlette.types import Message

from carillon_sandbox.answers import NO_STORE, upload_answer
from carillon_sandbox.login.removals import NotConnectedError, remove_authorization
from carillon_sandbox.posting.chunks import progress

from .answers import answer_429, answer_500, answer_502, answer_refused, answer_wrong_code
from .counters import spoil_counters
from .hit import Hit

KEPT_IN_MEMORY = 1024 * 1024


async def _fail_before(hit: Hit) -> None:
    await hit.drain()
    await hit.answer(answer_500)


async def _fail_after(hit: Hit) -> None:
    await hit.run()
    await hit.answer(answer_500)


async def _lose_answer(hit: Hit) -> None:
    await hit.run()
    await hit.line.drop_and_wait()


async def _hang(hit: Hit) -> None:
    said = await hit.run()
    await asyncio.sleep(hit.seconds)
    for message in said:
        await hit.send(message)


async def _come_late(hit: Hit) -> None:
    # Whoever sent it may be gone by then, and the request must still take effect: its body is read now.
    with tempfile.SpooledTemporaryFile(KEPT_IN_MEMORY) as kept:
        more = True
        while more:
            message = await hit.receive()
            if message["type"] == "http.disconnect":  # it never came whole
                return
            kept.write(message.get("body", b""))
            more = message.get("more_body", False)
        length = kept.tell()
        kept.seek(0)
        await asyncio.sleep(hit.seconds)

        async def tell() -> Message:
            piece = kept.read(KEPT_IN_MEMORY)
            return {"type": "http.request", "body": piece, "more_body": kept.tell() < length}

        await hit.app(hit.scope, tell, hit.send)


async def _cut_body(hit: Hit) -> None:
    length = Headers(scope=hit.scope).get("content-length", "0")
    half = int(length) // 2 if length.isdecimal() else 0
    taken, more = 0, True
    while more and taken <= half:
        message = await hit.receive()
        taken += len(message.get("body", b""))
        more = message.get("more_body", False)
    await hit.line.drop_and_wait()


async def _limit(hit: Hit) -> None:
    await hit.drain()
    await hit.answer(lambda request, call: answer_429(request, call, hit.rule.options["retry_after"]))


async def _show_gateway(hit: Hit) -> None:
    await hit.drain()
    await hit.answer(answer_502)


async def _say_wrong_code(hit: Hit) -> None:
    await hit.drain()
    await hit.answer(lambda request, call: answer_wrong_code(request, call, hit.rule.options))


async def _halve_json(hit: Hit) -> None:
    said = await hit.run()
    whole = b"".join(message.get("body", b"") for message in said)
    status, kind = said[0]["status"], "application/json"
    await hit.answer(lambda _request, _call: Response(whole[: len(whole) // 2], status, media_type=kind))


async def _spoil(hit: Hit) -> None:
    said = await hit.run()
    if said[0]["status"] != HTTPStatus.OK:
        for message in said:
            await hit.send(message)
        return
    whole = json.loads(b"".join(message.get("body", b"") for message in said))
    wrong = spoil_counters(whole, hit.rule.kind, hit.rule.options)
    await hit.answer(lambda _request, _call: JSONResponse(wrong, headers=NO_STORE))


async def _refuse(hit: Hit) -> None:
    await hit.drain()
    await hit.answer(lambda request, call: answer_refused(request, call, hit.rule.options))


async def _revoke(hit: Hit) -> None:
    if hit.call.handle is not None and hit.call.client_key is not None:
        with contextlib.suppress(NotConnectedError):
            remove_authorization(hit.sandbox, hit.call.client_key, hit.call.handle)
    await hit.app(hit.scope, hit.receive, hit.send)


async def _refuse_range(hit: Hit) -> None:
    await hit.drain()
    sql = "SELECT uploaded_bytes, video_size FROM posts WHERE upload_id = ?"
    row = hit.sandbox.store.row(sql, (hit.call.upload_id,))
    shown = progress(row["uploaded_bytes"], row["video_size"]) if row else None
    await hit.answer(lambda _request, _call: upload_answer(416 if row else 404, shown))


async def _take_slowly(hit: Hit) -> None:
    speed = float(str(hit.rule.options["bytes_per_second"]))

    async def slowly() -> Message:
        message = await hit.receive()
        await asyncio.sleep(len(message.get("body", b"")) / speed)
        return message

    await hit.app(hit.scope, slowly, hit.send)


async def _expire_upload(hit: Hit) -> None:
    with hit.sandbox.store.change() as change:
        sql = "UPDATE posts SET url_expires_at = ? WHERE upload_id = ? AND status = 'uploading'"
        change.run(sql, (hit.sandbox.now(), hit.call.upload_id))
    await hit.app(hit.scope, hit.receive, hit.send)


EFFECTS: dict[str, Callable[[Hit], Awaitable[None]]] = {
    "http_500_before": _fail_before,
    "http_500_after": _fail_after,
    "lost_answer": _lose_answer,
    "hang": _hang,
    "late": _come_late,
    "cut_body": _cut_body,
    "rate_limited": _limit,
    "html_502": _show_gateway,
    "wrong_code": _say_wrong_code,
    "bad_json": _halve_json,
    "refused": _refuse,
    "counters_zero": _spoil,
    "counters_negative": _spoil,
    "counters_halved": _spoil,
    "counters_missing": _spoil,
    "token_revoked": _revoke,
    "upload_416": _refuse_range,
    "slow_put": _take_slowly,
    "upload_url_expired": _expire_upload,
}

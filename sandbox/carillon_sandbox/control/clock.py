"""The control API of the clock."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from carillon_sandbox.clock import ClockError
from carillon_sandbox.sandbox import sandbox_of

from .common import ControlError, read_json


async def read_clock(request: Request) -> Response:
    """Answer GET /sandbox/api/clock: what it shows, how far ahead it is and how fast it runs."""
    return JSONResponse(sandbox_of(request).clock.describe())


async def set_clock(request: Request) -> Response:
    """Answer PUT /sandbox/api/clock: change `offset_seconds`, `rate` or both."""
    clock, wanted = sandbox_of(request).clock, await read_json(request)
    try:
        clock.change(wanted)
    except ClockError as error:
        raise ControlError(400, "clock_refused", str(error)) from error
    return JSONResponse(clock.describe())


async def advance_clock(request: Request) -> Response:
    """Answer POST /sandbox/api/clock/advance: move it ahead by `seconds`."""
    clock, wanted = sandbox_of(request).clock, await read_json(request)
    try:
        clock.advance(wanted.get("seconds"))
    except ClockError as error:
        raise ControlError(400, "clock_refused", str(error)) from error
    return JSONResponse(clock.describe())

"""`python -m live --port N`: DATABASE_URL is what it listens to, API_URL whom it asks who calls."""

import argparse
import asyncio
import contextlib
import logging
import os
import signal
import sys

from live.door import HEAD_LIMIT, Door, Pace
from live.hub import Hub
from live.listener import listen


def main() -> int:
    """Serve until told to stop."""
    options = argparse.ArgumentParser(prog="live", description="Carillon's live events")
    options.add_argument("--host", default="127.0.0.1")
    options.add_argument("--port", type=int, required=True)
    options.add_argument("--beat", type=float, default=Pace().beat_s, help="seconds between signs of life")
    options.add_argument("--ask", type=float, default=Pace().ask_s, help="seconds between two looks at a session")
    given = options.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    missing = [name for name in ("DATABASE_URL", "API_URL") if not os.environ.get(name)]
    if missing:
        sys.exit(f"{' and '.join(missing)} not set. `./carillon up` sets them.")
    asyncio.run(serve(given.host, given.port, Pace(given.beat, given.ask)))
    return 0


async def serve(host: str, port: int, pace: Pace) -> None:
    """Listen to the database and to callers, until SIGTERM or SIGINT."""
    hub = Hub()
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    door = Door(hub, os.environ["API_URL"], pace)
    answering: set[asyncio.Task[None]] = set()

    def take(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(door.answer(reader, writer))
        answering.add(task)
        task.add_done_callback(answering.discard)

    server = await asyncio.start_server(take, host, port, limit=HEAD_LIMIT)
    ear = asyncio.create_task(listen(os.environ["DATABASE_URL"], tell=hub.tell, resync=hub.resync))
    waiting = asyncio.create_task(stop.wait())
    await asyncio.wait([ear, waiting], return_when=asyncio.FIRST_COMPLETED)
    server.close()
    for task in (ear, waiting, *answering):
        task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await asyncio.gather(*answering, return_exceptions=True)
    if not stop.is_set():
        ear.result()  # it never returns: what broke it is raised here


if __name__ == "__main__":
    sys.exit(main())

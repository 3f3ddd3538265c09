"""Hearing PostgreSQL: LISTEN, for as long as it takes; after a break every page is told to ask for everything again."""

import asyncio
import logging
from collections.abc import Callable

import psycopg

from live.words import Change, read_change

CHANNEL = "carillon_live"  # core/live.py names it alike
FIRST_PAUSE_S = 0.2
LONGEST_PAUSE_S = 3.0
SILENCE_S = 30.0  # after so much silence the connection is asked whether it still stands

logger = logging.getLogger(__name__)


async def listen(url: str, *, tell: Callable[[Change], None], resync: Callable[[], None]) -> None:
    """Call `tell` for each change, and `resync` whenever some may have been missed; never returns."""
    pause_s = FIRST_PAUSE_S
    while True:
        try:
            connection = await psycopg.AsyncConnection.connect(url, autocommit=True, connect_timeout=10)
            async with connection:
                await connection.execute(f"LISTEN {CHANNEL}")
                resync()  # whatever was notified before this line went unheard
                pause_s = FIRST_PAUSE_S
                await _hear(connection, tell)
        except (psycopg.Error, OSError) as error:
            logger.warning("not listening to the database: %s", type(error).__name__)
        await asyncio.sleep(pause_s)
        pause_s = min(pause_s * 2, LONGEST_PAUSE_S)


async def _hear(connection: "psycopg.AsyncConnection[tuple[object, ...]]", tell: Callable[[Change], None]) -> None:
    while True:
        async for notice in connection.notifies(timeout=SILENCE_S):
            change = read_change(notice.payload)
            if change:
                tell(change)
        await connection.execute("SELECT 1")

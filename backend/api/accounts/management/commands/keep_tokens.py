"""`manage.py keep_tokens`: the token keeper, a process of its own (docs/decisions/0012-token-keeper.md)."""

import logging
import os
import signal
from pathlib import Path
from threading import Event
from typing import Any

from django.core.management.base import BaseCommand
from django.db import InterfaceError, OperationalError, close_old_connections
from django.utils import timezone

from api.accounts.token_keeper import keep_round

logger = logging.getLogger(__name__)

PAUSE_S = 5.0


class Command(BaseCommand):
    help = "Renew TikTok tokens before they end, until told to stop"
    requires_system_checks: list[str] = []  # they would load every router, and with it half of the memory

    def handle(self, *_: Any, **__: Any) -> None:
        """Go round until SIGTERM or SIGINT; a renewal that is under way is finished first."""
        stop = Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        while not stop.is_set():
            self._round(stop)
            say_ready()
            stop.wait(PAUSE_S)

    def _round(self, stop: Event) -> None:
        close_old_connections()
        try:
            keep_round(now=timezone.now(), stop=stop)
        except (OperationalError, InterfaceError):  # the database is away; the next round finds it or not
            logger.exception("the round was given up")


def say_ready() -> None:
    """Write CARILLON_READY_FILE, which the launcher waits for."""
    if path := os.environ.get("CARILLON_READY_FILE"):
        Path(path).write_text(str(os.getpid()))

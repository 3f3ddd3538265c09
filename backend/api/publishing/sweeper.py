"""A publish process's own clock: every ten seconds it sweeps, with or without a broker, and leaves its sign of life."""

import logging
import random
import threading
import time

from django.db import DatabaseError, connection

from api.publishing.quarantine import check_mark
from api.publishing.reconcile import reconcile
from api.publishing.senders import Errand, SenderPool, name_process
from api.publishing.sweeps import sweep_once
from core.pulses import forget_old, note_pulse
from core.tempo import paced

logger = logging.getLogger(__name__)

EVERY_S = 10.0
CHECK_EVERY_S = 60.0
JITTER = 0.2  # so that the processes of a machine do not sweep in step
PULSE = "publish"


class Sweeper:
    """The thread; `stop()` ends it after the errand it is handing over."""

    def __init__(self, pool: SenderPool) -> None:
        self._pool = pool
        self._stopped = threading.Event()
        self._next_pulse_at = self._next_check_at = 0.0
        self._in_quarantine = True
        self._thread = threading.Thread(target=self._run, name="sweeper", daemon=True)

    def start(self) -> None:
        """Sweep at once, and then every ten seconds."""
        self._thread.start()

    def stop(self) -> None:
        """Sweep no more."""
        self._stopped.set()

    def _run(self) -> None:
        forgotten = False
        while not self._stopped.is_set():
            try:
                if not forgotten:
                    forget_old()
                    forgotten = True
                self._round()
            except DatabaseError as error:
                logger.warning("the sweep found no database: %s", type(error).__name__)
            except Exception:  # this thread is the last net: whatever broke, it must look again
                logger.exception("a sweep broke off; the next comes in a moment")
            finally:
                connection.close()  # nothing is kept open between two sweeps, and what broke does not stay
            self._stopped.wait(paced(EVERY_S) * random.uniform(1 - JITTER, 1 + JITTER))  # noqa: S311 - no secret

    def _round(self) -> None:
        self._pulse()
        if not self._may_publish():
            return
        counts = sweep_once(self._hand_over)
        if any(counts.values()):
            logger.info("swept %s", ", ".join(f"{count} {what}" for what, count in counts.items() if count))
        self._pulse()

    def _may_publish(self) -> bool:
        """Look each minute whether the database was set back; nothing is sent before the first look (quarantine.py)."""
        if time.monotonic() >= self._next_check_at:
            self._in_quarantine = check_mark()
            self._next_check_at = time.monotonic() + paced(CHECK_EVERY_S)
            self._pool.open()
        if self._in_quarantine:
            self._next_check_at = 0.0  # an administrator may end it at any moment
            self._pool.hand_over(reconcile, patience_s=0.0)
        return not self._in_quarantine

    def _hand_over(self, errand: Errand) -> bool:
        """Wait for a free thread, however long: uploads may take minutes, and the sign of life must not wait for them."""
        while not self._stopped.is_set():
            if time.monotonic() >= self._next_pulse_at:
                self._pulse()
            if self._pool.hand_over(errand, patience_s=paced(EVERY_S)):
                return True
            if self._pool.is_closed:
                return False
        return False

    def _pulse(self) -> None:
        note_pulse(name_process() + "sweeper", kind=PULSE, in_hand=self._pool.in_hand)
        self._next_pulse_at = time.monotonic() + paced(EVERY_S)

"""Leaving TikTok alone while it is in trouble: one call asks whether it is well again, the others wait without failing."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from uuid import uuid4

from tiktok.circuit_stores import Circuit, CircuitStore, MemoryCircuits, Outcome, Rules
from tiktok.errors import CircuitOpen, MayHaveWorked, RateLimited, Refused, Unreachable
from tiktok.outage import Outage


class CircuitBreaker:
    """Circuits by key, shared between processes; while the shared store is away, each process goes by what it sees itself."""

    def __init__(self, shared: CircuitStore, outage: Outage, rules: Rules) -> None:
        self._shared, self._own, self._outage = shared, MemoryCircuits(rules), outage

    @contextmanager
    def guard(self, key: str, *, group: str) -> Iterator[None]:
        """
        Let the block make one call, and learn from how it ends.

        TikTok's refusal of a post, or of the pace, says nothing against its health; no answer does.

        :raises CircuitOpen: when TikTok is in trouble; nothing was sent
        """
        call = uuid4().hex
        _refuse(self._enter(key, call), group)
        outcome = Outcome.SILENT
        try:
            yield
            outcome = Outcome.WELL
        except RateLimited:
            raise
        except Refused:
            outcome = Outcome.WELL
            raise
        except (MayHaveWorked, Unreachable):
            outcome = Outcome.ILL
            raise
        finally:
            self._leave(key, call, outcome)

    def check(self, key: str, *, group: str) -> None:
        """
        Pass when a call would pass now. It does not become the probe by that.

        :raises CircuitOpen: when it would be held back
        """
        _refuse(self._enter(key, "", look=True), group)

    def since(self, key: str) -> datetime | None:
        """Return since when TikTok has been in trouble, None when it is well."""
        since = self._enter(key, "", look=True).since
        return datetime.fromtimestamp(since, UTC) if since is not None else None

    def _enter(self, key: str, call: str, *, look: bool = False) -> Circuit:
        return self._outage.ask(
            lambda: self._shared.enter(key, call, look=look), lambda: self._own.enter(key, call, look=look)
        )

    def _leave(self, key: str, call: str, outcome: Outcome) -> None:
        self._outage.ask(lambda: self._shared.leave(key, call, outcome), lambda: self._own.leave(key, call, outcome))


def _refuse(circuit: Circuit, group: str) -> None:
    if circuit.wait_s > 0:
        raise CircuitOpen(group, wait_s=circuit.wait_s)

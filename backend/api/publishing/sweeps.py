"""
The net below every hint: what is due in PostgreSQL is found and sent without a broker (publishing §1.2).

SWEEPS is the one table of what is looked for. A sweep that finds what somebody else is just taking does no harm, since
only the claim decides.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Protocol
from uuid import UUID

from api.publishing.errands import find_one_post_id, look_one_up, send_one
from api.publishing.line import call_heads
from api.publishing.models import Publication
from api.publishing.selectors import list_due, list_to_look_up, list_without_post_id
from api.publishing.senders import Errand

AT_ONCE = 100


class Find(Protocol):
    def __call__(self, *, limit: int, after: Publication | None = None) -> list[Publication]:
        """Return what is due now, the longest due first; with `after`, what comes behind it in that order."""


@dataclass(frozen=True, slots=True)
class Sweep:
    """Rows that wait for their time, and what a sender thread does with each."""

    what: str
    find: Find
    act: Callable[[UUID], object]


SWEEPS: tuple[Sweep, ...] = (
    Sweep("publications", list_due, send_one),
    Sweep("look-ups", list_to_look_up, look_one_up),
    Sweep("post ids", list_without_post_id, find_one_post_id),
)


def sweep_once(hand_over: Callable[[Errand], bool]) -> dict[str, int]:
    """Hand over everything that is due, page by page; return how many of each, and stop as soon as one is refused."""
    call_heads()
    counts = {sweep.what: 0 for sweep in SWEEPS}
    for sweep in SWEEPS:
        after: Publication | None = None
        while rows := sweep.find(limit=AT_ONCE, after=after):
            for row in rows:
                if not hand_over(partial(sweep.act, row.pk)):
                    return counts
                counts[sweep.what] += 1
            after = rows[-1] if len(rows) == AT_ONCE else None
            if after is None:
                break
    return counts

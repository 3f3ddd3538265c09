"""The fleet's week, read from the database once in a while and not for each question: it changes once a week."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from insight.best_times import FleetWeek

READ_AGAIN = timedelta(minutes=10)

_kept: list[tuple[datetime, "FleetWeek | None"]] = []


def fleet_week(now: datetime) -> "FleetWeek | None":
    """Return the fleet's week as it was learnt last, some minutes late at most."""
    from api.analytics.learnt_store import read_week  # and numpy with it

    if not _kept or now - _kept[0][0] >= READ_AGAIN or now < _kept[0][0]:
        _kept[:] = [(now, read_week())]
    return _kept[0][1]


def forget() -> None:
    """Read it again at the next question."""
    _kept.clear()

"""Instants as the benchmark counts them, whole seconds since 1970, and where local days begin. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from api.analytics.days import begin_of, day_in

US = 1_000_000
MARGIN = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class LocalDays:
    """Days of a zone, one after the other, and where each begins; the last is only where the one before it ends."""

    zone: str
    first: date
    begins: npt.NDArray[np.int64]

    def date(self, place: int) -> date:
        return self.first + timedelta(days=place)


@lru_cache(maxsize=16)
def local_days(zone: str, since: int, until: int) -> LocalDays:
    """Return the days from the one `since` lies in, until some after `until`."""
    first, last = day_in(zone, since * US), day_in(zone, until * US) + MARGIN
    dates = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    return LocalDays(zone, first, np.array([begin_of(zone, day) // US for day in dates], np.int64))

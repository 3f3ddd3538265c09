"""How an audience's attention comes and goes, and an account's counts that grow with it: decisions only."""

import math
from dataclasses import dataclass
from functools import lru_cache

from carillon_sandbox.faults.chance import draw, pick

HOUR, DAY = 3600.0, 86400.0
HOMES = (-8, -7, -6, -5, -3, 0, 1, 2, 3, 5, 7, 8, 9, 10)
EVENING, NOON = 20 / 24, 13 / 24  # the two crests of a day
EVENING_CREST, NOON_CREST = 0.6, 0.25  # together below 1: attention ebbs and never runs backwards


@dataclass(frozen=True, slots=True)
class Audience:
    """Where the people who watch an account live: hours from UTC and share, home first."""

    places: tuple[tuple[int, float], ...]

    @property
    def utc_offset_hours(self) -> int:
        """Return the account's own time zone."""
        return self.places[0][0]

    def attention(self, instant: float) -> float:
        """Return how many average seconds of attention went by until an instant; it only grows."""
        return sum(share * _attention(instant + hours * HOUR) for hours, share in self.places)

    def liveliness(self, instant: float) -> float:
        """Return how much of its attention the audience gives at an instant; 1 is the average of a day."""
        return sum(share * rhythm_at((instant / HOUR + hours) % 24) for hours, share in self.places)


@lru_cache(maxsize=1024)
def audience_of(handle: str) -> Audience:
    """Return an account's audience, which is always the same."""
    home, abroad = (pick(HOMES, handle, place) for place in ("home", "abroad"))
    share = 0.6 + 0.35 * draw(handle, "share at home")
    return Audience(((home, share), (abroad, 1.0 - share)))


def _attention(local: float) -> float:
    turn = local / DAY
    evening = EVENING_CREST / (2 * math.pi) * math.sin(2 * math.pi * (turn - EVENING))
    noon = NOON_CREST / (4 * math.pi) * math.sin(4 * math.pi * (turn - NOON))
    return local + DAY * (evening + noon)


def rhythm_at(local_hour: float) -> float:
    """Return how lively an hour of the day is; 1 is the average."""
    turn = local_hour / 24
    evening = EVENING_CREST * math.cos(2 * math.pi * (turn - EVENING))
    return 1 + evening + NOON_CREST * math.cos(4 * math.pi * (turn - NOON))


def grow(base: int, name: str, handle: str, *, audience: Audience, born: float, now: float) -> int:
    """Return what an account's count has grown to since the world began."""
    days = max(audience.attention(now) - audience.attention(born), 0.0) / DAY
    a_day = base * (0.0003 + 0.0025 * draw(handle, f"growth of {name}")) + 0.2
    return base + int(a_day * days)

"""One rule by which calls go wrong: when it strikes, and how it is written down. Decisions only."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from .chance import draw
from .kinds import EVERYWHERE, KINDS

SPARES = ("private_self_only", "drafts", "direct_posts")
SLOWEST = 2000.0  # bytes a second; slower, and the server would take the sender for dead
LONGEST = 86400 * 365.0
BOUNDS = {"bytes_per_second": (SLOWEST, LONGEST), "factor": (0.0, 1.0)}
MOST_TIMES = 1_000_000


class FaultError(Exception):
    """A fault rule that makes no sense."""


@dataclass(frozen=True, slots=True)
class Rule:
    """
    One fault that waits for its calls.

    `times` is how often it still strikes (None: until removed), `probability` how likely each call is hit;
    `draws` counts the calls drawn for, so that a seed always gives the same row of hits.
    """

    id: int
    kind: str
    path: str
    handle: str | None
    times: int | None
    probability: float
    seed: int
    draws: int
    options: Mapping[str, object]
    scenario: str | None = None

    @property
    def is_over(self) -> bool:
        return self.times == 0

    def may_hit(self, groups: Collection[str], handle: str | None, exceptions: Collection[str] = ()) -> bool:
        """Tell whether this call is one the rule waits for; `exceptions` names what holds for the call."""
        if self.is_over or (self.handle is not None and self.handle != handle):
            return False
        if any(name in exceptions for name in self.spares):
            return False
        if self.path == EVERYWHERE:
            return any(group in KINDS[self.kind].paths for group in groups)
        return self.path in groups

    @property
    def spares(self) -> tuple[str, ...]:
        """Return the exceptions this rule makes."""
        named = self.options.get("spares")
        return (*KINDS[self.kind].spares, *(named if isinstance(named, list | tuple) else ()))

    def hits(self) -> bool:
        """Draw for the next call."""
        return draw(self.seed, f"{self.kind} {self.path}", self.draws) < self.probability

    def as_dict(self) -> dict[str, object]:
        names = ("id", "kind", "path", "handle", "times", "probability", "seed", "draws", "options", "scenario")
        return {name: getattr(self, name) for name in names}


def read_options(kind: str, given: object) -> dict[str, object]:
    """
    Return all options of a kind, with the given ones changed.

    :raises FaultError: naming the first that cannot be taken
    """
    usual = KINDS[kind].options
    if not isinstance(given, Mapping):
        raise FaultError("options must be an object.")
    for name, value in given.items():
        if name not in usual:
            raise FaultError(f"{kind} has no option called {name}.")
        _check_option(name, value, usual[name])
    return {name: given.get(name, value) for name, value in usual.items()}


def _check_option(name: str, value: object, usual: object) -> None:
    if isinstance(usual, str):
        fits = isinstance(value, str) and value.replace("_", "").isalnum() and value.isascii()
    elif isinstance(usual, tuple):
        fits = isinstance(value, list | tuple) and all(word in SPARES for word in value)
    else:
        least, most = BOUNDS.get(name, (0.0, LONGEST))
        number = isinstance(value, int) and not isinstance(value, bool)
        number = number or (isinstance(value, float) and isinstance(usual, float))
        fits = number and least <= value <= most  # type: ignore[operator]  # it is a number by now
    if not fits:
        raise FaultError(f"{name} cannot be {value!r}.")


def read_rule(body: Mapping[str, object], *, seed: int) -> Rule:
    """
    Read a rule as the control API takes it; `seed` stands in when none is given.

    :raises FaultError: naming the first part that cannot be taken
    """
    known = {"kind", "path", "handle", "times", "probability", "seed", "options"}
    if unknown := sorted(set(body) - known):
        raise FaultError(f"A fault has no part called {unknown[0]}.")
    kind, path = body.get("kind"), body.get("path", EVERYWHERE)
    if not isinstance(kind, str) or kind not in KINDS:
        raise FaultError(f"kind must be one of {', '.join(KINDS)}.")
    if path not in (*KINDS[kind].paths, EVERYWHERE):
        raise FaultError(f"path must be * or, for {kind}, one of {', '.join(KINDS[kind].paths)}.")
    return Rule(
        id=0,
        kind=kind,
        path=str(path),
        handle=_read_handle(body.get("handle")),
        times=read_times(body.get("times")),
        probability=read_probability(body.get("probability", 1.0)),
        seed=read_seed(body.get("seed"), seed),
        draws=0,
        options=read_options(kind, body.get("options", {})),
    )


def _read_handle(value: object) -> str | None:
    if value is not None and not isinstance(value, str):
        raise FaultError("handle must be an account's handle, or null for all.")
    return value


def read_times(value: object) -> int | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= MOST_TIMES:
        raise FaultError("times must be a whole number from 1, or null for no end.")
    return value


def read_probability(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= 1:
        raise FaultError("probability must be above 0 and at most 1.")
    return float(value)


def read_seed(value: object, default: int) -> int:
    if value is None:
        return default
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 2**53:
        raise FaultError("seed must be a whole number that is not negative.")
    return value

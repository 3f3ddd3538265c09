"""What became of a figure since the period before. Pure."""

from dataclasses import dataclass, field

MANIFOLD = 10  # times as much as before, and percents say nothing any more


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a figure since the period before: in percent, in percentage points, or not to be said."""

    text: str
    direction: int = 0
    reason: str = field(default="")


def compare(now: float | None, before: float | None, *, known_before: bool) -> Change:
    """Return the change of a sum, in percent of what it was, or as many times as much."""
    if now is None:
        return Change("", reason="not measured")
    if not known_before or before is None:
        return Change("", reason="nothing measured before")
    if before <= 0:
        return Change("", reason="none before" if now else "none either time")
    if now >= before * MANIFOLD:
        return Change(f"{now / before:,.0f}×".replace(",", "\u202f"), 1)
    percent = (now - before) / before * 100
    if abs(percent) < 0.05:  # noqa: PLR2004 - shown with one place
        return Change("unchanged")
    size = f"{abs(percent):.1f}" if abs(percent) < 100 else f"{abs(percent):.0f}"  # noqa: PLR2004
    return Change(f"{size} %", 1 if percent > 0 else -1)


def compare_rates(now: float | None, before: float | None) -> Change:
    """Return the change of a rate, in percentage points."""
    if now is None or before is None:
        return Change("", reason="not measured" if now is None else "nothing measured before")
    points = (now - before) * 100
    if abs(points) < 0.005:  # noqa: PLR2004 - shown with two places
        return Change("unchanged")
    return Change(f"{abs(points):.2f} pp", 1 if points > 0 else -1)

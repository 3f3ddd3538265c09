"""Counters that say something else than what was counted: decisions only."""

from collections.abc import Callable, Mapping

from .kinds import NO_COUNTERS

OF_USERS = ("follower_count", "following_count", "likes_count", "video_count")
OF_VIDEOS = ("like_count", "comment_count", "share_count", "view_count")
COUNTERS = frozenset((*OF_USERS, *OF_VIDEOS))

Options = Mapping[str, object]
WRONG: Mapping[str, Callable[[int, Options], int | None]] = {
    "counters_zero": lambda _count, _options: 0,
    "counters_negative": lambda count, _options: -max(count, 1),
    "counters_halved": lambda count, options: int(count * float(str(options["factor"]))),
    "counters_missing": lambda _count, _options: None,
}


def exceptions_of(fields: str) -> tuple[str, ...]:
    """Return what holds for a call that asks for these fields: one without counters cannot show wrong ones."""
    return () if COUNTERS.intersection(fields.split(",")) else (NO_COUNTERS,)


def spoil_counters(answer: object, kind: str, options: Options) -> object:
    """Return an answer of the Display API with every counter in it gone wrong, wherever it stands."""
    if isinstance(answer, list):
        return [spoil_counters(one, kind, options) for one in answer]
    if not isinstance(answer, dict):
        return answer
    told = ((name, _spoil(name, value, kind, options)) for name, value in answer.items())
    return {name: value for name, value in told if not (name in COUNTERS and value is None)}


def _spoil(name: str, value: object, kind: str, options: Options) -> object:
    if name in COUNTERS and isinstance(value, int):
        return WRONG[kind](value, options)
    return spoil_counters(value, kind, options)

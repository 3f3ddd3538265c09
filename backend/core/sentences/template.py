"""English sentences with holes, and what may stand in those."""

import re

HOLE = re.compile(r"\{(\w+)(?::(\w+))?\}")

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
NAMES = "|".join(f"{name}|{name[:3]}" for name in f"{_MONTHS}|{_DAYS}".split("|"))
_NUMBER = r"[-−+]?\d[\d,]*(?:\.\d+)?"
_CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?"
_DAY = rf"(?:(?:{NAMES}),? )?\d{{1,2}} (?:{NAMES})(?: \d{{4}})?"

_WITHIN_A_SENTENCE = r"(?:(?![.!?] ).)+?"

KINDS = {
    "raw": r".+?",
    "sentence": r".+",
    "list": r".+",
    "number": _NUMBER,
    "count": rf"{_NUMBER} .+?",
    "date": rf"{_DAY}(?:(?:,| at)? {_CLOCK})?|{_CLOCK}|(?:{NAMES})",
}
"""
What a hole of each kind matches, as a regular expression: `raw` any text, passed on as it is; `sentence` again one of ours;
`list` words joined by commas, "and" or "or"; `number` as in `1,234.5`; `count` as in `3 posts`; `date` as in
`Tue 24 Nov 2026, 18:00`, or a part of it.
"""


class Template:
    """
    An English sentence with holes, `{name}` or `{name:kind}`, and what it is in another language.

    :raises KeyError: for a kind that does not exist
    """

    def __init__(self, english: str, other: str) -> None:
        self.other = other
        # Literals, names and kinds in turn.
        pieces = HOLE.split(english)
        self.kinds = {name: kind or "raw" for name, kind in zip(pieces[1::3], pieces[2::3], strict=True)}
        self.start = pieces[0]
        self.weight = sum(len(literal) for literal in pieces[::3])
        literals = [re.escape(literal) for literal in pieces[::3]]
        self._loose = self._compile(literals, KINDS)
        self._strict = self._compile(literals, KINDS | {"raw": _WITHIN_A_SENTENCE})

    def _compile(self, literals: list[str], kinds: dict[str, str]) -> re.Pattern[str]:
        holes = [f"(?P<{name}>{kinds[kind]})" for name, kind in self.kinds.items()]
        whole = "".join(literal + hole for literal, hole in zip(literals, [*holes, ""], strict=True))
        return re.compile(whole, re.DOTALL)

    def read(self, text: str, *, strict: bool) -> dict[str, str] | None:
        """
        Return what is in the holes where `text` is this sentence; None for any other.

        :param strict: a raw hole takes no end of a sentence, and so nothing of a sentence beside this one
        """
        found = (self._strict if strict else self._loose).fullmatch(text)
        return found.groupdict() if found else None

    def fill(self, values: dict[str, str]) -> str:
        """Return the sentence in the other language."""
        return HOLE.sub(lambda hole: values[hole[1]], self.other)

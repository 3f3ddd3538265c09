"""What accounts write under their videos, and the hashtags they like: decisions only."""

from functools import lru_cache

from carillon_sandbox.faults.chance import draw, pick

SUBJECTS = (
    "Morning light", "A small repair", "The first batch", "Two minutes of rain", "What broke this week", "Before and after",
    "The long way home", "A question you asked", "Old tools", "The quiet hour", "Packing orders", "One colour, five ways",
)  # fmt: skip
ENDINGS = ("", "", "", " and what came of it", ", part two", ", as promised", ", for once", " again")
HASHTAGS = (
    "fyp", "foryou", "viral", "smallbusiness", "behindthescenes", "handmade", "slow", "craft", "diy", "howto", "tutorial",
    "tips", "learnontiktok", "dayinmylife", "vlog", "storytime", "workshop", "woodworking", "ceramics", "design", "interior",
    "homedecor", "coffee", "recipe", "foodtok", "baking", "booktok", "travel", "nature", "outdoors", "cycling", "fitness",
    "fashion", "thrifted", "beforeandafter", "asmr", "satisfying", "packingorders", "unboxing", "musicians", "paper", "rain",
)  # fmt: skip
FEWEST_FAVOURITES, MOST_FAVOURITES = 6, 12
TAGS_IN_A_CAPTION = (0, 1, 1, 2, 2, 2, 3, 3, 4)


@lru_cache(maxsize=1024)
def favourites_of(handle: str) -> tuple[str, ...]:
    """Return the hashtags an account uses, the dearest first; others may like the same ones."""
    count = FEWEST_FAVOURITES + int(draw(handle, "how many hashtags") * (MOST_FAVOURITES - FEWEST_FAVOURITES + 1))
    liking = {tag: draw(handle, f"likes #{tag}") for tag in HASHTAGS}
    return tuple(sorted(HASHTAGS, key=lambda tag: liking[tag])[:count])


def write_caption(stream: str, handle: str, number: int) -> str:
    """Return the caption of an account's so-manyth video: a few words, and up to four of its hashtags."""
    words = pick(SUBJECTS, stream, "subject", number) + pick(ENDINGS, stream, "ending", number)
    return " ".join((words, *(f"#{tag}" for tag in _pick_tags(stream, handle, number))))


def _pick_tags(stream: str, handle: str, number: int) -> list[str]:
    left, tags = list(favourites_of(handle)), list[str]()
    for turn in range(pick(TAGS_IN_A_CAPTION, stream, "hashtags", number)):
        # The square prefers the dear ones, so that some hashtags are seen often and others now and then.
        tags.append(left.pop(int(draw(stream, f"hashtag {turn}", number) ** 2 * len(left))))
    return tags

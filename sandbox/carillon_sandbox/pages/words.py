"""Figures and names as people read them."""

from carillon_sandbox.world.accounts import FOLLOWERS, FRIENDS, ONLY_ME, PUBLIC

PRIVACY_WORDS = {
    "": "not chosen yet",
    PUBLIC: "everyone",
    FRIENDS: "friends",
    FOLLOWERS: "followers",
    ONLY_ME: "only the owner",
}
THOUSAND, MILLION = 1000, 1_000_000


def short_count(number: int) -> str:
    """Write a count as people read it: 940, 12.4k, 1.2M."""
    if number < THOUSAND:
        return str(number)
    if number < MILLION:
        return f"{number / THOUSAND:.1f}k".replace(".0k", "k")
    return f"{number / MILLION:.1f}M".replace(".0M", "M")


def count_words(number: int, noun: str) -> str:
    """Write how many there are: 1 photo, 3 photos."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def rate_words(rate: float) -> str:
    """Say how fast the clock runs."""
    if rate == 0:
        return "stands still"
    return "real time" if rate == 1 else f"{rate:g} times real time"

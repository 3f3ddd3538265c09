"""More people for this TikTok, made up by a seed: decisions only."""

import math
from collections.abc import Collection

from carillon_sandbox.faults.chance import draw, pick

from .accounts import LONGEST_DURATION, STANDARD_DURATION, Account

FIRST = (
    "amber", "birch", "brass", "cedar", "chalk", "clover", "copper", "coral", "cotton", "ember", "fable", "fennel",
    "flint", "garnet", "hazel", "indigo", "ivory", "juniper", "kestrel", "lilac", "linen", "lunar", "maple", "marble",
    "mellow", "meadow", "nettle", "north", "olive", "opal", "pebble", "plum", "quartz", "raven", "river", "saffron",
    "salt", "silver", "slow", "spruce", "sunday", "tidal", "velvet", "willow", "winter", "zephyr",
)  # fmt: skip
SECOND = (
    "atelier", "bakes", "bikes", "books", "boats", "cabin", "ceramics", "clay", "cuts", "dances", "draws", "eats",
    "fields", "films", "florist", "garden", "gear", "goods", "grooves", "hikes", "house", "kitchen", "knits", "lab",
    "letters", "lights", "looms", "makes", "maps", "notes", "paints", "plants", "prints", "repairs", "roasts", "rooms",
    "runs", "sews", "shop", "sings", "skates", "stories", "studio", "surf", "tables", "teas", "trails", "walks",
)  # fmt: skip
BIOS = (
    "Made by hand, shown as it is.", "New things on Sundays.", "Small team, long days.", "What we learned today.",
    "Slow and steady.", "From the workshop.", "Mostly outdoors.", "Ask us anything.", "Two people and a dog.",
    "Everything here is for sale.", "Notes from the road.", "One idea a day.",
)  # fmt: skip
FEWEST_FOLLOWERS, MOST_FOLLOWERS = 120, 900_000
DURATIONS = (60, 180, STANDARD_DURATION, STANDARD_DURATION, STANDARD_DURATION, LONGEST_DURATION)


def make_people(count: int, *, seed: int, taken: Collection[str]) -> list[Account]:
    """Return so many accounts with handles that nobody has; the same seed makes the same people."""
    made: dict[str, Account] = {}
    number = 0
    while len(made) < count:
        account = _make(seed, number)
        number += 1
        if account.handle not in taken:
            made.setdefault(account.handle, account)
    return list(made.values())


def _make(seed: int, number: int) -> Account:
    first, second = pick(FIRST, seed, "first", number), pick(SECOND, seed, "second", number)
    span = math.log(MOST_FOLLOWERS / FEWEST_FOLLOWERS)
    followers = int(FEWEST_FOLLOWERS * math.exp(span * draw(seed, "followers", number) ** 1.6))

    def is_one_of(chance: float, what: str) -> bool:
        return draw(seed, what, number) < chance

    return Account(
        handle=f"{first}.{second}",
        nickname=f"{first} {second}".title(),
        bio=pick(BIOS, seed, "bio", number),
        is_verified=followers > MOST_FOLLOWERS // 20 and is_one_of(0.5, "verified"),
        is_private=is_one_of(0.12, "private"),
        comment_disabled=is_one_of(0.08, "comments"),
        duet_disabled=is_one_of(0.1, "duet"),
        stitch_disabled=is_one_of(0.1, "stitch"),
        can_post=not is_one_of(0.02, "barred"),
        max_video_post_duration_sec=pick(DURATIONS, seed, "duration", number),
        follower_count=followers,
        following_count=20 + int(600 * draw(seed, "following", number)),
        likes_count=int(followers * (4 + 20 * draw(seed, "likes", number))),
    )

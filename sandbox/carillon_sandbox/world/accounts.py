"""The ten people of this TikTok, their accounts and what each account's rules allow."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from sqlite3 import Row
from typing import Any

from carillon_sandbox.answers import INIT_ERRORS
from carillon_sandbox.posting.media_rules import FAIL_REASONS
from carillon_sandbox.store import Store

PUBLIC = "PUBLIC_TO_EVERYONE"
FRIENDS = "MUTUAL_FOLLOW_FRIENDS"
FOLLOWERS = "FOLLOWER_OF_CREATOR"
ONLY_ME = "SELF_ONLY"
PRIVACY_LEVELS = (PUBLIC, FRIENDS, FOLLOWERS, ONLY_ME)
RULES = ("is_private", "comment_disabled", "duet_disabled", "stitch_disabled", "can_post", "app_outdated")
# What the next post, or the next init, of an account is made to end with; used up by it.
NEXT_RULES = {"next_fail_reason": FAIL_REASONS, "next_init_error": INIT_ERRORS}
DURATION_RULE = "max_video_post_duration_sec"
STANDARD_DURATION = 300
LONGEST_DURATION = 600
MOST_ACCOUNTS = 500


class RuleError(Exception):
    """A rule has an unknown name or a value that makes no sense."""


@dataclass(frozen=True, slots=True)
class Account:
    """One creator, as TikTok knows them."""

    handle: str
    nickname: str
    bio: str
    is_verified: bool = False
    is_private: bool = False
    comment_disabled: bool = False
    duet_disabled: bool = False
    stitch_disabled: bool = False
    can_post: bool = True
    max_video_post_duration_sec: int = STANDARD_DURATION
    follower_count: int = 0
    following_count: int = 0
    likes_count: int = 0
    app_outdated: bool = False
    next_fail_reason: str | None = None
    next_init_error: str | None = None

    @property
    def privacy_options(self) -> tuple[str, ...]:
        return (FOLLOWERS if self.is_private else PUBLIC, FRIENDS, ONLY_ME)

    @property
    def duet_off(self) -> bool:
        return self.duet_disabled or self.is_private

    @property
    def stitch_off(self) -> bool:
        return self.stitch_disabled or self.is_private

    def describe_rules(self) -> list[str]:
        """Say in words what differs from an ordinary public account."""
        said = [
            (self.is_private, "private account"),
            (not self.can_post, "may not post"),
            (self.app_outdated, "old app"),
            (self.comment_disabled, "comments off"),
            (self.duet_disabled, "duet off"),
            (self.stitch_disabled, "stitch off"),
            (
                self.max_video_post_duration_sec != STANDARD_DURATION,
                f"videos up to {self.max_video_post_duration_sec} s",
            ),
        ]
        return [words for holds, words in said if holds]


SEEDS = (
    Account("studio.nord", "Studio Nord", "Rooms, light and quiet furniture.", is_verified=True,
            follower_count=48210, following_count=312, likes_count=913400),
    Account("linden.private", "Linden", "For friends and family.", is_private=True,
            follower_count=184, following_count=201, likes_count=2310),
    Account("quiet.room", "Quiet Room", "Slow mornings. No comments, please.", comment_disabled=True,
            follower_count=9120, following_count=48, likes_count=120480),
    Account("solo.takes", "Solo Takes", "One take, one person.", duet_disabled=True, stitch_disabled=True,
            follower_count=23750, following_count=95, likes_count=402900),
    Account("paused.north", "Paused North", "On a break.", can_post=False,
            follower_count=3040, following_count=160, likes_count=27600),
    Account("short.cuts", "Short Cuts", "Half a minute is enough.", max_video_post_duration_sec=30,
            follower_count=15600, following_count=77, likes_count=288100),
    Account("harbour.coffee", "Harbour Coffee", "Roasted by the water.",
            follower_count=6480, following_count=240, likes_count=71900),
    Account("mira.builds", "Mira Builds", "Wood, brass, patience.",
            follower_count=31900, following_count=134, likes_count=560200),
    Account("fjord.cycles", "Fjord Cycles", "Bicycles for bad weather.",
            follower_count=12480, following_count=88, likes_count=143700),
    Account("paper.lantern", "Paper Lantern", "Small things, folded.",
            follower_count=2210, following_count=61, likes_count=19050),
)  # fmt: skip
COLUMNS = tuple(field.name for field in fields(Account))


def seed_world(store: Store) -> None:
    """Put the ten accounts in place; those already there stay as they are."""
    names = ", ".join(("position", *COLUMNS))
    marks = ", ".join("?" * (len(COLUMNS) + 1))
    sql = f"INSERT OR IGNORE INTO accounts ({names}) VALUES ({marks})"  # noqa: S608  only our own column names
    with store.change() as change:
        for position, account in enumerate(SEEDS):
            change.run(sql, (position, *(getattr(account, name) for name in COLUMNS)))


def add_accounts(store: Store, accounts: Sequence[Account], now: float) -> None:
    """Put more accounts in place, after those there are."""
    names, marks = ", ".join(("position", *COLUMNS)), ", ".join("?" * len(COLUMNS))
    sql = (
        f"INSERT INTO accounts ({names}) "  # noqa: S608  only our own column names
        f"SELECT coalesce(max(position), -1) + 1, {marks} FROM accounts"
    )
    with store.change() as change:
        for account in accounts:
            change.run(sql, tuple(getattr(account, name) for name in COLUMNS))
        change.record("accounts.added", now, handles=[account.handle for account in accounts])


def list_accounts(store: Store) -> list[Account]:
    return [_read(row) for row in store.rows("SELECT * FROM accounts ORDER BY position")]


def find_account(store: Store, handle: str) -> Account | None:
    row = store.row("SELECT * FROM accounts WHERE handle = ?", (handle,))
    return _read(row) if row else None


def _read(row: Row) -> Account:
    flags = {"is_verified", *RULES}
    values: dict[str, Any] = {name: bool(row[name]) if name in flags else row[name] for name in COLUMNS}
    return Account(**values)


def change_rules(store: Store, handle: str, wanted: Mapping[str, object], now: float) -> None:
    """
    Change what an account allows.

    :raises RuleError: naming the first rule that cannot be taken
    """
    values = {name: check_rule(name, value) for name, value in wanted.items()}
    with store.change() as change:
        for name, value in values.items():
            sql = f"UPDATE accounts SET {name} = ? WHERE handle = ?"  # noqa: S608  the name was checked
            change.run(sql, (value, handle))
        change.record("account.changed", now, handle=handle, rules=dict(wanted))


def take_next(store: Store, handle: str, name: str) -> str | None:
    """Return what the next post or init of the account must end with, and forget it."""
    row = store.row("SELECT next_fail_reason, next_init_error FROM accounts WHERE handle = ?", (handle,))
    if row is None or row[name] is None:
        return None
    with store.change() as change:
        change.run(f"UPDATE accounts SET {name} = NULL WHERE handle = ?", (handle,))  # noqa: S608  one of two names
    return str(row[name])


def check_rule(name: str, value: object) -> int | str | None:
    """Return the value as it is stored."""
    if name in NEXT_RULES:
        if value is None or (isinstance(value, str) and value in NEXT_RULES[name]):
            return value
        raise RuleError(f"{name} must be null or one of {', '.join(NEXT_RULES[name])}.")
    if name in RULES:
        if isinstance(value, bool):
            return value
        raise RuleError(f"{name} must be true or false.")
    if name != DURATION_RULE:
        raise RuleError(f"There is no rule called {name}.")
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= LONGEST_DURATION:
        raise RuleError(f"{name} must be a whole number from 1 to {LONGEST_DURATION}.")
    return value

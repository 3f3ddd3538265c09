"""The counts of an account as they stand now."""

from carillon_sandbox.store import Store

from .accounts import Account
from .rhythm import audience_of, grow


def has_begun(store: Store) -> bool:
    """Tell whether this world was born already."""
    return store.row("SELECT 1 FROM world") is not None


def birth_of(store: Store, now: float) -> float:
    """Return the instant this world began, which is the first time anybody asks."""
    row = store.row("SELECT born FROM world")
    if row is not None:
        return float(row["born"])
    with store.change() as change:
        change.run("INSERT INTO world VALUES (?)", (now,))
    return now


def followers_now(account: Account, *, born: float, now: float) -> int:
    audience = audience_of(account.handle)
    return grow(account.follower_count, "followers", account.handle, audience=audience, born=born, now=now)


def likes_now(account: Account, *, born: float, now: float) -> int:
    audience = audience_of(account.handle)
    return grow(account.likes_count, "likes", account.handle, audience=audience, born=born, now=now)

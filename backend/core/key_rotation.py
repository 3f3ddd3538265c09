"""Taking a new master key into use, and an old one out of it."""

import os
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path

from core.key_file import KeyFile
from core.sealed_places import PLACES, SealedPlace, count_all
from core.vault import Vault

# The longest that anybody may take from sealing a value to having it in the database (the database ends what idles longer).
SETTLE_S = 65.0
PASSES = 30
PASS_PAUSE_S = 2.0

Say = Callable[[str], None]


class RotationRefused(Exception):
    """The rotation cannot go on; the sentence says why, and nothing is lost."""


@contextmanager
def one_rotation(path: Path) -> Iterator[None]:
    """
    Keep a second rotation out for as long as the block lasts.

    :raises RotationRefused: when one is running
    """
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        flock(folder, LOCK_EX | LOCK_NB)
        yield
    except BlockingIOError as error:
        raise RotationRefused("Another rotation of the keys is running.") from error
    finally:
        os.close(folder)


def rotate(key_file: KeyFile, *, say: Say) -> None:
    """
    Add a new key and seal everything with it; what an interrupted rotation left is finished instead.

    :raises RotationRefused: when values stay on old keys
    """
    left = _old(key_file)
    if left:
        say(f"Going on with an earlier rotation to {key_file.vault().active}: {_tell(left)}.")
    else:
        say(f"{key_file.add_key()} is the active key now. Everything sealed before is sealed anew.")
    finish(key_file, say=say)


def finish(key_file: KeyFile, *, say: Say) -> None:
    """
    Seal everything that is on old keys with the active one; each batch is committed, so a kill costs only the last.

    :raises RotationRefused: when values stay on old keys
    """
    for number in range(PASSES):
        if number:
            time.sleep(PASS_PAUSE_S)  # somebody had the rest in hand
        closed = sum(_finish_place(place, key_file.vault(), say=say) for place in PLACES)
        left = _old(key_file)
        if not left:
            say(f"0 rows on old keys; {count_all().total()} on {key_file.vault().active}.")
            return
        if left.total() == closed:
            raise RotationRefused(f"Still on old keys: {_tell(left)}, which open with no key of the file. See the log.")
    raise RotationRefused(f"Still on old keys: {_tell(left)}. Run it again; nothing was lost.")


def _finish_place(place: SealedPlace, vault: Vault, *, say: Say) -> int:
    done = closed = 0
    for batch in place.reseal(vault):
        done, closed = done + batch.done, closed + batch.closed
        say(f"{place.name}: {done} sealed anew")
    return closed


def drop_old(key_file: KeyFile, *, say: Say, settle_s: float = SETTLE_S) -> None:
    """
    Remove the old keys from the file, once nothing uses them and nobody can still be writing with them.

    :raises RotationRefused: when values stay on old keys
    """
    finish(key_file, say=say)
    vault = key_file.vault()
    names = set(vault.keys) - {vault.active}
    if not names:
        say(f"{vault.active} is the only key.")
        return
    age = time.time() - key_file.path.stat().st_mtime
    if age < settle_s:
        say(f"Waiting {settle_s - age:.0f} s for whoever sealed something before the key changed.")
        time.sleep(settle_s - age)
        finish(key_file, say=say)
    key_file.drop_keys(names)
    say(f"Removed {', '.join(sorted(names))}; {vault.active} is the only key. Back up the file of keys now.")


def _old(key_file: KeyFile) -> Counter[str]:
    found = count_all()
    del found[key_file.vault().active]
    return found


def _tell(left: Counter[str]) -> str:
    return ", ".join(f"{count} on {name or 'no key'}" for name, count in sorted(left.items()))

"""
The journal of renewed token pairs: kept on this machine's disk before the database is told (publishing §2.5, 4).

TikTok's old refresh token is dead the moment it answers. So the answer is first written here, sealed and fsynced, one
file for each account and generation, and taken away once the database has it. What a dead process left behind is
replayed by the next one.
"""

import json
import logging
import os
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from uuid import UUID

from django.conf import settings

from api.accounts.gateway import vault
from core.key_file import sync_folder
from core.sealed_places import Batch
from core.tempo import paced
from core.vault import Vault, VaultError, key_of
from tiktok.wire import TokenAnswer

logger = logging.getLogger(__name__)

DRAFT_S = 60.0  # writing one takes milliseconds


@dataclass(frozen=True, slots=True)
class Entry:
    """TikTok's answer to the renewal of generation `gen`; `spends` is the SHA-256 of the refresh token it used up."""

    account_id: UUID
    gen: int
    spends: str
    received_at: datetime
    answer: TokenAnswer = field(repr=False)

    @property
    def place(self) -> Path:
        return place_of(self.account_id, gen=self.gen)


def folder() -> Path:
    """Return where this machine's journal lies: TOKEN_JOURNAL, or beside the file of keys."""
    return settings.TOKEN_JOURNAL or settings.TOKEN_KEY_FILE.parent / "token-journal"


def place_of(account_id: UUID, *, gen: int) -> Path:
    return folder() / f"{account_id}.{gen}"


def fingerprint(refresh_token: str) -> str:
    return sha256(refresh_token.encode()).hexdigest()


def write(entry: Entry) -> None:
    """Keep an answer; it is on the disk when this returns."""
    content = {
        "account_id": str(entry.account_id),
        "gen": entry.gen,
        "spends": entry.spends,
        "received_at": entry.received_at.isoformat(),
        "answer": entry.answer.model_dump(),
    }
    put(entry.place, vault().seal(json.dumps(content), context=_context(entry.place)))


def put(place: Path, sealed: str) -> None:
    """Write one file whole or not at all, of mode 600 in a folder of mode 700, and fsync both."""
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = place.with_name(f".{place.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(sealed)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(place)
    sync_folder(place.parent)


def find(account_id: UUID, *, gen: int) -> Entry | None:
    """
    Return the answer kept for this generation.

    :raises VaultError: when it does not open
    """
    return read(place_of(account_id, gen=gen))


def read(place: Path) -> Entry | None:
    """
    Return the entry of one file; None when it is gone meanwhile.

    :raises VaultError: when it does not open
    """
    sealed = _read_sealed(place)
    if sealed is None:
        return None
    content = json.loads(vault().open(sealed, context=_context(place)))
    return Entry(
        account_id=UUID(content["account_id"]),
        gen=content["gen"],
        spends=content["spends"],
        received_at=datetime.fromisoformat(content["received_at"]),
        answer=TokenAnswer.model_validate(content["answer"]),
    )


def places() -> list[Path]:
    """Return the files of the journal, none when nothing is waiting."""
    found = sorted(folder().iterdir()) if folder().is_dir() else []
    return [place for place in found if not place.name.startswith(".")]


def adopt_drafts() -> None:
    """
    Make entries of what processes left behind that were killed while they wrote: most of it is whole, and an answer of TikTok's.

    What is younger than a minute may still be being written; what does not open is torn, and is removed.
    """
    for draft in folder().glob(".*.*.*") if folder().is_dir() else ():
        try:
            if time.time() - draft.stat().st_mtime < paced(DRAFT_S):
                continue
            place = draft.with_name(draft.name[1:].rpartition(".")[0])
            if not place.exists() and _opens(draft, as_place=place):
                draft.replace(place)
            else:
                draft.unlink()
        except FileNotFoundError:  # another process was faster
            continue


def _opens(draft: Path, *, as_place: Path) -> bool:
    try:
        vault().open(draft.read_text(), context=_context(as_place))
    except (VaultError, UnicodeDecodeError):
        return False
    return True


def drop(place: Path) -> None:
    """Forget an entry that the database has, or that nothing needs any more."""
    place.unlink(missing_ok=True)


def drop_all(account_id: UUID) -> None:
    """Forget what is kept for an account whose tokens are wiped or replaced."""
    for place in places():
        if place.name.startswith(f"{account_id}."):
            drop(place)


class SealedJournal:
    """The journal as a place with sealed values, for the rotation of keys."""

    name = "token journal"

    def count_keys(self) -> Counter[str]:
        return Counter(key_of(sealed) for place in places() if (sealed := _read_sealed(place)))

    def reseal(self, vault: Vault) -> Iterator[Batch]:
        """Seal every entry anew; one that is dropped meanwhile may come back, which the replay finds out of date."""
        for place in places():
            sealed = _read_sealed(place)
            if sealed and not vault.is_current(sealed):
                yield self._reseal_one(vault, place, sealed)

    def _reseal_one(self, vault: Vault, place: Path, sealed: str) -> Batch:
        try:
            put(place, vault.reseal(sealed, context=_context(place)))
        except VaultError:
            logger.exception("journal entry %s does not open with any key of the file", place.name)
            return Batch(0, closed=1)
        return Batch(1)


def _read_sealed(place: Path) -> str | None:
    try:
        return place.read_text()
    except FileNotFoundError:  # the database has it by now
        return None


def _context(place: Path) -> str:
    return f"{place.name}|journal"

"""
Where sealed values lie. Each feature registers its own when it is set up, since core knows no feature.

A key can only be taken out of use when everything it sealed is known: a test holds every `*_sealed` column against this.
"""

import logging
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from django.db import models, transaction

from core.vault import Vault, VaultError

logger = logging.getLogger(__name__)


class Batch(NamedTuple):
    """How many values were sealed anew, and how many are `closed`: they open with no key of the file."""

    done: int
    closed: int = 0


class SealedPlace(Protocol):
    """One place with sealed values."""

    @property
    def name(self) -> str:
        """What it is called where progress is told."""

    def count_keys(self) -> Counter[str]:
        """Return how many values each master key has sealed here."""

    def reseal(self, vault: Vault) -> Iterator[Batch]:
        """Go once over what is on old keys and seal it with the active one; yield each batch once it is kept."""


PLACES: list[SealedPlace] = []


def register(*places: SealedPlace) -> None:
    """Make places known; a second time changes nothing."""
    PLACES.extend(place for place in places if place not in PLACES)


@dataclass(frozen=True)
class SealedColumn:
    """A column of a model. Its values are sealed for `<value of the field `key`>|<label>`."""

    model: type[models.Model]
    column: str
    label: str
    key: str = "pk"

    BATCH = 200

    @property
    def name(self) -> str:
        return f"{self.model._meta.label}.{self.column}"  # noqa: SLF001 - the documented way to a model's name

    def count_keys(self) -> Counter[str]:
        ids = self._rows().annotate(key_id=_KeyId(self.column)).values_list("key_id")
        return Counter(dict(ids.annotate(count=models.Count("pk")).order_by()))

    def reseal(self, vault: Vault) -> Iterator[Batch]:
        """Whoever has a row in hand just now is not waited for, and what does not open is left as it is."""
        old = self._rows().exclude(**{f"{self.column}__startswith": f"v1.{vault.active}."}).order_by("pk")
        last = None
        while True:
            with transaction.atomic():
                rest = old.filter(pk__gt=last) if last else old
                locked = rest.select_for_update(skip_locked=True, of=("self",), no_key=True)
                rows = list(locked.values_list("pk", self.key, self.column)[: self.BATCH])
                done = sum(self._reseal_row(vault, *row) for row in rows)
            if not rows:
                return
            last = rows[-1][0]
            yield Batch(done, closed=len(rows) - done)

    def _reseal_row(self, vault: Vault, pk: object, key: object, sealed: str) -> int:
        try:
            fresh = vault.reseal(sealed, context=f"{key}|{self.label}")
        except VaultError:
            logger.error("%s of row %s does not open with any key of the file", self.name, pk)  # noqa: TRY400 - that says all
            return 0
        return self._rows().filter(pk=pk).update(**{self.column: fresh})

    def _rows(self) -> "models.QuerySet[models.Model]":
        return self.model._base_manager.exclude(**{self.column: ""})  # noqa: SLF001 - every row, whatever a manager hides


class _KeyId(models.Func):
    """The master key a sealed value names."""

    function = "SPLIT_PART"
    template = "%(function)s(%(expressions)s, '.', 2)"
    output_field = models.TextField()


def count_all() -> Counter[str]:
    """Return how many values each master key has sealed, everywhere."""
    return sum((place.count_keys() for place in PLACES), Counter[str]())

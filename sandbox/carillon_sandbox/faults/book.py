"""The fault rules as they are kept, and the draw that decides whether a call is hit."""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from sqlite3 import Row

from carillon_sandbox.store import Change, Store

from .rules import Rule

COLUMNS = ("kind", "path", "handle", "times", "probability", "seed", "draws", "options", "scenario")


class FaultBook:
    """Every rule of the store, the oldest first; a restart keeps them and where their draws stand."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.rules = [_read(row) for row in store.rows("SELECT * FROM faults ORDER BY id")]

    def add(self, rules: Iterable[Rule], now: float) -> list[Rule]:
        """Keep new rules and return them with their ids."""
        with self._store.change() as change:
            added = [self._insert(change, rule) for rule in rules]
            for rule in added:
                facts = rule.as_dict()
                change.record("fault.added", now, **facts)
        self.rules += added
        return added

    def _insert(self, change: Change, rule: Rule) -> Rule:
        names, marks = ", ".join(COLUMNS), ", ".join("?" * len(COLUMNS))
        values = [getattr(rule, name) for name in COLUMNS]
        values[COLUMNS.index("options")] = json.dumps(rule.options)
        change.run(f"INSERT INTO faults ({names}) VALUES ({marks})", values)  # noqa: S608  our own names
        row = self._store.row("SELECT last_insert_rowid() AS id")
        return replace(rule, id=row["id"] if row else 0)

    def remove(self, ids: Collection[int], now: float) -> None:
        """Forget these rules."""
        with self._store.change() as change:
            for number in ids:
                if change.run("DELETE FROM faults WHERE id = ?", (number,)):
                    change.record("fault.removed", now, id=number)
        self.rules = [rule for rule in self.rules if rule.id not in ids]

    def take(
        self, groups: Sequence[str], handle: str | None, now: float, *, exceptions: Collection[str] = ()
    ) -> Rule | None:
        """
        Draw for one call and return the rule that hits it, if any; the ledger tells of it.

        `groups` goes from the widest to the narrowest. The rules draw one after the other, and the first hit is the only one.
        """
        waiting = [rule for rule in self.rules if rule.may_hit(groups, handle, exceptions)]
        if not waiting:
            return None
        hit: Rule | None = None
        with self._store.change() as change:
            for rule in waiting:
                hit = rule if rule.hits() else None
                self._count(change, rule, is_hit=hit is not None)
                if hit:
                    _record(change, hit, groups, handle, now)
                    break
        return hit

    def _count(self, change: Change, rule: Rule, *, is_hit: bool) -> None:
        times = rule.times - 1 if is_hit and rule.times is not None else rule.times
        sql = "UPDATE faults SET draws = ?, times = ? WHERE id = ?"
        change.run(sql, (rule.draws + 1, times, rule.id))
        self.rules[self.rules.index(rule)] = replace(rule, draws=rule.draws + 1, times=times)


def _record(change: Change, rule: Rule, groups: Sequence[str], handle: str | None, now: float) -> None:
    facts = {"fault": rule.id, "kind": rule.kind, "call": groups[-1], "handle": handle}
    change.record("fault.applied", now, **facts, scenario=rule.scenario, seed=rule.seed, draw=rule.draws)


def _read(row: Row) -> Rule:
    return Rule(**{**dict(row), "options": json.loads(row["options"])})

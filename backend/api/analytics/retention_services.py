"""How long samples and hours are kept, and what stays of them."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper
from psycopg import sql

from api.analytics import state_rows
from api.analytics.counters import Chain, Sample, believe
from api.analytics.days import to_instant, to_us
from api.analytics.models import AccountState

SUBJECTS = ("video", "account")


@transaction.atomic
def keep_since(since: datetime, *, accounts: Collection[UUID] | None = None) -> int:
    """
    Stop counting on samples from before `since`, of these accounts or of all: what they came to is kept with the state.

    The samples may then go. Return of how many accounts.
    """
    moving = AccountState.objects.exclude(kept_since__gte=since)
    if accounts is not None:
        moving = moving.filter(pk__in=accounts)
    with connection.cursor() as cursor:
        ids = sorted(state_rows.lock_accounts(cursor, set(moving.values_list("pk", flat=True))))
        for subject in SUBJECTS:
            _move_base(cursor, subject, ids, since)
        AccountState.objects.filter(pk__in=ids).update(kept_since=since)
    return len(ids)


def _move_base(cursor: CursorWrapper, subject: str, account_ids: list[UUID], since: datetime) -> None:
    """Keep each one's last believed sample from before `since`, and what was held after it."""
    names = state_rows.COUNTED[subject]
    words = {
        "state": sql.Identifier(f"analytics_{subject}state"),
        "samples": sql.Identifier(f"analytics_{subject}snapshot"),
        "id": sql.Identifier(f"{subject}_id"),
        "counters": sql.SQL(", ").join(sql.Identifier(name) for name in names),
    }
    cursor.execute(
        sql.SQL(
            "UPDATE {state} s SET base_at = b.captured_at, base = b.counters, base_held_at = NULL, base_held = NULL"
            " FROM {state} o CROSS JOIN LATERAL (SELECT captured_at, ARRAY[{counters}] AS counters FROM {samples}"
            " WHERE {id} = o.{id} AND captured_at < %s AND flags <> 1 ORDER BY captured_at DESC LIMIT 1) b"
            " WHERE s.{id} = o.{id} AND o.account_id = ANY(%s)"
        ).format(**words),
        [since, account_ids],
    )
    cursor.execute(
        sql.SQL(
            "SELECT o.{id}, o.base_at, o.base, h.captured_at, {counters} FROM {state} o JOIN {samples} h ON h.{id} = o.{id}"
            " AND h.captured_at > o.base_at AND h.captured_at < %s AND h.flags = 1"
            " WHERE o.account_id = ANY(%s) ORDER BY 1, 4"
        ).format(**{**words, "counters": sql.SQL(", ").join(sql.Identifier("h", name) for name in names)}),
        [since, account_ids],
    )
    held: dict[UUID, tuple[Chain, list[Sample]]] = {}
    for one, base_at, base, at, *counters in cursor.fetchall():
        chain = Chain(Sample(to_us(base_at), tuple(base)))
        held.setdefault(one, (chain, []))[1].append(Sample(to_us(at), tuple(counters)))
    for one, (chain, samples) in held.items():
        odd = _held_at_the_end(chain, samples)
        if odd is not None:
            cursor.execute(
                sql.SQL("UPDATE {state} SET base_held_at = %s, base_held = %s WHERE {id} = %s").format(**words),
                [to_instant(odd.at_us), list(odd.counters), one],
            )


def _held_at_the_end(chain: Chain, samples: list[Sample]) -> Sample | None:
    for sample in samples:
        _, chain = believe(chain, sample)
    return chain.held

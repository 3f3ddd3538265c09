"""The months of samples: made ahead, emptied out of the default partition, dropped when nobody keeps them any more."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.db import connection, transaction
from psycopg import sql

TABLES = ("analytics_videosnapshot", "analytics_accountsnapshot")
AHEAD = timedelta(days=45)
# Two makers at once would both find a month missing. Any number that nothing else locks by.
LOCK = 0x0A11A17
# Months this process has seen made: looks come every second, months do not. One that is gone again costs nothing, since what
# has no month lands in the default partition and is moved from there.
_known = set["Month"]()


@dataclass(frozen=True, slots=True)
class Month:
    """A month of samples, UTC."""

    first: date

    @property
    def after(self) -> date:
        return (self.first + timedelta(days=32)).replace(day=1)

    @property
    def bounds(self) -> tuple[datetime, datetime]:
        start, end = (datetime(day.year, day.month, 1, tzinfo=UTC) for day in (self.first, self.after))
        return start, end

    def partition_of(self, table: str) -> str:
        return f"{table}_{self.first:%Y_%m}"


def month_of(instant: datetime) -> Month:
    return Month(instant.astimezone(UTC).date().replace(day=1))


def forget_known() -> None:
    """Look for months again."""
    _known.clear()


def months_between(start: datetime, end: datetime) -> Iterator[Month]:
    month = month_of(start)
    while month.bounds[0] <= end:
        yield month
        month = Month(month.after)


def make_partitions(*, since: datetime, now: datetime) -> list[str]:
    """Make the months from `since` until AHEAD of now that are missing; return their tables. Asked again, it costs nothing."""
    made = list[str]()
    for month in months_between(since, now + AHEAD):
        if month not in _known:
            made += [name for table in TABLES if (name := _make(table, month))]
            _known.add(month)
    return made


def fill_gaps() -> list[str]:
    """Make months for what had none when it came in, oldest first; return their tables."""
    made = list[str]()
    for table in TABLES:
        while (oldest := _oldest_stray(table)) is not None and (name := _make(table, month_of(oldest))):
            made.append(name)
    return made


def list_months(table: str) -> list[Month]:
    """Return the months that a table has, oldest first."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relid::regclass::text FROM pg_partition_tree(%s)"
            " WHERE isleaf AND relid::regclass::text ~ '_[0-9]{4}_[0-9]{2}$'",
            [table],
        )
        names = sorted(str(row[0]) for row in cursor.fetchall())
    return [Month(date(int(name[-7:-3]), int(name[-2:]), 1)) for name in names]


def drop_month(table: str, month: Month) -> None:
    """Remove a month's samples. What rests on them must have been kept before (`retention_services.py`)."""
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL("DROP TABLE IF EXISTS {}").format(sql.Identifier(month.partition_of(table))))


def _oldest_stray(table: str) -> datetime | None:
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL("SELECT min(captured_at) FROM {}").format(sql.Identifier(f"{table}_default")))
        row = cursor.fetchone()
    oldest: datetime | None = row[0] if row else None
    return oldest


@transaction.atomic
def _make(table: str, month: Month) -> str | None:
    name, (start, end) = month.partition_of(table), month.bounds
    words = {
        "table": sql.Identifier(table),
        "month": sql.Identifier(name),
        "default": sql.Identifier(f"{table}_default"),
        "start": sql.Literal(start),
        "end": sql.Literal(end),
    }
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        cursor.execute("SELECT to_regclass(%s)", [name])
        if (found := cursor.fetchone()) and found[0]:
            return None
        # What came before its month was made moves into it: a partition may not take what lies in the default one.
        for statement in (
            "CREATE TABLE {month} (LIKE {table} INCLUDING DEFAULTS INCLUDING CONSTRAINTS)",
            """WITH moved AS (DELETE FROM {default} WHERE captured_at >= {start} AND captured_at < {end} RETURNING *)
            INSERT INTO {month} SELECT * FROM moved""",
            "ALTER TABLE {table} ATTACH PARTITION {month} FOR VALUES FROM ({start}) TO ({end})",
        ):
            cursor.execute(sql.SQL(statement).format(**words))
    return name


def start_of_kept(table: str) -> datetime | None:
    """Return where the oldest month that is left begins; None while there is none."""
    months = list_months(table)
    return months[0].bounds[0] if months else None

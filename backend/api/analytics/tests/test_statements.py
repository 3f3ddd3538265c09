"""How values reach the database, and that what is asked again and again is planned once."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from api.accounts.models import Account
from api.analytics.days import SQL_INSTANT, SQL_US, to_instant, to_us
from api.analytics.statements import open_cursor
from api.analytics.tests.makers import add_tracked, add_video, hours, tell, utc
from conftest import Caller

UNTIL = datetime(2100, 1, 1, tzinfo=UTC)


@pytest.mark.django_db
def test_instants_are_the_same_in_the_database_to_the_microsecond() -> None:
    rng = random.Random(7)
    some = [to_instant(rng.randrange(0, to_us(UNTIL))) for _ in range(20_000)]
    some += [utc(2026, 11, 26) + timedelta(microseconds=one) for one in (0, 1, 499_999, 500_001, 999_999)]

    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {SQL_US.format('at')}, {SQL_INSTANT.format('us')}"  # noqa: S608 - our own words
            " FROM unnest(%s::timestamptz[], %s::bigint[]) t(at, us)",
            [some, [to_us(one) for one in some]],
        )
        found = cursor.fetchall()

    assert found == [(to_us(one), one) for one in some]


@pytest.mark.django_db(transaction=True)
class TestPlannedOnce:
    """Committed, as in life: what a transaction prepared is forgotten when it is rolled back."""

    @pytest.fixture(autouse=True)
    def nothing_prepared(self) -> Iterator[None]:
        connection.close()
        yield
        connection.close()

    @pytest.fixture
    def account(self, alice: Caller) -> Account:
        return add_tracked(alice)

    def test_are_questions(self, alice: Caller, account: Account) -> None:
        video = add_video(account, at=utc(2026, 10, 20))
        paths = [
            f"/analytics/accounts/{account.pk}/metrics",
            f"/analytics/accounts/{account.pk}/timeseries?metric=views",
            f"/analytics/posts/{video.pk}",
            f"/analytics/insights/best-times?account_id={account.pk}",
            "/analytics/dashboard",
            "/analytics/accounts",
        ]
        for _ in range(4):
            for path in paths:
                assert alice.get(path).status_code == 200

        told = " ".join(prepared())
        for table in ("accountday", "videostate", "workspaceday", "accountstate", "earlyforecast"):
            assert f"analytics_{table}" in told

    def test_are_the_statements_that_take_samples(self, account: Account) -> None:
        video = add_video(account, at=utc(2026, 10, 20))
        for number in range(1, 6):
            tell(video, (utc(2026, 10, 20) + hours(number), [10 * number]))

        told = prepared()
        for beginning in ("INSERT INTO analytics_accounthour", "INSERT INTO analytics_accountday", "WITH told AS"):
            assert [one for one in told if one.startswith(beginning)], beginning


def prepared() -> list[str]:
    with open_cursor() as cursor:
        cursor.execute("SELECT statement FROM pg_prepared_statements", [])
        return [str(row[0]).strip() for row in cursor.fetchall()]

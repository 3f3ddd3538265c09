"""The sweep's SQL goes by an index, however much waits for later."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from api.publishing.models import Publication, State
from api.publishing.selectors import list_due, list_without_post_id
from api.publishing.tests.conftest import Schedule
from conftest import Caller, Sandbox

pytestmark = pytest.mark.django_db(transaction=True)
WAITING = 10_000


@pytest.fixture
def many(alice: Caller, sandbox: Sandbox, schedule: Schedule) -> Publication:
    """Ten thousand that wait for next month, ten thousand that are out, and one that is due."""
    due = schedule(alice.connect(sandbox, "studio.nord"))
    later = timezone.now() + timedelta(days=30)
    same = {"workspace_id": due.workspace_id, "post_id": due.post_id, "account_id": due.account_id}
    rows = [
        Publication(**same, occurrence=number, due_at=later, next_try_at=later, state=State.SCHEDULED)
        for number in range(1, WAITING + 1)
    ]
    rows += [
        Publication(**same, occurrence=number, due_at=later, state=State.PUBLISHED, tiktok_post_id=str(number))
        for number in range(WAITING + 1, 2 * WAITING + 1)
    ]
    Publication.objects.bulk_create(rows, batch_size=2000)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE publishing_publication")
    return due


def explain(run: Any) -> dict[str, Any]:
    """Return the plan, as it was really run, of the one query that `run` sends."""
    seen: list[tuple[str, Any]] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        seen.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        run()
    [(sql, params)] = seen
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {sql}", params)
        answer = cursor.fetchone()[0]
    plan: dict[str, Any] = (json.loads(answer) if isinstance(answer, str) else answer)[0]["Plan"]
    return plan


def nodes(plan: dict[str, Any]) -> list[dict[str, Any]]:
    return [plan, *(node for child in plan.get("Plans", []) for node in nodes(child))]


@pytest.mark.parametrize(
    ("run", "index"),
    [
        (lambda: list_due(limit=100), "publications_waiting"),
        (lambda: list_due(ahead=timedelta(seconds=90), limit=2000), "publications_waiting"),
        (lambda: list_without_post_id(limit=100), "published_without_id"),
    ],
)
def test_reads_what_is_due_and_nothing_of_what_waits(many: Publication, run: Any, index: str) -> None:
    found = nodes(explain(run))

    assert [node.get("Index Name") for node in found if "Scan" in node["Node Type"]] == [index]
    assert max(node["Actual Rows"] for node in found) <= 1
    assert sum(node.get("Rows Removed by Filter", 0) for node in found) == 0


def test_goes_on_behind_what_it_has_handed_over(many: Publication) -> None:
    past = timezone.now() - timedelta(minutes=1)
    rows = Publication.objects.filter(state=State.SCHEDULED).order_by("pk")[:250]
    Publication.objects.filter(pk__in=[row.pk for row in rows]).update(next_try_at=past)
    seen: list[Any] = []
    after = None

    while page := list_due(limit=100, after=after):
        seen += [row.pk for row in page]
        after = page[-1]

    assert len(seen) == len(set(seen)) == 250

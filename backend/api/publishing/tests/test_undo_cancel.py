"""Taking back that publications were called off."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone
from tests.conftest import add_accounts, add_asset

from api.posts.models import Post
from api.publishing import undo_services
from api.publishing.models import Publication, PublicationEvent, State
from api.publishing.tests.conftest import compose_body
from api.workspaces.models import AuditEntry
from conftest import Caller
from core.ids import uuid7

pytestmark = pytest.mark.django_db


@pytest.fixture
def rows(alice: Caller) -> list[str]:
    """Three publications of one post, scheduled for the day after tomorrow: their ids."""
    local = f"{datetime.now(UTC) + timedelta(days=2):%Y-%m-%dT%H:%M}"
    body = compose_body(add_asset(alice), *add_accounts(alice, 3))
    post = alice.post("/posts", body | {"timing": {"mode": "at", "local_time": local, "time_zone": "UTC"}}).json()
    return [row["id"] for row in post["publications"]]


def undo(caller: Caller, *ids: str) -> Any:
    return caller.post("/publications/undo-cancel", {"publication_ids": list(ids)})


def state(row_id: str) -> str:
    return Publication.objects.get(pk=row_id).state


def test_schedules_again_what_was_called_off_and_no_more(alice: Caller, rows: list[str]) -> None:
    due = Publication.objects.get(pk=rows[0]).due_at
    for row_id in rows[:2]:
        alice.post(f"/publications/{row_id}/cancel")

    answer = undo(alice, rows[0])

    assert (answer.status_code, answer.json()["sentence"]) == (200, "It is scheduled on 1 account again.")
    assert [state(row_id) for row_id in rows] == [State.SCHEDULED, State.CANCELLED, State.SCHEDULED]
    row = Publication.objects.get(pk=rows[0])
    assert (row.due_at, row.next_try_at, row.attempt) == (due, due, 2)
    entry = AuditEntry.objects.get(action="publication.uncancelled")
    assert (entry.subject_id, entry.detail["post_id"]) == (row.pk, str(row.post_id))


def test_of_a_whole_post_and_twice(alice: Caller, rows: list[str]) -> None:
    post = Post.objects.get()
    changed = alice.post(f"/posts/{post.pk}/cancel").json()["changed"]

    first, events = undo(alice, *changed), PublicationEvent.objects.count()
    again = undo(alice, *changed)

    assert (first.json()["scheduled"], again.json()["scheduled"]) == (3, 0)
    assert [state(row_id) for row_id in rows] == [State.SCHEDULED] * 3
    assert PublicationEvent.objects.count() == events


def test_makes_a_draft_of_a_post_whose_time_has_passed(alice: Caller, rows: list[str]) -> None:
    post = Post.objects.get()
    alice.post(f"/posts/{post.pk}/cancel")
    Publication.objects.update(due_at=timezone.now() - timedelta(seconds=1))

    answer = undo(alice, *rows).json()

    assert (answer["drafts"], answer["sentence"]) == (3, "It is a draft again. Its time has passed.")
    shown = alice.get(f"/posts/{post.pk}").json()
    assert (shown["status"], shown["due_at"], shown["can_edit"]) == ("draft", None, True)


def test_leaves_called_off_what_has_passed_while_others_are_still_to_go(alice: Caller, rows: list[str]) -> None:
    alice.post(f"/publications/{rows[0]}/cancel")
    Publication.objects.filter(pk=rows[0]).update(due_at=timezone.now() - timedelta(seconds=1))

    answer = undo(alice, rows[0]).json()

    assert (answer["called_off"], state(rows[0])) == (1, State.CANCELLED)
    assert answer["sentence"] == "On 1 account it stays called off. Its time has passed."
    assert not AuditEntry.objects.filter(action="publication.uncancelled").exists()


def test_takes_nothing_from_whoever_sent_it_meanwhile(alice: Caller, rows: list[str]) -> None:
    alice.post(f"/publications/{rows[0]}/cancel")
    alice.post(f"/publications/{rows[0]}/retry")
    before = Publication.objects.get(pk=rows[0])

    answer = undo(alice, rows[0])

    assert (answer.status_code, answer.json()["scheduled"]) == (200, 0)
    after = Publication.objects.get(pk=rows[0])
    assert (after.attempt, after.due_at) == (before.attempt, before.due_at)


def test_is_over_after_ten_minutes(alice: Caller, rows: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    alice.post(f"/publications/{rows[0]}/cancel")
    monkeypatch.setattr(undo_services, "UNDO_FOR", -timedelta(minutes=1))

    answer = undo(alice, rows[0])

    assert (answer.status_code, answer.json()["code"]) == (409, "undo_over")
    assert state(rows[0]) == State.CANCELLED


def test_of_somebody_elses_is_answered_as_of_nobodys(alice: Caller, mallory: Caller, rows: list[str]) -> None:
    alice.post(f"/publications/{rows[0]}/cancel")

    theirs, unknown = undo(mallory, rows[0]), undo(mallory, str(uuid7()))

    assert (theirs.status_code, theirs.content) == (404, unknown.content)
    assert undo(alice, rows[0], str(uuid7())).status_code == 404
    assert state(rows[0]) == State.CANCELLED


@pytest.mark.parametrize("ids", [[], ["no id"]])
def test_needs_ids(alice: Caller, ids: list[str]) -> None:
    assert undo(alice, *ids).status_code == 422

"""Deleting posts and taking that back: exactly what was, never what may have gone out, and only for ten minutes."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.conftest import add_accounts

from api.accounts.models import Account
from api.media.models import MediaAsset
from api.posts.models import Post, TimingMode
from api.publishing import transitions
from api.publishing.models import PublicationEvent, State
from api.scheduling.tests.undo_kit import delete, pass_by, restore, schedule, states
from api.workspaces.models import AuditEntry
from conftest import Caller
from core.ids import uuid7
from core.undo import UNDO_FOR

pytestmark = pytest.mark.django_db


@pytest.fixture
def accounts(alice: Caller) -> list[Account]:
    return add_accounts(alice, 2)


class TestRestore:
    def test_schedules_again_exactly_what_was(self, alice: Caller, accounts: list[Account]) -> None:
        post = schedule(alice, accounts)
        before = alice.get(f"/posts/{post.pk}").json()
        delete(alice, post)

        told = restore(alice, post)

        assert (told["is_back"], told["scheduled"], told["drafts"], told["called_off"]) == (True, 2, 0, 0)
        assert told["sentence"] == "The post is back, and scheduled on 2 accounts."
        after = alice.get(f"/posts/{post.pk}").json()
        changing = {"updated_at"}
        assert {k: v for k, v in after.items() if k not in changing} == {
            k: v for k, v in before.items() if k not in changing
        }
        for row in post.publications.all():
            assert (row.next_try_at, row.attempt, row.tries, row.lease_owner) == (row.due_at, 2, 0, "")
            last = PublicationEvent.objects.filter(publication=row).order_by("-seq")[0]
            assert (last.from_state, last.to_state, last.detail) == ("cancelled", "scheduled", "undone")
        actions = AuditEntry.objects.filter(subject_id=post.pk).order_by("pk").values_list("action", flat=True)
        assert list(actions)[-2:] == ["post.deleted", "post.restored"]

    def test_asked_twice_changes_nothing_more(self, alice: Caller, accounts: list[Account]) -> None:
        post = schedule(alice, accounts)
        delete(alice, post)
        restore(alice, post)
        events = PublicationEvent.objects.count()

        again = restore(alice, post)

        assert (again["is_back"], again["scheduled"]) == (True, 0)
        assert states(post) == [State.SCHEDULED] * 2
        assert PublicationEvent.objects.count() == events
        assert AuditEntry.objects.filter(action="post.restored").count() == 1

    def test_brings_a_draft_back_as_one(self, alice: Caller, accounts: list[Account]) -> None:
        post = schedule(alice, accounts, mode="draft")
        written = post.local_time
        delete(alice, post)

        told = restore(alice, post)

        assert (told["drafts"], told["sentence"]) == (2, "The post is back, as a draft.")
        post.refresh_from_db()
        assert (post.timing_mode, post.local_time, states(post)) == (TimingMode.DRAFT, written, [State.DRAFT] * 2)

    def test_is_over_after_ten_minutes(self, alice: Caller, accounts: list[Account]) -> None:
        post = schedule(alice, accounts)
        delete(alice, post)
        Post.objects.update(deleted_at=timezone.now() - UNDO_FOR - timedelta(seconds=1))

        answer = alice.post(f"/posts/{post.pk}/restore")

        assert (answer.status_code, answer.json()["code"]) == (409, "undo_over")
        assert states(post) == [State.CANCELLED] * 2
        assert alice.get(f"/posts/{post.pk}").status_code == 404

    def test_of_somebody_elses_is_answered_as_of_nobodys(
        self, alice: Caller, mallory: Caller, accounts: list[Account]
    ) -> None:
        post = schedule(alice, accounts)
        delete(alice, post)

        theirs = mallory.post(f"/posts/{post.pk}/restore")
        unknown = mallory.post(f"/posts/{uuid7()}/restore")

        assert (theirs.status_code, theirs.content) == (404, unknown.content)
        assert states(post) == [State.CANCELLED] * 2

    def test_takes_its_files_out_of_the_bin(self, alice: Caller, accounts: list[Account]) -> None:
        post = schedule(alice, accounts)
        delete(alice, post)
        asset = MediaAsset.objects.get()
        assert alice.delete(f"/media/{asset.pk}").status_code == 204

        restore(alice, post)

        assert MediaAsset.objects.get().deleted_at is None


class TestNothingThatMayBeOut:
    def test_comes_back_scheduled_once_its_time_has_passed(self, alice: Caller, accounts: list[Account]) -> None:
        post = schedule(alice, accounts)
        delete(alice, post)
        pass_by(post)

        told = restore(alice, post)

        assert told["sentence"] == "The post is back, as a draft. Its time has passed."
        post.refresh_from_db()
        assert (post.timing_mode, post.due_at, states(post)) == (TimingMode.DRAFT, None, [State.DRAFT] * 2)
        assert set(post.publications.values_list("due_at", "next_try_at")) == {(None, None)}

    def test_comes_back_scheduled_when_a_worker_was_at_it(self, alice: Caller, accounts: list[Account]) -> None:
        post = schedule(alice, accounts[:1])
        pass_by(post)
        post.publications.update(next_try_at=timezone.now())
        row = post.publications.get()
        assert transitions.claim(row.pk, owner="doomed") is not None
        delete(alice, post)
        # Even were its time moved on meanwhile: it was being sent.
        post.publications.update(due_at=timezone.now() + timedelta(days=1))

        told = restore(alice, post)

        assert (told["scheduled"], told["drafts"], states(post)) == (0, 1, [State.DRAFT])

    def test_is_touched(self, alice: Caller, accounts: list[Account]) -> None:
        post = schedule(alice, accounts)
        first = post.publications.order_by("pk")[0]
        post.publications.filter(pk=first.pk).update(state=State.PUBLISHED, published_at=timezone.now())
        delete(alice, post)

        told = restore(alice, post)

        assert (told["scheduled"], states(post)) == (1, [State.PUBLISHED, State.SCHEDULED])

    def test_makes_a_draft_of_a_post_that_is_out_elsewhere(self, alice: Caller, accounts: list[Account]) -> None:
        post = schedule(alice, accounts)
        first = post.publications.order_by("pk")[0]
        post.publications.filter(pk=first.pk).update(state=State.PUBLISHED, published_at=timezone.now())
        delete(alice, post)
        pass_by(post)

        told = restore(alice, post)

        assert (told["called_off"], states(post)) == (1, [State.PUBLISHED, State.CANCELLED])
        assert told["sentence"] == "The post is back. On 1 account it stays called off. Its time has passed."
        [row] = [row for row in alice.get(f"/posts/{post.pk}").json()["publications"] if row["state"] == "cancelled"]
        assert row["can_retry"]

    def test_comes_back_when_a_person_had_called_it_off_before(self, alice: Caller, accounts: list[Account]) -> None:
        post = schedule(alice, accounts)
        first = post.publications.order_by("pk")[0]
        alice.post(f"/publications/{first.pk}/cancel")
        delete(alice, post)

        told = restore(alice, post)

        assert (told["scheduled"], states(post)) == (1, [State.CANCELLED, State.SCHEDULED])

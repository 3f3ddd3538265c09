"""Drafts: delivered to the inbox and finished by a person, five in 24 hours, for accounts that allow nothing else too."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from api.accounts.models import Account
from api.media.models import MediaAsset
from api.publishing.drafts import count_pending, free_from, fullest, note_posts
from api.publishing.models import Publication, PublishHistory, State
from api.publishing.post_ids import find_post_id
from api.publishing.tests.conftest import compose_body, make_due, run
from conftest import NOON, Caller, Sandbox

pytestmark = pytest.mark.django_db(transaction=True)

DRAFT = {"post_mode": "MEDIA_UPLOAD", "privacy_level": None}
HOUR = timedelta(hours=1)


@pytest.fixture
def account(alice: Caller, sandbox: Sandbox) -> Account:
    return alice.connect(sandbox, "studio.nord")


def plan(caller: Caller, clip: MediaAsset, account: Account, **choices: Any) -> Publication:
    answer = caller.post("/posts", compose_body(clip, account, **{**DRAFT, **choices}))
    assert answer.status_code == 201, answer.content
    return Publication.objects.get(pk=answer.json()["publications"][0]["id"])


def finish_in_app(sandbox: Sandbox, publication: Publication, *, privacy: str = "PUBLIC_TO_EVERYONE") -> None:
    session = PublishHistory.objects.get(publication=publication)
    sandbox.http.post(
        f"/sandbox/api/drafts/{session.publish_id}/post", json={"privacy_level": privacy}
    ).raise_for_status()


def cell_of(caller: Caller) -> dict[str, object]:
    """Return the one cell of the grid."""
    [row] = caller.get("/posts/grid").json()["rows"]
    [cell] = row["cells"]
    return dict(cell)


class TestDraft:
    def test_goes_to_the_inbox_with_the_file_and_nothing_else(
        self, alice: Caller, sandbox: Sandbox, clip: MediaAsset, account: Account
    ) -> None:
        mark = sandbox.mark()

        done = run(plan(alice, clip, account))

        assert done.state == State.PUBLISHED
        [init] = sandbox.ledger(after=mark, event="init.accepted")
        assert (init["endpoint"], init["post_info"]) == ("inbox_init", None)
        assert len(sandbox.ledger(after=mark, event="draft.delivered")) == 1
        shown = alice.get(f"/posts/{done.post_id}/publications").json()[0]
        assert (shown["post_mode"], shown["finished_at"]) == ("MEDIA_UPLOAD", None)
        assert cell_of(alice)["finished_at"] is None
        assert shown["caption"] == "A rabbit wakes up #bunny"
        assert shown["events"][-1]["detail"] == "TikTok put it into the inbox"

    def test_that_its_person_posts_is_finished_and_keeps_its_id(
        self, alice: Caller, sandbox: Sandbox, clip: MediaAsset, account: Account
    ) -> None:
        done = run(plan(alice, clip, account))
        finish_in_app(sandbox, done)
        Publication.objects.filter(pk=done.pk).update(next_try_at=timezone.now())

        found = find_post_id(done.pk, worker="w")

        assert found is not None
        shown = alice.get(f"/posts/{done.post_id}/publications").json()[0]
        assert shown["finished_at"]
        assert cell_of(alice)["finished_at"] == shown["finished_at"]
        assert shown["tiktok_post_ids"] == [shown["tiktok_post_id"]] == [found.tiktok_post_id] != [""]

    def test_is_asked_for_until_its_person_is_done(self, alice: Caller, clip: MediaAsset, account: Account) -> None:
        done = run(plan(alice, clip, account))
        Publication.objects.filter(pk=done.pk).update(next_try_at=timezone.now())

        later = find_post_id(done.pk, worker="w")

        assert later is not None
        assert later.next_try_at is not None
        assert later.next_try_at > timezone.now() + timedelta(minutes=4)

    def test_keeps_every_post_that_came_of_it_once(self, alice: Caller, clip: MediaAsset, account: Account) -> None:
        session = PublishHistory.objects.get(publication=run(plan(alice, clip, account)))

        note_posts(session, post_ids=["7001"], finished=True)
        note_posts(session, post_ids=["7002", "7001"], finished=True)
        note_posts(session, post_ids=[], finished=False)

        session.refresh_from_db()
        assert session.tiktok_post_ids == ["7001", "7002"]
        assert session.finished_at is not None

    def test_of_an_account_that_allowed_drafts_only(self, alice: Caller, sandbox: Sandbox, clip: MediaAsset) -> None:
        scopes = ["user.info.basic", "user.info.profile", "video.upload"]
        account = alice.connect(sandbox, "quiet.room", scopes)

        direct = alice.post("/posts", compose_body(clip, account))
        done = run(plan(alice, clip, account))

        [error] = direct.json()["errors"]
        assert (error["field"], error["code"]) == ("publications.0.post_mode", "scope_not_authorized")
        assert done.state == State.PUBLISHED
        assert alice.get(f"/accounts/{account.pk}").json()["can_draft"] is True

    def test_is_what_a_new_post_starts_with_where_the_account_says_so(
        self, alice: Caller, clip: MediaAsset, account: Account
    ) -> None:
        changed = alice.put(f"/accounts/{account.pk}/post-mode", {"post_mode": "MEDIA_UPLOAD"})

        publication = plan(alice, clip, account, post_mode=None)

        assert changed.json()["post_mode"] == "MEDIA_UPLOAD"
        assert publication.post_mode == "MEDIA_UPLOAD"

    def test_mode_of_somebody_elses_account_is_not_found(self, mallory: Caller, account: Account) -> None:
        assert mallory.put(f"/accounts/{account.pk}/post-mode", {"post_mode": "MEDIA_UPLOAD"}).status_code == 404
        assert mallory.get(f"/accounts/{account.pk}/drafts").status_code == 404


class TestFiveIn24Hours:
    def test_sixth_is_refused_before_it_is_scheduled_and_told_from_when_it_fits(
        self, alice: Caller, clip: MediaAsset, account: Account
    ) -> None:
        for _ in range(5):
            plan(alice, clip, account)

        answer = alice.post("/posts", compose_body(clip, account, **DRAFT))
        room = alice.get(f"/accounts/{account.pk}/drafts").json()

        [error] = answer.json()["errors"]
        assert (error["field"], error["code"]) == ("publications.0.post_mode", "inbox_full")
        assert (room["pending"], room["most"]) == (5, 5)
        assert room["free_from"]
        assert (
            alice.post("/posts", compose_body(clip, account)).status_code == 201
        )  # posting directly is another matter

    def test_a_finished_draft_makes_room(self, alice: Caller, clip: MediaAsset, account: Account) -> None:
        done = run(plan(alice, clip, account))
        assert count_pending(account, timezone.now()) == 1

        note_posts(PublishHistory.objects.get(publication=done), post_ids=[], finished=True)

        assert count_pending(account, timezone.now()) == 0

    def test_tiktoks_own_word_holds_it_with_the_sentence(
        self, alice: Caller, sandbox: Sandbox, clip: MediaAsset, account: Account
    ) -> None:
        sandbox.set(pending_drafts=0)

        held = run(plan(alice, clip, account))

        assert (held.state, held.reason_code) == (State.HELD, "spam_risk_too_many_pending_share")
        assert "five drafts" in held.reason_message
        make_due(held)

    def test_are_counted_in_the_fullest_24_hours_around(self) -> None:
        times = [NOON + HOUR * hours for hours in (-20, -2, 1, 3, 20)]

        assert fullest(times, at=NOON) == 4  # from -2 to +20
        assert fullest([], at=NOON) == 0

    def test_next_fits_24_hours_after_enough_of_them(self) -> None:
        times = [NOON - HOUR * hours for hours in (5, 4, 3, 2, 1)]

        assert free_from(times, at=NOON) == NOON + HOUR * 19
        assert free_from(times[:4], at=NOON) == NOON

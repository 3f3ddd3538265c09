"""A pause holds what comes due under it, wins until the commit point, and releases exactly that."""

from collections.abc import Callable
from datetime import timedelta
from io import StringIO
from threading import Thread
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone
from tests.conftest import add_accounts, add_asset, add_post

from api.accounts.models import Account
from api.publishing import pauses, step_upload
from api.publishing.models import Publication, PublishHistory, State, Verdict
from api.publishing.sending import send
from api.publishing.tests.conftest import Schedule, make_due, run
from api.workspaces.models import AuditEntry, Membership, Role
from conftest import Caller, Sandbox
from core.models import Installation

Switch = Callable[[Caller, Publication], Any]


def pause_account(caller: Caller, publication: Publication) -> None:
    assert caller.put(f"/accounts/{publication.account_id}/pause", {}).status_code == 200


def resume_account(caller: Caller, publication: Publication) -> int:
    return int(caller.delete(f"/accounts/{publication.account_id}/pause").json()["released"])


def pause_workspace(caller: Caller, _: Publication) -> None:
    assert caller.put("/workspace/pause", {}).status_code == 200


def resume_workspace(caller: Caller, _: Publication) -> int:
    return int(caller.delete("/workspace/pause").json()["released"])


def pause_everything(_: Caller, __: Publication) -> None:
    call_command("pause_everything", stdout=StringIO())


def resume_everything(_: Caller, __: Publication) -> int:
    told = StringIO()
    call_command("resume_everything", stdout=told)
    return int(told.getvalue().rpartition(": ")[2].rstrip(".\n"))


SWITCHES = [
    pytest.param(pause_account, resume_account, "paused_account", id="account"),
    pytest.param(pause_workspace, resume_workspace, "paused_workspace", id="workspace"),
    pytest.param(pause_everything, resume_everything, "paused_everything", id="everything"),
]


@pytest.mark.django_db
class TestPause:
    @pytest.mark.parametrize(("pause", "resume", "code"), SWITCHES)
    def test_holds_what_comes_due_and_releases_it(
        self, alice: Caller, sandbox: Sandbox, publication: Publication, pause: Switch, resume: Switch, code: str
    ) -> None:
        mark = sandbox.mark()
        pause(alice, publication)

        send(publication.pk, worker="w")

        publication.refresh_from_db()
        assert (publication.state, publication.reason_code) == (State.HELD, code)
        assert "paused" in publication.reason_message
        assert sandbox.ledger(after=mark) == []
        assert resume(alice, publication) == 1
        assert run(publication).state == State.PUBLISHED

    def test_leaves_what_is_to_come_scheduled(self, alice: Caller, publication: Publication) -> None:
        pause_workspace(alice, publication)

        publication.refresh_from_db()
        assert publication.state == State.SCHEDULED

    def test_stops_an_upload_before_its_last_bytes(
        self, alice: Caller, sandbox: Sandbox, publication: Publication, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        real = pauses.why_paused

        def pressed_now(each: Publication, **more: bool) -> object:
            pause_account(alice, publication)
            return real(each, **more)

        monkeypatch.setattr(step_upload, "why_paused", pressed_now)  # only the moment is arranged, nothing is replaced

        done = run(publication)

        assert (done.state, done.reason_code) == (State.HELD, "paused_account")
        session = PublishHistory.objects.get()
        assert (session.verdict, session.committed_at) == (Verdict.NEVER_COMMITTED, None)
        assert resume_account(alice, publication) == 1
        monkeypatch.undo()
        assert run(publication).state == State.PUBLISHED
        assert len(sandbox.ledger(event="post_complete")) <= 1

    def test_does_not_stop_what_tiktok_already_has(
        self, alice: Caller, sandbox: Sandbox, publication: Publication
    ) -> None:
        send(publication.pk, worker="w")
        publication.refresh_from_db()
        assert publication.state == State.SUBMITTED

        pause_workspace(alice, publication)
        make_due(publication)

        assert run(publication).state == State.PUBLISHED

    def test_leaves_other_accounts_alone(self, alice: Caller, sandbox: Sandbox, schedule: Schedule) -> None:
        one, other = (schedule(alice.connect(sandbox, handle)) for handle in ("studio.nord", "quiet.room"))
        pause_account(alice, one)

        send(one.pk, worker="w")

        assert run(other).state == State.PUBLISHED

    def test_releases_only_what_was_held_for_it(self, alice: Caller, publication: Publication) -> None:
        pause_account(alice, publication)
        Publication.objects.update(state=State.HELD, reason_code="media_missing", next_try_at=None)

        assert resume_account(alice, publication) == 0

        publication.refresh_from_db()
        assert publication.state == State.HELD

    def test_goes_on_under_a_wider_pause(self, alice: Caller, sandbox: Sandbox, publication: Publication) -> None:
        pause_account(alice, publication)
        send(publication.pk, worker="w")
        pause_workspace(alice, publication)
        resume_account(alice, publication)

        send(publication.pk, worker="w")

        publication.refresh_from_db()
        assert (publication.state, publication.reason_code) == (State.HELD, "paused_workspace")

    def test_asks_about_what_became_too_late(self, alice: Caller, publication: Publication) -> None:
        pause_account(alice, publication)
        send(publication.pk, worker="w")
        Publication.objects.update(due_at=timezone.now() - timedelta(hours=7))

        resume_account(alice, publication)
        send(publication.pk, worker="w")

        publication.refresh_from_db()
        assert (publication.state, publication.reason_code) == (State.MISSED, "missed")
        assert publication.reason_message == (
            "The time had passed by more than 6 hours before it could be sent. Send it now, or choose a new time."
        )

    def test_of_a_quarantine_lets_nothing_out_and_changes_nothing(
        self, publication: Publication, sandbox: Sandbox
    ) -> None:
        """What the database says may be older than what TikTok has, so not even a session is closed on its word."""
        mark = sandbox.mark()
        Installation.get()
        Installation.objects.update(quarantine_since=timezone.now())

        send(publication.pk, worker="w")

        publication.refresh_from_db()
        assert (publication.state, publication.reason_code) == (State.SCHEDULED, "")
        assert sandbox.ledger(after=mark) == []


@pytest.mark.django_db(transaction=True)
class TestPauseAtTheCommitPoint:
    def test_waits_until_who_was_first_is_through(self, alice: Caller) -> None:
        """A pause that has been answered is final: it waits for a commit point that is being passed, and no longer."""
        [account] = add_accounts(alice, 1)
        publication_id = add_post(alice, [account], add_asset(alice))["publications"][0]["id"]
        publication = Publication.objects.select_related("account").get(pk=publication_id)
        done: list[str] = []

        def press() -> None:
            try:
                pauses.pause_account(member=alice.member, account=account, now=timezone.now())
                done.append("paused")
            finally:
                connection.close()

        thread = Thread(target=press)
        with transaction.atomic():
            assert pauses.why_paused(publication, until_commit=True) is None
            thread.start()
            thread.join(0.5)
            assert done == []
        thread.join(5)

        assert done == ["paused"]
        assert pauses.why_paused(publication) is not None


@pytest.mark.django_db
class TestPauses:
    def test_are_listed_with_what_waits(self, alice: Caller, publication: Publication, sandbox: Sandbox) -> None:
        pause_account(alice, publication)
        add_post(alice, add_accounts(alice, 2), add_asset(alice))
        send(publication.pk, worker="w")

        told = alice.get("/pauses").json()

        assert (told["workspace"], told["everything"], told["quarantine"]) == (None, None, None)
        assert [(one["account"]["username"], one["by"], one["waiting"]) for one in told["accounts"]] == [
            ("studio.nord", "alice@example.com", 1)
        ]
        assert (told["waiting"], told["scheduled"]) == (1, 2)
        shown = {one["username"]: one["paused_at"] is not None for one in alice.get("/accounts").json()["items"]}
        assert shown == {"studio.nord": True, "account.0": False, "account.1": False}

    def test_are_written_down_once(self, alice: Caller) -> None:
        [account] = add_accounts(alice, 1)
        for _ in range(2):
            alice.put(f"/accounts/{account.pk}/pause", {})
            alice.put("/workspace/pause", {})
        for _ in range(2):
            alice.delete(f"/accounts/{account.pk}/pause")
            alice.delete("/workspace/pause")

        actions = list(AuditEntry.objects.order_by("pk").values_list("action", flat=True))
        assert actions == ["account.paused", "workspace.paused", "account.resumed", "workspace.resumed"]
        assert AuditEntry.objects.order_by("pk")[0].sentence == "paused publishing on @account.0"

    def test_of_a_workspace_are_for_those_who_run_it(self, alice: Caller) -> None:
        Membership.objects.update(role=Role.EDITOR)

        answers = [alice.put("/workspace/pause", {}), alice.delete("/workspace/pause")]

        assert [answer.status_code for answer in answers] == [403, 403]
        assert alice.get("/pauses").json()["may_resume_workspace"] is False

    def test_of_others_are_out_of_reach(self, alice: Caller, mallory: Caller) -> None:
        [account] = add_accounts(alice, 1)

        assert mallory.put(f"/accounts/{account.pk}/pause", {}).status_code == 404
        assert mallory.delete(f"/accounts/{account.pk}/pause").status_code == 404
        assert Account.objects.get().paused_at is None

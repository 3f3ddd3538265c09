"""What people do to publications: retry, call off, settle, send again; each once, and each in the audit log."""

import pytest
from tests.conftest import add_accounts, add_asset, add_post

from api.accounts.connect_services import disconnect
from api.media.models import MediaAsset
from api.publishing import transitions
from api.publishing.models import Publication, PublicationEvent, PublishHistory, State, Verdict
from api.publishing.step_open import open_upload
from api.publishing.tests.conftest import Schedule, compose_body, forget_worker, run, take
from api.workspaces.models import AuditEntry
from conftest import Caller, Sandbox

pytestmark = pytest.mark.django_db(transaction=True)

ID = "7512345678901234567"


def put(publication: Publication, state: State, **fields: object) -> Publication:
    """Have a publication stand in a state, as if it had come there."""
    Publication.objects.filter(pk=publication.pk).update(state=state, **fields)
    return Publication.objects.get(pk=publication.pk)


def told(caller: Caller) -> list[tuple[str, str]]:
    """Return what the audit log has of the person's deeds to publications, the oldest first."""
    entries = AuditEntry.objects.filter(workspace=caller.member.workspace, subject_kind="publication")
    return list(entries.order_by("pk").values_list("action", "actor_email"))


@pytest.fixture
def unknown(publication: Publication) -> Publication:
    """A publication of which TikTok knows no more after the last bytes."""
    claim = take(publication)
    open_upload(claim)
    transitions.begin_commit(claim.session(), attempt=claim.attempt, actor="doomed")
    PublishHistory.objects.filter(publication=publication).update(publish_id="v_pub_file~v2-1.3")
    forget_worker(publication)
    found = run(publication)
    assert found.state == State.NEEDS_YOU
    return found


class TestRetryOfAPost:
    def test_touches_only_what_stopped_by_itself(self, alice: Caller) -> None:
        post = add_post(alice, add_accounts(alice, 7), add_asset(alice))
        ids = [row["id"] for row in post["publications"]]
        chosen = (
            State.PUBLISHED,
            State.FAILED,
            State.HELD,
            State.MISSED,
            State.CANCELLED,
            State.NEEDS_YOU,
            State.SUBMITTED,
        )
        for row_id, state in zip(ids, chosen, strict=True):
            Publication.objects.filter(pk=row_id).update(state=state)
        before = dict(Publication.objects.values_list("pk", "updated_at"))

        answer = alice.post(f"/posts/{post['id']}/retry")

        assert (answer.status_code, answer.json()) == (200, {"changed": ids[1:4], "left": []})
        after = {str(row.pk): row for row in Publication.objects.all()}
        assert [after[row_id].state for row_id in ids[1:4]] == [State.SCHEDULED] * 3
        untouched = [after[row_id] for row_id in (ids[0], *ids[4:])]
        assert all(row.updated_at == before[row.pk] for row in untouched)
        assert told(alice) == [("publication.retried", "alice@example.com")] * 3

    def test_leaves_what_waits_for_its_account_and_says_so(self, alice: Caller) -> None:
        first, second = add_accounts(alice, 2)
        post = add_post(alice, [first, second], add_asset(alice))
        rows = {row["account"]["id"]: row["id"] for row in post["publications"]}
        Publication.objects.filter(pk=rows[str(second.pk)]).update(state=State.FAILED)
        first.token.delete()
        first.status = "reconnect_required"
        first.save()
        reason = {"reason_code": "reconnect_required", "reason_message": "It has to be connected again."}
        Publication.objects.filter(pk=rows[str(first.pk)]).update(state=State.HELD, **reason)

        answer = alice.post(f"/posts/{post['id']}/retry").json()

        assert answer["changed"] == [rows[str(second.pk)]]
        assert answer["left"] == [{"publication_id": rows[str(first.pk)], "sentence": "It has to be connected again."}]

    def test_is_refused_when_nothing_stopped(self, alice: Caller) -> None:
        post = add_post(alice, add_accounts(alice, 1), add_asset(alice))

        answer = alice.post(f"/posts/{post['id']}/retry")

        assert (answer.status_code, answer.json()["code"]) == (409, "nothing_to_retry")

    def test_asked_twice_with_one_key_is_done_once(self, alice: Caller) -> None:
        post = add_post(alice, add_accounts(alice, 1), add_asset(alice))
        Publication.objects.update(state=State.FAILED)

        answers = [alice.post(f"/posts/{post['id']}/retry", **{"Idempotency-Key": "once"}) for _ in range(2)]

        assert [answer.status_code for answer in answers] == [200, 200]
        assert answers[0].json() == answers[1].json()
        assert len(told(alice)) == 1


class TestRetryOfOne:
    def test_asked_twice_with_one_key_is_done_once(self, alice: Caller, publication: Publication) -> None:
        put(publication, State.FAILED)
        path, key = f"/publications/{publication.pk}/retry", {"Idempotency-Key": "twice"}

        first, second = alice.post(path, **key), alice.post(path, **key)

        assert (first.status_code, first.json()) == (second.status_code, second.json())
        assert PublicationEvent.objects.filter(publication=publication, detail="try again").count() == 1

    def test_sends_nothing_that_nobody_agreed_to(self, alice: Caller, clip: MediaAsset) -> None:
        [account] = add_accounts(alice, 1)
        body = compose_body(clip, account) | {"timing": {"mode": "draft"}, "consent": False}
        post = alice.post("/posts", body).json()
        row = post["publications"][0]
        alice.post(f"/publications/{row['id']}/cancel")

        answer = alice.post(f"/publications/{row['id']}/retry")

        assert (answer.status_code, answer.json()["code"]) == (409, "nothing_to_retry")
        shown = alice.get(f"/posts/{post['id']}").json()["publications"][0]
        assert (shown["state"], shown["can_retry"], shown["remedy"]) == ("cancelled", False, "edit")


class TestCancelOfAPost:
    def test_calls_off_what_has_not_gone_out(self, alice: Caller) -> None:
        post = add_post(alice, add_accounts(alice, 4), add_asset(alice))
        ids = [row["id"] for row in post["publications"]]
        for row_id, state in zip(ids[1:], (State.PUBLISHED, State.SUBMITTED, State.FAILED), strict=True):
            Publication.objects.filter(pk=row_id).update(state=state)

        answer = alice.post(f"/posts/{post['id']}/cancel").json()

        assert answer["changed"] == ids[:1]
        assert [left["publication_id"] for left in answer["left"]] == [ids[2]]
        assert "TikTok already has it" in answer["left"][0]["sentence"]
        assert told(alice) == [("publication.cancelled", "alice@example.com")]

    def test_is_refused_when_nothing_is_left(self, alice: Caller) -> None:
        post = add_post(alice, add_accounts(alice, 1), add_asset(alice))
        Publication.objects.update(state=State.PUBLISHED)

        answer = alice.post(f"/posts/{post['id']}/cancel")

        assert (answer.status_code, answer.json()["code"]) == (409, "nothing_to_cancel")


class TestItIsThere:
    def test_keeps_the_id_of_the_pasted_link(self, alice: Caller, unknown: Publication) -> None:
        link = f"https://www.tiktok.com/@Studio.Nord/video/{ID}?lang=en"

        answer = alice.post(f"/publications/{unknown.pk}/resolve", {"is_there": True, "link": link})

        assert (answer.status_code, answer.json()["state"]) == (200, "published")
        assert answer.json()["tiktok_post_id"] == ID
        session = PublishHistory.objects.get(publication=unknown)
        assert (session.verdict, session.tiktok_post_id, session.tiktok_post_ids) == (Verdict.HUMAN, ID, [ID])
        assert told(alice) == [("publication.resolved", "alice@example.com")]

    def test_refuses_the_link_of_another_account(self, alice: Caller, unknown: Publication) -> None:
        link = f"https://www.tiktok.com/@quiet.room/video/{ID}"

        answer = alice.post(f"/publications/{unknown.pk}/resolve", {"is_there": True, "link": link})

        assert (answer.status_code, answer.json()["code"]) == (422, "link_of_another_account")
        assert answer.json()["errors"][0]["field"] == "link"
        assert "@quiet.room" in answer.json()["detail"]
        assert Publication.objects.get(pk=unknown.pk).state == State.NEEDS_YOU
        assert told(alice) == []

    def test_refuses_the_link_of_another_publication(
        self, alice: Caller, unknown: Publication, schedule: Schedule
    ) -> None:
        put(schedule(unknown.account), State.PUBLISHED, tiktok_post_id=ID)
        link = f"https://www.tiktok.com/@studio.nord/video/{ID}"

        answer = alice.post(f"/publications/{unknown.pk}/resolve", {"is_there": True, "link": link})

        assert (answer.status_code, answer.json()["code"]) == (422, "link_taken")

    def test_refuses_a_short_link(self, alice: Caller, unknown: Publication) -> None:
        body = {"is_there": True, "link": "https://vm.tiktok.com/ZMabcdef/"}

        answer = alice.post(f"/publications/{unknown.pk}/resolve", body)

        assert (answer.status_code, answer.json()["errors"][0]["code"]) == (422, "link_short")

    def test_is_believed_without_a_link(self, alice: Caller, unknown: Publication) -> None:
        answer = alice.post(f"/publications/{unknown.pk}/resolve", {"is_there": True})

        assert (answer.json()["state"], answer.json()["tiktok_post_id"]) == ("published", None)
        assert PublishHistory.objects.get(publication=unknown).verdict == Verdict.HUMAN


class TestSendAgain:
    def test_warns_first_and_changes_nothing(self, alice: Caller, unknown: Publication) -> None:
        answer = alice.post(f"/publications/{unknown.pk}/resolve", {"is_there": False})

        assert (answer.status_code, answer.json()["code"]) == (422, "confirm_send_again")
        assert "can post it twice" in answer.json()["detail"]
        assert Publication.objects.get(pk=unknown.pk).state == State.NEEDS_YOU

    def test_is_a_new_attempt_once_confirmed(self, alice: Caller, sandbox: Sandbox, unknown: Publication) -> None:
        mark = sandbox.mark()

        answer = alice.post(f"/publications/{unknown.pk}/resolve", {"is_there": False, "confirmed": True})

        assert answer.json()["state"] == "scheduled"
        assert run(unknown).state == State.PUBLISHED
        verdicts = (
            PublishHistory.objects.filter(publication=unknown).order_by("opened_at").values_list("verdict", flat=True)
        )
        assert list(verdicts) == [Verdict.HUMAN, Verdict.PUBLISHED]
        assert len(sandbox.ledger(after=mark, event="init.accepted")) == 1
        [entry] = AuditEntry.objects.filter(action="publication.sent_again")
        assert "after the warning" in entry.sentence
        assert entry.detail["post_id"] == str(unknown.post_id)


class TestAuditLog:
    def test_tells_who_scheduled_changed_and_deleted_a_post(self, alice: Caller) -> None:
        accounts = add_accounts(alice, 4)
        post = add_post(alice, accounts, add_asset(alice))
        body = compose_body(MediaAsset.objects.get(), accounts[0])
        alice.put(f"/posts/{post['id']}", body)
        alice.delete(f"/posts/{post['id']}")

        shown = alice.get(f"/audit?subject={post['id']}").json()["items"]

        deeds = [entry["action"] for entry in shown if entry["subject_kind"] == "post"]
        assert deeds == ["post.deleted", "post.changed", "post.scheduled"]
        assert shown[-1]["sentence"].endswith("on @account.0, @account.1, @account.2 and 1 more")
        assert {entry["actor"] for entry in shown} == {"alice@example.com"}
        assert {entry["post_id"] for entry in shown} == {post["id"]}

    def test_tells_who_connected_and_disconnected_an_account(self, alice: Caller, sandbox: Sandbox) -> None:
        account = alice.connect(sandbox, "studio.nord")
        alice.delete(f"/accounts/{account.pk}")
        alice.connect(sandbox, "studio.nord")

        shown = alice.get(f"/audit?subject={account.pk}").json()["items"]

        assert [entry["action"] for entry in shown] == [
            "account.reconnected",
            "account.disconnected",
            "account.connected",
        ]

    def test_says_nothing_when_tiktok_let_the_account_go(self, alice: Caller, sandbox: Sandbox) -> None:
        account = alice.connect(sandbox, "studio.nord")

        disconnect(account=account, now=account.connected_at)

        assert not AuditEntry.objects.filter(action="account.disconnected").exists()

    def test_comes_in_pages(self, alice: Caller) -> None:
        accounts = add_accounts(alice, 1)
        for number in range(3):
            add_post(alice, accounts, add_asset(alice, number))

        first = alice.get("/audit?limit=2").json()
        second = alice.get(f"/audit?limit=2&cursor={first['next_cursor']}").json()

        assert (len(first["items"]), len(second["items"]), second["next_cursor"]) == (2, 1, None)

    def test_is_for_owners_and_admins(self, alice: Caller) -> None:
        alice.member.user.memberships.update(role="editor")

        answer = alice.get("/audit")

        assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed")

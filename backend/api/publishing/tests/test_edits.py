"""A person's change or deletion against a worker that is sending: it wins until the last bytes may be out, and never after."""

import pytest

from api.media.models import MediaAsset
from api.publishing import transitions
from api.publishing.claim import Overtaken
from api.publishing.models import Publication, PublishHistory, State, Verdict
from api.publishing.step_open import open_upload
from api.publishing.step_upload import send_from
from api.publishing.tests.conftest import compose_body, run, take
from conftest import Caller, Sandbox

pytestmark = pytest.mark.django_db(transaction=True)


def edit(alice: Caller, publication: Publication, caption: str = "A rabbit falls asleep") -> int:
    body = compose_body(MediaAsset.objects.get(), publication.account) | {"caption": caption}
    return int(alice.put(f"/posts/{publication.post_id}", body).status_code)


class TestAnEditWhileAWorkerSends:
    def test_between_claim_and_init_leaves_the_worker_without_a_session(
        self, alice: Caller, sandbox: Sandbox, publication: Publication
    ) -> None:
        claim, mark = take(publication), sandbox.mark()

        assert edit(alice, publication) == 200

        with pytest.raises(Overtaken):
            open_upload(claim)
        assert not PublishHistory.objects.filter(publication=publication).exists()
        assert run(publication).state == State.PUBLISHED
        [post] = sandbox.ledger(after=mark, event="post.completed")
        sent = {
            init["publish_id"]: init["post_info"]["title"] for init in sandbox.ledger(after=mark, event="init.accepted")
        }
        assert sent[post["publish_id"]] == "A rabbit falls asleep"

    def test_between_init_and_commit_ends_the_session_and_sends_the_new_words_once(
        self, alice: Caller, sandbox: Sandbox, publication: Publication
    ) -> None:
        claim, mark = take(publication), sandbox.mark()
        open_upload(claim)
        session = claim.session()

        assert edit(alice, publication) == 200

        with pytest.raises(Overtaken):
            send_from(claim, session, 0)
        session.refresh_from_db()
        assert (session.verdict, session.committed_at) == (Verdict.NEVER_COMMITTED, None)
        assert run(publication).state == State.PUBLISHED
        [post] = sandbox.ledger(after=mark, event="post.completed")
        assert post["publish_id"] != session.publish_id

    def test_takes_no_lease_and_no_pause_from_the_worker_it_overtook(
        self, alice: Caller, publication: Publication
    ) -> None:
        claim = take(publication)
        open_upload(claim)
        edit(alice, publication)

        renewed = transitions.renew_lease(publication.pk, attempt=claim.attempt)
        paused = transitions.pause(claim.publication, seconds=60, counts=True, in_line=False)

        now = Publication.objects.get(pk=publication.pk)
        assert (renewed, paused, now.lease_until, now.tries) == (False, False, None, 0)

    def test_to_other_accounts_calls_the_one_under_way_off(
        self, alice: Caller, sandbox: Sandbox, publication: Publication
    ) -> None:
        open_upload(take(publication))
        body = compose_body(MediaAsset.objects.get(), alice.connect(sandbox, "quiet.room"))

        alice.put(f"/posts/{publication.post_id}", body)

        taken_off = Publication.objects.get(pk=publication.pk)
        assert taken_off.state == State.CANCELLED
        assert PublishHistory.objects.get(publication=publication).verdict == Verdict.NEVER_COMMITTED

    def test_is_too_late_from_the_commit_on(self, alice: Caller, publication: Publication) -> None:
        claim = take(publication)
        open_upload(claim)
        transitions.begin_commit(claim.session(), attempt=claim.attempt, actor="doomed")

        answer = alice.put(f"/posts/{publication.post_id}", compose_body(MediaAsset.objects.get(), publication.account))

        assert (answer.status_code, answer.json()["code"]) == (409, "already_at_tiktok")
        assert answer.json()["title"] == "TikTok already has it"
        assert alice.get(f"/posts/{publication.post_id}").json()["can_edit"] is False
        assert claim.session().closed_at is None


class TestADeletionWhileAWorkerSends:
    def test_between_init_and_commit_sends_nothing(
        self, alice: Caller, sandbox: Sandbox, publication: Publication
    ) -> None:
        claim, mark = take(publication), sandbox.mark()
        open_upload(claim)
        session = claim.session()

        answer = alice.delete(f"/posts/{publication.post_id}")

        assert answer.status_code == 204
        with pytest.raises(Overtaken):
            send_from(claim, session, 0)
        assert run(publication).state == State.CANCELLED
        assert sandbox.ledger(after=mark, event="post.completed") == []

    def test_is_too_late_from_the_commit_on(self, alice: Caller, publication: Publication) -> None:
        claim = take(publication)
        open_upload(claim)
        transitions.begin_commit(claim.session(), attempt=claim.attempt, actor="doomed")

        answer = alice.delete(f"/posts/{publication.post_id}")

        assert (answer.status_code, answer.json()["code"]) == (409, "already_at_tiktok")
        assert alice.get(f"/posts/{publication.post_id}").status_code == 200

"""
The faults of others, one class a line of publishing §1.1, named after it: each is replayed here, and does not happen.

Everything is real: the database, Valkey, the files, and the sandbox, whose ledger counts what TikTok was told.
"""

import ast
import time
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db.models.functions import Now
from django.utils import timezone

from api.accounts import gate
from api.accounts.gateway import oauth_client, tiktok_for, vault
from api.accounts.models import Account, AccountStatus, AccountToken
from api.accounts.tests.conftest import let_expire, open_token, unreachable
from api.accounts.token_services import ReconnectRequired, TokenUnavailable, fresh_access_token
from api.media.models import MediaAsset
from api.publishing import transitions
from api.publishing.lookups import look_up
from api.publishing.models import Publication, PublishHistory, State, Verdict
from api.publishing.retries import LOOK_UPS_S
from api.publishing.selectors import list_due
from api.publishing.sending import send
from api.publishing.step_open import open_upload
from api.publishing.tests.conftest import Schedule, compose_body, forget_worker, make_due, run, take
from conftest import Caller, Sandbox
from core.vault import VaultError
from tiktok.bodies import FileUpload, PostInfo, VideoInit
from tiktok.tiktok_api_client import TikTokApiClient
from tiktok.upload_plan import find_fault, plan_upload

pytestmark = pytest.mark.django_db(transaction=True)
BACKEND = Path(__file__).resolve().parents[3]


@pytest.fixture
def account(alice: Caller, sandbox: Sandbox) -> Account:
    return alice.connect(sandbox, "studio.nord")


def posts(sandbox: Sandbox, mark: int) -> int:
    return len(sandbox.ledger(after=mark, event="post.completed"))


def finish(publication: Publication) -> Publication:
    """Let the workers that are left bring it to its end."""
    forget_worker(publication)
    make_due(publication)
    return run(publication)


class TestPostizRetriedThePublishAfterATimeout:
    def test_a_timeout_of_the_last_bytes_asks_the_status_and_posts_nothing_again(
        self, sandbox: Sandbox, publication: Publication
    ) -> None:
        mark = sandbox.mark()
        sandbox.fault("lost_answer", "upload")

        assert finish(publication).state == State.PUBLISHED

        assert (posts(sandbox, mark), len(sandbox.ledger(after=mark, event="init.accepted"))) == (1, 1)

    def test_an_unknown_outcome_is_looked_up_and_not_only_left_to_the_person(
        self, sandbox: Sandbox, publication: Publication
    ) -> None:
        sandbox.fault("refused", "status", code="invalid_publish_id", status=400)
        asked = run(publication)
        for _ in LOOK_UPS_S:
            make_due(publication)
            look_up(publication.pk, worker="w")
            time.sleep(0.2)  # the sandbox opens the video for real

        assert asked.state == State.NEEDS_YOU
        assert Publication.objects.get(pk=publication.pk).state == State.PUBLISHED

    def test_it_is_looked_up_six_times_in_three_days_and_then_no_more(
        self, sandbox: Sandbox, publication: Publication
    ) -> None:
        mark = sandbox.mark()
        sandbox.fault("refused", "status", times=20, code="invalid_publish_id", status=400)
        sandbox.fault("refused", "video_list", times=20, code="internal_error", status=500)
        run(publication)

        turns = 0
        while Publication.objects.get(pk=publication.pk).next_try_at:
            make_due(publication)
            look_up(publication.pk, worker="w")
            turns += 1

        assert turns == len(LOOK_UPS_S)
        assert Publication.objects.get(pk=publication.pk).state == State.NEEDS_YOU
        assert len(sandbox.ledger(after=mark, event="init.accepted")) == 1

    def test_what_has_been_due_for_a_week_is_still_found(self, sandbox: Sandbox, publication: Publication) -> None:
        Publication.objects.filter(pk=publication.pk).update(due_at=Now() - timedelta(days=7))
        make_due(publication)

        assert [row.pk for row in list_due(ahead=timedelta(), limit=10)] == [publication.pk]
        assert send(publication.pk, worker="w") is None

        late = Publication.objects.get(pk=publication.pk)
        assert (late.state, late.reason_code) == (State.MISSED, "missed")  # it asks; it is not dropped


class TestPostizRefreshedWithoutALockAndStoredInTheClear:
    def test_an_error_of_tiktoks_disconnects_nobody(self, sandbox: Sandbox, account: Account) -> None:
        let_expire(account, seconds=-1)
        sandbox.fault("http_500_before", "oauth_refresh")

        with pytest.raises(TokenUnavailable):
            fresh_access_token(account.pk)

        account.refresh_from_db()
        assert account.status == AccountStatus.CONNECTED

    def test_the_state_is_not_the_proof_key(self, alice: Caller) -> None:
        queries = [parse_qs(urlsplit(self.authorize(alice)).query) for _ in range(2)]

        for query in queries:
            assert query["code_challenge"] != query["state"]
            assert len(query["state"][0]) >= 32
        assert queries[0]["state"] != queries[1]["state"]

    def authorize(self, caller: Caller) -> str:
        return str(caller.get("/tiktok/oauth/authorize").json()["authorize_url"])

    def test_two_seals_of_one_token_differ(self, account: Account) -> None:
        assert vault().seal("the same", context="c") != vault().seal("the same", context="c")
        token = AccountToken.objects.get()
        assert open_token(account, "access") not in token.access_sealed


class TestAiToEarnSavedThePublishIdAfterTheUpload:
    def test_the_session_is_stored_before_the_first_byte_leaves(
        self, monkeypatch: pytest.MonkeyPatch, publication: Publication
    ) -> None:
        stored: list[int] = []
        real = TikTokApiClient.put_chunk

        def watched(self: TikTokApiClient, *words: Any, **named: Any) -> Any:
            stored.append(PublishHistory.objects.filter(publication=publication, closed_at=None).count())
            return real(self, *words, **named)

        monkeypatch.setattr(TikTokApiClient, "put_chunk", watched)

        assert run(publication).state == State.PUBLISHED
        assert stored == [1]


class TestTryPostOpenedASecondSessionOnResume:
    def test_a_resumed_upload_goes_on_with_its_session(self, sandbox: Sandbox, publication: Publication) -> None:
        mark = sandbox.mark()
        open_upload(take(publication))

        assert finish(publication).state == State.PUBLISHED

        assert len(sandbox.ledger(after=mark, event="init.accepted")) == 1

    def test_a_token_that_is_still_valid_is_not_refreshed(self, sandbox: Sandbox, account: Account) -> None:
        mark = sandbox.mark()

        fresh_access_token(account.pk)

        assert sandbox.ledger(after=mark, event="oauth.refresh") == []

    def test_a_refused_refresh_first_looks_whether_a_sibling_won(self, sandbox: Sandbox, account: Account) -> None:
        refused = open_token(account, "access")
        fresh_access_token(account.pk, refused=refused)  # the sibling
        mark = sandbox.mark()

        assert fresh_access_token(account.pk, refused=refused) == open_token(account, "access")

        assert sandbox.ledger(after=mark, event="oauth.refresh") == []
        account.refresh_from_db()
        assert account.status == AccountStatus.CONNECTED


class TestBrightbeanRetriedWithoutALockAndWithoutBackOff:
    def test_two_workers_at_once_make_one_claim(self, publication: Publication) -> None:
        first = transitions.claim(publication.pk, owner="one")

        assert first is not None
        assert transitions.claim(publication.pk, owner="two") is None

    def test_the_pause_after_a_failure_is_kept_by_every_sweep(self, sandbox: Sandbox, publication: Publication) -> None:
        sandbox.fault("http_500_before", "video_init")
        paused = send(publication.pk, worker="w")

        assert paused is not None
        assert paused.next_try_at
        assert paused.next_try_at > timezone.now() + timedelta(seconds=2)
        assert list_due(ahead=timedelta(), limit=10) == []
        assert send(publication.pk, worker="another") is None

    @pytest.mark.parametrize("state", [State.OPENING, State.UPLOADING, State.COMMITTING, State.SUBMITTED])
    def test_no_state_under_way_is_left_behind_by_a_crash(self, publication: Publication, state: State) -> None:
        Publication.objects.filter(pk=publication.pk).update(
            state=state, attempt=1, lease_until=Now() - timedelta(seconds=1), lease_owner="dead"
        )

        assert [row.pk for row in list_due(ahead=timedelta(), limit=10)] == [publication.pk]


class TestHung6803:
    def test_the_http_layer_repeats_no_post(self, sandbox: Sandbox, publication: Publication) -> None:
        mark = sandbox.mark()
        sandbox.fault("http_500_after", "video_init")

        send(publication.pk, worker="w")

        assert len(sandbox.ledger(after=mark, event="init.accepted")) == 1

    def test_one_failing_account_never_sends_the_others_again(
        self, alice: Caller, sandbox: Sandbox, clip: MediaAsset
    ) -> None:
        accounts = [alice.connect(sandbox, handle) for handle in ("studio.nord", "solo.takes")]
        answer = alice.post("/posts", compose_body(clip, *accounts)).json()
        good, bad = (Publication.objects.get(account=account) for account in accounts)
        mark = sandbox.mark()
        run(good)
        sandbox.fault("refused", "video_init", code="spam_risk_user_banned_from_posting", status=403)
        run(bad)

        alice.post(f"/publications/{bad.pk}/retry")
        done = [run(row) for row in (good, bad)]

        assert [row.state for row in done] == [State.PUBLISHED, State.PUBLISHED]
        assert posts(sandbox, mark) == 2
        assert good.attempts.count() == 1
        assert len(answer["publications"]) == 2

    def test_a_post_that_is_hours_late_goes_out(self, sandbox: Sandbox, publication: Publication) -> None:
        Publication.objects.filter(pk=publication.pk).update(due_at=Now() - timedelta(hours=5))
        mark = sandbox.mark()

        assert finish(publication).state == State.PUBLISHED
        assert posts(sandbox, mark) == 1

    @pytest.mark.parametrize("size", [64_000_001, 79_999_999, 80_000_000, 123_456_789, 4 * 1024**3])
    def test_the_count_of_chunks_is_a_floor(self, size: int) -> None:
        plan = plan_upload(size)

        assert plan.count == size // plan.chunk_size
        assert find_fault(plan) == ""
        assert sum(chunk.size for chunk in plan.chunks()) == size

    def test_who_waits_for_the_refresh_never_goes_on_with_the_stale_token(self, account: Account) -> None:
        let_expire(account, seconds=-1)

        with unreachable(), pytest.raises(TokenUnavailable):
            fresh_access_token(account.pk)

    def test_what_does_not_open_is_an_error_and_not_a_token(self, account: Account) -> None:
        AccountToken.objects.update(access_sealed="v1.nobody.can.open.this")

        with pytest.raises(VaultError):
            fresh_access_token(account.pk)

    def test_an_upload_session_outlives_the_cache(self, sandbox: Sandbox, publication: Publication) -> None:
        mark = sandbox.mark()
        open_upload(take(publication))
        gate.keepers().valkey.flushdb()
        gate.forget()

        assert finish(publication).state == State.PUBLISHED
        assert len(sandbox.ledger(after=mark, event="init.accepted")) == 1


class TestMixpostDiedBetweenTheMarkAndTheDispatch:
    def test_a_claim_whose_worker_died_is_taken_over(self, sandbox: Sandbox, publication: Publication) -> None:
        mark = sandbox.mark()
        take(publication)

        assert send(publication.pk, worker="other") is None  # not while the lease holds
        assert finish(publication).state == State.PUBLISHED
        assert posts(sandbox, mark) == 1


class TestBetterCcflareFlaggedAccountsWhoseTokenASiblingHadRotated:
    def test_a_stale_snapshot_is_read_again_before_anybody_is_told_to_reconnect(
        self, sandbox: Sandbox, account: Account
    ) -> None:
        stale = open_token(account, "access")
        for _ in range(3):  # siblings rotate it
            fresh_access_token(account.pk, refused=open_token(account, "access"))

        assert fresh_access_token(account.pk, refused=stale) == open_token(account, "access")

        account.refresh_from_db()
        assert account.status == AccountStatus.CONNECTED

    def test_a_token_that_is_really_dead_says_so(self, account: Account) -> None:
        oauth_client(account.app).refresh(open_token(account, "refresh"))  # somebody else rotated it
        let_expire(account, seconds=-1)

        with pytest.raises(ReconnectRequired):
            fresh_access_token(account.pk)


class TestPostForMeHadItsChunkMathsRefused:
    def test_the_chunk_maths_stand_in_one_function(self) -> None:
        """Whoever names a chunk's size to TikTok has it from `plan_upload`; `bodies` looks over what others named."""
        makers = [
            path.relative_to(BACKEND).as_posix()
            for path in [*BACKEND.glob("tiktok/*.py"), *BACKEND.glob("api/*/*.py")]
            for node in ast.walk(ast.parse(path.read_text()))
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "UploadPlan"
        ]

        assert set(makers) == {"tiktok/upload_plan.py", "tiktok/bodies.py"}

    @pytest.mark.parametrize("size", [1, 5_000_000, 64_000_000, 64_000_001, 74_999_999, 4 * 1024**3])
    def test_the_sandbox_which_keeps_every_reported_rule_takes_every_plan(
        self, sandbox: Sandbox, account: Account, size: int
    ) -> None:
        sandbox.set(init_per_window=1000)
        plan = plan_upload(size)
        source = FileUpload(video_size=size, chunk_size=plan.chunk_size, total_chunk_count=plan.count)
        off = dict.fromkeys(("disable_comment", "disable_duet", "disable_stitch"), True)
        rest = dict.fromkeys(("brand_content_toggle", "brand_organic_toggle", "is_aigc"), False)
        info = PostInfo.model_validate({"title": "canary", "privacy_level": "SELF_ONLY", **off, **rest})
        opened = tiktok_for(account, fresh_access_token(account.pk)).init_video(
            VideoInit(post_info=info, source_info=source)
        )

        sandbox.set(init_per_window=6)
        assert opened.publish_id


class TestPostizServedEveryChunkFromTheStart:
    def test_every_chunk_carries_its_own_bytes(
        self, alice: Caller, sandbox: Sandbox, schedule: Schedule, long_clip: MediaAsset
    ) -> None:
        publication = schedule(alice.connect(sandbox, "studio.nord"), media=long_clip)
        mark = sandbox.mark()

        assert run(publication).state == State.PUBLISHED

        assert len(sandbox.ledger(after=mark, event="chunk.accepted")) == 2
        [upload] = sandbox.ledger(after=mark, event="upload.complete")
        assert upload["sha256"] == long_clip.sha256

    def test_our_own_media_route_keeps_to_the_range(self, alice: Caller, clip: MediaAsset) -> None:
        whole = b"".join(alice.get(f"/media/{clip.pk}/file").streaming_content)

        answer = alice.get(f"/media/{clip.pk}/file", Range="bytes=1000-1999")

        assert answer.status_code == 206
        assert b"".join(answer.streaming_content) == whole[1000:2000]


class TestNoTimerEverSendsAgain:
    """The rule behind all of them (P3): what may be out is sent again by a person, and by nobody else."""

    def test_a_person_may_and_then_it_is_a_new_attempt(
        self, alice: Caller, sandbox: Sandbox, publication: Publication
    ) -> None:
        sandbox.fault("refused", "status", code="invalid_publish_id", status=400)
        run(publication)
        alice.post(f"/publications/{publication.pk}/resolve", {"is_there": False, "confirmed": True})

        done = finish(publication)

        assert done.state == State.PUBLISHED
        verdicts = PublishHistory.objects.filter(publication=publication).order_by("opened_at")
        assert list(verdicts.values_list("verdict", flat=True)) == [Verdict.HUMAN, Verdict.PUBLISHED]

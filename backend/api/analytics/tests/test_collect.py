"""Looks at accounts, against the running sandbox: what is found, what is written, what is left alone, what is gone."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.db.models import F
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.conftest import add_asset, add_post

from api.accounts.models import Account
from api.accounts.profile_services import TikTokUnreachable
from api.analytics.collect_services import collect
from api.analytics.models import (
    AccountDay,
    AccountSnapshot,
    AccountState,
    Flag,
    RefreshStatus,
    Video,
    VideoSnapshot,
    VideoState,
)
from api.analytics.rebuild_services import verify_account
from api.analytics.sync_selectors import list_due
from api.analytics.tasks import sync_account
from api.analytics.tests.makers import tell
from api.publishing.models import PublishHistory
from api.publishing.models.publish_history_model import Verdict
from conftest import Caller, Sandbox

pytestmark = pytest.mark.django_db

HANDLE = "paper.lantern"


@pytest.fixture
def account(alice: Caller, sandbox: Sandbox) -> Account:
    return alice.connect(sandbox, HANDLE)


@pytest.fixture
def make_post(sandbox: Sandbox) -> Iterator[Any]:
    """Make a video in TikTok's own app; it is taken down again after the test."""
    made = list[str]()

    def make(caption: str = "") -> str:
        answer = sandbox.http.post(f"/sandbox/api/accounts/{HANDLE}/posts", json={"caption": caption})
        made.append(str(answer.raise_for_status().json()["post_id"]))
        return made[-1]

    yield make
    for post_id in made:
        sandbox.http.delete(f"/sandbox/api/posts/{post_id}")


def state_of(account: Account) -> AccountState:
    return AccountState.objects.get(pk=account.pk)


class TestALook:
    def test_finds_what_was_posted_in_tiktoks_own_app(self, account: Account, make_post: Any) -> None:
        post_id = make_post("Folded twice #Paper #origami #paper")

        collect(account=account, now=timezone.now())

        video = Video.objects.get(account=account, tiktok_id=post_id)
        assert (video.caption, video.hashtags) == ("Folded twice #Paper #origami #paper", ["paper", "origami"])
        assert video.publication is None
        assert AccountDay.objects.filter(account_id=account.pk, posts=1).count() == 1

    def test_keeps_the_accounts_own_counters(self, account: Account) -> None:
        collect(account=account, now=timezone.now())

        account.refresh_from_db()
        snapshot = AccountSnapshot.objects.get(account_id=account.pk)
        assert (snapshot.followers, state_of(account).followers) == (account.follower_count,) * 2
        assert state_of(account).refresh_status == RefreshStatus.DONE

    def test_keeps_an_own_copy_of_covers(self, account: Account, make_post: Any) -> None:
        make_post()

        collect(account=account, now=timezone.now())

        keys = Video.objects.filter(account=account).values_list("cover_key", flat=True)
        assert all(key and default_storage.exists(key) for key in keys)

    def test_in_which_nothing_changed_writes_nothing(self, account: Account, make_post: Any) -> None:
        make_post()
        now = timezone.now()
        collect(account=account, now=now)
        before = VideoSnapshot.objects.count()
        VideoState.objects.update(views=0)

        collect(account=account, now=now + timedelta(seconds=1))

        assert VideoSnapshot.objects.count() == before
        assert set(VideoState.objects.values_list("checked_at", flat=True)) == {now + timedelta(seconds=1)}

    def test_ends_a_flat_time_when_something_changes(self, account: Account, make_post: Any) -> None:
        make_post()
        now = timezone.now()
        for minutes in (0, 10, 20):
            collect(account=account, now=now + timedelta(minutes=minutes))
        state = VideoState.objects.get(account=account)
        VideoSnapshot.objects.update(views=state.views + 1)
        VideoState.objects.update(views=state.views + 1)  # what TikTok tells next is a change, then

        collect(account=account, now=now + timedelta(minutes=30))

        written = VideoSnapshot.objects.filter(video_id=state.pk).order_by("captured_at")
        assert [row.captured_at - now for row in written] == [timedelta(minutes=place) for place in (0, 20, 30)]

    def test_without_permission_to_read_posts_still_counts_followers(self, alice: Caller, sandbox: Sandbox) -> None:
        account = alice.connect(sandbox, HANDLE, ["user.info.basic", "user.info.stats"])

        assert collect(account=account, now=timezone.now()) == 0

        assert AccountSnapshot.objects.count() == 1
        assert state_of(account).refresh_status == RefreshStatus.DONE

    def test_without_permission_to_read_counters_makes_none_up(self, alice: Caller, sandbox: Sandbox) -> None:
        account = alice.connect(sandbox, HANDLE, ["user.info.basic", "video.list"])

        collect(account=account, now=timezone.now())

        assert AccountSnapshot.objects.count() == 0
        assert state_of(account).at is None

    def test_by_two_at_once_happens_once(self, account: Account) -> None:
        now = timezone.now()
        collect(account=account, now=now)
        AccountState.objects.update(busy_until=now + timedelta(minutes=5))

        assert collect(account=account, now=now + timedelta(minutes=1)) == 0
        assert state_of(account).checked_at == now

    def test_that_fails_is_noted_and_due_again(self, account: Account, sandbox: Sandbox) -> None:
        collect(account=account, now=timezone.now())
        sandbox.fault("http_500_before", "video_list", times=5)
        now = timezone.now() + timedelta(hours=1)

        with pytest.raises(TikTokUnreachable):
            collect(account=account, now=now)

        state = state_of(account)
        assert (state.refresh_status, state.busy_until) == (RefreshStatus.FAILED, None)
        assert state.refresh_error == "TikTok did not answer. Try again in a minute."
        assert state.due_at is not None
        assert now < state.due_at <= now + timedelta(minutes=15)

    def test_equals_recomputation(self, account: Account, make_post: Any) -> None:
        make_post()
        now = timezone.now()
        for hours in range(0, 40, 4):
            collect(account=account, now=now + timedelta(hours=hours), whole=hours == 24)

        assert verify_account(account.pk) == []


class TestAnOldPost:
    def test_is_asked_for_by_its_id_once_it_is_due(self, account: Account, make_post: Any, sandbox: Sandbox) -> None:
        post_id = make_post()
        now = timezone.now()
        collect(account=account, now=now)
        sandbox.http.delete(f"/sandbox/api/posts/{post_id}")

        collect(account=account, now=now + timedelta(minutes=10))
        first = Video.objects.get(tiktok_id=post_id)
        collect(account=account, now=now + timedelta(hours=2))
        then = Video.objects.get(tiktok_id=post_id)

        assert (first.missing_since, first.gone_at) == (now + timedelta(minutes=10), None)
        assert then.gone_at == now + timedelta(minutes=10)

    def test_beyond_the_first_page_of_the_list_is_still_looked_at(
        self, account: Account, make_post: Any, sandbox: Sandbox
    ) -> None:
        first, *_ = [make_post() for _ in range(23)]
        now = timezone.now()
        collect(account=account, now=now)
        later = now + timedelta(minutes=10)

        assert collect(account=account, now=later) >= 23
        assert VideoState.objects.get(video__tiktok_id=first).checked_at == later

    def test_that_comes_back_is_there_again(self, account: Account, make_post: Any, sandbox: Sandbox) -> None:
        post_id = make_post()
        now = timezone.now()
        collect(account=account, now=now)
        sandbox.http.patch(f"/sandbox/api/posts/{post_id}", json={"is_private": True}).raise_for_status()
        for hours in (1, 3):
            collect(account=account, now=now + timedelta(hours=hours))
        assert Video.objects.get(tiktok_id=post_id).gone_at is not None
        sandbox.http.patch(f"/sandbox/api/posts/{post_id}", json={"is_private": False}).raise_for_status()

        collect(account=account, now=now + timedelta(hours=4))

        assert Video.objects.get(tiktok_id=post_id).gone_at is None


class TestAPostOfOurs:
    def attempt(self, caller: Caller, account: Account, post_id: str) -> PublishHistory:
        """Have a publication of ours become that video, as publishing notes it."""
        post = add_post(caller, [account], add_asset(caller))
        now = timezone.now()
        return PublishHistory.objects.create(
            publication_id=UUID(post["publications"][0]["id"]),
            attempt=1,
            publish_id=f"v_pub_{post_id}",
            size_bytes=1,
            opened_at=now,
            url_expires_at=now,
            committed_at=now,
            closed_at=now,
            verdict=Verdict.PUBLISHED,
            tiktok_post_id=post_id,
            tiktok_post_ids=[post_id],
        )

    def test_is_linked_when_it_is_found(self, alice: Caller, account: Account, make_post: Any) -> None:
        post_id = make_post()
        session = self.attempt(alice, account, post_id)

        collect(account=account, now=timezone.now())

        assert Video.objects.get(tiktok_id=post_id).publication_id == session.publication_id

    def test_is_linked_later_when_its_id_is_known_later(self, alice: Caller, account: Account, make_post: Any) -> None:
        post_id, now = make_post(), timezone.now()
        collect(account=account, now=now)
        session = self.attempt(alice, account, post_id)

        collect(account=account, now=now + timedelta(minutes=10))

        assert Video.objects.get(tiktok_id=post_id).publication_id == session.publication_id
        for query in (f"publication_id={session.publication_id}", f"post_id={session.publication.post_id}"):
            [item] = alice.get(f"/analytics/posts?{query}").json()["items"]
            assert (item["tiktok_id"], item["post_id"]) == (post_id, str(session.publication.post_id))


class TestAGlitchOfTikToks:
    @pytest.fixture
    def post_id(self, make_post: Any) -> str:
        return str(make_post())

    @pytest.mark.parametrize("kind", ["counters_zero", "counters_negative", "counters_halved"])
    def test_is_held_out_flagged_and_shown(
        self, alice: Caller, account: Account, post_id: str, sandbox: Sandbox, kind: str
    ) -> None:
        now = timezone.now()
        collect(account=account, now=now)
        video = Video.objects.get(tiktok_id=post_id)
        tell(video, (now + timedelta(seconds=1), [0]), (now + timedelta(minutes=5), [90_000, 9_000, 900, 300]))
        sandbox.fault(kind, "video_list")

        collect(account=account, now=now + timedelta(minutes=10))

        state = VideoState.objects.get(pk=video.pk)
        assert state.views == 90_000
        assert VideoSnapshot.objects.filter(video_id=video.pk, flags=Flag.HELD).count() == 1
        found = alice.get(f"/analytics/accounts/{account.pk}/metrics?range=7d").json()
        assert found["quality"]["held_out"] == 1
        assert found["engagement"]["views"] == 90_000
        assert verify_account(account.pk) == []

    def test_that_leaves_counters_out_tells_nothing(self, account: Account, post_id: str, sandbox: Sandbox) -> None:
        now = timezone.now()
        collect(account=account, now=now)
        before = VideoSnapshot.objects.count()
        sandbox.fault("counters_missing", "video_list")

        collect(account=account, now=now + timedelta(minutes=10))

        assert VideoSnapshot.objects.count() == before

    def test_of_the_accounts_own_counters_is_held_out_too(self, account: Account, sandbox: Sandbox) -> None:
        now = timezone.now()
        collect(account=account, now=now)
        sandbox.fault("counters_zero", "user_info")

        collect(account=account, now=now + timedelta(hours=1))

        assert state_of(account).followers > 2_000
        assert AccountSnapshot.objects.filter(flags=Flag.HELD).count() == 1


class TestTurns:
    def test_come_sooner_while_a_post_is_young(self, account: Account, make_post: Any) -> None:
        now = timezone.now()
        collect(account=account, now=now)
        quiet = state_of(account).due_at
        make_post()

        collect(account=account, now=now + timedelta(seconds=1))

        assert quiet == now + timedelta(hours=1)
        assert state_of(account).due_at == now + timedelta(minutes=10, seconds=1)

    def test_are_due_when_their_time_has_come(self, account: Account) -> None:
        now = timezone.now()
        collect(account=account, now=now)

        assert list_due(now=now + timedelta(minutes=5)) == []
        assert [pk for pk, _ in list_due(now=now + timedelta(hours=2))] == [account.pk]

    def test_need_no_more_queries_for_more_accounts(self, alice: Caller, account: Account, sandbox: Sandbox) -> None:
        later = timezone.now() + timedelta(days=1)
        for handle in ("", "mira.builds"):
            if handle:
                alice.connect(sandbox, handle)
            with CaptureQueriesContext(connection) as queries:
                list_due(now=later)
            assert len(queries) == 1


class TestTheTask:
    def test_brings_an_account_up_to_date(self, account: Account) -> None:
        Account.objects.update(follower_count=1)

        sync_account(account_id=str(account.pk), from_a_newer_version="ignored")

        assert Account.objects.get().follower_count == 2210

    def test_leaves_an_account_that_has_to_be_connected_again(self, account: Account) -> None:
        before = timezone.now() - timedelta(days=1)
        Account.objects.update(synced_at=before)
        account.token.delete()

        sync_account(account_id=str(account.pk))

        assert Account.objects.get().synced_at == before
        assert "connected again" in state_of(account).refresh_error


class TestQueries:
    def test_of_a_look_do_not_grow_with_its_posts(self, account: Account, make_post: Any) -> None:
        counts = list[int]()
        now: datetime = timezone.now()
        for posts in (1, 6):
            for _ in range(posts):
                make_post()
            collect(account=account, now=now)
            # Every post has changed: what is written for it depends on that, and fresh posts grow when they please.
            for model in (VideoState, VideoSnapshot):
                model.objects.update(shares=F("shares") + 1)
            with CaptureQueriesContext(connection) as queries:
                collect(account=account, now=now + timedelta(minutes=5))
            counts.append(len(queries))
            now += timedelta(minutes=10)

        assert counts[1] <= counts[0]

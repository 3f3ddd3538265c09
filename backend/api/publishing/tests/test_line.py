"""Posts of one account go out once and in order, however long they have to wait for TikTok's limits."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from api.accounts.gate import keepers
from api.accounts.models import Account
from api.media.models import MediaAsset
from api.publishing import transitions
from api.publishing.errands import send_one
from api.publishing.line import BEHIND, call_heads, call_next
from api.publishing.models import Publication, State
from api.publishing.sending import send
from api.publishing.services import hold, release
from api.publishing.step_open import open_upload
from api.publishing.tests.conftest import compose_body, forget_worker, make_due, take
from api.publishing.tests.crew import let_work, short_windows
from conftest import Caller, Sandbox
from tiktok.errors import RateLimited
from tiktok.operations import Operation

pytestmark = pytest.mark.django_db(transaction=True)

MakeRow = Callable[..., list[Publication]]


@pytest.fixture
def row(alice: Caller, clip: MediaAsset) -> MakeRow:
    """Schedule so many posts on an account, all due now, one microsecond apart: `row(account, 20)`."""

    def make(account: Account, count: int, *, caption: str = "post") -> list[Publication]:
        body = compose_body(clip, account)
        ids = []
        for number in range(count):
            answer = alice.post("/posts", body | {"caption": f"{caption} {number:02}"})
            assert answer.status_code == 201, answer.content
            ids.append(UUID(answer.json()["publications"][0]["id"]))
        due = timezone.now() - timedelta(minutes=1)
        for number, pk in enumerate(ids):
            at = due + timedelta(microseconds=number)
            Publication.objects.filter(pk=pk).update(due_at=at, next_try_at=at)
        return list(Publication.objects.filter(pk__in=ids).order_by("due_at"))

    return make


def titles(sandbox: Sandbox, mark: int, handle: str) -> list[str]:
    accepted = sandbox.ledger(after=mark, event="init.accepted")
    return [entry["post_info"]["title"] for entry in accepted if entry["handle"] == handle]


class TestBacklog:
    @pytest.fixture(autouse=True)
    def quick(self, sandbox: Sandbox) -> Iterator[None]:
        sandbox.set(rate_window_seconds=1.5)
        with short_windows(1.5):
            yield
        sandbox.set(rate_window_seconds=60.0)

    def test_goes_out_once_in_order_and_without_a_429_while_another_account_goes_at_once(
        self, alice: Caller, sandbox: Sandbox, row: MakeRow
    ) -> None:
        busy = row(alice.connect(sandbox, "studio.nord"), 20)
        [other] = row(alice.connect(sandbox, "mira.builds"), 1, caption="other")
        mark = sandbox.mark()

        let_work(at_once=[State.SCHEDULED])

        assert set(Publication.objects.values_list("state", flat=True)) == {State.PUBLISHED}
        assert titles(sandbox, mark, "studio.nord") == [f"post {number:02}" for number in range(20)]
        assert len(sandbox.ledger(after=mark, event="post.completed")) == 21
        assert [entry["code"] for entry in sandbox.ledger(after=mark, event="init.refused")] == []
        assert {publication.inits for publication in Publication.objects.filter(pk__in=[each.pk for each in busy])} == {
            1
        }
        order = [entry["handle"] for entry in sandbox.ledger(after=mark, event="init.accepted")]
        assert order.index("mira.builds") <= 6  # before the backlog had to wait for the first time
        assert other.account.handle == "@mira.builds"


class TestOwnLimit:
    def test_is_asked_before_the_creator_and_is_no_failed_try(
        self, alice: Caller, sandbox: Sandbox, row: MakeRow
    ) -> None:
        account = alice.connect(sandbox, "studio.nord")
        [publication] = row(account, 1)
        for _ in range(6):
            with keepers().limiter.slot(str(account.pk), Operation.INIT_VIDEO):
                pass

        send(publication.pk, worker="w")

        publication.refresh_from_db()
        assert (publication.state, publication.tries, publication.inits) == (State.OPENING, 0, 0)
        assert publication.in_line
        for _ in range(20):  # not one of them was used
            with keepers().limiter.slot(str(account.pk), Operation.CREATOR_INFO):
                pass
        with pytest.raises(RateLimited), keepers().limiter.slot(str(account.pk), Operation.CREATOR_INFO):
            pass


def has_to_stand_back(publication: Publication) -> bool:
    """Try to claim it; return whether it was put behind another one."""
    try:
        assert transitions.claim(publication.pk, owner="w") is not None
    except transitions.StandsBehind:
        publication.refresh_from_db()
        return True
    return False


class TestStandBack:
    def test_waits_behind_who_is_due_earlier(self, alice: Caller, sandbox: Sandbox, row: MakeRow) -> None:
        first, second, third = row(alice.connect(sandbox, "studio.nord"), 3)

        assert [has_to_stand_back(each) for each in (third, second, first)] == [True, True, False]

        assert second.behind
        assert third.behind
        assert waiting([second, third]) == [True, True]

    def test_waits_behind_who_waits_for_permission(self, alice: Caller, sandbox: Sandbox, row: MakeRow) -> None:
        first, second = row(alice.connect(sandbox, "studio.nord"), 2)
        transitions.pause(take(first).publication, seconds=40, counts=False, in_line=True)

        assert has_to_stand_back(second)

        first.refresh_from_db()
        assert first.next_try_at
        assert second.next_try_at
        assert second.next_try_at > first.next_try_at

    @pytest.mark.parametrize("state", [State.FAILED, State.HELD, State.CANCELLED, State.MISSED, State.NEEDS_YOU])
    def test_never_waits_behind_what_has_stopped(
        self, state: State, alice: Caller, sandbox: Sandbox, row: MakeRow
    ) -> None:
        first, second = row(alice.connect(sandbox, "studio.nord"), 2)
        Publication.objects.filter(pk=first.pk).update(state=state, next_try_at=None)

        assert not has_to_stand_back(second)

    def test_never_waits_behind_what_is_uploading(self, alice: Caller, sandbox: Sandbox, row: MakeRow) -> None:
        first, second = row(alice.connect(sandbox, "studio.nord"), 2)
        open_upload(take(first))

        assert not has_to_stand_back(second)

    def test_never_waits_behind_one_that_tiktok_puts_off_for_reasons_of_its_own(
        self, alice: Caller, sandbox: Sandbox, row: MakeRow
    ) -> None:
        first, second = row(alice.connect(sandbox, "studio.nord"), 2)
        transitions.pause(take(first).publication, seconds=60, counts=True, in_line=False)

        assert not has_to_stand_back(second)

    def test_never_waits_for_another_account(self, alice: Caller, sandbox: Sandbox, row: MakeRow) -> None:
        row(alice.connect(sandbox, "studio.nord"), 3)
        [other] = row(alice.connect(sandbox, "mira.builds"), 1)

        assert not has_to_stand_back(other)

    def test_waits_for_a_worker_that_is_opening_but_not_for_one_that_is_gone(
        self, alice: Caller, sandbox: Sandbox, row: MakeRow
    ) -> None:
        first, second = row(alice.connect(sandbox, "studio.nord"), 2)
        take(first)
        assert has_to_stand_back(second)

        forget_worker(first)
        make_due(second)

        assert not has_to_stand_back(second)


class TestCallingTheNext:
    def test_brings_up_the_first_that_stood_back(self, alice: Caller, sandbox: Sandbox, row: MakeRow) -> None:
        first, second, third = row(alice.connect(sandbox, "studio.nord"), 3)
        open_upload(take(first))
        Publication.objects.filter(pk__in=[second.pk, third.pk]).update(
            next_try_at=timezone.now() + timedelta(seconds=30), behind=True
        )

        assert call_next(first.account_id) == second.pk

        second.refresh_from_db()
        third.refresh_from_db()
        now = timezone.now()
        assert second.next_try_at
        assert third.next_try_at
        assert second.next_try_at <= now < third.next_try_at

    def test_calls_again_who_may_not_have_heard_it(self, alice: Caller, sandbox: Sandbox, row: MakeRow) -> None:
        first, second = row(alice.connect(sandbox, "studio.nord"), 2)
        open_upload(take(first))

        assert [call_next(first.account_id), call_next(first.account_id)] == [second.pk, second.pk]
        take(second)
        assert call_next(first.account_id) is None  # it is on its way

    def test_leaves_them_behind_who_waits_for_permission(self, alice: Caller, sandbox: Sandbox, row: MakeRow) -> None:
        first, second = row(alice.connect(sandbox, "studio.nord"), 2)
        transitions.pause(take(first).publication, seconds=40, counts=False, in_line=True)
        assert has_to_stand_back(second)

        assert call_next(first.account_id) is None

    def test_calls_nobody_whose_time_has_not_come(self, alice: Caller, sandbox: Sandbox, row: MakeRow) -> None:
        first, second = row(alice.connect(sandbox, "studio.nord"), 2)
        open_upload(take(first))
        later = timezone.now() + timedelta(hours=1)
        Publication.objects.filter(pk=second.pk).update(due_at=later, next_try_at=later)

        assert call_next(first.account_id) is None

    def test_comes_after_one_that_was_too_late_as_well(self, alice: Caller, sandbox: Sandbox, row: MakeRow) -> None:
        late, second = row(alice.connect(sandbox, "studio.nord"), 2)
        assert has_to_stand_back(second)
        long_ago = timezone.now() - timedelta(days=1)
        Publication.objects.filter(pk=late.pk).update(due_at=long_ago, next_try_at=long_ago)

        send_one(late.pk)

        late.refresh_from_db()
        assert late.state == State.MISSED
        assert Publication.objects.filter(pk=second.pk, next_try_at__lte=timezone.now()).exists()

    def test_lets_a_line_go_on_without_waiting_for_the_net(self, alice: Caller, sandbox: Sandbox, row: MakeRow) -> None:
        ahead, *behind = row(alice.connect(sandbox, "studio.nord"), 5)
        assert all(has_to_stand_back(each) for each in behind)

        send_one(ahead.pk)
        for each in behind:
            assert Publication.objects.filter(pk=each.pk, next_try_at__lte=timezone.now()).exists()
            send_one(each.pk)

        assert not Publication.objects.filter(state=State.SCHEDULED).exists()

    def test_leaves_what_waits_for_a_reason_of_its_own(self, alice: Caller, sandbox: Sandbox, row: MakeRow) -> None:
        first, second = row(alice.connect(sandbox, "studio.nord"), 2)
        open_upload(take(first))
        later = timezone.now() + timedelta(hours=1)  # as when TikTok takes no more today
        Publication.objects.filter(pk=second.pk).update(next_try_at=later)

        call_next(first.account_id)

        assert Publication.objects.get(pk=second.pk).next_try_at == later


def waiting(publications: list[Publication]) -> list[bool]:
    """Tell of each whether it is to be looked at only later."""
    rows = Publication.objects.in_bulk([one.pk for one in publications])
    now = timezone.now()
    return [(rows[one.pk].next_try_at or now) > now for one in publications]


class TestTheFirstOfEveryLine:
    """What the sweep brings up when whoever should have called was killed."""

    def test_is_brought_up_and_nobody_else(self, alice: Caller, sandbox: Sandbox, row: MakeRow) -> None:
        lines = [row(alice.connect(sandbox, handle), 4) for handle in ("studio.nord", "mira.builds")]
        for line in lines:
            assert all(has_to_stand_back(each) for each in line[1:])
            open_upload(take(line[0]))  # and its worker dies before it calls the next
            assert waiting(line[1:]) == [True, True, True]

        assert call_heads() == 2

        assert [waiting(line[1:]) for line in lines] == [[False, True, True]] * 2
        assert call_heads() == 0

    @pytest.mark.parametrize("in_line", [False, True])
    def test_may_be_one_whose_worker_died_while_it_opened_it(
        self, alice: Caller, sandbox: Sandbox, row: MakeRow, in_line: bool
    ) -> None:
        """Or one that was waiting for TikTok's limit: it stood back behind one that had come before it meanwhile."""
        first, second, third = row(alice.connect(sandbox, "studio.nord"), 3)
        Publication.objects.filter(pk=first.pk).update(state=State.HELD)
        claim = take(second)
        Publication.objects.filter(pk=first.pk).update(state=State.SCHEDULED)
        if in_line:
            transitions.pause(claim.publication, seconds=0, counts=False, in_line=True)
        forget_worker(second)
        assert has_to_stand_back(second)
        assert has_to_stand_back(third)
        open_upload(take(first))  # and its worker dies before it calls the next

        assert call_heads() == 1

        assert waiting([second, third]) == [False, True]
        assert call_next(first.account_id) == second.pk
        send_one(second.pk)
        assert waiting([third]) == [False]

    def test_stays_while_another_is_in_a_workers_hands(self, alice: Caller, sandbox: Sandbox, row: MakeRow) -> None:
        first, second = row(alice.connect(sandbox, "studio.nord"), 2)
        assert has_to_stand_back(second)
        take(first)

        assert call_heads() == 0

    def test_comes_up_when_the_one_before_is_called_off(self, alice: Caller, sandbox: Sandbox, row: MakeRow) -> None:
        first, second = row(alice.connect(sandbox, "studio.nord"), 2)
        assert has_to_stand_back(second)
        assert alice.post(f"/publications/{first.pk}/cancel").status_code == 200

        assert call_heads() == 1

        assert waiting([second]) == [False]

    def test_leaves_what_waits_for_a_reason_of_its_own(self, alice: Caller, sandbox: Sandbox, row: MakeRow) -> None:
        [only] = row(alice.connect(sandbox, "studio.nord"), 1)
        Publication.objects.filter(pk=only.pk).update(next_try_at=timezone.now() + timedelta(hours=1))

        assert call_heads() == 0

    def test_costs_two_statements_however_long_the_lines_are(
        self, alice: Caller, sandbox: Sandbox, row: MakeRow, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        line = row(alice.connect(sandbox, "studio.nord"), 12)
        assert all(has_to_stand_back(each) for each in line[1:])

        with django_assert_num_queries(2):
            call_heads()


class TestStandingBehind:
    def test_ends_for_good_with_the_claim(self, alice: Caller, sandbox: Sandbox, row: MakeRow) -> None:
        first, second = row(alice.connect(sandbox, "studio.nord"), 2)
        assert has_to_stand_back(second)
        assert second.behind
        open_upload(take(first))
        call_next(first.account_id)

        assert not take(second).publication.behind

    def test_is_not_looked_at_meanwhile(self, alice: Caller, sandbox: Sandbox, row: MakeRow) -> None:
        _, second = row(alice.connect(sandbox, "studio.nord"), 2)
        Publication.objects.filter(pk=second.pk).update(due_at=timezone.now())
        second.post.late_limit_min = None
        second.post.save()

        assert has_to_stand_back(second)

        assert second.next_try_at
        assert timedelta(0) < timezone.now() + BEHIND - second.next_try_at < timedelta(minutes=1)

    def test_asks_a_person_as_soon_as_it_is_too_late(self, alice: Caller, sandbox: Sandbox, row: MakeRow) -> None:
        _, second = row(alice.connect(sandbox, "studio.nord"), 2)
        second.post.late_limit_min = 30
        second.post.save()

        assert has_to_stand_back(second)

        assert second.next_try_at
        assert second.due_at
        late = second.next_try_at - second.due_at - timedelta(minutes=30)
        assert timedelta(0) <= late < timedelta(seconds=5)


class TestManyAtOnce:
    """An account that comes back brings hundreds of posts: the first goes, and the rest stand behind without being looked at."""

    def test_are_lined_up_behind_the_first(self, alice: Caller, sandbox: Sandbox, row: MakeRow) -> None:
        first, *others = row(alice.connect(sandbox, "studio.nord"), 6)
        everything = Publication.objects.filter(pk__in=[one.pk for one in (first, *others)])
        assert hold(everything, code="paused_account", message="paused") == 6

        assert release(everything.filter(state=State.HELD), why="resumed") == 6

        assert waiting([first]) == [False]
        assert waiting(others) == [True] * 5
        assert everything.filter(behind=True).count() == 5
        for one in (first, *others):
            send_one(one.pk)
        assert not everything.filter(state=State.SCHEDULED).exists()

    def test_cost_as_many_statements_as_a_few(self, alice: Caller, sandbox: Sandbox, row: MakeRow) -> None:
        asked = []
        for count, handle in ((2, "studio.nord"), (9, "mira.builds")):
            line = row(alice.connect(sandbox, handle), count)
            held = Publication.objects.filter(pk__in=[one.pk for one in line])
            hold(held, code="paused_account", message="paused")
            with CaptureQueriesContext(connection) as queries:
                release(held.filter(state=State.HELD), why="resumed")
            asked.append(len(queries))

        assert asked[0] == asked[1]

    def test_that_are_too_late_ask_a_person_at_once(self, alice: Caller, sandbox: Sandbox, row: MakeRow) -> None:
        _, late = row(alice.connect(sandbox, "studio.nord"), 2)
        long_ago = timezone.now() - timedelta(days=2)
        Publication.objects.filter(pk=late.pk).update(due_at=long_ago + timedelta(hours=1))
        everything = Publication.objects.all()
        hold(everything, code="paused_account", message="paused")

        release(everything.filter(state=State.HELD), why="resumed")

        assert waiting([late]) == [False]
        send_one(late.pk)
        assert Publication.objects.get(pk=late.pk).state == State.MISSED

    def test_that_are_due_later_wait_for_their_time(self, alice: Caller, sandbox: Sandbox, row: MakeRow) -> None:
        first, later = row(alice.connect(sandbox, "studio.nord"), 2)
        due_at = timezone.now() + timedelta(hours=3)
        Publication.objects.filter(pk=later.pk).update(due_at=due_at, next_try_at=due_at)
        everything = Publication.objects.all()
        hold(everything, code="paused_account", message="paused")

        release(everything.filter(state=State.HELD), why="resumed")

        assert waiting([first]) == [False]
        assert Publication.objects.get(pk=later.pk).next_try_at == due_at

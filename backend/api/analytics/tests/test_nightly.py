"""What analytics does by itself: months, retention, the nightly proof, what is learnt, forecasts that are judged."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from importlib import import_module
from io import StringIO

import numpy as np
import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone
from tests.conftest import add_accounts

from api.accounts.models import Account
from api.analytics import learnt_cache, learnt_store
from api.analytics.ages import AGES_H, DAY_PLACE
from api.analytics.audit_services import audit_some, pick
from api.analytics.early_services import foretell
from api.analytics.forecast_services import judge_forecasts, keep_forecasts
from api.analytics.learn_services import learn_all
from api.analytics.models import (
    AccountDay,
    AccountHour,
    AccountState,
    EarlyForecast,
    Forecast,
    ForecastMetric,
    Video,
    VideoSnapshot,
    VideoState,
    WorkspaceState,
)
from api.analytics.partitions import TABLES, Month, fill_gaps, forget_known, list_months, make_partitions, month_of
from api.analytics.rebuild_services import move_workspace, verify_account
from api.analytics.retention_services import apply_retention
from api.analytics.score_services import score_videos
from api.analytics.tests.makers import add_tracked, add_video, hours, state_of, tell, tell_account, utc
from api.analytics.video_services import open_state
from api.workspaces.models import Membership, Role
from conftest import Caller
from core.ids import uuid7

pytestmark = pytest.mark.django_db

NOW = utc(2026, 11, 20, 12)


@pytest.fixture(autouse=True)
def months_unknown() -> Iterator[None]:
    """Months that another test made are gone with its transaction."""
    forget_known()
    yield
    forget_known()


def fill(account: Account, *, days: int, until: datetime = NOW) -> Video:
    """Have an account gain 10 followers and 100 views a day, looked at every eight hours."""
    start = until - timedelta(days=days)
    video = add_video(account, at=start - hours(1_000))
    steps = range(3 * days + 1)
    tell(video, *((start + hours(8 * step), [1_000 + 33 * step, step]) for step in steps))
    tell_account(account, *((start + hours(8 * step), [500 + 3 * step]) for step in steps))
    return video


class TestMonths:
    def test_are_made_ahead_once(self) -> None:
        made = make_partitions(since=NOW - timedelta(days=60), now=NOW)

        assert [name for name in made if "video" in name] == [
            f"analytics_videosnapshot_{month}" for month in ("2026_09", "2026_10", "2026_11", "2026_12", "2027_01")
        ]
        assert make_partitions(since=NOW, now=NOW) == []

    def test_take_over_what_came_before_they_were_made(self, alice: Caller) -> None:
        account = add_tracked(alice)
        fill(account, days=40)
        before = VideoSnapshot.objects.count()

        made = fill_gaps()

        assert [name for name in made if "video" in name] == [f"{TABLES[0]}_2026_10", f"{TABLES[0]}_2026_11"]
        assert VideoSnapshot.objects.count() == before
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM analytics_videosnapshot_default")
            assert cursor.fetchone() == (0,)
        assert verify_account(account.pk) == []


class TestLettingGo:
    def test_drops_months_that_nobody_keeps_and_keeps_what_they_came_to(self, alice: Caller) -> None:
        account = add_tracked(alice)
        make_partitions(since=NOW - timedelta(days=150), now=NOW)
        fill(account, days=150)
        days = list(AccountDay.objects.filter(account_id=account.pk).order_by("day").values())

        dropped = apply_retention(now=NOW)

        assert dropped == 2 * 2  # June and July, of both tables
        assert month_of(NOW - timedelta(days=150)) not in list_months(TABLES[0])
        assert VideoSnapshot.objects.order_by("captured_at")[0].captured_at >= utc(2026, 8, 1)
        assert list(AccountDay.objects.filter(account_id=account.pk).order_by("day").values()) == days
        assert verify_account(account.pk) == []

    def test_goes_on_counting_from_what_was_dropped(self, alice: Caller) -> None:
        account = add_tracked(alice)
        make_partitions(since=NOW - timedelta(days=150), now=NOW)
        video = fill(account, days=150)
        apply_retention(now=NOW)

        first = VideoSnapshot.objects.order_by("captured_at")[0]
        late = (first.captured_at + hours(1), [first.views + 5, first.likes])

        tell(video, (NOW + hours(1), [20_000, 500]), late, (utc(2026, 7, 1), [1]))

        assert state_of(video).views == 20_000
        assert verify_account(account.pk) == []
        assert not VideoSnapshot.objects.filter(captured_at__lt=utc(2026, 8, 1)).exists()

    def test_deletes_only_the_samples_of_who_keeps_them_shorter(self, alice: Caller, mallory: Caller) -> None:
        mine, hers = add_tracked(alice), add_tracked(mallory)
        for account in (mine, hers):
            fill(account, days=85)
        WorkspaceState.objects.filter(workspace=alice.member.workspace).update(raw_days=40)

        apply_retention(now=NOW)

        def oldest(account: Account) -> datetime:
            videos = Video.objects.filter(account=account).values("pk")
            return VideoSnapshot.objects.filter(video_id__in=videos).order_by("captured_at")[0].captured_at

        assert oldest(mine) >= utc(2026, 10, 1)
        assert oldest(hers) == NOW - timedelta(days=85)
        assert verify_account(mine.pk) == verify_account(hers.pk) == []

    def test_hours_go_and_days_stay(self, alice: Caller) -> None:
        account = add_tracked(alice)
        fill(account, days=60)
        WorkspaceState.objects.update(hour_days=35)
        days = AccountDay.objects.count()

        apply_retention(now=NOW)

        assert AccountHour.objects.order_by("hour")[0].hour >= NOW - timedelta(days=35)
        assert AccountDay.objects.count() == days


class TestRetentionSettings:
    def test_say_what_they_cost(self, alice: Caller) -> None:
        fill(add_tracked(alice), days=20, until=timezone.now())

        found = alice.get("/analytics/retention").json()

        assert (found["raw_days"], found["hour_days"]) == (90, 365)
        assert found["samples_bytes"] > found["samples_bytes_a_day"] > 0
        assert found["hours_bytes"] > 0

    def test_are_changed_within_bounds(self, alice: Caller) -> None:
        assert alice.put("/analytics/retention", {"raw_days": 180, "hour_days": 400}).json()["raw_days"] == 180
        refused = alice.put("/analytics/retention", {"raw_days": 3, "hour_days": 400})
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "raw_days")
        assert alice.get("/analytics/retention").json()["raw_days"] == 180

    def test_are_changed_by_who_runs_the_workspace(self, alice: Caller) -> None:
        Membership.objects.update(role=Role.EDITOR)

        assert alice.put("/analytics/retention", {"raw_days": 180, "hour_days": 400}).status_code == 403


class TestProof:
    def test_comes_to_each_account_within_a_hundred_nights(self) -> None:
        accounts = [uuid7() for _ in range(250)]

        nights = [pick(accounts, night=night) for night in range(100)]

        assert {len(night) for night in nights} == {2, 3}
        assert sorted(one for night in nights for one in night) == sorted(accounts)

    def test_finds_and_mends_what_differs(self, alice: Caller) -> None:
        account = add_tracked(alice)
        fill(account, days=5)
        AccountDay.objects.filter(account_id=account.pk, day=NOW.date()).update(views_gain=1)

        assert [one.column for one in audit_some(now=NOW)] == ["views_gain"]
        assert audit_some(now=NOW) == []


class TestTheCommand:
    def test_proves_and_rebuilds(self, alice: Caller) -> None:
        account = add_tracked(alice)
        fill(account, days=3)
        assert "equal their samples" in self.run("verify")
        AccountState.objects.update(views=7)

        with pytest.raises(CommandError, match="1 cells differ"):
            self.run("verify", "--account", account.username)
        self.run("rebuild")

        assert "equal their samples" in self.run("verify")

    def test_refuses_accounts_that_are_not_there(self, alice: Caller) -> None:
        with pytest.raises(CommandError, match="no account called nobody"):
            self.run("verify", "--account", "nobody")

    def run(self, *words: str) -> str:
        out = StringIO()
        call_command("analytics", *words, stdout=out)
        return out.getvalue()


class TestAnotherClock:
    def test_moves_the_days_of_its_accounts(self, alice: Caller) -> None:
        account = add_tracked(alice, zone="Europe/Berlin")
        fill(account, days=10)
        workspace = alice.member.workspace

        answer = alice.put("/workspace", {"name": "Studio", "time_zone": "America/New_York"})
        moved = move_workspace(workspace.pk)

        assert (answer.status_code, moved, move_workspace(workspace.pk)) == (200, 1, 0)
        assert set(AccountDay.objects.values_list("zone", flat=True)) == {"America/New_York"}
        assert verify_account(account.pk) == []

    def test_leaves_days_older_than_samples_in_their_zone(self, alice: Caller) -> None:
        account = add_tracked(alice, zone="Europe/Berlin")
        make_partitions(since=NOW - timedelta(days=150), now=NOW)
        fill(account, days=150)
        apply_retention(now=NOW)
        before = sum(AccountDay.objects.values_list("views_gain", flat=True))

        alice.put("/workspace", {"name": "Studio", "time_zone": "Asia/Tokyo"})
        move_workspace(alice.member.workspace.pk)

        zones = dict(AccountDay.objects.order_by("day").values_list("day", "zone"))
        assert (zones[utc(2026, 7, 20).date()], zones[NOW.date()]) == ("Europe/Berlin", "Asia/Tokyo")
        assert sum(AccountDay.objects.values_list("views_gain", flat=True)) == before
        assert verify_account(account.pk) == []


def plant(caller: Caller, *, accounts: int, posts: int, best_hour: int = 19) -> list[Account]:
    """Have accounts with posts whose views follow one law, and twice as many for those posted around one hour."""
    rng = np.random.default_rng(5)
    made = add_accounts(caller, accounts)
    for account in made:
        state = open_state(account)
        AccountState.objects.filter(pk=state.pk).update(zones=[[None, "UTC"]], followers=2_000, videos=posts)
        videos, states = list[Video](), list[VideoState]()
        for number in range(posts):
            at = NOW - timedelta(days=posts - number) + hours(float(rng.integers(0, 24)))
            near = min((at.hour - best_hour) % 24, (best_hour - at.hour) % 24) <= 1
            whole = 5_000 * (2 if near else 1) * float(np.exp(rng.normal(0, 0.4)))
            views = [round(whole * age / (age + 12)) for age in AGES_H]
            common = {"workspace_id": account.workspace_id, "account": account, "published_at": at}
            video = Video(tiktok_id=str(number), first_seen_at=at, **common)
            videos.append(video)
            states.append(
                VideoState(
                    video=video,
                    at=NOW,
                    views=views[-1],
                    views_24h=views[DAY_PLACE],
                    views_at=list(views),
                    likes_at=[view // 10 for view in views],
                    comments_at=[view // 100 for view in views],
                    shares_at=[view // 200 for view in views],
                    **common,
                )
            )
        Video.objects.bulk_create(videos)
        VideoState.objects.bulk_create(states)
    return made


class TestLearning:
    def test_fleet_and_week_and_first_hours(self, alice: Caller) -> None:
        account, *_ = plant(alice, accounts=12, posts=60)

        learn_all(now=NOW)
        learnt_cache.forget()

        fleet = learnt_store.read_viral()[DAY_PLACE]
        week, early = learnt_store.read_week(), learnt_store.read_early()
        assert (fleet.accounts, week.accounts if week else 0) == (12, 12)
        assert early[0].examples == 720
        found = alice.get(f"/analytics/insights/best-times?account_id={account.pk}&time_zone=UTC").json()
        assert found["is_known"]
        assert abs(found["times"][0]["hour"] - 19) <= 1
        assert found["source"] in {"fleet", "mixed", "account"}
        assert found["times"][0]["low"] <= found["times"][0]["uplift"] <= found["times"][0]["high"]
        learnt_cache.forget()

    def test_what_is_read_back_is_what_was_learnt(self, alice: Caller) -> None:
        plant(alice, accounts=12, posts=60)
        learn_all(now=NOW)

        first, second = learnt_store.read_week(), learnt_store.read_week()
        assert first is not None
        assert second is not None
        learnt_store.keep_week(first, now=NOW)
        again = learnt_store.read_week()
        assert again is not None
        assert np.array_equal(first.curve, again.curve)
        assert np.array_equal(first.covariance, again.covariance)
        assert (first.shape, first.widening, first.accounts) == (again.shape, again.widening, again.accounts)


class TestScores:
    def test_of_a_breakout_are_high_and_say_why(self, alice: Caller) -> None:
        account, *_ = plant(alice, accounts=12, posts=30)
        learn_all(now=NOW)
        post = VideoState.objects.filter(account=account).order_by("-published_at")[0]
        post.views_at = [(one or 0) * 20 for one in post.views_at]
        post.save()

        score_videos({post.pk})

        post.refresh_from_db()
        assert post.viral_score is not None
        assert post.viral_score > 97
        assert post.score_parts["baseline_posts"] == 29
        assert post.score_parts["age_h"] == 720
        assert post.score_parts["confidence"] == "high"
        assert post.score_parts["parts"]["reach"]["z"] > 2

    def test_never_look_at_later_posts(self, alice: Caller) -> None:
        account, *_ = plant(alice, accounts=1, posts=30)
        posts = list(VideoState.objects.filter(account=account).order_by("published_at"))

        score_videos({posts[3].pk})
        alone = VideoState.objects.get(pk=posts[3].pk).score_parts
        VideoState.objects.filter(account=account, published_at__gt=posts[3].published_at).update(
            views_at=[9**9] * len(AGES_H)
        )
        score_videos({posts[3].pk, posts[-1].pk})

        assert VideoState.objects.get(pk=posts[3].pk).score_parts == alone
        assert alone["baseline_posts"] == 3

    def test_of_the_very_first_post_are_not_made_up(self, alice: Caller) -> None:
        account, *_ = plant(alice, accounts=1, posts=1)
        post = VideoState.objects.get(account=account)

        score_videos({post.pk})

        post.refresh_from_db()
        assert (post.viral_score, post.score_parts["reason"]) == (None, "nothing_to_compare_with")


class TestEarlyViews:
    def test_are_foretold_kept_and_compared_with_what_came(self, alice: Caller) -> None:
        account, *_ = plant(alice, accounts=12, posts=60)
        learn_all(now=NOW)
        post = VideoState.objects.filter(account=account).order_by("-published_at")[0]
        whole = list(post.views_at)
        post.views_at = [views if age <= 24 else None for views, age in zip(whole, AGES_H, strict=True)]
        foretell([post])

        [expected] = EarlyForecast.objects.filter(video_id=post.pk)
        truth = whole[AGES_H.index(168)]
        assert (expected.age_h, expected.came) == (24, None)
        assert truth is not None
        assert expected.low <= truth <= expected.high
        post.views_at = whole
        foretell([post])

        assert EarlyForecast.objects.get(video_id=post.pk).came == truth

    def test_are_foretold_where_nobody_saw_the_first_hours(self, alice: Caller) -> None:
        account, *_ = plant(alice, accounts=12, posts=60)
        learn_all(now=NOW)
        post = VideoState.objects.filter(account=account).order_by("-published_at")[0]
        post.views_at = [views if 12 <= age <= 48 else None for views, age in zip(post.views_at, AGES_H, strict=True)]

        assert foretell([post]) == 1

        assert EarlyForecast.objects.get(video_id=post.pk).age_h == 48

    def test_are_not_made_up_without_a_model(self, alice: Caller) -> None:
        account, *_ = plant(alice, accounts=1, posts=5)

        assert foretell(VideoState.objects.filter(account=account)) == 0


class TestForecasts:
    def test_are_kept_and_judged_by_what_came(self, alice: Caller) -> None:
        account = add_tracked(alice)
        fill(account, days=80)
        made_at = NOW - timedelta(days=30)

        kept = keep_forecasts(now=made_at)
        judged = judge_forecasts(now=NOW)

        forecast = Forecast.objects.get(account=account, metric=ForecastMetric.FOLLOWERS)
        assert (kept, judged) == (2, 2)
        assert forecast.made_on == (made_at - timedelta(days=1)).date()
        assert forecast.judged == 28
        assert forecast.inside >= 20

    def test_are_kept_once_a_day(self, alice: Caller) -> None:
        fill(add_tracked(alice), days=40)
        keep_forecasts(now=NOW)
        keep_forecasts(now=NOW + hours(1))

        assert Forecast.objects.count() == 2


class TestMonthNames:
    def test_name_their_partition(self) -> None:
        assert Month(utc(2026, 2, 1).date()).partition_of("t") == "t_2026_02"
        assert Month(utc(2026, 12, 1).date()).after == utc(2027, 1, 1).date()


class TestStatesOfAllAccounts:
    def test_are_opened_for_those_connected_before_there_were_any(self, alice: Caller) -> None:
        with_one, without = add_accounts(alice, 2)
        open_state(with_one)
        AccountState.objects.filter(pk=with_one.pk).update(followers=7)

        import_module("api.analytics.migrations.0004_states_of_all_accounts").open_states(apps, None)

        zones = [[None, alice.member.workspace.time_zone]]
        assert AccountState.objects.get(pk=with_one.pk).followers == 7
        assert AccountState.objects.get(pk=without.pk).zones == zones

"""The questions over the API: what they answer, to whom, from where, and by how many queries."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from threading import Event
from typing import Any

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.conftest import add_accounts

from api.accounts.models import Account, AccountStatus
from api.analytics import learnt_cache, services
from api.analytics.models import AccountState, Video, WorkspaceState
from api.analytics.rebuild_services import rebuild_account
from api.analytics.tests.makers import add_tracked, add_video, hours, tell, tell_account
from api.workspaces.models import Workspace
from conftest import Caller
from core.ids import uuid7

pytestmark = pytest.mark.django_db

DAYS = 40
SCOPES = ["user.info.basic", "user.info.stats", "video.list"]


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    """Begin without kept answers, and leave none: ids are new in every test, but the fleet's week is not."""
    learnt_cache.forget()
    yield
    learnt_cache.forget()


@pytest.fixture
def noon() -> datetime:
    """Today's noon, UTC: the workspace's zone is UTC here, so days do not depend on when the test runs."""
    return timezone.now().replace(hour=12, minute=0, second=0, microsecond=0)


@pytest.fixture
def account(alice: Caller, noon: datetime) -> Account:
    Workspace.objects.update(time_zone="UTC")
    alice.member.workspace.refresh_from_db()
    return fill_account(alice, noon)


def fill_account(caller: Caller, noon: datetime, *, grows: int = 10) -> Account:
    """Have an account gain `grows` followers and 100 views a day, over DAYS days up to yesterday noon."""
    account = add_tracked(caller)
    Account.objects.filter(pk=account.pk).update(scopes=SCOPES)
    video = add_video(account, at=noon - timedelta(days=DAYS), caption="Old one #paper")
    looks = [(noon - timedelta(days=DAYS - day), day) for day in range(1, DAYS)]
    tell(video, *((at, [100 * day, 10 * day, day, day]) for at, day in looks))
    tell_account(account, *((at, [1_000 + grows * day, 50, 9_000, 1]) for at, day in looks))
    AccountState.objects.filter(pk=account.pk).update(checked_at=noon)
    return account


def words(answer: Any) -> list[tuple[str, str]]:
    return [(error["field"], error["code"]) for error in answer.json()["errors"]]


class TestMetrics:
    def test_tell_gains_and_losses_apart_and_the_days_before(self, alice: Caller, account: Account) -> None:
        found = alice.get(f"/analytics/accounts/{account.pk}/metrics?range=7d").json()

        growth, engagement = found["growth"], found["engagement"]
        # Five days and a half: of yesterday's second half nothing is known yet.
        assert (growth["followers"], growth["gained"], growth["lost"]) == (1_390, 55, 0)
        assert (engagement["views"], engagement["likes"]) == (550, 55)
        assert engagement["views_before"] == 700
        assert found["quality"]["days_measured"] == 6

    def test_name_what_tiktok_does_not_tell_and_invent_nothing(self, alice: Caller, account: Account) -> None:
        audience = alice.get(f"/analytics/accounts/{account.pk}/metrics").json()["audience"]

        assert {"age", "countries", "watch_time"} <= set(audience["not_provided"])
        assert audience["why"] == "not provided by TikTok"
        assert set(audience) == {"followers", "following", "profile_likes", "public_posts", "not_provided", "why"}

    def test_name_what_the_permissions_do_not_give(self, alice: Caller, account: Account) -> None:
        Account.objects.update(scopes=["user.info.basic"])

        found = alice.get(f"/analytics/accounts/{account.pk}/metrics").json()

        assert (found["growth"], found["engagement"]) == (None, None)
        assert found["missing"] == {"growth": "user.info.stats", "engagement": "video.list"}

    def test_of_an_account_nobody_looked_at_are_unknown_not_zero(self, alice: Caller) -> None:
        [account] = add_accounts(alice, 1)
        Account.objects.update(scopes=SCOPES)

        found = alice.get(f"/analytics/accounts/{account.pk}/metrics").json()

        assert (found["growth"]["followers"], found["account"]["updated_at"]) == (None, None)


class TestSeries:
    def test_has_a_point_a_day_and_none_where_nobody_measured(
        self, alice: Caller, account: Account, noon: datetime
    ) -> None:
        found = alice.get(f"/analytics/accounts/{account.pk}/timeseries?metric=views&range=90d").json()

        assert len(found["points"]) == DAYS
        assert {point["value"] for point in found["points"][2:-1]} == {100.0}
        assert found["points"][-1]["start"] == (noon - timedelta(days=1)).date().isoformat()

    def test_hatches_what_was_read_off_a_line(self, alice: Caller, account: Account, noon: datetime) -> None:
        video = add_video(account, at=noon - timedelta(days=10))
        tell(video, (noon - timedelta(days=10) + hours(1), [50]), (noon - timedelta(days=4), [1_000_000]))

        path = f"/analytics/accounts/{account.pk}/timeseries?metric=views&range=28d"
        points = {point["start"]: point for point in alice.get(path).json()["points"]}

        middle = points[(noon - timedelta(days=7)).date().isoformat()]
        assert middle["is_interpolated"]
        assert middle["value"] > 100_000
        assert not points[(noon - timedelta(days=20)).date().isoformat()]["is_interpolated"]

    @pytest.mark.parametrize(("week_start", "weekday"), [("monday", 0), ("sunday", 6)])
    def test_by_week_begins_where_it_is_asked_to(
        self, alice: Caller, account: Account, week_start: str, weekday: int
    ) -> None:
        path = f"/analytics/accounts/{account.pk}/timeseries?metric=views&granularity=week&range=28d&week_start={week_start}"

        starts = [date.fromisoformat(point["start"]) for point in alice.get(path).json()["points"]]

        assert {start.weekday() for start in starts} == {weekday}

    def test_by_hour_is_told_for_two_weeks(self, alice: Caller, account: Account) -> None:
        path = f"/analytics/accounts/{account.pk}/timeseries?metric=views&granularity=hour"

        few, many = alice.get(f"{path}&range=7d"), alice.get(f"{path}&range=28d")

        assert sum(point["value"] or 0 for point in few.json()["points"]) == 550
        assert not any(point["is_interpolated"] for point in few.json()["points"])
        assert (many.status_code, words(many)) == (422, [("granularity", "range_too_long")])

    def test_in_another_zone_has_that_zones_days(self, alice: Caller, account: Account, noon: datetime) -> None:
        since, until = (noon - timedelta(days=5)).date(), (noon - timedelta(days=3)).date()
        path = f"/analytics/accounts/{account.pk}/timeseries?metric=views&range=custom&since={since}&until={until}"

        here = alice.get(path).json()
        there = alice.get(f"{path}&time_zone=Asia/Tokyo").json()

        assert there["range"]["time_zone"] == "Asia/Tokyo"
        assert [point["start"] for point in here["points"]] == [point["start"] for point in there["points"]]
        assert sum(point["value"] for point in there["points"]) == pytest.approx(300, abs=3)

    def test_in_a_zone_of_half_hours_is_refused(self, alice: Caller, account: Account) -> None:
        path = f"/analytics/accounts/{account.pk}/timeseries?metric=views&time_zone=Asia/Kolkata"

        assert words(alice.get(path)) == [("time_zone", "zone_not_whole_hours")]

    def test_of_years_is_told_by_week(self, alice: Caller, account: Account, noon: datetime) -> None:
        since = (noon - timedelta(days=800)).date()
        path = (
            f"/analytics/accounts/{account.pk}/timeseries?metric=views&range=custom&since={since}&until={noon.date()}"
        )

        assert alice.get(path).json()["granularity"] == "week"


class TestAPost:
    def test_shows_ages_score_and_whose_it_is(self, alice: Caller, account: Account, noon: datetime) -> None:
        video = Video.objects.get(account=account)

        found = alice.get(f"/analytics/posts/{video.pk}").json()

        assert (found["views"], found["hashtags"]) == (3_900, ["paper"])
        assert [age["age_h"] for age in found["ages"]][:2] == [24, 48]
        assert found["viral"]["reason"] in {"", "too_young", "nothing_to_compare_with"}
        assert found["publication_id"] is None

    def test_are_listed_in_the_order_asked_for(self, alice: Caller, account: Account, noon: datetime) -> None:
        for number in range(3):
            tell(
                add_video(account, at=noon - timedelta(days=2 + number)),
                (noon - timedelta(days=1), [10 ** (number + 3)]),
            )

        by_views = alice.get("/analytics/posts?order=views&limit=2").json()
        rest = alice.get(f"/analytics/posts?order=views&limit=2&offset={by_views['next_offset']}").json()

        assert [item["views"] for item in by_views["items"]] == [100_000, 10_000]
        assert [item["views"] for item in rest["items"]] == [1_000]

    def test_are_found_by_what_of_ours_they_came_of(self, alice: Caller, account: Account, noon: datetime) -> None:
        nothing = alice.get(f"/analytics/posts?publication_id={uuid7()}").json()
        nor_this = alice.get(f"/analytics/posts?post_id={uuid7()}").json()

        assert (nothing["items"], nor_this["items"]) == ([], [])


class TestComparison:
    def test_is_per_day_and_per_follower_in_the_order_asked_for(
        self, alice: Caller, account: Account, noon: datetime
    ) -> None:
        other = fill_account(alice, noon, grows=100)

        items = alice.get(f"/analytics/compare?account_id={other.pk}&account_id={account.pk}&range=7d").json()["items"]

        assert [item["account"]["id"] for item in items] == [str(other.pk), str(account.pk)]
        assert items[1]["followers_net_per_day"] == round(55 / 6, 2)
        assert items[1]["views_per_thousand_followers"] == round(1000 * 550 / 1_390, 2)

    @pytest.mark.parametrize("count", [1, 11])
    def test_takes_two_to_ten(self, alice: Caller, account: Account, count: int) -> None:
        query = "&".join(f"account_id={uuid7()}" for _ in range(count))

        answer = alice.get(f"/analytics/compare?{query}")

        assert (answer.status_code, words(answer)) == (422, [("account_id", "how_many_compared")])


class TestDashboard:
    def test_adds_the_accounts_up(self, alice: Caller, account: Account, noon: datetime) -> None:
        fill_account(alice, noon)

        found = alice.get("/analytics/dashboard?range=7d").json()

        assert (found["accounts"], found["followers"], found["followers_net"]) == (2, 2_780, 110)
        assert found["engagement"]["views"] == 1_100
        assert len(found["days"]) == 6

    def test_names_those_that_need_a_look_and_counts_the_connected(self, alice: Caller, noon: datetime) -> None:
        accounts = [add_tracked(alice) for _ in range(8)]
        for number, one in enumerate(accounts):
            tell_account(one, (noon - hours(40), [100 * (number + 1)]))
        AccountState.objects.update(checked_at=timezone.now())
        AccountState.objects.filter(pk=accounts[0].pk).update(checked_at=timezone.now() - hours(27))
        tell_account(accounts[1], (noon - hours(30), [0]))
        Account.objects.filter(pk=accounts[2].pk).update(status=AccountStatus.DISCONNECTED)

        found = alice.get("/analytics/dashboard").json()

        ids = [str(one.pk) for one in accounts]
        assert [one["id"] for one in found["stale"]] == ids[:1]
        assert [one["id"] for one in found["doubted"]] == ids[1:2]
        assert (found["accounts"], found["followers"]) == (7, 3_300)

    def test_of_nobody_is_empty(self, alice: Caller) -> None:
        found = alice.get("/analytics/dashboard").json()

        assert (found["accounts"], found["followers"], found["stale"], found["updated_at"]) == (0, 0, [], None)

    def test_lists_every_account_with_its_figures(self, alice: Caller, account: Account) -> None:
        [item] = alice.get("/analytics/accounts?range=7d").json()["items"]

        assert (item["followers_net"], item["views"], item["views_before"]) == (55, 550, 700)

    def test_lists_what_nobody_counted_as_unknown(self, alice: Caller, account: Account, noon: datetime) -> None:
        other = add_tracked(alice)
        add_video(other, at=noon - timedelta(days=2))  # it is known when it was posted, and nothing else
        rebuild_account(other.pk)
        ended = (noon - timedelta(days=DAYS + 30)).date()

        items = {one["account"]["id"]: one for one in alice.get("/analytics/accounts?range=7d").json()["items"]}
        path = f"/analytics/accounts?range=custom&since={ended - timedelta(days=6)}&until={ended}"
        [before, *_] = alice.get(path).json()["items"]

        names = ("followers", "followers_net", "views", "views_before", "engagement_rate", "posts")
        assert [items[str(other.pk)][name] for name in names] == [None, None, None, None, None, 1]
        assert [items[str(account.pk)][name] for name in names] == [1_390, 55, 550, 700, 0.12182, 0]
        assert [before[name] for name in names[1:]] == [None, None, None, None, 0]


class TestForecast:
    def test_has_a_band_and_says_from_what(self, alice: Caller, account: Account, noon: datetime) -> None:
        found = alice.get(f"/analytics/accounts/{account.pk}/forecast?days=7").json()

        assert (found["is_known"], len(found["days"])) == (True, 7)
        assert all(day["low"] <= day["middle"] <= day["high"] for day in found["days"])
        assert found["days"][0]["day"] == noon.date().isoformat()
        assert found["realised_coverage"] is None

    def test_of_too_few_days_is_none(self, alice: Caller) -> None:
        account = add_tracked(alice)

        found = alice.get(f"/analytics/accounts/{account.pk}/forecast?metric=views").json()

        assert (found["is_known"], found["days"]) == (False, [])
        assert found["reason"] == "Not enough data: 0 days in a row are known, it takes 28."


class TestInsights:
    def test_rank_no_hours_without_data(self, alice: Caller, account: Account) -> None:
        found = alice.get(f"/analytics/insights/best-times?account_id={account.pk}").json()

        assert (found["is_known"], found["times"], found["uplift"]) == (False, [], [])
        assert "50 posts" in found["reason"]

    def test_tell_no_hashtags_of_a_handful_of_posts(self, alice: Caller, account: Account) -> None:
        found = alice.get("/analytics/insights/hashtags?range=90d").json()

        assert (found["posts"], found["items"], found["is_known"]) == (1, [], False)
        assert found["reason"] == "Not enough data: views at 24 hours are known of 1, it takes 20 posts."

    def test_tell_hashtags_that_go_with_more_views(self, alice: Caller, account: Account, noon: datetime) -> None:
        for number in range(30):
            tag, views = ("#good", 900) if number % 3 == 0 else ("#usual", 300)
            at = noon - timedelta(days=DAYS) + hours(5 * number)
            tell(add_video(account, at=at, caption=f"One {tag}"), (at + hours(24), [views + number]))

        items = alice.get("/analytics/insights/hashtags?range=90d").json()["items"]

        assert items[0]["hashtag"] == "good"
        assert 1 < items[0]["times"] < items[0]["seen"]
        assert items[0]["low"] <= items[0]["times"] <= items[0]["high"]


class TestBadInput:
    @pytest.mark.parametrize(
        ("query", "field", "code"),
        [
            ("range=custom&since=2026-03-02&until=2026-03-01", "until", "range_reversed"),
            ("range=custom&since=2026-03-02", "until", "range_incomplete"),
            ("range=7d&since=2026-03-02", "range", "range_ambiguous"),
            ("range=custom&since=1999-01-01&until=2026-03-01", "since", "range_too_early"),
            ("range=custom&since=2099-01-01&until=2099-03-01", "since", "range_in_the_future"),
            ("time_zone=Mars/Olympus", "time_zone", "zone_unknown"),
            ("time_zone=../../etc/passwd", "time_zone", "zone_unknown"),
        ],
    )
    def test_is_refused_with_its_field(
        self, alice: Caller, account: Account, query: str, field: str, code: str
    ) -> None:
        for path in (
            f"/accounts/{account.pk}/metrics?",
            f"/accounts/{account.pk}/timeseries?",
            "/dashboard?",
            "/accounts?",
            "/posts?",
            "/insights/hashtags?",
            f"/compare?account_id={account.pk}&account_id={account.pk}&",
        ):
            answer = alice.get(f"/analytics{path}{query}")
            assert (answer.status_code, words(answer)) == (422, [(field, code)])

    @pytest.mark.parametrize("path", ["metrics", "timeseries", "forecast"])
    def test_of_an_id_that_is_none_is_not_found(self, alice: Caller, path: str) -> None:
        assert alice.get(f"/analytics/accounts/7/{path}").status_code == 404

    def test_of_numbers_out_of_bounds_is_refused(self, alice: Caller, account: Account) -> None:
        for path in (
            f"/accounts/{account.pk}/forecast?days=0",
            f"/accounts/{account.pk}/forecast?days=1000",
            f"/accounts/{account.pk}/forecast?metric=happiness",
            "/posts?limit=0",
            "/posts?offset=-1",
            "/posts?order=luck",
            "/posts?account_id=7",
            "/insights/best-times",
            "/insights/hashtags?account_id=7",
        ):
            assert alice.get(f"/analytics{path}").status_code == 422, path

    def test_of_a_zone_is_refused_where_only_a_zone_is_asked(self, alice: Caller, account: Account) -> None:
        answer = alice.get(f"/analytics/insights/best-times?account_id={account.pk}&time_zone=Mars/Olympus")

        assert (answer.status_code, words(answer)) == (422, [("time_zone", "zone_unknown")])

    def test_of_unknown_words_is_refused(self, alice: Caller, account: Account) -> None:
        for query in ("metric=happiness", "granularity=fortnight", "range=lately", "since=tomorrow"):
            assert alice.get(f"/analytics/accounts/{account.pk}/timeseries?{query}").status_code == 422


PATHS = [
    "/analytics/accounts/{account}/metrics",
    "/analytics/accounts/{account}/timeseries",
    "/analytics/accounts/{account}/forecast",
    "/analytics/posts/{video}",
    "/analytics/insights/best-times?account_id={account}",
    "/analytics/insights/hashtags?account_id={account}",
    "/analytics/compare?account_id={account}&account_id={other}",
]
OVERVIEWS = ["/analytics/dashboard", "/analytics/accounts", "/analytics/insights/hashtags"]


@pytest.fixture
def ids(alice: Caller, account: Account, noon: datetime) -> dict[str, str]:
    other = fill_account(alice, noon)
    video = Video.objects.filter(account=account).first()
    assert video is not None
    return {"account": str(account.pk), "other": str(other.pk), "video": str(video.pk)}


class TestWhoMayAsk:
    @pytest.mark.parametrize("path", PATHS)
    def test_the_unknown_and_the_foreign_are_answered_alike(
        self, alice: Caller, mallory: Caller, ids: dict[str, str], path: str
    ) -> None:
        alice.get(path.format(**ids))  # so that an answer is kept
        unknown = {name: str(uuid7()) for name in ids}

        foreign, nobodys = mallory.get(path.format(**ids)), alice.get(path.format(**unknown))

        assert (foreign.status_code, nobodys.status_code) == (404, 404)
        assert foreign.json() == nobodys.json()

    @pytest.mark.parametrize("path", [*PATHS, *OVERVIEWS])
    def test_nobody_who_is_not_signed_in(self, alice: Caller, ids: dict[str, str], path: str) -> None:
        assert Caller(alice.member, "not a token").get(path.format(**ids)).status_code == 401

    @pytest.mark.parametrize("path", OVERVIEWS)
    def test_overviews_hold_nothing_of_another_workspace(
        self, alice: Caller, mallory: Caller, ids: dict[str, str], path: str
    ) -> None:
        alice.get(path)

        answer = mallory.get(path).content.decode()

        assert not any(value in answer for value in ids.values())

    def test_a_refresh_of_anothers_account_is_not_found(self, mallory: Caller, ids: dict[str, str]) -> None:
        for answer in (
            mallory.post(f"/analytics/refresh/{ids['account']}"),
            mallory.get(f"/analytics/refresh/{ids['account']}"),
        ):
            assert answer.status_code == 404


class TestKeptAnswers:
    @pytest.mark.parametrize("path", [*PATHS, *OVERVIEWS])
    def test_are_given_until_a_look_finds_something_new(
        self, alice: Caller, ids: dict[str, str], path: str, noon: datetime
    ) -> None:
        first, second = alice.get(path.format(**ids)), alice.get(path.format(**ids))
        tell(Video.objects.get(pk=ids["video"]), (noon - hours(1), [4_100, 410, 41, 41]))

        third = alice.get(path.format(**ids))

        assert [one["Carillon-Cache"] for one in (first, second, third)] == ["miss", "hit", "stale"]
        assert first.content == second.content

    @pytest.mark.parametrize("path", [*PATHS, *OVERVIEWS])
    def test_are_not_sent_again_to_who_has_them(self, alice: Caller, ids: dict[str, str], path: str) -> None:
        first = alice.get(path.format(**ids))

        again = alice.get(path.format(**ids), **{"If-None-Match": first["ETag"]})

        assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])

    def test_of_two_ranges_zones_and_weeks_do_not_mix(self, alice: Caller, ids: dict[str, str]) -> None:
        path = f"/analytics/accounts/{ids['account']}/timeseries?metric=views"
        queries = [
            "&range=7d", "&range=28d", "&range=7d&time_zone=Asia/Tokyo", "&granularity=week",
            "&granularity=week&week_start=sunday", "&metric=likes",
        ]  # fmt: skip

        first = [alice.get(path + query) for query in queries]
        again = [alice.get(path + query) for query in queries]

        assert [one["Carillon-Cache"] for one in first] == ["miss"] * len(queries)
        assert [one["Carillon-Cache"] for one in again] == ["hit"] * len(queries)
        assert len({one.content for one in first}) == len(queries)
        assert [one.content for one in again] == [one.content for one in first]

    def test_of_another_account_stay(self, alice: Caller, ids: dict[str, str], noon: datetime) -> None:
        path = f"/analytics/accounts/{ids['other']}/metrics"
        alice.get(path)

        tell(Video.objects.get(pk=ids["video"]), (noon - hours(1), [4_100]))

        assert alice.get(path)["Carillon-Cache"] == "hit"

    def test_are_worked_out_once_for_many_who_ask_at_once(self, alice: Caller, ids: dict[str, str]) -> None:
        asked = list[int]()

        def ask(known: int) -> tuple[int, Any]:
            asked.append(known)
            return (1, None) if known == 1 else (1, Slow())

        request = RequestFactory().get("/")
        with ThreadPoolExecutor(8) as pool:
            found = list(pool.map(lambda _: services.answer(request, "metrics", {"id": ids["account"]}, ask), range(8)))

        assert asked.count(services.UNKNOWN) == 1
        assert {one.content for one in found} == {b'{"slow":true}'}

    def test_that_became_old_are_worked_out_once_for_many_who_ask_at_once(self, ids: dict[str, str]) -> None:
        request = RequestFactory().get("/")
        version, asked = [1], list[int]()

        def ask(known: int) -> tuple[int, Any]:
            asked.append(known)
            return version[0], Slow()

        def get(_: int) -> Any:
            return services.answer(request, "accounts", {"id": ids["account"]}, ask, tell_version=lambda: version[0])

        assert [get(0)["Carillon-Cache"], get(0)["Carillon-Cache"]] == ["miss", "hit"]
        version[0] = 2
        with ThreadPoolExecutor(8) as pool:
            found = [one["Carillon-Cache"] for one in pool.map(get, range(8))]

        assert asked == [services.UNKNOWN, 1]
        assert sorted(found) == ["hit"] * 7 + ["stale"]

    def test_that_became_old_again_meanwhile_are_worked_out_again(self, ids: dict[str, str]) -> None:
        """Who asked after the other one had begun to read is not given what that one read."""
        request = RequestFactory().get("/")
        version, began = [1], Event()

        def ask(known: int) -> tuple[int, Any]:
            read = version[0]
            assert known < read
            began.set()
            return read, Slow(f"[{read}]")

        def get() -> bytes:
            words = {"id": ids["video"]}
            return services.answer(request, "accounts", words, ask, tell_version=lambda: version[0]).content

        with ThreadPoolExecutor(2) as pool:
            first = pool.submit(get)
            assert began.wait(5)
            version[0] = 2
            second = pool.submit(get)

        assert (first.result(), second.result()) == (b"[1]", b"[2]")

    def test_are_made_anew_while_valkey_is_away(self, alice: Caller, ids: dict[str, str], settings: Any) -> None:
        settings.REDIS_URL = "redis://127.0.0.1:1/0"
        services.forget_connection()
        try:
            answers = [alice.get(f"/analytics/accounts/{ids['account']}/metrics") for _ in range(2)]
        finally:
            services.forget_connection()

        assert [(one.status_code, one["Carillon-Cache"]) for one in answers] == [(200, "miss")] * 2


@dataclass(frozen=True)
class Slow:
    """An answer that takes its time."""

    text: str = '{"slow":true}'

    def model_dump_json(self, **_: object) -> str:
        time.sleep(0.3)
        return self.text


AUTH = 2
MOST_QUERIES = {
    "/analytics/accounts/{account}/metrics": 2,
    "/analytics/accounts/{account}/timeseries": 1,
    "/analytics/posts/{video}": 2,
    "/analytics/insights/best-times?account_id={account}": 1,
    "/analytics/dashboard": 3,
    "/analytics/accounts": 3,
    "/analytics/compare?account_id={account}&account_id={other}": 2,
    "/analytics/accounts/{account}/forecast": 3,
    "/analytics/insights/hashtags": 2,
    "/analytics/insights/hashtags?account_id={account}": 3,
}
KEPT = {"/analytics/insights/hashtags?account_id={account}": 2}  # whose it is, and which version


class TestQueries:
    @pytest.mark.parametrize("path", MOST_QUERIES)
    def test_stay_as_few_with_more_accounts_and_when_kept(
        self, alice: Caller, ids: dict[str, str], noon: datetime, path: str
    ) -> None:
        alice.get(
            "/analytics/insights/best-times?account_id=" + ids["account"]
        )  # the fleet's week is read once in minutes
        counts = list[int]()
        for _ in range(2):
            WorkspaceState.objects.update(version=WorkspaceState.objects.get().version + 1)
            AccountState.objects.update(version=AccountState.objects.get(account_id=ids["account"]).version + 1)
            for _ in range(2):  # anew, and kept
                with CaptureQueriesContext(connection) as queries:
                    assert alice.get(path.format(**ids)).status_code == 200
                counts.append(len(queries) - AUTH)
            for _ in range(5):
                tell_account(add_tracked(alice), (noon - hours(3), [500]))

        assert max(counts) <= MOST_QUERIES[path]
        assert counts[0] == counts[2]
        assert counts[1] == counts[3] == KEPT.get(path, 1)

    @pytest.mark.parametrize(("path", "most"), [("/analytics/posts", 1), ("/analytics/posts?account_id={account}", 2)])
    def test_of_posts_stay_as_few_with_more_posts(
        self, alice: Caller, ids: dict[str, str], noon: datetime, path: str, most: int
    ) -> None:
        counts = list[int]()
        for _ in range(2):
            with CaptureQueriesContext(connection) as queries:
                assert alice.get(path.format(**ids)).status_code == 200
            counts.append(len(queries) - AUTH)
            for number in range(5):
                video = add_video(Account.objects.get(pk=ids["account"]), at=noon - timedelta(days=number + 1))
                tell(video, (noon - hours(2), [500]))

        assert counts == [most, most]


class TestRefresh:
    def test_is_lined_up_once_and_tells_where_to_look(self, alice: Caller, ids: dict[str, str], noon: datetime) -> None:
        Account.objects.update(status=AccountStatus.CONNECTED)
        AccountState.objects.update(checked_at=timezone.now() - hours(2))

        first, second = (alice.post(f"/analytics/refresh/{ids['account']}") for _ in range(2))

        assert (first.status_code, second.status_code) == (202, 202)
        assert first.json()["asked_at"] == second.json()["asked_at"]
        assert first.json()["status"] == "queued"
        look_at = first.json()["look_at"].removeprefix("/api/v1")
        assert alice.get(look_at).json()["status"] == "queued"

    def test_is_refused_a_moment_after_another(self, alice: Caller, ids: dict[str, str]) -> None:
        AccountState.objects.update(checked_at=timezone.now())

        answer = alice.post(f"/analytics/refresh/{ids['account']}")

        assert (answer.status_code, answer.json()["code"]) == (429, "refreshed_just_now")
        assert 0 < int(answer["Retry-After"]) <= 60

    def test_of_a_lost_account_says_so(self, alice: Caller, ids: dict[str, str]) -> None:
        Account.objects.update(status=AccountStatus.RECONNECT_REQUIRED)

        assert alice.post(f"/analytics/refresh/{ids['account']}").status_code == 409

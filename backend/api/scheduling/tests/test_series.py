"""Posts that come again: made once each, changed from here on, stopped."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from tests.conftest import add_accounts, add_asset

from api.accounts.models import Account
from api.notifications.models import Notification
from api.posts.models import Post
from api.publishing.models import Publication, State
from api.publishing.tests.conftest import compose_body
from api.scheduling.models import PostSeries, SeriesOccurrence
from api.scheduling.series_services import spawn
from api.scheduling.tasks.spawn_series_task import spawn_series
from conftest import Caller

pytestmark = pytest.mark.django_db

BERLIN = ZoneInfo("Europe/Berlin")


def day(ahead: int) -> str:
    return f"{datetime.now(BERLIN) + timedelta(days=ahead):%Y-%m-%d}"


@pytest.fixture
def account(alice: Caller) -> Account:
    return add_accounts(alice, 1)[0]


@pytest.fixture
def post(alice: Caller, account: Account) -> dict[str, Any]:
    timing = {"mode": "at", "local_time": f"{day(1)}T18:00", "time_zone": "Europe/Berlin"}
    body = compose_body(add_asset(alice), account, allow_comment=True) | {"timing": timing}
    return dict(alice.post("/posts", body).json())


def rule(**more: object) -> dict[str, object]:
    return {
        "frequency": "daily",
        "first_day": day(1),
        "local_time": "18:00",
        "time_zone": "Europe/Berlin",
        **more,
    }


def start(alice: Caller, post: dict[str, Any], **more: object) -> dict[str, Any]:
    answer = alice.post("/series", {"post_id": post["id"], "rule": rule(**more), "consent": True})
    assert answer.status_code == 201, answer.content
    return dict(answer.json())


class TestStart:
    def test_makes_the_posts_of_two_weeks_and_takes_the_first_as_it_is(
        self, alice: Caller, post: dict[str, Any]
    ) -> None:
        series = start(alice, post, interval=2)

        days = [place.day.isoformat() for place in SeriesOccurrence.objects.all()]
        assert days == [day(ahead) for ahead in range(1, 15, 2)]
        assert str(SeriesOccurrence.objects.all()[0].post_id) == post["id"]
        assert Post.objects.count() == 7
        assert set(Publication.objects.values_list("state", "allow_comment")) == {(State.SCHEDULED, True)}
        assert series["words"] == "every 2 days at 18:00 (Europe/Berlin)"

    def test_keeps_what_was_agreed_to_with_the_rule(self, alice: Caller, post: dict[str, Any]) -> None:
        start(alice, post, count=3)

        series = PostSeries.objects.get()
        assert series.consent_by == alice.member.user
        assert series.consent_snapshot["caption"] == post["caption"]
        assert series.consent_snapshot["rule"]["count"] == 3
        assert Post.objects.filter(consent_snapshot=None).count() == 0

    @pytest.mark.parametrize(
        ("changes", "code"),
        [
            ({"frequency": "weekly", "weekdays": []}, "weekdays_missing"),
            ({"until": "2020-01-01"}, "until_in_past"),
            ({"time_zone": "Mars/Olympus"}, "time_zone_unknown"),
            ({"weekdays": [9], "frequency": "weekly"}, "weekday_unknown"),
        ],
    )
    def test_refuses_rules_that_make_no_sense(
        self, alice: Caller, post: dict[str, Any], changes: dict[str, object], code: str
    ) -> None:
        answer = alice.post("/series", {"post_id": post["id"], "rule": rule(**changes), "consent": True})

        assert (answer.status_code, answer.json()["code"]) == (422, code)
        assert PostSeries.objects.count() == 0

    def test_needs_consent_and_a_post_of_ours(self, alice: Caller, mallory: Caller, post: dict[str, Any]) -> None:
        body = {"post_id": post["id"], "rule": rule()}

        assert alice.post("/series", body).json()["code"] == "consent_missing"
        assert mallory.post("/series", body | {"consent": True}).status_code == 404


class TestSpawn:
    def test_again_and_again_makes_nothing_twice(self, alice: Caller, post: dict[str, Any]) -> None:
        start(alice, post)
        made = Post.objects.count()

        for _ in range(3):
            spawn_series()

        assert Post.objects.count() == made == 14

    def test_goes_on_day_by_day(self, alice: Caller, post: dict[str, Any]) -> None:
        start(alice, post)

        made = spawn(PostSeries.objects.get(), now=timezone.now() + timedelta(days=3))

        assert made == 3

    def test_a_post_that_was_deleted_does_not_come_back(self, alice: Caller, post: dict[str, Any]) -> None:
        start(alice, post)
        place = SeriesOccurrence.objects.all()[3]
        alice.delete(f"/posts/{place.post_id}")

        spawn_series()

        place.refresh_from_db()
        assert place.post is not None
        assert place.post.deleted_at is not None
        assert SeriesOccurrence.objects.count() == 14

    def test_what_cannot_be_made_is_told_and_tried_again(
        self, alice: Caller, account: Account, post: dict[str, Any]
    ) -> None:
        start(alice, post)
        Account.objects.update(status="disconnected")
        later = timezone.now() + timedelta(days=1)

        assert spawn(PostSeries.objects.get(), now=later) == 0

        place = SeriesOccurrence.objects.get(post=None)
        assert "was disconnected" in place.problem
        assert Notification.objects.get(kind="series.problem").body == place.problem
        Account.objects.update(status="connected")
        assert spawn(PostSeries.objects.get(), now=later) == 1
        place.refresh_from_db()
        assert (place.problem, place.post is not None) == ("", True)


class TestChange:
    def test_makes_the_following_anew_and_leaves_what_a_person_changed(
        self, alice: Caller, post: dict[str, Any]
    ) -> None:
        series = start(alice, post)
        places = list(SeriesOccurrence.objects.all())
        moved = f"{places[5].day}T20:20"
        alice.post(f"/posts/{places[5].post_id}/move", {"local_time": moved, "time_zone": "Europe/Berlin"})

        answer = alice.put(f"/series/{series['id']}", {"rule": rule(local_time="07:00", interval=7), "consent": True})

        assert answer.status_code == 200, answer.content
        live = Post.objects.filter(deleted_at=None).order_by("due_at").values_list("local_time", flat=True)
        assert list(live) == [f"{day(1)}T07:00", moved, f"{day(8)}T07:00"]
        assert Publication.objects.filter(state=State.SCHEDULED).count() == 3

    def test_takes_the_words_of_another_post(self, alice: Caller, account: Account, post: dict[str, Any]) -> None:
        series = start(alice, post, count=3)
        other = compose_body(add_asset(alice, 7), account) | {"caption": "New words", "timing": {"mode": "draft"}}
        other_id = alice.post("/posts", other).json()["id"]

        alice.put(f"/series/{series['id']}", {"post_id": other_id, "rule": rule(count=3), "consent": True})

        scheduled = Post.objects.filter(deleted_at=None, timing_mode="at").values_list("caption", flat=True)
        assert list(scheduled) == ["New words"] * 3


class TestStop:
    @pytest.mark.parametrize(("keep", "left"), [(True, 14), (False, 0)])
    def test_keeps_or_takes_back_what_is_to_come(
        self, alice: Caller, post: dict[str, Any], keep: bool, left: int
    ) -> None:
        series = start(alice, post)

        answer = alice.post(f"/series/{series['id']}/stop", {"keep_posts": keep})
        spawn_series()

        assert (answer.json()["is_running"], answer.json()["next_days"]) == (False, [])
        assert Publication.objects.filter(state=State.SCHEDULED).count() == left
        changed = alice.put(f"/series/{series['id']}", {"rule": rule(), "consent": True})
        assert (changed.status_code, changed.json()["code"]) == (409, "series_over")


class TestResume:
    def test_makes_anew_what_was_taken_back(self, alice: Caller, post: dict[str, Any]) -> None:
        series = start(alice, post, interval=2)
        before = living()
        alice.post(f"/series/{series['id']}/stop", {"keep_posts": False})
        assert living() == []

        answers = [alice.post(f"/series/{series['id']}/resume") for _ in range(2)]

        assert [answer.status_code for answer in answers] == [200, 200]
        assert answers[0].json()["is_running"]
        assert living() == before
        # What the stopping deleted cannot come back beside what was made anew.
        gone = Post.objects.exclude(deleted_at=None)[0]
        alice.post(f"/posts/{gone.pk}/restore")
        assert Publication.objects.filter(state=State.SCHEDULED).count() == len(before)

    def test_is_over_after_ten_minutes(self, alice: Caller, post: dict[str, Any]) -> None:
        series = start(alice, post, interval=2)
        alice.post(f"/series/{series['id']}/stop", {"keep_posts": False})
        PostSeries.objects.update(stopped_at=timezone.now() - timedelta(minutes=11))

        answer = alice.post(f"/series/{series['id']}/resume")

        assert (answer.status_code, answer.json()["code"]) == (409, "undo_over")
        assert living() == []


def living() -> list[tuple[str, str]]:
    return list(Post.objects.filter(deleted_at=None).order_by("due_at").values_list("local_time", "caption"))

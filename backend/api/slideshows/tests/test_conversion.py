"""Workers and slideshows: one at a time, begun again after a death, given up at last, and nothing left lying about."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.conf import settings as django_settings
from django.db import connection
from django.utils import timezone

from api.media.models import MediaAsset
from api.notifications.models import Notification
from api.posts.models import MediaType, PostMedia
from api.slideshows import conversion, rendering, services
from api.slideshows.models import Slideshow, SlideshowStatus, SlideshowVideo
from api.slideshows.models.slideshow_model import MOST_CRASHES
from api.slideshows.tasks import check_overdue_slideshows
from api.slideshows.tests.conftest import create, scratch_left, slideshow_body, status_of, work
from conftest import Caller
from video.slideshow import run as running

pytestmark = pytest.mark.django_db(transaction=True)

Make = Callable[..., Slideshow]
KILLS = 20
STARTED = 8
A_PICTURE_MORE = 40  # milliseconds: with less of a difference two choices are the same video


def run_out(slideshow: Slideshow) -> None:
    """Let the lease run out, as if the worker had been killed a while ago."""
    Slideshow.objects.filter(pk=slideshow.pk).update(lease_until=timezone.now() - timedelta(seconds=1))


class TestClaiming:
    def test_one_worker_has_it(self, make: Make) -> None:
        slideshow = make()

        first, second = conversion.claim(slideshow.pk), conversion.claim(slideshow.pk)

        assert first
        assert (first.status, first.attempt) == (SlideshowStatus.CONVERTING, slideshow.attempt + 1)
        assert second is None

    def test_who_was_overtaken_changes_nothing(self, make: Make) -> None:
        slideshow = make()
        overtaken = conversion.claim(slideshow.pk)
        assert overtaken
        run_out(slideshow)
        second = conversion.claim(slideshow.pk)
        assert second

        assert not conversion.keep(overtaken, 50)
        assert not conversion.fail(overtaken, code="x", message="x")
        assert not conversion.settle(overtaken, MediaAsset(workspace=slideshow.workspace), encoder="authored")
        assert not conversion.crashed(overtaken)
        row = Slideshow.objects.get()
        assert (row.status, row.attempt, row.progress) == (SlideshowStatus.CONVERTING, second.attempt, 0)

    def test_the_same_choice_waits_for_the_one_that_is_made(self, make: Make) -> None:
        first, twin = make(), make()
        claimed = conversion.claim(first.pk)
        assert claimed

        assert conversion.claim(twin.pk) is None

        twin.refresh_from_db()
        assert twin.status == SlideshowStatus.PENDING
        assert twin.next_try_at
        run_out(first)
        work(first)
        Slideshow.objects.filter(pk=twin.pk).update(next_try_at=timezone.now())
        assert conversion.claim(twin.pk) is None
        twin.refresh_from_db()
        assert (twin.status, twin.result_id) == (SlideshowStatus.READY, Slideshow.objects.get(pk=first.pk).result_id)

    def test_changed_while_it_is_made_the_old_one_comes_to_nothing(
        self, alice: Caller, make: Make, photos: list[MediaAsset]
    ) -> None:
        slideshow = make()
        claimed = conversion.claim(slideshow.pk)
        assert claimed
        alice.put(f"/posts/slideshow/{slideshow.post_id}", slideshow_body(photos[::-1]))

        assert not conversion.keep(claimed, 30)
        assert work(slideshow).status == SlideshowStatus.READY


class TestProgress:
    def test_every_photo_is_written_down(self, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
        seen: list[int] = []
        keep = conversion.keep

        def watch(slideshow: Slideshow, percent: int) -> bool:
            kept = keep(slideshow, percent)
            seen.append(Slideshow.objects.get(pk=slideshow.pk).progress)
            return kept

        monkeypatch.setattr(conversion, "keep", watch)

        work(make())

        assert {31, 63, 95} <= set(seen)


class TestGoingWrong:
    def test_a_photo_that_cannot_be_opened_is_named_and_not_tried_again(
        self, alice: Caller, make: Make, photos: list[MediaAsset]
    ) -> None:
        slideshow = make()
        stored = Path(django_settings.STORAGES["default"]["OPTIONS"]["location"]) / photos[1].file_key
        stored.write_bytes(stored.read_bytes()[:9_000])

        done = work(slideshow)

        assert (done.status, done.error_code, done.crashes) == (SlideshowStatus.FAILED, "photo_unreadable", 0)
        assert (
            done.error == f"{photos[1].file_name}: The picture is damaged or incomplete: it could not be opened here."
        )
        [news] = Notification.objects.filter(kind="slideshow.failed")
        assert news.link == f"/posts/{slideshow.post_id}"
        assert status_of(alice, slideshow)["error"]["code"] == "photo_unreadable"
        assert conversion.list_overdue(now=timezone.now() + timedelta(days=1)) == []

    def test_a_child_that_breaks_off_is_tried_again_each_time_later(
        self, make: Make, monkeypatch: pytest.MonkeyPatch, settings: Any
    ) -> None:
        monkeypatch.setattr(running, "MEMORY_BYTES", 30 * 1024**2)
        slideshow, pauses = make(), []
        for _ in range(MOST_CRASHES - 1):
            row = work(slideshow)
            assert row.status == SlideshowStatus.PENDING
            assert row.next_try_at
            pauses.append((row.next_try_at - timezone.now()).total_seconds())
            assert rendering.run(slideshow.pk) is None  # not yet
            Slideshow.objects.filter(pk=slideshow.pk).update(next_try_at=timezone.now())

        last = work(slideshow)

        assert (last.status, last.error_code) == (SlideshowStatus.FAILED, "broke_off")
        assert all(1.7 < later / before < 2.4 for before, later in pairwise(pauses))
        assert scratch_left(settings) == []

    def test_a_full_disk_is_said_and_the_post_stays(
        self, alice: Caller, make: Make, monkeypatch: pytest.MonkeyPatch, settings: Any
    ) -> None:
        monkeypatch.setattr(running, "FILE_BYTES", 30_000)
        slideshow = make()

        done = work(slideshow)

        assert (done.status, done.error_code) == (SlideshowStatus.FAILED, "no_room")
        assert alice.get(f"/posts/{slideshow.post_id}").status_code == 200
        assert scratch_left(settings) == []
        monkeypatch.undo()
        assert alice.post(f"/posts/slideshow/{slideshow.post_id}/retry").status_code == 202
        assert work(slideshow).status == SlideshowStatus.READY

    def test_called_off_while_it_runs_nothing_is_left(
        self, make: Make, monkeypatch: pytest.MonkeyPatch, settings: Any
    ) -> None:
        slideshow = make()
        keep = conversion.keep

        def call_off(claimed: Slideshow, percent: int) -> bool:
            if percent >= 31:
                services.cancel(Slideshow.objects.get(pk=claimed.pk))
            return keep(claimed, percent)

        monkeypatch.setattr(conversion, "keep", call_off)

        done = work(slideshow)

        assert (done.status, done.error_code, done.result_id) == (SlideshowStatus.FAILED, "cancelled", None)
        assert scratch_left(settings) == []
        assert not MediaAsset.objects.filter(kind="video").exists()
        assert not Notification.objects.exists()  # who called it off knows

    def test_called_off_at_the_very_end_nothing_is_left_either(
        self, make: Make, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        slideshow = make()
        settle = conversion.settle

        def too_late(claimed: Slideshow, result: MediaAsset, *, encoder: str) -> bool:
            services.cancel(Slideshow.objects.get(pk=claimed.pk))
            return settle(claimed, result, encoder=encoder)

        monkeypatch.setattr(conversion, "settle", too_late)
        before = stored_files()

        work(slideshow)

        assert stored_files() == before
        assert not SlideshowVideo.objects.exists()


class TestTheSweep:
    def test_takes_up_what_a_dead_worker_left(self, make: Make) -> None:
        slideshow = make()
        conversion.claim(slideshow.pk)
        assert conversion.list_overdue(now=timezone.now()) == []
        run_out(slideshow)

        assert conversion.list_overdue(now=timezone.now()) == [slideshow.pk]
        assert work(slideshow).status == SlideshowStatus.READY

    def test_takes_up_what_no_message_came_for(self, make: Make) -> None:
        slideshow = make()

        assert conversion.list_overdue(now=timezone.now()) == []
        assert conversion.list_overdue(now=timezone.now() + timedelta(seconds=20)) == [slideshow.pk]

    def test_clears_up_after_the_dead_and_leaves_the_living(self, make: Make, settings: Any) -> None:
        slideshow = make()
        claimed = conversion.claim(slideshow.pk)
        assert claimed
        root = settings.UPLOAD_ROOT / "slideshows"
        for name in (f"{slideshow.pk}-{claimed.attempt}", f"{slideshow.pk}-0", "01a2-3"):
            (root / name / "0").mkdir(parents=True)

        check_overdue_slideshows()

        assert [one.name for one in root.iterdir()] == [f"{slideshow.pk}-{claimed.attempt}"]

    def test_videos_no_post_needs_go_after_a_week(self, alice: Caller, make: Make, photos: list[MediaAsset]) -> None:
        slideshow = work(make())
        old = slideshow.result_id
        alice.put(f"/posts/slideshow/{slideshow.post_id}", slideshow_body(photos[::-1]))
        kept = work(slideshow).result_id

        assert services.drop_unused_videos(now=timezone.now() + timedelta(days=6)) == 0
        assert services.drop_unused_videos(now=timezone.now() + timedelta(days=8)) == 1
        assert not MediaAsset.objects.filter(pk=str(old)).exists()
        assert MediaAsset.objects.filter(pk=str(kept)).exists()


def stored_files() -> list[str]:
    root = Path(django_settings.STORAGES["default"]["OPTIONS"]["location"])
    return sorted(str(path.relative_to(root)) for path in root.rglob("*") if path.is_file())


@contextmanager
def worker_crew() -> Iterator["subprocess.Popen[str]"]:
    """Workers, one after the other, on the tests' database and files; their leases last a second."""
    database = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connection.settings_dict['NAME']}")
    environment = os.environ | {
        "DATABASE_URL": urlunsplit(database),
        "MEDIA_ROOT": str(django_settings.STORAGES["default"]["OPTIONS"]["location"]),
        "UPLOAD_ROOT": str(django_settings.UPLOAD_ROOT),
        "CARILLON_ENV": "development",
        "CARILLON_TEMPO": "20",
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }
    argv = [sys.executable, "-m", "api.slideshows.tests.killable_worker"]
    backend = Path(__file__).resolve().parents[3]
    with subprocess.Popen(argv, cwd=backend, env=environment, stdout=subprocess.PIPE, text=True) as crew:
        try:
            yield crew
        finally:
            crew.send_signal(signal.SIGSTOP)  # or it would start another worker while its last one is being ended
            for child in Path(f"/proc/{crew.pid}/task/{crew.pid}/children").read_text().split():
                os.kill(int(child), signal.SIGKILL)
            crew.kill()


def test_killed_at_twenty_random_instants_every_slideshow_ends_ready(
    alice: Caller, photos: list[MediaAsset], settings: Any
) -> None:
    draw = random.Random(20261126)
    asked: list[dict[str, Any]] = []
    for number in range(STARTED):
        body = slideshow_body(photos, transition="crossfade", transition_ms=200 + A_PICTURE_MORE * number)
        if number % 2:
            body["images"][1]["motion"] = "zoom_in"
        asked.append(create(alice, body))
    everything = Slideshow.objects.filter(post_id__in=[post["id"] for post in asked])
    kills = 0

    with worker_crew() as crew:
        assert crew.stdout
        worker, ends_at = int(crew.stdout.readline()), time.monotonic() + 240
        while everything.exclude(status=SlideshowStatus.READY).exists() and time.monotonic() < ends_at:
            if kills < KILLS:
                time.sleep(draw.uniform(0.05, 1.4))
                os.kill(worker, signal.SIGKILL)
                kills += 1
                worker = int(crew.stdout.readline())
            else:
                time.sleep(0.1)
            if kills < KILLS and not everything.exclude(status=SlideshowStatus.READY).exists():
                create(
                    alice, slideshow_body(photos, transition="dip_to_black", transition_ms=200 + A_PICTURE_MORE * kills)
                )
                everything = Slideshow.objects.all()

    assert kills == KILLS
    assert set(everything.values_list("status", flat=True)) == {SlideshowStatus.READY}
    videos = PostMedia.objects.filter(media_type=MediaType.SLIDESHOW_VIDEO)
    assert sorted(videos.values_list("post_id", flat=True)) == sorted(everything.values_list("post_id", flat=True))
    results = everything.values("result_id").distinct().count()
    assert MediaAsset.objects.filter(kind="video").count() == results >= STARTED
    assert scratch_left(settings) == []
    rows = MediaAsset.objects.all()
    known = {key for row in rows for key in (row.file_key, row.thumbnail_key, row.photo_key)}
    assert [name for name in stored_files() if name not in known] == []

"""A slideshow post whose video is not there yet: it waits, goes out when it is, and never fails in silence."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.utils import timezone

from api.media.models import MediaAsset
from api.publishing.models import Publication, State
from api.publishing.sending import send
from api.publishing.tests.conftest import run
from api.slideshows import services
from api.slideshows.models import Slideshow
from api.slideshows.tests.conftest import PHOTOS, create, slideshow_body, work
from conftest import Caller, Sandbox

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def photos(alice: Caller) -> list[MediaAsset]:
    return [alice.upload(path) for path in PHOTOS[:3]]


@pytest.fixture
def scheduled(alice: Caller, sandbox: Sandbox, photos: list[MediaAsset]) -> Publication:
    """A slideshow on @studio.nord, due at once, its video not made yet."""
    post = create(alice, slideshow_body(photos, alice.connect(sandbox, "studio.nord")))
    return Publication.objects.get(pk=post["publications"][0]["id"])


def now(publication: Publication) -> Publication:
    return Publication.objects.get(pk=publication.pk)


def its_slideshow(publication: Publication) -> Slideshow:
    return Slideshow.objects.get(post_id=publication.post_id)


def test_waits_and_says_so(sandbox: Sandbox, scheduled: Publication) -> None:
    mark = sandbox.mark()

    send(scheduled.pk, worker="w")

    waiting = now(scheduled)
    assert (waiting.state, waiting.reason_code) == (State.SCHEDULED, "slideshow_converting")
    assert "is being made (0 %)" in waiting.reason_message
    assert sandbox.ledger(after=mark) == []  # TikTok was asked nothing


def test_goes_out_as_soon_as_the_video_is_there(sandbox: Sandbox, scheduled: Publication) -> None:
    mark = sandbox.mark()
    send(scheduled.pk, worker="w")

    work(its_slideshow(scheduled))

    waiting = now(scheduled)
    assert waiting.next_try_at
    assert waiting.next_try_at <= timezone.now()
    assert waiting.reason_code == ""
    assert run(scheduled).state == State.PUBLISHED
    [accepted] = sandbox.ledger(after=mark, event="init.accepted")
    assert accepted["handle"] == "studio.nord"


def test_the_video_that_was_made_before_needs_no_waiting(scheduled: Publication) -> None:
    work(its_slideshow(scheduled))

    assert run(scheduled).state == State.PUBLISHED


def test_what_is_sent_is_the_video(scheduled: Publication) -> None:
    slideshow = work(its_slideshow(scheduled))

    done = run(scheduled)

    assert slideshow.result
    assert done.payload
    assert done.payload["media"]["sha256"] == slideshow.result.sha256


def test_is_held_with_the_reason_when_there_will_be_none(
    alice: Caller, scheduled: Publication, photos: list[MediaAsset]
) -> None:
    send(scheduled.pk, worker="w")
    stored = Path(django_settings.STORAGES["default"]["OPTIONS"]["location"]) / photos[0].file_key
    whole = stored.read_bytes()
    stored.write_bytes(whole[:9_000])
    work(its_slideshow(scheduled))

    send(scheduled.pk, worker="w")

    held = now(scheduled)
    assert (held.state, held.reason_code) == (State.HELD, "slideshow_failed")
    assert photos[0].file_name in held.reason_message
    stored.write_bytes(whole)
    assert alice.post(f"/posts/slideshow/{scheduled.post_id}/retry").status_code == 202
    work(its_slideshow(scheduled))
    assert now(scheduled).state == State.SCHEDULED
    assert run(scheduled).state == State.PUBLISHED


def test_called_off_it_is_held(scheduled: Publication) -> None:
    services.cancel(its_slideshow(scheduled))

    send(scheduled.pk, worker="w")

    held = now(scheduled)
    assert (held.state, held.reason_code) == (State.HELD, "slideshow_failed")
    assert "called off" in held.reason_message


def test_ready_too_late_it_asks_a_person(scheduled: Publication) -> None:
    send(scheduled.pk, worker="w")
    long_ago = timezone.now() - timedelta(days=1)
    Publication.objects.filter(pk=scheduled.pk).update(due_at=long_ago)
    work(its_slideshow(scheduled))

    send(scheduled.pk, worker="w")

    assert now(scheduled).state == State.MISSED


def test_another_post_of_the_account_does_not_wait_for_the_video(
    alice: Caller, sandbox: Sandbox, scheduled: Publication
) -> None:
    """Its turn comes by the clock: a video that takes long holds up nobody else."""
    send(scheduled.pk, worker="w")
    clip = alice.upload()
    body: dict[str, Any] = {
        "caption": "A clip",
        "media_ids": [str(clip.pk)],
        "timing": {"mode": "now", "time_zone": "Europe/Berlin"},
        "consent": True,
        "publications": [{"account_id": str(scheduled.account_id), "privacy_level": "PUBLIC_TO_EVERYONE"}],
    }
    other = Publication.objects.get(pk=alice.post("/posts", body).json()["publications"][0]["id"])

    assert run(other).state == State.PUBLISHED
    assert now(scheduled).state == State.SCHEDULED


def test_moved_or_sent_now_it_stays_a_slideshow(alice: Caller, sandbox: Sandbox, photos: list[MediaAsset]) -> None:
    account = alice.connect(sandbox, "studio.nord")
    in_a_month = f"{timezone.now() + timedelta(days=30):%Y-%m-%dT10:00}"
    later = {"mode": "at", "local_time": in_a_month, "time_zone": "Europe/Berlin"}
    post = create(alice, slideshow_body(photos, account) | {"timing": later})
    slideshow = work(Slideshow.objects.get(post_id=post["id"]))

    answer = alice.post(f"/posts/{post['id']}/publish")

    assert answer.status_code == 202, answer.content
    assert answer.json()["slideshow"]["video"]["id"] == str(slideshow.result_id)
    assert run(Publication.objects.get(post_id=post["id"])).state == State.PUBLISHED

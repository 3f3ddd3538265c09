"""A publish worker as it really runs: without a broker, frozen, stopped in the middle, killed."""

import signal
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import override_settings
from django.utils import timezone

from api.publishing.health_services import sign_of
from api.publishing.models import Publication, State
from api.publishing.tests.conftest import Schedule, clip, make_due, publication, schedule  # noqa: F401 - fixtures
from config.celery import app
from config.tests.stack import TEMPO, Broker, publish_worker, wait_until
from conftest import Sandbox

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def broker(tmp_path: Path) -> Iterator[Broker]:
    """A broker that may be killed."""
    own = Broker(tmp_path)
    own.start()
    yield own
    own.kill()


def is_out(publication: Publication) -> bool:  # noqa: F811 - pytest's way
    return Publication.objects.filter(pk=publication.pk, state=State.PUBLISHED).exists()


def put_off(publication: Publication) -> None:  # noqa: F811
    Publication.objects.filter(pk=publication.pk).update(next_try_at=timezone.now() + timedelta(hours=1))


class TestWithoutABroker:
    def test_a_post_goes_out_by_the_sweeper_alone_and_once(
        self,
        sandbox: Sandbox,
        publication: Publication,  # noqa: F811
        broker: Broker,
        tmp_path: Path,
    ) -> None:
        mark = sandbox.mark()
        put_off(publication)
        with publish_worker(tmp_path / "w", broker.url):
            broker.kill()
            make_due(publication)

            wait_until(lambda: is_out(publication), why="the sweeper did not send it")
        owner = publication.events.filter(to_state="opening").get().actor
        assert owner.startswith("worker:")
        assert ":sender-" in owner
        assert len(sandbox.ledger(after=mark, event="post.completed")) == 1


class TestFrozen:
    def test_a_worker_that_stands_still_shows_by_its_silence(
        self, sandbox: Sandbox, broker: Broker, tmp_path: Path
    ) -> None:
        with publish_worker(tmp_path / "w", broker.url) as worker, override_settings(TEMPO=TEMPO):
            wait_until(lambda: sign_of("publish").alive, why="no sign of life")
            worker.signal_all(signal.SIGSTOP)
            wait_until(lambda: not sign_of("publish").alive, why="its silence was not noticed")
            sentence = sign_of("publish").sentence
            worker.signal_all(signal.SIGCONT)
            wait_until(lambda: sign_of("publish").alive, why="it did not come back")

        assert sentence.startswith("The last sweep was ")


class TestTheQueues:
    def test_publishing_takes_one_message_at_a_time_and_never_waits_behind_media(self) -> None:
        app.loader.import_default_modules()
        routes = {name: app.amqp.router.route({}, name)["queue"].name for name in app.tasks if "." in name}

        assert app.conf.worker_prefetch_multiplier == 1
        assert {queue.name for queue in app.conf.task_queues} == {"publish", "media", "sync", "default"}
        assert routes["publishing.publish_post"] == routes["scheduling.check_scheduled_posts"] == "publish"
        assert (routes["analytics.sync_account"], routes["media.check_overdue_media"]) == ("sync", "media")

    def test_every_entry_of_the_clock_is_a_task_there_is(self) -> None:
        app.loader.import_default_modules()

        assert {entry["task"] for entry in app.conf.beat_schedule.values()} <= set(app.tasks)

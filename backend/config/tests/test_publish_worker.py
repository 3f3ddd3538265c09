"""A publish worker as it really runs: without a broker, frozen, stopped in the middle, killed."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from api.publishing.models import Publication, State
from api.publishing.tests.conftest import Schedule, clip, make_due, publication, schedule  # noqa: F401 - fixtures
from config.tests.stack import Broker, publish_worker, wait_until
from conftest import Sandbox

pytestmark = pytest.mark.django_db(transaction=True)
NOWHERE = "redis://127.0.0.1:1/0"


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


def count_posts(sandbox: Sandbox, after: int) -> int:
    return len([entry for entry in sandbox.ledger(after=after) if entry["event"] == "post.published"])


class TestWithoutABroker:
    def test_a_post_goes_out_by_the_sweeper_alone_and_once(
        self,
        sandbox: Sandbox,
        publication: Publication,  # noqa: F811
        broker: Broker,
        tmp_path: Path,
    ) -> None:
        sandbox.mark()
        put_off(publication)
        with publish_worker(tmp_path / "w", broker.url):
            broker.kill()
            make_due(publication)

            wait_until(lambda: is_out(publication), why="the sweeper did not send it")
        owner = publication.events.filter(to_state="opening").get().actor
        assert owner.startswith("worker:")
        assert ":sender-" in owner

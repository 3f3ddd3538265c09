"""A hint may be lost; nothing else may be lost with it."""

from collections.abc import Iterator

import pytest
import redis
from celery import Celery
from django.conf import settings

from config.celery import app
from conftest import free_port
from core import hints
from core.hints import hint

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def broker_is_away() -> Iterator[None]:
    stranded = Celery("stranded", broker=f"redis://127.0.0.1:{free_port()}/0")
    stranded.conf.task_publish_retry_policy = app.conf.task_publish_retry_policy
    stranded.set_current()
    yield
    app.set_current()
    stranded.close()
    hints.forget_outage()


class TestHint:
    def test_reaches_the_queue_of_its_task(self) -> None:
        broker = redis.Redis.from_url(settings.REDIS_URL)
        broker.delete("publish")

        hint("publishing.publish_post", publication_id="x")

        assert broker.llen("publish") == 1
        broker.delete("publish")
        broker.close()

    @pytest.mark.usefixtures("broker_is_away")
    def test_is_only_logged_while_the_broker_is_away(self, caplog: pytest.LogCaptureFixture) -> None:
        hint("publishing.publish_post", publication_id="x")

        assert "was not sent" in caplog.text

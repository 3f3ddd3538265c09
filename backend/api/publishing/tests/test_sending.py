"""A publication on its way, against the real sandbox: what is sent, once, and what every stop looks like."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from api.accounts.models import Account
from api.media.models import MediaAsset
from api.publishing.models import Publication, State
from api.publishing.sending import send
from conftest import Caller, Sandbox

pytestmark = pytest.mark.django_db(transaction=True)

Schedule = Callable[..., Publication]


@pytest.fixture
def clip(alice: Caller) -> MediaAsset:
    return alice.upload()


@pytest.fixture
def schedule(alice: Caller, clip: MediaAsset) -> Schedule:
    """Schedule the clip through the API on one account; return the publication, due at once."""

    def make(account: Account, **choices: Any) -> Publication:  # noqa: ANN401
        body = {
            "caption": "A rabbit wakes up #bunny",
            "media_ids": [str(clip.pk)],
            "timing": {"mode": "now", "time_zone": "Europe/Berlin"},
            "consent": True,
            "publications": [{"account_id": str(account.pk), "privacy_level": "PUBLIC_TO_EVERYONE", **choices}],
        }
        answer = alice.post("/posts", body)
        assert answer.status_code == 201, answer.content
        return Publication.objects.get(pk=answer.json()["publications"][0]["id"])

    return make


def run(publication: Publication, *, rounds: int = 6) -> Publication:
    """Let workers go on until the publication rests, without the pauses between."""
    for number in range(rounds):
        found = send(publication.pk, worker=f"worker-{number}")
        if found is None:
            break
        Publication.objects.filter(pk=publication.pk, next_try_at__gt=timezone.now()).update(next_try_at=timezone.now())
    return Publication.objects.get(pk=publication.pk)


class TestSend:
    def test_publishes_once_with_the_chosen_options(
        self, alice: Caller, sandbox: Sandbox, schedule: Schedule, clip: MediaAsset
    ) -> None:
        account, mark = alice.connect(sandbox, "studio.nord"), sandbox.mark()
        publication = schedule(account, allow_comment=True)

        done = run(publication)

        assert done.state == State.PUBLISHED
        [init] = sandbox.ledger(after=mark, event="init.accepted")
        assert init["post_info"]["title"] == "A rabbit wakes up #bunny"
        assert init["post_info"]["disable_comment"] is False
        assert init["post_info"]["disable_duet"] is True
        [upload] = sandbox.ledger(after=mark, event="upload.complete")
        assert upload["sha256"] == clip.sha256
        assert len(sandbox.ledger(after=mark, event="post.completed")) == 1

"""TikTok in trouble: nothing fails and nothing is held; afterwards everything goes out in order by itself."""

import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.conf import settings
from django.test import override_settings

from api.accounts import gate
from api.accounts.gate import circuit_key, keepers
from api.accounts.gateway import tiktok_for
from api.accounts.models import Account
from api.accounts.token_services import fresh_access_token
from api.publishing.models import Publication, State
from api.publishing.tests.conftest import broken_line
from api.publishing.tests.crew import let_work, send_each, short_windows, states, tiktok_down
from api.publishing.tests.test_line import MakeRow, row, titles
from conftest import Caller, Sandbox
from tiktok.bodies import FileUpload, PostInfo, VideoInit
from tiktok.circuit_stores import PREFIX
from tiktok.errors import CircuitOpen, RateLimited, Refused

__all__ = ["row"]
pytestmark = pytest.mark.django_db(transaction=True)

TOGGLES = (
    "disable_comment",
    "disable_duet",
    "disable_stitch",
    "brand_content_toggle",
    "brand_organic_toggle",
    "is_aigc",
)
HANDLES = ("studio.nord", "mira.builds", "fjord.cycles", "paper.lantern", "harbour.coffee", "solo.takes")


@pytest.fixture(autouse=True)
def long_cooldown() -> Iterator[None]:
    """No cooldown ends by itself, however slow the machine."""
    with override_settings(TIKTOK_CIRCUIT=replace(settings.TIKTOK_CIRCUIT, cooldown_s=600, longest_s=600)):
        gate.forget()
        yield
    gate.forget()


def end_cooldown(key: str) -> None:
    if keepers().breaker.since(key):
        keepers().valkey.hset(f"{PREFIX}:{key}", "until", "0")


@pytest.fixture
def accounts(alice: Caller, sandbox: Sandbox) -> list[Account]:
    return [alice.connect(sandbox, handle) for handle in HANDLES]


@pytest.fixture
def posts(accounts: list[Account], row: MakeRow) -> list[Publication]:
    return [publication for account in accounts for publication in row(account, 2)]


def is_all_waiting(posts: list[Publication]) -> bool:
    return set(states(posts).values()) <= {State.SCHEDULED, State.OPENING}


class TestOutage:
    @pytest.mark.parametrize("answers", [True, False], ids=["answers 500", "hangs up"])
    def test_fails_nothing_and_ends_by_itself(
        self, answers: bool, sandbox: Sandbox, accounts: list[Account], posts: list[Publication]
    ) -> None:
        key, mark = circuit_key(accounts[0].app_id, "creator"), sandbox.mark()
        with tiktok_down(answers=answers) as down:
            for _ in range(4):
                send_each(posts)
            since, asked = keepers().breaker.since(key), len(down.asked)
            end_cooldown(key)
            send_each(posts)
            probes = len(down.asked) - asked
            still_since = keepers().breaker.since(key)

        assert asked == 10
        assert probes == 1
        assert since is not None
        assert still_since == since
        assert is_all_waiting(posts)
        assert sandbox.ledger(after=mark, event="init.accepted") == []

        end_cooldown(key)
        let_work(at_once=[State.SCHEDULED, State.OPENING])

        assert set(states(posts).values()) == {State.PUBLISHED}
        assert all(titles(sandbox, mark, handle) == ["post 00", "post 01"] for handle in HANDLES)
        assert len(sandbox.ledger(after=mark, event="post.completed")) == len(posts)
        assert keepers().breaker.since(key) is None

    def test_of_opening_alone_holds_nobody_after_three_tries(
        self, sandbox: Sandbox, accounts: list[Account], posts: list[Publication]
    ) -> None:
        key, mark = circuit_key(accounts[0].app_id, "posting"), sandbox.mark()
        with broken_line("video/init", times=1000) as line:
            for _ in range(4):
                send_each(posts)
                end_cooldown(key)
            lost = len(line.lost)

        assert 10 < lost <= 13
        assert keepers().breaker.since(key) is not None
        assert is_all_waiting(posts)
        assert max(publication.inits for publication in Publication.objects.all()) < 3

        let_work(at_once=[State.SCHEDULED, State.OPENING])

        assert set(states(posts).values()) == {State.PUBLISHED}
        assert len(sandbox.ledger(after=mark, event="post.completed")) == len(posts)


class TestRefusal:
    def test_of_one_post_is_no_trouble_of_tiktoks(self, sandbox: Sandbox, accounts: list[Account]) -> None:
        account, codes = accounts[0], set[str]()
        bad = VideoInit(
            post_info=PostInfo(title="A caption", privacy_level="FOLLOWER_OF_CREATOR", **dict.fromkeys(TOGGLES, False)),
            source_info=FileUpload(video_size=1000, chunk_size=1000, total_chunk_count=1),
        )
        sandbox.set(init_per_window=1000)
        refused = 0
        with short_windows(0.05):
            while refused < 50:
                try:
                    tiktok_for(account, fresh_access_token(account.pk)).init_video(bad)
                except CircuitOpen:
                    break
                except RateLimited as full:
                    time.sleep(full.wait_s)
                except Refused as refusal:
                    codes.add(refusal.code)
                    refused += 1
        sandbox.set(init_per_window=6)

        assert refused == 50
        assert codes == {"privacy_level_option_mismatch"}
        assert keepers().breaker.since(circuit_key(account.app_id, "posting")) is None

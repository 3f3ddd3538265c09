"""Filling the demo workspace."""

import json
from dataclasses import replace

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.test import Client, override_settings

from api.accounts.models import Account
from api.media.models import MediaAsset
from api.slideshows.models import Slideshow
from api.users.models import Session
from conftest import PASSWORD, Caller, Sandbox

pytestmark = pytest.mark.django_db


def seed(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    call_command("seed_demo")
    return dict(json.loads(capsys.readouterr().out.splitlines()[-1]))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, sandbox: Sandbox) -> None:
    """The environment as the launcher makes it."""
    monkeypatch.setenv("DEMO_PASSWORD", PASSWORD)
    monkeypatch.setenv("SANDBOX_URL", sandbox.url)


@pytest.mark.usefixtures("asked")
class TestSeedDemo:
    def test_connects_six_accounts_and_lets_the_person_in(self, capsys: pytest.CaptureFixture[str]) -> None:
        found = seed(capsys)

        assert found == {"email": "demo@carillon.example", "password": PASSWORD, "accounts": 6}
        assert set(MediaAsset.objects.values_list("status", flat=True)) == {"ready"}
        assert Slideshow.objects.get().post.media.count() >= 2
        answer = Client().post(
            "/api/v1/auth/login",
            json.dumps({"email": found["email"], "password": PASSWORD}),
            content_type="application/json",
        )
        assert answer.status_code == 200

    def test_changes_nothing_the_second_time(self, sandbox: Sandbox, capsys: pytest.CaptureFixture[str]) -> None:
        first = seed(capsys)
        mark, before = sandbox.mark(), set(Account.objects.values_list("pk", flat=True))

        second = seed(capsys)

        assert second == first
        assert set(Account.objects.values_list("pk", flat=True)) == before
        assert sandbox.ledger(after=mark) == []

    def test_leaves_no_session_open(self, capsys: pytest.CaptureFixture[str]) -> None:
        seed(capsys)

        assert not Session.objects.filter(ended_at=None).exists()

    @pytest.mark.parametrize("name", ["DEMO_PASSWORD", "SANDBOX_URL"])
    def test_refuses_when_something_is_missing(self, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
        monkeypatch.delenv(name)

        with pytest.raises(CommandError, match=name):
            call_command("seed_demo")

    def test_refuses_beside_real_accounts(self) -> None:
        real = replace(settings.TIKTOK, api_url="https://open.tiktokapis.com")

        with override_settings(TIKTOK=real), pytest.raises(CommandError, match="a sandbox"):
            call_command("seed_demo")


class TestRehearse:
    @pytest.mark.usefixtures("asked")
    def test_connects_as_many_as_named_and_no_more(self, sandbox: Sandbox, capsys: pytest.CaptureFixture[str]) -> None:
        seed(capsys)

        call_command("rehearse", "25")
        call_command("rehearse", "25")

        assert "25 connected" in capsys.readouterr().out
        assert Account.objects.filter(status="connected").count() == 25
        assert Account.objects.values("open_id").distinct().count() == 25

    @pytest.mark.usefixtures("asked")
    def test_leaves_others_their_accounts(
        self, mallory: Caller, sandbox: Sandbox, capsys: pytest.CaptureFixture[str]
    ) -> None:
        seed(capsys)
        for handle in ("harbour.coffee", "mira.builds", "fjord.cycles"):
            mallory.connect(sandbox, handle)

        call_command("rehearse", "12")

        assert "12 connected" in capsys.readouterr().out
        assert Account.objects.filter(workspace=mallory.member.workspace).count() == 3

    @pytest.mark.parametrize("count", ["0", "501", "-3"])
    def test_refuses_a_number_that_makes_no_sense(self, sandbox: Sandbox, count: str) -> None:
        with pytest.raises(CommandError, match="from 1 to 500"):
            call_command("rehearse", "--", count)

    def test_says_that_there_is_no_demo_workspace(self, sandbox: Sandbox) -> None:
        with pytest.raises(CommandError, match="no demo workspace"):
            call_command("rehearse", "10")

    def test_refuses_beside_real_accounts(self) -> None:
        real = replace(settings.TIKTOK, api_url="https://open.tiktokapis.com")

        with override_settings(TIKTOK=real), pytest.raises(CommandError, match="sandbox"):
            call_command("rehearse", "10")

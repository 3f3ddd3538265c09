"""Filling the demo workspace."""

import json
from dataclasses import replace

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.test import Client, override_settings

from api.accounts.models import Account
from api.media.models import MediaAsset
from api.users.models import Session
from conftest import PASSWORD, Sandbox

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
        assert MediaAsset.objects.get().status == "ready"
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

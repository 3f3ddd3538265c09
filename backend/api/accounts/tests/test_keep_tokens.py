"""The token keeper as a process: ready, at work without a broker, and gone when told."""

import re
import signal
from pathlib import Path

import pytest
from django.utils import timezone

from api.accounts.models import AccountToken
from api.accounts.tests.children import run_child
from api.accounts.tests.test_token_crashes import wait_until
from conftest import Caller, Sandbox

LIMIT_MIB = 80


def private_mib(pid: int) -> float:
    """Return what ends with the process: its own memory, without what it shares."""
    text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    return sum(int(found) for found in re.findall(r"^Private_\w+: +(\d+) kB", text, re.MULTILINE)) / 1024


@pytest.mark.django_db(transaction=True)
class TestTheProcess:
    def test_renews_what_is_due_with_the_broker_down_and_ends_when_told(
        self, alice: Caller, sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        alice.connect(sandbox, "studio.nord")
        AccountToken.objects.update(refresh_at=timezone.now())
        ready, log = tmp_path / "ready", tmp_path / "log"
        monkeypatch.setenv("CARILLON_READY_FILE", str(ready))
        monkeypatch.setenv("REDIS_URL", "redis://127.0.0.1:1/0")

        with run_child("manage.py", "keep_tokens", log=log) as keeper:
            wait_until(ready.exists)
            renewed = AccountToken.objects.get().gen
            used = private_mib(keeper.pid)
            keeper.send_signal(signal.SIGTERM)
            code = keeper.wait(5)

        assert (renewed, code) == (1, 0), log.read_text()
        assert ready.read_text() == str(keeper.pid)
        assert used < LIMIT_MIB

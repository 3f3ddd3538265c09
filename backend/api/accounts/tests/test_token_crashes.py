"""Processes killed at the crash points of publishing §2.5, with the real signal: what TikTok gave us is not lost."""

import os
import signal
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test import override_settings
from django.utils import timezone

from api.accounts import token_journal
from api.accounts.gateway import oauth_client, tiktok_for
from api.accounts.models import Account, AccountToken
from api.accounts.tests import token_workers
from api.accounts.tests.children import read_line, run_child
from api.accounts.tests.conftest import let_expire, open_token
from api.accounts.token_keeper import keep_round
from api.accounts.token_replay import replay
from api.accounts.token_services import ReconnectRequired, fresh_access_token
from conftest import Caller, Sandbox
from tiktok.wire import TokenAnswer

pytestmark = pytest.mark.django_db(transaction=True)

OTHERS = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
SLOW_UPDATE = """
CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(60); RETURN NEW; END $$;
CREATE TRIGGER dawdle BEFORE UPDATE ON accounts_accounttoken FOR EACH ROW WHEN (NEW.gen > OLD.gen)
EXECUTE FUNCTION dawdle();
"""


@pytest.fixture
def account(alice: Caller, sandbox: Sandbox) -> Account:
    account = alice.connect(sandbox, "studio.nord")
    let_expire(account, seconds=0)
    return account


@pytest.fixture
def slow_update() -> Iterator[None]:
    """Have the database take a minute over storing a new pair."""
    with connection.cursor() as cursor:
        cursor.execute(SLOW_UPDATE)
    yield
    hurry()


def hurry() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DROP FUNCTION IF EXISTS dawdle CASCADE")


@contextmanager
def dead_end() -> Iterator[socket.socket]:
    """Put something in TikTok's place that takes connections and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(20)
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        with override_settings(TIKTOK=replace(settings.TIKTOK, api_url=url)):
            yield listener


@contextmanager
def a_process_that_renews(account: Account, log: Path) -> Iterator[int]:
    """Have another process ask for the account's token; yield the pid to kill."""
    with run_child(token_workers.__file__, "1", str(account.pk), log=log) as child:
        assert read_line(child, log) == "ready"
        assert child.stdin
        print("go", file=child.stdin, flush=True)
        [worker] = Path(f"/proc/{child.pid}/task/{child.pid}/children").read_text().split()
        yield int(worker)


def wait_until(true: Callable[[], object]) -> None:
    deadline = time.monotonic() + 20
    while not true():
        assert time.monotonic() < deadline, "it did not come to this"
        time.sleep(0.01)


def kill(pid: int) -> None:
    """End the process as the kernel would when memory runs out, and what the database was doing for it."""
    os.kill(pid, signal.SIGKILL)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT pg_terminate_backend(pid, 10000) {OTHERS}")


def receive(listener: socket.socket) -> bytes:
    client, _ = listener.accept()
    with client:
        return client.recv(65536)


def works(account: Account) -> bool:
    """Tell whether TikTok takes the token we hold."""
    return tiktok_for(account, fresh_access_token(account.pk)).creator_info().creator_username == account.username


class TestAProcessIsKilled:
    def test_before_it_asks_and_nothing_is_lost(self, sandbox: Sandbox, account: Account, tmp_path: Path) -> None:
        mark = sandbox.mark()
        with dead_end() as tiktok, a_process_that_renews(account, tmp_path / "log") as pid:
            assert receive(tiktok).startswith(b"POST /v2/oauth/token/")
            kill(pid)
        assert AccountToken.objects.get().refresh_started_at is not None

        assert works(account)

        assert len(sandbox.ledger(after=mark, event="oauth.refresh")) == 1
        token = AccountToken.objects.get()
        assert (token.gen, token.refresh_started_at, Account.objects.get().status) == (1, None, "connected")

    def test_after_it_journaled_the_answer_and_the_next_takes_it_over(
        self, sandbox: Sandbox, account: Account, tmp_path: Path, slow_update: None
    ) -> None:
        mark = sandbox.mark()
        with a_process_that_renews(account, tmp_path / "log") as pid:
            wait_until(token_journal.places)
            kill(pid)
        assert AccountToken.objects.get().gen == 0
        hurry()

        assert works(account)

        assert len(sandbox.ledger(after=mark, event="oauth.refresh")) == 1  # the dead process's own
        assert (AccountToken.objects.get().gen, token_journal.places()) == (1, [])

    def test_after_it_journaled_the_answer_and_the_keeper_takes_it_over(
        self, sandbox: Sandbox, account: Account, tmp_path: Path, slow_update: None
    ) -> None:
        mark = sandbox.mark()
        with a_process_that_renews(account, tmp_path / "log") as pid:
            wait_until(token_journal.places)
            kill(pid)
        hurry()

        keep_round(now=timezone.now())

        assert len(sandbox.ledger(after=mark, event="oauth.refresh")) == 1
        assert (AccountToken.objects.get().gen, token_journal.places()) == (1, [])
        assert works(account)

    def test_after_the_commit_and_the_entry_left_behind_changes_nothing(self, account: Account) -> None:
        left = keep_entry(account)
        fresh_access_token(account.pk)
        held = AccountToken.objects.values().get()

        token_journal.write(left)

        assert replay() == 0
        assert AccountToken.objects.values().get() == held
        assert token_journal.places() == []


class TestTheJournal:
    def test_is_sealed_and_readable_by_its_owner_only(self, account: Account) -> None:
        token_journal.write(keep_entry(account))

        [place] = token_journal.places()
        assert place.read_text().startswith("v1.k1.")
        assert (place.stat().st_mode & 0o777, place.parent.stat().st_mode & 0o777) == (0o600, 0o700)

    def test_heals_an_account_whose_answer_was_found_after_all(self, account: Account) -> None:
        entry = keep_entry(account)
        answer = oauth_client(account.app).refresh(open_token(account, "refresh"))
        with pytest.raises(ReconnectRequired):
            fresh_access_token(account.pk)
        assert Account.objects.get().status == "reconnect_required"
        token_journal.write(replace(entry, answer=answer))

        assert replay() == 1

        found = Account.objects.get()
        assert (found.status, found.trouble_code) == ("connected", "")
        assert works(account)

    def test_takes_over_an_answer_whose_writer_was_killed_before_it_had_a_name(self, account: Account) -> None:
        draft = leave_draft(account, age_s=61)
        answer = oauth_client(account.app).refresh(open_token(account, "refresh"))
        token_journal.write(replace(keep_entry(account), answer=answer))
        [place] = token_journal.places()
        place.replace(draft)
        os.utime(draft, (0, 0))

        assert replay() == 1

        assert works(account)
        assert list(token_journal.folder().iterdir()) == []

    def test_leaves_a_draft_alone_that_is_being_written(self, account: Account) -> None:
        draft = leave_draft(account, age_s=1)

        replay()

        assert draft.exists()

    def test_removes_a_torn_draft(self, account: Account) -> None:
        draft = leave_draft(account, age_s=61)

        replay()

        assert not draft.exists()
        assert token_journal.places() == []

    def test_never_replaces_a_fresh_consent(self, alice: Caller, sandbox: Sandbox, account: Account) -> None:
        entry = keep_entry(account)
        alice.delete(f"/accounts/{account.pk}")
        again = alice.connect(sandbox, "studio.nord")
        token_journal.write(entry)  # by another machine, say, which heard of none of this

        assert AccountToken.objects.get().gen == entry.gen
        assert replay() == 0

        assert token_journal.places() == []
        assert works(again)

    def test_forgets_an_account_that_was_let_go(self, alice: Caller, account: Account) -> None:
        token_journal.write(keep_entry(account))

        alice.delete(f"/accounts/{account.pk}")

        assert token_journal.places() == []


def leave_draft(account: Account, *, age_s: float) -> Path:
    """Leave what a writer leaves that was killed at half of it."""
    token_journal.folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = token_journal.folder() / f".{account.pk}.{AccountToken.objects.get().gen}.4711"
    draft.write_text("v1.k1.torn")
    at = time.time() - age_s
    os.utime(draft, (at, at))
    return draft


def keep_entry(account: Account) -> token_journal.Entry:
    """Return an entry that fits the account's row as it stands."""
    body = {
        "access_token": "act.x",
        "expires_in": 60,
        "open_id": "o",
        "refresh_token": "rft.x",
        "refresh_expires_in": 60,
    }
    spends = token_journal.fingerprint(open_token(account, "refresh"))
    gen = AccountToken.objects.get().gen
    return token_journal.Entry(account.pk, gen, spends, timezone.now(), TokenAnswer.model_validate(body))

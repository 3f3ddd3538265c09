"""Keys can be rotated while Carillon runs: nothing is lost, whatever is killed, and the old key is of no use afterwards."""

import json
import os
import signal
from collections import Counter
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from api.accounts import token_journal
from api.accounts.gateway import key_file, vault
from api.accounts.models import Account, AccountToken, OAuthAttempt, TikTokApp
from api.accounts.tests import token_workers
from api.accounts.tests.children import read_line, run_child
from api.accounts.tests.test_token_crashes import keep_entry
from api.accounts.tests.test_token_crowd import digest
from api.accounts.token_services import fresh_access_token
from conftest import Caller, Sandbox
from core.sealed_places import PLACES, SealedColumn, count_all
from core.vault import Vault, VaultError

pytestmark = pytest.mark.django_db(transaction=True)

ROWS = 10_000
KILLS = 3


def rotate(*words: str, **options: object) -> None:
    call_command("rotate_keys", *words, **options)


def add_rows(caller: Caller, count: int) -> None:
    """Put so many accounts with sealed tokens into the database."""
    app = TikTokApp.objects.create(client_key="many", platform="desktop")
    now, keys = timezone.now(), vault()
    common = {"workspace": caller.member.workspace, "app": app, "nickname": "n", "connected_at": now}
    accounts = Account.objects.bulk_create(
        [Account(open_id=str(number), **common) for number in range(count)], batch_size=1000
    )
    AccountToken.objects.bulk_create(
        [
            AccountToken(
                account=account,
                access_sealed=keys.seal(f"act.{account.pk}", context=f"{account.pk}|access"),
                refresh_sealed=keys.seal(f"rft.{account.pk}", context=f"{account.pk}|refresh"),
                expires_at=now,
                refresh_expires_at=now,
            )
            for account in accounts
        ],
        batch_size=1000,
    )


class TestTheRegister:
    def test_knows_every_sealed_column_there_is(self) -> None:
        there_are = {
            f"{model._meta.label}.{field.name}"
            for model in apps.get_models()
            for field in model._meta.get_fields()
            if field.name.endswith("_sealed")
        }

        assert there_are == {place.name for place in PLACES if isinstance(place, SealedColumn)}
        assert len(there_are) >= 5


class TestARotation:
    def test_seals_every_place_anew_and_all_of_it_still_opens(self, alice: Caller, sandbox: Sandbox) -> None:
        account = alice.connect(sandbox, "studio.nord")
        alice.get("/tiktok/oauth/authorize")
        own = TikTokApp.objects.create(client_key="own", platform="web")
        TikTokApp.objects.filter(pk=own.pk).update(
            client_secret_sealed=vault().seal("s3cret", context=f"{own.pk}|client_secret")
        )
        token_journal.write(keep_entry(account))
        before = count_all()

        rotate()

        assert before == {"k1": 6}  # two tokens, two attempts' verifiers, a secret, a journal entry
        assert count_all() == {"k2": 6}
        own.refresh_from_db()
        assert vault().open(own.client_secret_sealed, context=f"{own.pk}|client_secret") == "s3cret"
        attempt = OAuthAttempt.objects.latest("created_at")
        assert vault().open(attempt.verifier_sealed, context=f"{attempt.pk}|verifier")
        assert token_journal.find(account.pk, gen=0) is not None
        assert fresh_access_token(account.pk)

    def test_waits_for_nobody_and_comes_back_to_what_another_process_had_in_hand(
        self, alice: Caller, sandbox: Sandbox
    ) -> None:
        alice.connect(sandbox, "studio.nord")
        column = next(place for place in PLACES if place.name == "accounts.AccountToken.access_sealed")
        key_file(settings.TOKEN_KEY_FILE).add_key()
        other = connection.copy()
        with other.cursor() as cursor:
            cursor.execute("BEGIN; SELECT 1 FROM accounts_accounttoken FOR UPDATE")
            meanwhile = list(column.reseal(vault()))
            cursor.execute("ROLLBACK")
        other.close()

        assert meanwhile == []
        assert list(column.reseal(vault())) == [(1, 0)]

    def test_is_noticed_by_processes_that_run(self, alice: Caller, sandbox: Sandbox, tmp_path: Path) -> None:
        account, log = alice.connect(sandbox, "studio.nord"), tmp_path / "log"
        with run_child(token_workers.__file__, "2", str(account.pk), log=log) as workers:
            assert read_line(workers, log) == "ready"
            assert workers.stdin
            told = []
            for change in (list, rotate, lambda: rotate("--drop-old", settle=0)):
                change()
                print("go", file=workers.stdin, flush=True)
                told += json.loads(read_line(workers, log))

        assert told == [digest(account)] * 6
        assert list(vault().keys) == ["k2"]

    def test_refuses_to_drop_a_key_that_something_needs(self, alice: Caller, sandbox: Sandbox) -> None:
        account = alice.connect(sandbox, "studio.nord")
        lost = Vault("k1", {"k1": os.urandom(32)}).seal("x", context=f"{account.pk}|access")
        AccountToken.objects.update(access_sealed=lost)
        key_file(settings.TOKEN_KEY_FILE).add_key()

        with pytest.raises(CommandError, match=r"Still on old keys: 1 on k1"):
            rotate("--drop-old", settle=0)

        assert set(vault().keys) == {"k1", "k2"}
        assert AccountToken.objects.get().access_sealed == lost  # left as it was


class TestARotationThatIsKilled:
    def test_thrice_loses_none_of_10_000_rows_and_the_old_key_is_refused_at_the_end(
        self, alice: Caller, tmp_path: Path
    ) -> None:
        add_rows(alice, ROWS)
        old = AccountToken.objects.values_list("access_sealed", "pk")[0]
        seen: list[Counter[str]] = []

        for number in range(KILLS):
            with run_child("manage.py", "rotate_keys", log=tmp_path / "log") as child:
                assert child.stdout
                for _ in range(5 + 10 * number):
                    assert child.stdout.readline()
                os.kill(child.pid, signal.SIGKILL)
            seen.append(count_all())
        rotate()
        rotate("--drop-old", settle=0)

        assert all(found["k1"] > 0 and found["k2"] > 0 and found.total() == 2 * ROWS for found in seen), seen
        assert count_all() == {"k2": 2 * ROWS}
        keys = vault()
        assert list(keys.keys) == ["k2"]
        for pk, access, refresh in AccountToken.objects.values_list("pk", "access_sealed", "refresh_sealed"):
            assert keys.open(access, context=f"{pk}|access") == f"act.{pk}"
            assert keys.open(refresh, context=f"{pk}|refresh") == f"rft.{pk}"
        with pytest.raises(VaultError, match="does not open"):
            keys.open(old[0], context=f"{old[1]}|access")
        assert "k1" not in json.loads(settings.TOKEN_KEY_FILE.read_text())["keys"]

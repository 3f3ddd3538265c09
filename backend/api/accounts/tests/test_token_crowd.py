"""The promise P4: no two of our processes ever present the same refresh token."""

import json
from collections import Counter
from hashlib import sha256
from pathlib import Path

import pytest

from api.accounts.models import Account, AccountToken
from api.accounts.tests import token_workers
from api.accounts.tests.children import read_line, run_child
from api.accounts.tests.conftest import let_expire, open_token
from conftest import Caller, Sandbox

PROCESSES = 32
ROUNDS = 200


@pytest.mark.django_db(transaction=True)
class TestACrowdOfProcesses:
    def test_refreshes_a_token_once_each_time_it_ends(self, alice: Caller, sandbox: Sandbox, tmp_path: Path) -> None:
        account = alice.connect(sandbox, "studio.nord")
        mark, log = sandbox.mark(), tmp_path / "workers.log"
        agreed = 0

        with run_child(token_workers.__file__, str(PROCESSES), str(account.pk), log=log) as crowd:
            assert read_line(crowd, log) == "ready"
            assert crowd.stdin
            for _ in range(ROUNDS):
                let_expire(account, seconds=0)
                print("go", file=crowd.stdin, flush=True)
                told = Counter(json.loads(read_line(crowd, log)))
                assert told == {digest(account): PROCESSES}, log.read_text()[-3000:]
                agreed += 1

        assert agreed == ROUNDS
        assert len(sandbox.ledger(after=mark, event="oauth.refresh")) == ROUNDS
        token = AccountToken.objects.get()
        assert (token.gen, token.refresh_started_at, token.refresh_tries) == (ROUNDS, None, 0)


def digest(account: Account) -> str:
    return sha256(open_token(account, "access").encode()).hexdigest()

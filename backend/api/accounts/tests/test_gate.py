"""That every process has one gate of its own, and who stands at it."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from api.accounts.gate import Keepers, keepers, line_up
from api.accounts.gateway import tiktok_for
from conftest import Caller, Sandbox
from tiktok.errors import RateLimited
from tiktok.operations import Operation

BACKEND = Path(__file__).resolve().parents[3]
FORK = """
import os, django
django.setup()
from api.accounts.gate import keepers
before = keepers()
before.valkey.ping()
child = os.fork()
if child == 0:
    os._exit(0 if keepers() is not before and keepers().valkey.ping() else 1)
_, status = os.waitpid(child, 0)
assert os.waitstatus_to_exitcode(status) == 0
assert keepers() is before and before.valkey.ping()
"""


class TestKeepers:
    def test_are_made_once_by_whichever_thread_comes_first(self, sandbox: Sandbox) -> None:
        start, made = threading.Barrier(8), list[Keepers]()

        def take() -> None:
            start.wait()
            made.append(keepers())

        threads = [threading.Thread(target=take) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert {id(each) for each in made} == {id(keepers())}

    def test_are_made_anew_in_a_child_process(self) -> None:
        ended = subprocess.run([sys.executable, "-c", FORK], cwd=BACKEND, capture_output=True, text=True, check=False)

        assert ended.returncode == 0, ended.stderr


@pytest.mark.django_db
class TestGate:
    def test_counts_by_account_whatever_its_token(self, alice: Caller, sandbox: Sandbox) -> None:
        account = alice.connect(sandbox, "studio.nord")
        for number in range(20):
            with pytest.raises(Exception, match="access_token_invalid"):
                tiktok_for(account, f"token {number}").creator_info()

        with pytest.raises(RateLimited) as refused:
            tiktok_for(account, "another").creator_info()

        assert refused.value.ours

    def test_keeps_the_turn_of_who_lined_up(self, alice: Caller, sandbox: Sandbox) -> None:
        account = alice.connect(sandbox, "studio.nord")
        for number in range(20):
            line_up(account, Operation.CREATOR_INFO, holder=f"post {number}")

        with pytest.raises(RateLimited):
            tiktok_for(account, "x").creator_info()
        with pytest.raises(Exception, match="access_token_invalid"):
            tiktok_for(account, "x", holder="post 7").creator_info()

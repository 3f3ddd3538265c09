"""A thousand accounts with a million samples: what does not depend on how quick the machine is, or how busy."""

import json
import subprocess
import sys
from typing import Any

import pytest

from bench.analytics.bars import MOST_PAGES, MOST_QUERIES, SINGLE
from launcher import environment
from launcher.paths import ROOT

SLOWEST_S = 600


@pytest.fixture(scope="module")
def found() -> dict[str, Any]:
    argv = [sys.executable, "-m", "bench.analytics", "--size", "1m", "--counts"]
    done = subprocess.run(
        argv, cwd=ROOT, env=environment.base(), capture_output=True, text=True, timeout=SLOWEST_S, check=False
    )
    lines = done.stdout.splitlines()
    assert lines, done.stderr
    assert lines[-1].startswith("{"), done.stdout + done.stderr
    told: dict[str, Any] = json.loads(lines[-1])
    return told


class TestAMillionSamples:
    def test_are_not_searched(self, found: dict[str, Any]) -> None:
        assert found["rows"]["samples"] > 1_000_000
        assert {name: found["pages_most"][name] for name in SINGLE if found["pages_most"][name] > MOST_PAGES} == {}

    def test_are_asked_by_as_few_queries_as_those_of_ten_accounts(self, found: dict[str, Any]) -> None:
        assert found["queries"] == found["queries_of_ten"]
        assert {name: count for name, count in found["queries"].items() if count > MOST_QUERIES[name]} == {}

    def test_are_what_the_roll_ups_say(self, found: dict[str, Any]) -> None:
        assert found["verified_accounts"] >= 10
        assert found["verify_differences"] == 0

"""The probe finds out what a TikTok does, and the sandbox can be made to do the same."""

import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from api.accounts.models import Account
from api.accounts.probe_services import ProbeRefused, measure
from api.accounts.token_services import fresh_access_token
from conftest import CLIP, Caller, Sandbox

pytestmark = pytest.mark.django_db


@pytest.fixture
def account(alice: Caller, sandbox: Sandbox) -> Account:
    return alice.connect(sandbox, "linden.private")


def briefly(_: float) -> None:
    """Let the sandbox look at the clip, without TikTok's three seconds between two looks."""
    time.sleep(0.1)


def probe(account: Account, *, risky: bool = False) -> dict[str, object]:
    profile = measure(account=account, clip=CLIP, spend_refresh_token=risky, say=lambda _: None, pause=briefly)
    findings = profile["findings"]
    assert isinstance(findings, list)
    return {finding["question"]: finding["value"] for finding in findings} | {"sandbox": profile["sandbox"]}


class TestMeasure:
    @pytest.mark.parametrize(
        "knobs",
        [
            {"oauth_error_status": "200", "access_token_seconds": 7200, "refresh_token_seconds": 15552000},
            {"oauth_error_status": "rfc", "access_token_seconds": 86400, "refresh_token_seconds": 31536000},
            {"repeated_chunk_status": 201},
            {"repeated_chunk_status": 400, "old_access_survives_refresh": False},
        ],
    )
    def test_finds_how_this_tiktok_behaves(
        self, account: Account, turn: Callable[..., None], knobs: dict[str, object]
    ) -> None:
        turn(**knobs)

        found = probe(account)

        assert isinstance(found["sandbox"], dict)
        assert {name: found["sandbox"].get(name) for name in knobs} == knobs

    def test_posts_once_and_for_its_owner_only(self, sandbox: Sandbox, account: Account) -> None:
        mark = sandbox.mark()

        found = probe(account)

        accepted = sandbox.ledger(after=mark, event="init.accepted")
        assert {entry["post_info"]["privacy_level"] for entry in accepted} == {"SELF_ONLY"}
        assert len(sandbox.ledger(after=mark, event="post.completed")) == 1
        assert found["outcome_after_a_repeated_chunk"]["status"] == "PUBLISH_COMPLETE"  # type: ignore[index]

    def test_reads_the_limit_off_the_first_refusal(self, account: Account) -> None:
        found = probe(account)

        assert found["rate_limit"] == {"calls_let_through": 20, "retry_after": ""}

    def test_spends_an_old_refresh_token_only_when_asked(self, account: Account) -> None:
        assert "spent_refresh_token_accepted" not in probe(account)

    def test_tells_whether_a_spent_refresh_token_still_works(self, account: Account) -> None:
        found = probe(account, risky=True)

        assert (found["spent_refresh_token_accepted"], found["pair_alive_after_reuse"]) == (False, True)
        assert fresh_access_token(account.pk)

    def test_holds_no_secret_in_what_it_writes(self, account: Account) -> None:
        profile = measure(account=account, clip=CLIP, spend_refresh_token=True, say=lambda _: None, pause=briefly)

        assert not any(mark in json.dumps(profile) for mark in ("act.", "rft.", "upload_token"))

    def test_refuses_an_account_that_allowed_too_little(self, alice: Caller, sandbox: Sandbox) -> None:
        account = alice.connect(sandbox, "quiet.room", ["user.info.basic"])

        with pytest.raises(ProbeRefused, match=r"video\.publish"):
            probe(account)


class TestCommand:
    def test_writes_a_profile_that_the_sandbox_takes(self, account: Account, sandbox: Sandbox, tmp_path: Path) -> None:
        out = tmp_path / "profile.json"

        call_command("tiktok_probe", "@linden.private", "--yes", "--out", str(out))

        wanted = json.loads(out.read_text())["sandbox"]
        assert sandbox.http.put("/sandbox/api/settings", json=wanted).status_code == 200

    def test_names_an_account_that_is_not_there(self, account: Account) -> None:
        with pytest.raises(CommandError, match=r"@nobody"):
            call_command("tiktok_probe", "nobody", "--yes")

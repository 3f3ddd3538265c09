"""Switching scenarios on and off."""

from pathlib import Path
from typing import Any

import pytest
from asks import code_of, init_body
from client_app import App
from driver import Server

from carillon_sandbox.faults.scenarios import SCENARIOS

USER = "/v2/user/info/?fields=open_id"
NAMES = {
    "rate_limited", "spam_cap", "pending_drafts_cap", "banned", "active_user_cap", "unaudited", "auth_removed",
    "lost_answer", "lost_refresh_answer", "slow_moderation", "never_moderated", "html_502", "outage", "slow_upload",
    "upload_expires", "upload_416", "token_invalid", "wrong_code", "hanging", "processing_failed", "chaos",
    "counters_zero", "counters_negative", "counters_halved", "counters_missing",
}  # fmt: skip


@pytest.fixture
def nord(fresh: Server) -> App:
    return fresh.connect("studio.nord")


class TestSwitch:
    def test_lists_all_of_them_with_a_sentence(self, shared: Server) -> None:
        told = shared.http.get("/sandbox/api/scenarios").json()

        assert {scenario["name"] for scenario in told["scenarios"]} == NAMES == set(SCENARIOS)
        assert all(scenario["sentence"].endswith(".") for scenario in told["scenarios"])
        assert told["active"] == []

    def test_the_readme_names_them_all(self) -> None:
        text = (Path(__file__).parents[1] / "README.md").read_text()

        assert all(f"| `{name}` |" in text for name in SCENARIOS)

    def test_a_new_one_takes_the_place_of_the_one_before(self, fresh: Server, nord: App) -> None:
        fresh.scenario("outage", "studio.nord")
        chosen = fresh.scenario("banned", "studio.nord", times=3, seed=9)

        assert (chosen["times"], chosen["seed"]) == (3, 9)
        (active,) = fresh.http.get("/sandbox/api/scenarios").json()["active"]
        assert (active["name"], active["handle"], active["times"]) == ("banned", "studio.nord", 3)
        assert nord.get(USER).status_code == 200

    def test_one_account_and_all_are_switched_apart(self, fresh: Server, nord: App) -> None:
        fresh.scenario("outage")
        fresh.scenario("banned", "studio.nord")

        assert fresh.http.delete("/sandbox/api/scenario").status_code == 204
        assert code_of(nord.init(init_body(10))) == (403, "spam_risk_user_banned_from_posting")
        assert fresh.http.delete("/sandbox/api/accounts/studio.nord/scenario").status_code == 204
        assert code_of(nord.init(init_body(10))) == (200, "ok")

    def test_leaves_single_faults_alone(self, fresh: Server, nord: App) -> None:
        fresh.fault("http_500_before", path="user_info")
        fresh.scenario("banned")
        fresh.http.delete("/sandbox/api/scenario")

        assert nord.get(USER).status_code == 500

    def test_survives_a_restart(self, fresh: Server, nord: App) -> None:
        fresh.scenario("outage", "studio.nord")
        fresh.stop()
        fresh.start()
        nord.http = fresh.http

        assert nord.get(USER).status_code == 500

    def test_one_that_is_used_up_is_off(self, fresh: Server, nord: App) -> None:
        fresh.unjudged()
        fresh.scenario("html_502", "studio.nord", times=1)
        assert nord.get(USER).status_code == 502

        assert fresh.http.get("/sandbox/api/scenarios").json()["active"] == []

    @pytest.mark.parametrize(
        ("handle", "body", "status"),
        [
            (None, {"name": "rain"}, 400),
            (None, {}, 400),
            (None, {"name": "outage", "times": -1}, 400),
            (None, {"name": "outage", "options": {"seconds": 1}}, 400),
            (None, {"name": "outage", "options": 1}, 400),
            (None, {"name": "outage", "loud": True}, 400),
            ("nobody", {"name": "outage"}, 404),
        ],
    )
    def test_nonsense_is_refused(self, shared: Server, handle: str | None, body: dict[str, Any], status: int) -> None:
        path = "/sandbox/api/scenario" if handle is None else f"/sandbox/api/accounts/{handle}/scenario"

        answer = shared.http.put(path, json=body)

        assert answer.status_code == status
        assert set(answer.json()) == {"code", "message"}
        assert shared.http.get("/sandbox/api/scenarios").json()["active"] == []

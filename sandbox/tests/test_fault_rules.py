"""Fault rules: whom they hit, how often, by which chance, and what the ledger tells."""

import pytest
from asks import KEY, SECRET, init_body
from client_app import App
from driver import Server
from hypothesis import given
from hypothesis import strategies as st

from carillon_sandbox.faults.chance import draw
from carillon_sandbox.faults.kinds import KINDS

USER = "/v2/user/info/?fields=open_id"


class TestWhom:
    def test_one_account_by_token_code_refresh_token_and_upload(self, fresh: Server) -> None:
        nord, mira = fresh.connect("studio.nord"), fresh.connect("mira.builds")
        uploads = [app.open_upload(10)["upload_url"] for app in (nord, mira)]
        fresh.fault("http_500_before", handle="studio.nord")

        spoiled = [
            nord.get(USER),
            nord.put(uploads[0], b"0123456789", 0, 10),
            fresh.refresh(nord.tokens["refresh_token"]),
            fresh.token(code=fresh.code("studio.nord")),
            fresh.http.post("/v2/oauth/revoke/", data=_revocation(nord)),
        ]
        spared = [
            mira.get(USER),
            mira.put(uploads[1], b"0123456789", 0, 10),
            fresh.refresh(mira.tokens["refresh_token"]),
            fresh.token(code=fresh.code("mira.builds")),
            fresh.http.post("/v2/oauth/revoke/", data=_revocation(mira)),
        ]

        assert [answer.status_code for answer in spoiled] == [500] * 5
        assert [answer.status_code for answer in spared] == [200, 201, 200, 200, 200]
        assert {entry["handle"] for entry in fresh.events("fault.applied")} == {"studio.nord"}

    def test_one_group_of_paths(self, fresh: Server) -> None:
        app = fresh.connect("studio.nord")
        fresh.fault("http_500_before", path="creator_info")

        assert app.creator_info().status_code == 500
        assert (app.get(USER).status_code, app.init(init_body(10)).status_code) == (200, 200)

    def test_never_the_control_api_the_pages_or_the_consent_page(self, fresh: Server) -> None:
        fresh.fault("http_500_before")

        paths = ("/sandbox/health", "/sandbox/api/accounts", "/", "/static/sandbox.css", "/v2/auth/authorize/")

        assert [fresh.http.get(path).status_code for path in paths] == [200, 200, 200, 200, 400]

    def test_so_many_times_and_then_never_again(self, fresh: Server) -> None:
        app = fresh.connect("studio.nord")
        fresh.fault("http_500_before", times=2)

        assert [app.get(USER).status_code for _ in range(4)] == [500, 500, 200, 200]
        assert [rule["times"] for rule in fresh.http.get("/sandbox/api/faults").json()] == [0]


class TestChance:
    def spoiled(self, server: Server, app: App, seed: int) -> list[bool]:
        server.http.delete("/sandbox/api/faults")
        server.fault("http_500_before", probability=0.5, seed=seed)
        return [app.get(USER).status_code == 500 for _ in range(30)]

    def test_the_same_seed_hits_the_same_calls(self, fresh: Server) -> None:
        app = fresh.connect("studio.nord")

        first, other, again = (self.spoiled(fresh, app, seed) for seed in (1, 2, 1))

        assert first == again
        assert first != other
        assert 5 < sum(first) < 25

    def test_a_restart_goes_on_in_the_row_of_draws(self, fresh: Server) -> None:
        app = fresh.connect("studio.nord")
        whole = self.spoiled(fresh, app, 7)
        fresh.http.delete("/sandbox/api/faults")
        fresh.fault("http_500_before", probability=0.5, seed=7)
        before = [app.get(USER).status_code == 500 for _ in range(10)]

        fresh.stop()
        fresh.start()
        app.http = fresh.http

        assert before + [app.get(USER).status_code == 500 for _ in range(20)] == whole

    @given(st.integers(0, 2**53 - 1), st.integers(0, 10**6))
    def test_draws_lie_between_nothing_and_one(self, seed: int, number: int) -> None:
        assert 0 <= draw(seed, "stream", number) < 1


class TestLedger:
    def test_tells_of_each_hit_without_secrets(self, fresh: Server) -> None:
        app = fresh.connect("studio.nord")
        rule = fresh.fault("http_500_after", path="init", seed=3)

        app.init(init_body(10))

        (applied,) = fresh.events("fault.applied")
        assert (applied["fault"], applied["kind"], applied["call"]) == (rule["id"], "http_500_after", "video_init")
        assert (applied["handle"], applied["seed"]) == ("studio.nord", 3)
        text = (fresh.data / "ledger.jsonl").read_text()
        assert app.tokens["access_token"] not in text


class TestRules:
    @pytest.mark.parametrize(
        "body",
        [
            {},
            {"kind": "fire"},
            {"kind": "hang", "path": "everything"},
            {"kind": "slow_put", "path": "init"},
            {"kind": "hang", "times": 0},
            {"kind": "hang", "probability": 0},
            {"kind": "hang", "probability": 2},
            {"kind": "hang", "seed": -1},
            {"kind": "hang", "options": {"minutes": 1}},
            {"kind": "hang", "options": {"seconds": "long"}},
            {"kind": "hang", "options": []},
            {"kind": "slow_put", "options": {"bytes_per_second": 1}},
            {"kind": "wrong_code", "options": {"code": "a b"}},
            {"kind": "refused", "options": {"spares": ["me"]}},
            {"kind": "counters_zero", "path": "init"},
            {"kind": "counters_zero", "options": {"factor": 0.5}},
            {"kind": "counters_halved", "options": {"factor": 1.5}},
            {"kind": "counters_halved", "options": {"factor": -1}},
            {"kind": "hang", "handle": 7},
            {"kind": "hang", "how": "long"},
        ],
    )
    def test_nonsense_is_refused(self, shared: Server, body: dict[str, object]) -> None:
        answer = shared.http.post("/sandbox/api/faults", json=body)

        assert (answer.status_code, answer.json()["code"]) == (400, "fault_refused")
        assert shared.http.get("/sandbox/api/faults").json() == []

    def test_an_unknown_account_is_refused(self, shared: Server) -> None:
        answer = shared.http.post("/sandbox/api/faults", json={"kind": "hang", "handle": "nobody"})

        assert answer.status_code == 404

    def test_one_is_removed_or_all(self, fresh: Server) -> None:
        first, second = (fresh.fault("hang")["id"] for _ in range(2))

        assert fresh.http.delete(f"/sandbox/api/faults/{first}").status_code == 204
        assert [rule["id"] for rule in fresh.http.get("/sandbox/api/faults").json()] == [second]
        assert fresh.http.delete(f"/sandbox/api/faults/{first}").status_code == 404
        assert fresh.http.delete("/sandbox/api/faults").status_code == 204
        assert fresh.http.get("/sandbox/api/faults").json() == []

    def test_every_kind_has_a_sentence(self) -> None:
        assert all(kind.sentence.endswith(".") for kind in KINDS.values())


def _revocation(app: App) -> dict[str, str]:
    return {"client_key": KEY, "client_secret": SECRET, "token": app.tokens["access_token"]}

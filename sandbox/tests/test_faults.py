"""Calls that go wrong on purpose: each kind of fault, over the wire."""

import time
from typing import Any

import httpx2
import pytest
from clips import draw_clip
from driver import KEY, SECRET, App, Server, code_of, init_body
from hypothesis import given
from hypothesis import strategies as st

from carillon_sandbox.chance import draw
from carillon_sandbox.fault_kinds import KINDS

USER = "/v2/user/info/?fields=open_id"


def events(server: Server, name: str) -> list[dict[str, Any]]:
    return [entry for entry in server.ledger() if entry["event"] == name]


class TestBefore:
    def test_http_500_before_does_nothing_and_answers_in_the_shape_of_its_path(self, fresh: Server) -> None:
        app = fresh.connect("studio.nord")
        url = app.open_upload(10)["upload_url"]
        fresh.fault("http_500_before")

        init, oauth, put = app.init(init_body(10)), fresh.refresh("x"), app.put(url, b"0123456789", 0, 10)

        assert code_of(init) == (500, "internal_error")
        assert (oauth.status_code, oauth.json()["error"]) == (500, "server_error")
        assert (put.status_code, put.content) == (500, b"")
        assert [len(events(fresh, name)) for name in ("init.accepted", "chunk.accepted", "oauth.refresh")] == [1, 0, 0]

    def test_rate_limited_names_a_time_only_when_told_to(self, fresh: Server) -> None:
        app = fresh.connect("studio.nord")
        fresh.fault("rate_limited", times=1, options={"retry_after": 7})
        fresh.fault("rate_limited")

        first, second = app.init(init_body(10)), app.init(init_body(10))

        assert (code_of(first), first.headers["retry-after"]) == ((429, "rate_limit_exceeded"), "7")
        assert (code_of(second), "retry-after" in second.headers) == ((429, "rate_limit_exceeded"), False)

    def test_html_502_is_no_json(self, fresh: Server) -> None:
        fresh.unjudged()
        app = fresh.connect("studio.nord")
        fresh.fault("html_502")

        answer = app.get(USER)

        assert (answer.status_code, answer.headers["content-type"]) == (502, "text/html; charset=utf-8")
        assert answer.headers["x-tt-logid"]

    def test_wrong_code_is_json_of_the_right_shape(self, fresh: Server) -> None:
        fresh.unjudged()
        app = fresh.connect("studio.nord")
        fresh.fault("wrong_code", options={"code": "moon_phase", "status": 403})

        answer, oauth = app.get(USER), fresh.refresh("x")

        assert code_of(answer) == (403, "moon_phase")
        assert (oauth.status_code, oauth.json()["error"]) == (403, "moon_phase")

    def test_a_large_chunk_still_gets_its_answer(self, fresh: Server) -> None:
        fresh.unjudged()
        app = fresh.connect("studio.nord")
        url = app.open_upload(20_000_000)["upload_url"]
        fresh.fault("html_502", path="upload")

        assert app.put(url, bytes(20_000_000), 0, 20_000_000).status_code == 502


class TestAfter:
    def test_http_500_after_has_done_what_was_asked(self, fresh: Server) -> None:
        app = fresh.connect("studio.nord")
        fresh.fault("http_500_after", path="init")

        answer = app.init(init_body(10))

        assert code_of(answer) == (500, "internal_error")
        assert len(events(fresh, "init.accepted")) == 1

    def test_lost_answer_has_done_what_was_asked_and_closes_the_line(self, fresh: Server) -> None:
        app = fresh.connect("studio.nord")
        fresh.fault("lost_answer", path="init", times=1)

        with pytest.raises(httpx2.TransportError):
            app.init(init_body(10))

        assert len(events(fresh, "init.accepted")) == 1
        assert app.init(init_body(10)).status_code == 200

    def test_bad_json_is_half_of_the_true_answer(self, fresh: Server) -> None:
        fresh.unjudged()
        app = fresh.connect("studio.nord")
        fresh.fault("bad_json", path="init")

        answer = app.init(init_body(10))

        assert (answer.status_code, answer.text.startswith('{"data":{"publish_id"')) == (200, True)
        with pytest.raises(ValueError, match=r"Unterminated|Expecting"):
            answer.json()
        assert len(events(fresh, "init.accepted")) == 1

    def test_hang_does_at_once_and_answers_afterwards(self, fresh: Server) -> None:
        app = fresh.connect("studio.nord")
        fresh.fault("hang", path="init", options={"seconds": 0.4})

        with pytest.raises(httpx2.ReadTimeout):
            app.http.post("/v2/post/publish/video/init/", headers=app.headers, json=init_body(10), timeout=0.2)
        done = len(events(fresh, "init.accepted"))

        assert done == 1
        assert app.init(init_body(10)).status_code == 200

    def test_late_takes_effect_when_nobody_waits_any_more(self, fresh: Server) -> None:
        app = fresh.connect("studio.nord")
        fresh.fault("late", path="init", options={"seconds": 0.4}, times=1)
        with pytest.raises(httpx2.ReadTimeout):
            app.http.post("/v2/post/publish/video/init/", headers=app.headers, json=init_body(10), timeout=0.2)
        before = len(events(fresh, "init.accepted"))

        time.sleep(0.4)

        assert (before, len(events(fresh, "init.accepted"))) == (0, 1)

    def test_a_late_chunk_is_whole(self, fresh: Server) -> None:
        app, clip = fresh.connect("studio.nord"), draw_clip(seconds=0.2)
        fresh.fault("late", path="upload", options={"seconds": 0.05})

        assert app.publish(clip)["status"] == "PUBLISH_COMPLETE"

    def test_the_server_stops_while_it_holds_an_answer_back(self, fresh: Server) -> None:
        app = fresh.connect("studio.nord")
        fresh.fault("hang", options={"seconds": 60})
        with pytest.raises(httpx2.ReadTimeout):
            app.http.get(USER, headers=app.headers, timeout=0.2)

        assert fresh.stop() < 5


class TestUploads:
    def test_cut_body_accepts_nothing(self, fresh: Server) -> None:
        app = fresh.connect("studio.nord")
        opened = app.open_upload(1_000_000)
        fresh.fault("cut_body", path="upload", times=1)

        with pytest.raises(httpx2.TransportError):
            app.put(opened["upload_url"], bytes(1_000_000), 0, 1_000_000)

        assert app.status(opened["publish_id"])["uploaded_bytes"] == 0
        assert app.put(opened["upload_url"], bytes(1_000_000), 0, 1_000_000).status_code == 201

    def test_upload_416_tells_the_true_progress(self, fresh: Server) -> None:
        app, half = fresh.connect("studio.nord"), 6_000_000
        url = app.open_upload(2 * half, half, 2)["upload_url"]
        assert app.put(url, bytes(half), 0, 2 * half).status_code == 206
        fresh.fault("upload_416", times=1)

        refused = app.put(url, bytes(half), half, 2 * half)

        assert (refused.status_code, refused.headers["content-range"]) == (416, f"bytes 0-{half}/{2 * half}")
        assert app.put(url, bytes(half), half, 2 * half).status_code == 201

    def test_slow_put_takes_its_time(self, fresh: Server) -> None:
        app = fresh.connect("studio.nord")
        url = app.open_upload(100_000)["upload_url"]
        fresh.fault("slow_put", options={"bytes_per_second": 200_000})
        begun = time.monotonic()

        assert app.put(url, bytes(100_000), 0, 100_000).status_code == 201

        assert time.monotonic() - begun >= 0.5

    def test_an_expired_address_stays_expired(self, fresh: Server) -> None:
        app = fresh.connect("studio.nord")
        url = app.open_upload(10)["upload_url"]
        fresh.fault("upload_url_expired", times=1)

        assert [app.put(url, b"0123456789", 0, 10).status_code for _ in range(2)] == [403, 403]


class TestTokens:
    def test_token_revoked_ends_the_consent_and_fails_what_is_under_way(self, fresh: Server) -> None:
        app = fresh.connect("studio.nord")
        publish_id = app.open_upload(10)["publish_id"]
        fresh.fault("token_revoked", path="status", times=1)

        answer = app.post("/v2/post/publish/status/fetch/", {"publish_id": publish_id})

        assert code_of(answer) == (401, "access_token_invalid")
        assert fresh.refresh(app.tokens["refresh_token"]).json()["error"] == "invalid_grant"
        again = fresh.connect("studio.nord").status(publish_id)
        assert (again["status"], again["fail_reason"]) == ("FAILED", "auth_removed")
        assert [entry["reason"] for entry in events(fresh, "auth.removed")] == [1]

    def test_a_refusal_by_code_does_not_come_before_the_token_check(self, fresh: Server) -> None:
        fresh.fault("refused", options={"code": "spam_risk_too_many_posts"})

        answer = fresh.http.get(USER, headers={"Authorization": "Bearer act.x"})

        assert code_of(answer) == (401, "access_token_invalid")
        assert events(fresh, "fault.applied") == []


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
        assert {entry["handle"] for entry in events(fresh, "fault.applied")} == {"studio.nord"}

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

        (applied,) = events(fresh, "fault.applied")
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

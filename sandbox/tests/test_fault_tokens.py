"""Faults that end a consent, and what they leave alone."""

import time
from concurrent.futures import ThreadPoolExecutor

from asks import code_of
from driver import Server

USER = "/v2/user/info/?fields=open_id"


class TestTokens:
    def test_token_revoked_ends_the_consent_and_fails_what_is_under_way(self, fresh: Server) -> None:
        app = fresh.connect("studio.nord")
        opened = app.open_upload(10)
        publish_id = opened["publish_id"]
        fresh.fault("token_revoked", path="status", times=1)

        answer = app.post("/v2/post/publish/status/fetch/", {"publish_id": publish_id})

        assert code_of(answer) == (401, "access_token_invalid")
        assert fresh.refresh(app.tokens["refresh_token"]).json()["error"] == "invalid_grant"
        again = fresh.connect("studio.nord").status(publish_id)
        assert (again["status"], again["fail_reason"]) == ("FAILED", "auth_removed")
        assert app.put(opened["upload_url"], b"0123456789", 0, 10).status_code == 404
        assert [entry["reason"] for entry in fresh.events("authorization.removed")] == [1]

    def test_token_revoked_leaves_other_apps_alone(self, fresh: Server) -> None:
        client = fresh.register(name="Another app")
        app, other = fresh.connect("studio.nord"), fresh.connect("studio.nord", client=client)
        fresh.fault("token_revoked", path="user_info", times=1)

        assert code_of(app.get(USER)) == (401, "access_token_invalid")
        assert code_of(other.get(USER)) == (200, "ok")

    def test_a_refusal_by_code_does_not_come_before_the_token_check(self, fresh: Server) -> None:
        fresh.fault("refused", options={"code": "spam_risk_too_many_posts"})

        answer = fresh.http.get(USER, headers={"Authorization": "Bearer act.x"})

        assert code_of(answer) == (401, "access_token_invalid")
        assert fresh.events("fault.applied") == []

    def test_a_chunk_on_its_way_does_not_bring_a_failed_post_back(self, fresh: Server) -> None:
        app, other = fresh.connect("studio.nord"), fresh.connect("studio.nord")
        opened = app.open_upload(200_000)
        fresh.fault("slow_put", options={"bytes_per_second": 100_000})
        with ThreadPoolExecutor(1) as pool:
            sending = pool.submit(app.put, opened["upload_url"], bytes(200_000), 0, 200_000)
            time.sleep(0.3)
            removed = fresh.http.post("/sandbox/api/accounts/studio.nord/remove-authorization", json={})

            assert removed.status_code == 200
            assert sending.result().status_code == 404
        assert code_of(other.get(USER)) == (401, "access_token_invalid")
        again = fresh.connect("studio.nord").status(opened["publish_id"])
        assert (again["status"], again["uploaded_bytes"]) == ("FAILED", 0)

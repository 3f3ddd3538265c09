"""Webhooks: what is told, and how it is signed."""

import time
from typing import Any

import pytest
from asks import KEY, SECRET, pull_body
from clips import draw_clip
from driver import Server
from files import FileServer
from receiver import Receiver, deliveries, is_signed

from carillon_sandbox.webhooks.rules import next_due, sign, write_body

COMPLETE, AVAILABLE = "post.publish.complete", "post.publish.publicly_available"


class TestShape:
    def test_of_body_and_signature_is_that_of_the_test_vector(self) -> None:
        content = {"publish_id": "v_pub_file~v2-1.7600000000000000001", "publish_type": "DIRECT_PUBLISH"}
        body = write_body(KEY, COMPLETE, 1795348800, "-000sandboxopenid0001", content)

        assert body == (
            '{"client_key":"sbxclientkey0001","event":"post.publish.complete","create_time":1795348800,'
            '"user_openid":"-000sandboxopenid0001","content":"{\\"publish_id\\":\\"v_pub_file~v2-1.7600000000000000001'
            '\\",\\"publish_type\\":\\"DIRECT_PUBLISH\\"}"}'
        )
        expected = "t=1795348801,s=7de9580d534da322c9eef02078dbf9c2187a8f91b90d567dc41ad3bd3da6d0d3"
        assert sign(SECRET, 1795348801, body.encode()) == expected

    def test_of_the_waits_doubles_until_72_hours_are_over(self) -> None:
        now = 0.0
        waits: list[float] = []
        while (due := next_due(len(waits) + 1, first_at=0.0, now=now, scale=1.0)) is not None:
            waits.append(due - now)
            now = due

        assert waits[:4] == [10, 20, 40, 80]
        assert max(waits) == 6 * 3600
        assert 66 * 3600 < now <= 72 * 3600


class TestEvents:
    def test_a_public_post_is_complete_and_then_available(self, told: Server, receiver: Receiver) -> None:
        app = told.connect("studio.nord")
        publish_id = app.send(draw_clip(seconds=0.2))
        (post_id,) = app.wait(publish_id, public=True)["publicaly_available_post_id"]

        complete, available = receiver.wait(2)

        assert (complete.body["event"], available.body["event"]) == (COMPLETE, AVAILABLE)
        assert complete.content == {"publish_id": publish_id, "publish_type": "DIRECT_PUBLISH"}
        assert available.content == {**complete.content, "post_id": str(post_id)}
        assert complete.path == "/tiktok/webhook"
        assert (complete.body["client_key"], complete.body["user_openid"]) == (KEY, app.tokens["open_id"])
        assert abs(complete.body["create_time"] - time.time()) < 60
        assert is_signed(complete)
        assert is_signed(available)

    def test_a_private_post_is_never_available(self, told: Server, receiver: Receiver) -> None:
        told.connect("studio.nord").publish(draw_clip(seconds=0.2), privacy_level="SELF_ONLY")

        deliveries(told, ended=1)
        time.sleep(0.2)

        assert receiver.events(1) == [COMPLETE]

    def test_a_draft_is_delivered_and_later_complete(self, told: Server, receiver: Receiver) -> None:
        app = told.connect("studio.nord")
        publish_id = app.send_draft(draw_clip(seconds=0.2))
        app.wait(publish_id)
        receiver.wait(1)

        told.http.post(f"/sandbox/api/drafts/{publish_id}/post", json={})

        assert receiver.events(2) == ["post.publish.inbox_delivered", COMPLETE]
        assert {heard.content["publish_type"] for heard in receiver.heard} == {"INBOX_SHARE"}

    def test_a_failed_post_tells_its_reason(self, told: Server, receiver: Receiver) -> None:
        publish_id = told.connect("studio.nord").send(b"no video")

        (failed,) = receiver.wait(1)

        assert failed.body["event"] == "post.publish.failed"
        assert failed.content == {
            "publish_id": publish_id, "reason": "file_format_check_failed", "publish_type": "DIRECT_PUBLISH",
        }  # fmt: skip

    def test_a_cancelled_pull_has_failed(self, told: Server, receiver: Receiver, files: FileServer) -> None:
        told.settings(pull_bytes_per_second=1000)
        told.change_client(url_prefixes=["127.0.0.1"])
        app = told.connect("studio.nord")
        publish_id = app.init(pull_body(files.put(bytes(100_000)))).json()["data"]["publish_id"]

        assert app.cancel(publish_id).status_code == 200

        assert receiver.wait(1)[0].content["reason"] == "publish_cancelled"

    def test_a_deleted_post_is_no_longer_available(self, told: Server, receiver: Receiver) -> None:
        app = told.connect("studio.nord")
        publish_id = app.send(draw_clip(seconds=0.2))
        (post_id,) = app.wait(publish_id, public=True)["publicaly_available_post_id"]
        receiver.wait(2)

        told.http.delete(f"/sandbox/api/posts/{publish_id}")

        gone = receiver.wait(3)[2]
        assert gone.body["event"] == "post.publish.no_longer_publicaly_available"
        assert (gone.content["publish_id"], gone.content["post_id"]) == (publish_id, str(post_id))

    def test_a_post_deleted_in_moderation_never_was_available(self, told: Server, receiver: Receiver) -> None:
        told.settings(moderation_seconds=60)
        told.connect("studio.nord").publish(draw_clip(seconds=0.2))
        publish_id = receiver.wait(1)[0].content["publish_id"]

        told.http.delete(f"/sandbox/api/posts/{publish_id}")

        assert [one["event"] for one in deliveries(told, ended=1)] == [COMPLETE]

    def test_a_post_is_available_when_its_moderation_is_through(self, told: Server, receiver: Receiver) -> None:
        told.scenario("slow_moderation", "studio.nord")
        told.connect("studio.nord").publish(draw_clip(seconds=0.2))
        before = receiver.events(1)

        told.advance(6 * 3600)

        assert before == [COMPLETE]
        assert receiver.events(2) == [COMPLETE, AVAILABLE]

    def test_a_post_that_is_never_moderated_is_never_available(self, told: Server) -> None:
        told.scenario("never_moderated", "studio.nord")
        told.connect("studio.nord").publish(draw_clip(seconds=0.2))

        assert [one["event"] for one in deliveries(told, ended=1)] == [COMPLETE]

    def test_a_ping_has_milliseconds(self, told: Server, receiver: Receiver) -> None:
        assert told.http.post("/sandbox/api/webhooks/ping", json={}).status_code == 200

        (ping,) = receiver.wait(1)
        assert (ping.body["event"], ping.content) == ("tiktok.ping", {})
        assert abs(ping.body["create_time"] / 1000 - time.time()) < 60
        assert is_signed(ping)


class TestRemovedAuthorization:
    @pytest.mark.parametrize("reason", [1, 4])
    def test_kills_the_tokens_and_tells_the_app_why(self, told: Server, receiver: Receiver, reason: int) -> None:
        app = told.connect("studio.nord")

        path = "/sandbox/api/accounts/studio.nord/remove-authorization"
        answer = told.http.post(path, json={"client_key": KEY, "reason": reason})

        assert answer.status_code == 200
        assert app.creator_info().json()["error"]["code"] == "access_token_invalid"
        assert told.refresh(app.tokens["refresh_token"]).json()["error"] == "invalid_grant"
        (removed,) = receiver.wait(1)
        assert (removed.body["event"], removed.content) == ("authorization.removed", {"reason": reason})
        assert removed.body["user_openid"] == app.tokens["open_id"]
        assert told.http.post(path, json={}).json()["code"] == "not_connected"

    def test_fails_what_is_under_way_once_and_at_once(self, told: Server, receiver: Receiver) -> None:
        told.settings(processing_seconds=1)
        app = told.connect("studio.nord")
        waiting, processed = app.open_upload(1000)["publish_id"], app.send(draw_clip(seconds=0.2))
        told.rules("studio.nord", next_fail_reason="spam_risk")

        told.http.post("/sandbox/api/accounts/studio.nord/remove-authorization", json={})
        told.advance(60)

        removed, *failed = receiver.wait(3)
        assert removed.content == {"reason": 1}
        assert [heard.content["publish_id"] for heard in failed] == [waiting, processed]
        assert {heard.content["reason"] for heard in failed} == {"auth_removed"}
        assert [entry["event"] for entry in told.ledger()].count("post.failed") == 2
        account = next(one for one in told.http.get("/sandbox/api/accounts").json() if one["handle"] == "studio.nord")
        assert account["next_fail_reason"] == "spam_risk"  # it is meant for a post that comes through

    def test_by_the_developer_has_reason_5(self, told: Server, receiver: Receiver) -> None:
        app = told.connect("studio.nord")

        form = {"client_key": KEY, "client_secret": SECRET, "token": app.tokens["access_token"]}
        told.http.post("/v2/oauth/revoke/", data=form)

        assert receiver.wait(1)[0].content == {"reason": 5}

    @pytest.mark.parametrize(
        ("handle", "body", "status"),
        [("nobody", {}, 404), ("mira.builds", {"client_key": "x"}, 404), ("mira.builds", {"reason": 9}, 400)],
    )
    def test_nonsense_is_refused(self, shared: Server, handle: str, body: dict[str, Any], status: int) -> None:
        answer = shared.http.post(f"/sandbox/api/accounts/{handle}/remove-authorization", json=body)

        assert answer.status_code == status

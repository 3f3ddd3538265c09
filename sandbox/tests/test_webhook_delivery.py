"""How webhooks arrive: again until they are answered, late, twice, in another order or not at all."""

import json
import signal

import pytest
from asks import KEY
from client_app import App
from clips import draw_clip
from driver import Server
from receiver import Receiver, deliveries, is_signed

COMPLETE, AVAILABLE = "post.publish.complete", "post.publish.publicly_available"


class TestDelivery:
    def ping(self, server: Server, client_key: str = KEY) -> None:
        answer = server.http.post("/sandbox/api/webhooks/ping", json={"client_key": client_key})
        assert answer.status_code == 200, answer.text

    def test_is_tried_again_until_the_answer_is_200(self, told: Server, receiver: Receiver) -> None:
        receiver.answers = [500, 204, 302]

        self.ping(told)

        (one,) = deliveries(told, ended=1)
        assert (one["state"], one["attempts"], one["last_status"]) == ("delivered", 4, 200)
        assert len({heard.raw for heard in receiver.heard}) == 1

    def test_is_tried_again_when_the_clock_says_so(self, told: Server, receiver: Receiver) -> None:
        told.settings(webhook_time_scale=1)
        receiver.answers = [500]
        self.ping(told)
        receiver.wait(1)
        (waiting,) = told.http.get("/sandbox/api/webhooks").json()["webhooks"]

        told.advance(11)

        receiver.wait(2)
        assert waiting["state"] == "pending"
        assert [one["state"] for one in deliveries(told, ended=1)] == ["delivered"]

    def test_is_dropped_when_nobody_listens_for_72_hours(self, told: Server) -> None:
        told.change_client(webhook_url="http://127.0.0.1:9/hook")
        told.settings(webhook_time_scale=1_000_000)

        self.ping(told)

        (one,) = deliveries(told, ended=1)
        assert one["state"] == "dropped"
        assert one["attempts"] > 5
        assert one["last_error"]

    @pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
    def test_goes_on_after_a_restart(self, told: Server, receiver: Receiver, how: signal.Signals) -> None:
        told.settings(webhook_time_scale=10)
        receiver.answers = [503]
        self.ping(told)
        receiver.wait(1)

        told.stop(how)
        told.start()

        (one,) = deliveries(told, ended=1)
        assert one["state"] == "delivered"
        assert receiver.events(2) == ["tiktok.ping"] * 2

    def test_goes_to_the_app_that_is_meant_signed_with_its_secret(self, told: Server, receiver: Receiver) -> None:
        other = told.register(webhook_url=receiver.url + "/other")
        silent = told.register()

        self.ping(told, other["key"])

        (heard,) = receiver.wait(1)
        assert (heard.path, heard.body["client_key"]) == ("/tiktok/webhook/other", other["key"])
        assert is_signed(heard, other["secret"])
        refused = told.http.post("/sandbox/api/webhooks/ping", json={"client_key": silent["key"]})
        assert refused.json()["code"] == "no_webhook_url"

    def test_can_be_doubled(self, told: Server, receiver: Receiver) -> None:
        told.settings(webhook_duplicate=True)

        self.ping(told)

        assert receiver.events(2) == ["tiktok.ping"] * 2
        assert receiver.heard[0].raw == receiver.heard[1].raw

    def test_can_be_lost(self, told: Server, receiver: Receiver) -> None:
        told.settings(webhook_lose=True)
        self.ping(told)
        told.settings(webhook_lose=False)
        self.ping(told)

        assert [one["state"] for one in deliveries(told, ended=2)] == ["lost", "delivered"]
        assert len(receiver.heard) == 1

    def test_can_be_late(self, told: Server, receiver: Receiver) -> None:
        told.settings(webhook_delay_seconds=0.5)
        self.ping(told)

        (pending,) = told.http.get("/sandbox/api/webhooks").json()["webhooks"]
        (delivered,) = deliveries(told, ended=1)

        assert (pending["state"], pending["attempts"]) == ("pending", 0)
        assert delivered["ended_at"] - delivered["created_at"] >= 0.5

    def test_can_overtake(self, told: Server, receiver: Receiver) -> None:
        told.settings(webhook_out_of_order=True, webhook_hold_seconds=60)
        told.connect("studio.nord").publish(draw_clip(seconds=0.2))

        assert receiver.events(2) == [AVAILABLE, COMPLETE]

    def test_list_goes_on_after_an_id(self, told: Server, receiver: Receiver) -> None:
        self.ping(told)
        self.ping(told)
        first, second = deliveries(told, ended=2)

        rest = told.http.get(f"/sandbox/api/webhooks?after={first['id']}").json()["webhooks"]

        assert rest == [second]
        assert json.loads(second["body"]["content"]) == {}


class TestWithoutAUrl:
    def test_nothing_is_kept(self, fresh: Server) -> None:
        app: App = fresh.connect("studio.nord")
        app.publish(draw_clip(seconds=0.2))

        assert fresh.http.get("/sandbox/api/webhooks").json() == {"webhooks": []}

"""From the last byte to the public id; and what a restart finds again."""

import signal
import time

import pytest
from asks import code_of
from client_app import App
from clips import draw_clip
from driver import Server, hex_sha256, ledger_lines


class TestStatus:
    def test_goes_from_processing_to_complete_to_a_public_id(self, fresh: Server) -> None:
        fresh.settings(processing_seconds=0.8, moderation_seconds=0.8)
        app = fresh.connect("studio.nord")
        publish_id = app.send(draw_clip(seconds=0.2))

        begun = app.status(publish_id)
        ended = app.wait(publish_id)
        public = app.wait(publish_id, public=True)

        assert (begun["status"], begun["publicaly_available_post_id"]) == ("PROCESSING_UPLOAD", [])
        assert (ended["status"], ended["publicaly_available_post_id"]) == ("PUBLISH_COMPLETE", [])
        assert "fail_reason" not in ended
        (post_id,) = public["publicaly_available_post_id"]
        assert isinstance(post_id, int)
        assert len(str(post_id)) == 19
        assert post_id < 2**63

    def test_the_id_is_a_bare_number_that_javascript_would_round(self, nord: App) -> None:
        publish_id = nord.send(draw_clip(seconds=0.2))
        (post_id,) = nord.wait(publish_id, public=True)["publicaly_available_post_id"]

        raw = nord.post("/v2/post/publish/status/fetch/", {"publish_id": publish_id}).text

        assert f'"publicaly_available_post_id":[{post_id}]' in raw
        assert post_id > 2**53

    @pytest.mark.parametrize(
        ("handle", "level"),
        [("studio.nord", "SELF_ONLY"), ("studio.nord", "MUTUAL_FOLLOW_FRIENDS"), ("linden.private", "FOLLOWER_OF_CREATOR")],
    )  # fmt: skip
    def test_what_is_not_public_never_gets_an_id(self, shared: Server, handle: str, level: str) -> None:
        app = shared.connect(handle)
        publish_id = app.send(draw_clip(seconds=0.2), privacy_level=level)

        assert app.wait(publish_id)["status"] == "PUBLISH_COMPLETE"
        time.sleep(0.1)

        assert app.status(publish_id)["publicaly_available_post_id"] == []
        completed = [e for e in shared.ledger() if e["event"] == "post.completed" and e["publish_id"] == publish_id]
        assert [e["post_id"] for e in completed] == [None]

    def test_time_scale_shortens_both_waits(self, fresh: Server) -> None:
        fresh.settings(processing_seconds=30, moderation_seconds=30, time_scale=100)
        app = fresh.connect("studio.nord")

        ended = app.wait(app.send(draw_clip(seconds=0.2)), public=True)

        assert ended["status"] == "PUBLISH_COMPLETE"

    def test_an_unknown_publish_id_gets_400(self, nord: App) -> None:
        answer = nord.post("/v2/post/publish/status/fetch/", {"publish_id": "v_pub_file~v2-1.1"})

        assert code_of(answer) == (400, "invalid_publish_id")

    @pytest.mark.parametrize("body", [{}, {"publish_id": 7}, {"publish_id": ""}])
    def test_a_missing_publish_id_gets_400(self, nord: App, body: dict[str, object]) -> None:
        answer = nord.post("/v2/post/publish/status/fetch/", body)

        assert code_of(answer) == (400, "invalid_param")

    def test_another_accounts_token_gets_400(self, shared: Server, nord: App) -> None:
        publish_id = nord.open_upload(1000)["publish_id"]

        answer = shared.connect("mira.builds").post("/v2/post/publish/status/fetch/", {"publish_id": publish_id})

        code = answer.json()["error"]["code"]
        assert (answer.status_code, code) == (400, "token_not_authorized_for_specified_publish_id")

    @pytest.mark.parametrize(
        ("scopes", "status"), [(["video.upload"], 200), (["video.publish"], 200), (["video.list"], 401)]
    )
    def test_either_posting_scope_will_do(self, shared: Server, nord: App, scopes: list[str], status: int) -> None:
        publish_id = nord.open_upload(1000)["publish_id"]
        app = shared.connect("studio.nord", scopes)

        answer = app.post("/v2/post/publish/status/fetch/", {"publish_id": publish_id})

        assert answer.status_code == status


class TestRestart:
    @pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
    def test_keeps_tokens_settings_rules_posts_and_the_ledger(self, fresh: Server, how: signal.Signals) -> None:
        fresh.settings(posts_per_creator=7)
        fresh.rules("quiet.room", can_post=False)
        app = fresh.connect("studio.nord")
        publish_id = app.send(draw_clip(seconds=0.2))
        public = app.wait(publish_id, public=True)
        before = fresh.ledger()

        fresh.stop(how)
        fresh.start()

        app.http = fresh.http
        assert app.status(publish_id) == public
        assert fresh.refresh(app.tokens["refresh_token"]).status_code == 200
        assert fresh.http.get("/sandbox/api/settings").json()["posts_per_creator"] == 7
        quiet = fresh.http.get("/sandbox/api/accounts").json()[2]
        assert (quiet["handle"], quiet["can_post"]) == ("quiet.room", False)
        assert fresh.ledger()[: len(before)] == before

    def test_an_upload_goes_on_where_it_stood(self, fresh: Server) -> None:
        app = fresh.connect("studio.nord")
        size, half = 12_000_000, 6_000_000
        data = bytes(range(250)) * (size // 250)
        opened = app.open_upload(size, half, 2)
        assert app.put(opened["upload_url"], data[:half], 0, size).status_code == 206

        fresh.stop(signal.SIGKILL)
        fresh.start()
        app.http = fresh.http

        assert app.put(opened["upload_url"], data[half:], half, size).status_code == 201
        complete = next(e for e in fresh.ledger() if e["event"] == "upload.complete")
        assert complete["sha256"] == hex_sha256(data)

    @pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
    def test_a_post_in_processing_is_finished_once(self, fresh: Server, how: signal.Signals) -> None:
        fresh.settings(processing_seconds=1.0)
        app = fresh.connect("studio.nord")
        publish_id = app.send(draw_clip(seconds=0.2))

        fresh.stop(how)
        fresh.start()
        app.http = fresh.http

        assert app.wait(publish_id)["status"] == "PUBLISH_COMPLETE"
        events = [entry["event"] for entry in ledger_lines(fresh)]
        assert events.count("post.completed") == 1

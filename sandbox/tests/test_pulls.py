"""PULL_FROM_URL: the files are really fetched, and only from where they may be."""

import signal
import time
from typing import Any

import pytest
from asks import code_of, photo_body, pull_body
from client_app import App
from clips import draw_clip, draw_photo
from driver import Server, hex_sha256
from files import FileServer


def publish(app: App, body: dict[str, Any]) -> dict[str, Any]:
    """Have a pull accepted and wait for its end."""
    answer = app.init_photos(body) if "media_type" in body else app.init(body)
    assert answer.status_code == 200, answer.text
    assert list(answer.json()["data"]) == ["publish_id"]
    publish_id = answer.json()["data"]["publish_id"]
    return {**app.wait(publish_id), "publish_id": publish_id}


@pytest.fixture
def slow(fresh: Server, files: FileServer) -> App:
    """An app on a sandbox that pulls a thousand bytes a second."""
    fresh.settings(pull_bytes_per_second=1000)
    fresh.change_client(url_prefixes=["127.0.0.1"])
    return fresh.connect("studio.nord")


class TestVideo:
    def test_is_fetched_examined_and_posted(self, shared: Server, puller: App, files: FileServer) -> None:
        clip = draw_clip(seconds=0.3)

        ended = publish(puller, pull_body(files.put(clip) + "?token=not-for-the-ledger"))

        assert ended["publish_id"].startswith("v_pub_url~v2.")
        assert (ended["status"], ended["downloaded_bytes"]) == ("PUBLISH_COMPLETE", len(clip))
        mine = [entry for entry in shared.ledger() if entry.get("publish_id") == ended["publish_id"]]
        events = [entry["event"] for entry in mine]
        assert events == ["init.accepted", "pull.started", "pull.completed", "post.completed"]
        assert mine[-1]["sha256"] == hex_sha256(clip)
        assert "not-for-the-ledger" not in str(mine)
        assert files.url not in str(mine)

    def test_that_is_no_video_fails_for_what_it_is(self, puller: App, files: FileServer) -> None:
        ended = publish(puller, pull_body(files.put(b"no video")))

        assert (ended["status"], ended["fail_reason"]) == ("FAILED", "file_format_check_failed")

    @pytest.mark.parametrize("path", ["/nothing", "/redirect", "/cut/short"])
    def test_that_cannot_be_had_fails_the_pull(self, puller: App, files: FileServer, path: str) -> None:
        files.files["/cut"] = draw_clip(seconds=0.3)

        ended = publish(puller, pull_body(files.url + path))

        assert (ended["status"], ended["fail_reason"]) == ("FAILED", "video_pull_failed")

    def test_may_be_a_draft(self, puller: App, files: FileServer) -> None:
        source = pull_body(files.put(draw_clip(seconds=0.3)))["source_info"]

        publish_id = puller.init_draft({"source_info": source}).json()["data"]["publish_id"]

        assert publish_id.startswith("v_inbox_url~v2.")
        assert puller.wait(publish_id)["status"] == "SEND_TO_USER_INBOX"


class TestOwnership:
    def test_of_another_address_is_not_verified(self, puller: App) -> None:
        answer = puller.init(pull_body("https://carillon.example/a.mp4"))

        assert code_of(answer) == (403, "url_ownership_unverified")
        assert "pull_from_url" in answer.json()["error"]["message"]

    def test_is_asked_of_every_photo(self, puller: App, files: FileServer) -> None:
        urls = [files.put(draw_photo()), "https://carillon.example/a.jpg"]

        assert code_of(puller.init_photos(photo_body(urls))) == (403, "url_ownership_unverified")

    def test_belongs_to_one_app_and_not_to_all(self, shared: Server, puller: App, files: FileServer) -> None:
        other = shared.connect("mira.builds", client=shared.register())

        assert code_of(other.init(pull_body(files.put(b"x")))) == (403, "url_ownership_unverified")

    def test_of_a_domain_on_other_machines_is_accepted_and_then_not_fetched(self, fresh: Server) -> None:
        fresh.change_client(url_prefixes=["203-0-113-7.example"])
        app = fresh.connect("studio.nord")

        ended = publish(app, pull_body("https://a.203-0-113-7.example/a.mp4"))

        assert ended["fail_reason"] == "video_pull_failed"

    @pytest.mark.parametrize("url", ["http://carillon.example/a.mp4", "https://203.0.113.7/a.mp4", "nothing", 7])
    def test_does_not_matter_for_what_is_no_https_address(self, puller: App, url: Any) -> None:
        assert code_of(puller.init(pull_body(url))) == (400, "invalid_param")


class TestProgressAndCancel:
    def test_a_download_under_way_can_be_cancelled(self, fresh: Server, slow: App, files: FileServer) -> None:
        publish_id = slow.init(pull_body(files.put(bytes(500_000)))).json()["data"]["publish_id"]
        deadline = time.monotonic() + 10
        while slow.status(publish_id)["downloaded_bytes"] == 0 and time.monotonic() < deadline:
            time.sleep(0.4)
        under_way = slow.status(publish_id)

        answer = slow.cancel(publish_id)

        assert under_way["status"] == "PROCESSING_DOWNLOAD"
        assert 0 < under_way["downloaded_bytes"] < 500_000
        assert answer.status_code == 200
        assert list(answer.json()) == ["error"]
        assert answer.json()["error"]["code"] == "ok"
        ended = slow.status(publish_id)
        assert (ended["status"], ended["fail_reason"]) == ("FAILED", "publish_cancelled")
        assert code_of(slow.cancel(publish_id)) == (400, "publish_not_cancellable")
        assert "post.cancelled" in [entry["event"] for entry in fresh.ledger()]

    def test_nothing_else_can(self, shared: Server, nord: App) -> None:
        upload, ended = nord.open_upload(1000)["publish_id"], nord.send(b"no video")
        nord.wait(ended)
        other = shared.connect("mira.builds")

        assert code_of(nord.cancel(upload)) == (400, "publish_not_cancellable")
        assert code_of(nord.cancel(ended)) == (400, "publish_not_cancellable")
        assert code_of(nord.cancel("v_pub_url~v2.1")) == (400, "invalid_publish_id")
        assert code_of(other.cancel(upload)) == (400, "token_not_authorized_for_specified_publish_id")
        assert code_of(nord.post("/v2/post/publish/cancel/", {})) == (400, "invalid_param")
        reader = shared.connect("studio.nord", ["video.list"])
        assert code_of(reader.cancel(upload)) == (401, "scope_not_authorized")

    def test_a_pull_that_takes_too_long_fails(self, fresh: Server, slow: App, files: FileServer) -> None:
        fresh.settings(pull_seconds=0.5)

        ended = publish(slow, pull_body(files.put(bytes(500_000))))

        assert (ended["status"], ended["fail_reason"]) == ("FAILED", "video_pull_failed")

    def test_the_hour_of_a_pull_is_the_clocks(self, fresh: Server, slow: App, files: FileServer) -> None:
        publish_id = slow.init(pull_body(files.put(bytes(500_000)))).json()["data"]["publish_id"]
        under_way = slow.status(publish_id)["status"]

        fresh.advance(3600)

        assert (under_way, slow.wait(publish_id)["fail_reason"]) == ("PROCESSING_DOWNLOAD", "video_pull_failed")

    @pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
    def test_a_pull_is_begun_anew_after_a_restart(
        self, fresh: Server, slow: App, files: FileServer, how: signal.Signals
    ) -> None:
        clip = draw_clip(seconds=0.3)
        publish_id = slow.init(pull_body(files.put(clip))).json()["data"]["publish_id"]
        fresh.settings(pull_bytes_per_second=0)

        assert fresh.stop(how) < 2.0
        fresh.start()

        slow.http = fresh.http
        assert slow.wait(publish_id)["status"] == "PUBLISH_COMPLETE"


class TestPhotos:
    def test_are_fetched_and_posted_and_shown(self, shared: Server, puller: App, files: FileServer) -> None:
        photos = [draw_photo(), draw_photo(1080, 1440, "WEBP")]

        ended = publish(puller, photo_body([files.put(photo) for photo in photos], cover=1))

        publish_id = ended["publish_id"]
        assert publish_id.startswith("p_pub_url~v2.")
        assert (ended["status"], ended["downloaded_bytes"]) == ("PUBLISH_COMPLETE", sum(map(len, photos)))
        (post_id,) = puller.wait(publish_id, public=True)["publicaly_available_post_id"]
        pulled = next(e for e in shared.ledger() if e["event"] == "pull.completed" and e["publish_id"] == publish_id)
        assert pulled["files_sha256"] == [hex_sha256(photo) for photo in photos]
        assert shared.http.get(f"/photos/{publish_id}/1").content == photos[1]
        assert shared.http.get(f"/photos/{publish_id}/2").status_code == 404
        assert shared.http.get(f"/media/{publish_id}").status_code == 404
        page = shared.http.get("/accounts/mira.builds").text
        assert f"/photos/{publish_id}/0" in page
        found = puller.post("/v2/video/query/?fields=id,duration,width", {"filters": {"video_ids": [str(post_id)]}})
        assert found.json()["data"]["videos"] == [{"id": str(post_id), "duration": 0, "width": 1080}]

    @pytest.mark.parametrize(
        ("photo", "reason"),
        [
            (draw_photo(1086, 1448), "picture_size_check_failed"),
            (draw_photo(400, 400, "PNG"), "file_format_check_failed"),
            (draw_photo(400, 400, "GIF"), "file_format_check_failed"),
            (draw_photo()[:200], "file_format_check_failed"),
            (b"", "file_format_check_failed"),
            (draw_photo() + bytes(20_000_000), "picture_size_check_failed"),
        ],
    )
    def test_fail_together_for_one_bad_picture(self, puller: App, files: FileServer, photo: bytes, reason: str) -> None:
        ended = publish(puller, photo_body([files.put(draw_photo()), files.put(photo)]))

        assert (ended["status"], ended["fail_reason"]) == ("FAILED", reason)

    @pytest.mark.parametrize(("width", "height"), [(941, 1672), (1080, 4000)])
    def test_are_measured_by_their_shorter_side(self, puller: App, files: FileServer, width: int, height: int) -> None:
        assert publish(puller, photo_body([files.put(draw_photo(width, height))]))["status"] == "PUBLISH_COMPLETE"

    def test_that_cannot_be_had_fail_the_pull(self, puller: App, files: FileServer) -> None:
        ended = publish(puller, photo_body([files.put(draw_photo()), f"{files.url}/nothing"]))

        assert ended["fail_reason"] == "photo_pull_failed"

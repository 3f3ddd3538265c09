"""Calls that go wrong on purpose: each kind of fault, over the wire."""

import time

import httpx2
import pytest
from asks import code_of, init_body
from clips import draw_clip
from driver import Server

USER = "/v2/user/info/?fields=open_id"


class TestBefore:
    def test_http_500_before_does_nothing_and_answers_in_the_shape_of_its_path(self, fresh: Server) -> None:
        app = fresh.connect("studio.nord")
        url = app.open_upload(10)["upload_url"]
        fresh.fault("http_500_before")

        init, oauth, put = app.init(init_body(10)), fresh.refresh("x"), app.put(url, b"0123456789", 0, 10)

        assert code_of(init) == (500, "internal_error")
        assert (oauth.status_code, oauth.json()["error"]) == (500, "server_error")
        assert (put.status_code, put.content) == (500, b"")
        assert [len(fresh.events(name)) for name in ("init.accepted", "chunk.accepted", "oauth.refresh")] == [1, 0, 0]

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
        assert len(fresh.events("init.accepted")) == 1

    def test_lost_answer_has_done_what_was_asked_and_closes_the_line(self, fresh: Server) -> None:
        app = fresh.connect("studio.nord")
        fresh.fault("lost_answer", path="init", times=1)

        with pytest.raises(httpx2.TransportError):
            app.init(init_body(10))

        assert len(fresh.events("init.accepted")) == 1
        assert app.init(init_body(10)).status_code == 200

    def test_bad_json_is_half_of_the_true_answer(self, fresh: Server) -> None:
        fresh.unjudged()
        app = fresh.connect("studio.nord")
        fresh.fault("bad_json", path="init")

        answer = app.init(init_body(10))

        assert (answer.status_code, answer.text.startswith('{"data":{"publish_id"')) == (200, True)
        with pytest.raises(ValueError, match=r"Unterminated|Expecting"):
            answer.json()
        assert len(fresh.events("init.accepted")) == 1

    def test_hang_does_at_once_and_answers_afterwards(self, fresh: Server) -> None:
        app = fresh.connect("studio.nord")
        fresh.fault("hang", path="init", options={"seconds": 0.4})

        with pytest.raises(httpx2.ReadTimeout):
            app.http.post("/v2/post/publish/video/init/", headers=app.headers, json=init_body(10), timeout=0.2)
        done = len(fresh.events("init.accepted"))

        assert done == 1
        assert app.init(init_body(10)).status_code == 200

    def test_late_takes_effect_when_nobody_waits_any_more(self, fresh: Server) -> None:
        app = fresh.connect("studio.nord")
        fresh.fault("late", path="init", options={"seconds": 0.4}, times=1)
        with pytest.raises(httpx2.ReadTimeout):
            app.http.post("/v2/post/publish/video/init/", headers=app.headers, json=init_body(10), timeout=0.2)
        before = len(fresh.events("init.accepted"))

        time.sleep(0.4)

        assert (before, len(fresh.events("init.accepted"))) == (0, 1)

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

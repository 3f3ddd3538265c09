"""What goes wrong between us and TikTok, told apart by what may have happened; and that nothing of it tells a secret."""

import logging
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import httpx2 as httpx
import pytest

import tiktok.http
from tiktok.bodies import FileUpload, InboxInit
from tiktok.errors import (
    AnswerLost,
    MayHaveWorked,
    NothingSent,
    Redirected,
    Refused,
    TikTokDown,
    TikTokError,
    Unfit,
    Unreachable,
    Unsendable,
)
from tiktok.http import MAX_ANSWER_BYTES, _name_failure, open_http
from tiktok.oauth import OAuthClient
from tiktok.tests.peer import APP_SECRET, OK, TOKEN, Peer
from tiktok.tiktok_api_client import TikTokApiClient
from tiktok.upload_plan import Chunk

UPLOAD_TOKEN = "the-upload-token"
CHUNK = Chunk(0, 9_999_999, 20_000_000)
OPENED = (
    b'{"data":{"publish_id":"p","upload_url":"https://u.tiktokapis.com/?t=the-upload-token"},"error":{"code":"ok"}}'
)
INIT = InboxInit(source_info=FileUpload(video_size=5, chunk_size=5, total_chunk_count=1))


@contextmanager
def line(behave: Callable[[socket.socket], object]) -> Iterator[str]:
    """Listen, treat the first caller as told, and yield the address."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            caller, _ = listener.accept()
            with caller:
                behave(caller)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        thread.join(5)


def failure_of(url: str, call: Callable[[TikTokApiClient], object], *, token: str = TOKEN) -> TikTokError:
    with open_http(url) as http:
        http.timeout = httpx.Timeout(0.5)
        with pytest.raises(TikTokError) as failure:
            call(TikTokApiClient(http, access_token=token))
    return failure.value


def answer(said: bytes) -> Callable[[socket.socket], object]:
    def behave(caller: socket.socket) -> None:
        caller.recv(65536)
        caller.sendall(said)

    return behave


def listen(caller: socket.socket) -> None:
    while caller.recv(65536):
        pass


def ask(client: TikTokApiClient) -> object:
    return client.creator_info()


def put(url: str, blocks: Iterator[bytes] | None = None) -> Callable[[TikTokApiClient], object]:
    content = blocks or (bytes(100_000) for _ in range(100))
    address = f"{url}/upload?upload_token={UPLOAD_TOKEN}"
    return lambda client: client.put_chunk(address, CHUNK, content, mime_type="video/mp4")


def everything_in(error: BaseException | None) -> str:
    """Return all that an error tells, with whatever it was raised from or during."""
    if error is None:
        return ""
    told = f"{error!r} {error} {error.args!r} {vars(error)!r}"
    return f"{told} {everything_in(error.__cause__)} {everything_in(error.__context__)}"


@contextmanager
def open_line(*, calls: int) -> Iterator[tuple[str, list[int]]]:
    """Listen, answer so many calls, however many on one connection; yield the address, and the port of each call's caller."""
    said = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(OK), OK)
    ports = list[int]()

    def serve(listener: socket.socket) -> None:
        while len(ports) < calls:
            caller, (_, port) = listener.accept()
            with caller:
                while len(ports) < calls and caller.recv(65536):
                    ports.append(port)
                    caller.sendall(said)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=serve, args=(listener,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}", ports
        thread.join(5)


class TestIdleConnections:
    def test_are_used_again_at_once_and_not_once_a_server_may_close_them(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(tiktok.http, "IDLE_S", 0.5)
        with open_line(calls=3) as (url, ports), open_http(url) as http:
            http.get("/")
            http.get("/")
            time.sleep(0.6)
            http.get("/")

        assert ports[0] == ports[1] != ports[2]


class TestNothingSent:
    def test_when_nobody_listens(self) -> None:
        assert isinstance(failure_of("http://127.0.0.1:1", ask), Unreachable)

    def test_when_the_name_is_nobodys(self) -> None:
        assert isinstance(failure_of("http://nobody.invalid", ask), Unreachable)

    @pytest.mark.parametrize("token", ["act.se\ncret", "act.sécret", "act.secret\0"])
    def test_when_a_token_fits_into_no_header(self, peer: Peer, token: str) -> None:
        error = failure_of(peer.url, ask, token=token)

        assert isinstance(error, Unsendable)
        assert isinstance(error, NothingSent)
        assert "cret" not in everything_in(error)
        assert peer.heard == []

    @pytest.mark.parametrize("path", ["/\udcff", "http://[::1"])
    def test_to_an_address_that_is_none(self, client: TikTokApiClient, peer: Peer, path: str) -> None:
        with pytest.raises((Unfit, Unsendable)):
            client.put_chunk(f"{peer.url}{path}", CHUNK, [], mime_type="video/mp4")

        assert peer.heard == []

    def test_to_a_stranger_whoever_asks(self, peer: Peer) -> None:
        with open_http("https://open.tiktokapis.com") as http, pytest.raises(Unfit, match="host_not_allowed"):
            http.get(f"{peer.url}/v2/user/info/")

        assert peer.heard == []


class TestMayHaveWorked:
    @pytest.mark.parametrize(
        "said",
        [
            b"",
            b"HTTP/1.1 200",
            b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{",
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nnope",
            b"220 smtp.example ESMTP\r\n",
            b"\x15\x03\x01\x00\x02\x02\x50",
        ],
    )
    def test_when_the_answer_is_not_whole(self, said: bytes) -> None:
        with line(answer(said)) as url:
            assert type(failure_of(url, ask)) is AnswerLost

    def test_when_no_answer_comes_in_time(self) -> None:
        with line(listen) as url:
            assert str(failure_of(url, ask)) == "/v2/post/publish/creator_info/query/: ReadTimeout"

    def test_when_the_line_breaks_while_a_body_is_sent(self) -> None:
        with line(lambda caller: caller.recv(65536)) as url:
            assert type(failure_of(url, put(url))) is AnswerLost

    def test_when_a_file_ends_before_its_chunk(self) -> None:
        with line(answer(b"HTTP/1.1 206 Partial Content\r\nContent-Length: 0\r\n\r\n")) as url:
            error = failure_of(url, put(url, iter([b"abc"])))

        assert type(error) is AnswerLost
        assert "differ in length" in str(error)

    def test_when_a_file_goes_on_after_its_chunk(self, client: TikTokApiClient, peer: Peer) -> None:
        with pytest.raises(AnswerLost, match="differ in length"):
            client.put_chunk(f"{peer.url}/u", Chunk(0, 4, 5), [b"abc", b"def"], mime_type="video/mp4")

        assert all(body == b"abc" for *_, body in peer.heard)

    def test_when_an_answer_has_no_end(self, client: TikTokApiClient, peer: Peer) -> None:
        peer.body, peer.headers = b"x" * (MAX_ANSWER_BYTES + 1), {"x-tt-logid": "L1"}

        with pytest.raises(TikTokDown) as failure:
            client.creator_info()

        assert (failure.value.status, failure.value.log_id) == (200, "L1")

    @pytest.mark.parametrize("status", [300, 301, 302, 303, 304, 307, 308])
    @pytest.mark.parametrize("location", ["/elsewhere", "http://[bad", "\\\\", "https://evil.example/", ""])
    def test_when_tiktok_sends_us_elsewhere(
        self, client: TikTokApiClient, oauth: OAuthClient, peer: Peer, status: int, location: str
    ) -> None:
        peer.status, peer.body, peer.headers = status, b"", {"Location": location, "x-tt-logid": "L1"}
        calls: list[Callable[[], object]] = [
            client.creator_info,
            lambda: client.put_chunk(f"{peer.url}/u", Chunk(0, 2, 3), [b"abc"], mime_type="video/mp4"),
            lambda: oauth.refresh("rft.x"),
        ]

        for call in calls:
            with pytest.raises(Redirected) as failure:
                call()
            assert (failure.value.status, failure.value.log_id) == (status, "L1")

        assert len(peer.heard) == len(calls)

    @pytest.mark.parametrize("kind", [httpx.ReadError, httpx.WriteError, httpx.WriteTimeout, httpx.CloseError])
    @pytest.mark.parametrize("headers_sent", [True, False])
    def test_whenever_a_byte_may_have_left(self, kind: type[httpx.TransportError], headers_sent: bool) -> None:
        assert isinstance(_name_failure(kind("x"), "call", headers_sent=headers_sent), MayHaveWorked)

    def test_unless_the_connection_was_never_had(self) -> None:
        for kind in (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout):
            assert isinstance(_name_failure(kind("x"), "call", headers_sent=False), Unreachable)

    def test_when_our_own_body_breaks_the_protocol_half_way(self) -> None:
        error = httpx.LocalProtocolError("x")

        assert isinstance(_name_failure(error, "call", headers_sent=True), AnswerLost)
        assert isinstance(_name_failure(error, "call", headers_sent=False), Unsendable)


class TestRefusedEarly:
    def test_is_heard_although_the_body_is_not_all_sent(self) -> None:
        def refuse(caller: socket.socket) -> None:
            caller.recv(1024)
            caller.sendall(
                b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nx-tt-logid: L3\r\nConnection: close\r\n\r\n"
            )
            while caller.recv(1_000_000):
                pass

        with line(refuse) as url:
            error = failure_of(url, put(url))

        assert isinstance(error, Refused)
        assert (error.code, error.log_id) == ("upload_url_expired", "L3")


class TestSecrets:
    def test_stay_out_of_errors_of_the_line(self) -> None:
        for call in (ask, lambda client: client.init_inbox_video(INIT)):
            assert TOKEN not in everything_in(failure_of("http://127.0.0.1:1", call))
        assert UPLOAD_TOKEN not in everything_in(failure_of("http://127.0.0.1:1", put("http://127.0.0.1:1")))
        with line(lambda caller: caller.recv(65536)) as url:
            assert UPLOAD_TOKEN not in everything_in(failure_of(url, put(url)))

    def test_stay_out_of_errors_when_tiktok_quotes_them(
        self, client: TikTokApiClient, oauth: OAuthClient, peer: Peer
    ) -> None:
        peer.status = 401
        peer.body = f'{{"error":{{"code":"x-{TOKEN}","message":"{TOKEN} is bad","log_id":"{TOKEN}"}}}}'.encode()
        with pytest.raises(Refused) as refusal:
            client.creator_info()
        peer.body = f'{{"error":"bad","error_description":"{APP_SECRET} does not go with rft.old"}}'.encode()
        with pytest.raises(Refused) as oauth_refusal:
            oauth.refresh("rft.old")

        assert TOKEN not in everything_in(refusal.value)
        assert refusal.value.message == "[removed] is bad"
        assert oauth_refusal.value.message == "[removed] does not go with [removed]"

    def test_stay_out_of_logs_however_loud(
        self, client: TikTokApiClient, peer: Peer, caplog: pytest.LogCaptureFixture
    ) -> None:
        for name in ("httpx2", "httpcore2"):
            caplog.set_level(logging.DEBUG, logger=name)
        peer.body = OPENED
        client.init_inbox_video(INIT)
        peer.status = 201

        client.put_chunk(f"{peer.url}/u?t={UPLOAD_TOKEN}", Chunk(0, 2, 3), [b"abc"], mime_type="video/mp4")

        assert len(peer.heard) == 2
        assert TOKEN not in caplog.text
        assert UPLOAD_TOKEN not in caplog.text

    def test_stay_out_of_every_repr(self, client: TikTokApiClient, oauth: OAuthClient, peer: Peer) -> None:
        peer.body = OPENED

        shown = f"{client!r} {oauth!r} {client.init_inbox_video(INIT)!r}"

        for secret in (TOKEN, APP_SECRET, UPLOAD_TOKEN):
            assert secret not in shown


class TestCookies:
    def test_of_one_account_never_go_along_with_another(self, peer: Peer) -> None:
        peer.body, peer.headers = (
            b'{"data":{"status":"FAILED"},"error":{"code":"ok"}}',
            {"Set-Cookie": "who=first; Path=/"},
        )

        with open_http(peer.url) as http:
            for token in ("act.first", "act.second"):
                TikTokApiClient(http, access_token=token).fetch_status("p")

        assert ["cookie" in headers for _, _, headers, _ in peer.heard] == [False, False]

"""TikTok's answers in every shape they come in."""

import contextlib
import json
import string

import httpx2 as httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from tiktok.answers import read_answer, read_model, read_oauth_answer, read_wait
from tiktok.chunk_answers import ChunkAnswer, read_chunk_answer, read_uploaded
from tiktok.errors import OAuthRefused, RateLimited, Refused, TikTokDown, TikTokError
from tiktok.wire import CreatorInfo, OpenedUpload, StatusAnswer, TokenAnswer, UserInfo, VideoPage

HTML = b"<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>"


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=8,
)
codes = st.sampled_from(["ok", "rate_limit_exceeded", "internal_error", "spam_risk", "server_error", ""]) | anything
errors = codes | st.fixed_dictionaries({"code": codes}, optional={"message": anything, "log_id": anything})
parts = st.fixed_dictionaries(
    {},
    optional={
        "status": anything,
        "fail_reason": anything,
        "publicaly_available_post_id": anything,
        "uploaded_bytes": anything,
        "videos": st.lists(st.fixed_dictionaries({"id": anything, "create_time": anything}), max_size=3) | anything,
        "open_id": anything,
        "publish_id": anything,
        "upload_url": anything,
    },
)
shaped = st.fixed_dictionaries({}, optional={"data": parts | anything, "error": errors, "log_id": anything})
answers = st.one_of(
    st.binary(max_size=200),
    anything.map(json.dumps).map(str.encode),
    shaped.map(json.dumps).map(str.encode),
    shaped.map(json.dumps).map(lambda text: text.encode()[: len(text) // 2]),
    st.integers(1, 5000).map(lambda depth: b'{"error":{"code":"x","log_id":' + b"[" * depth + b"]" * depth + b"}}"),
    st.integers(1, 6000).map(lambda digits: b'{"error":{"code":"ok"},"data":{"a":' + b"9" * digits + b"}}"),
)
header_names = st.sampled_from(["Content-Range", "Retry-After", "x-tt-logid"])


def envelope(code: str, *, data: object = None, message: str = "", log_id: str = "2026ABC") -> bytes:
    return json.dumps({"data": data or {}, "error": {"code": code, "message": message, "log_id": log_id}}).encode()


class TestReadAnswer:
    def test_returns_the_data_of_ok(self) -> None:
        assert read_answer(200, envelope("ok", data={"publish_id": "v_pub_file~v2-1.76"})) == {
            "publish_id": "v_pub_file~v2-1.76"
        }

    @pytest.mark.parametrize("body", [b'{"error":{"code":"ok"}}', b'{"data":null,"error":{"code":"ok"}}'])
    def test_returns_nothing_where_ok_has_no_data(self, body: bytes) -> None:
        assert read_answer(200, body) == {}

    @pytest.mark.parametrize(
        "code", ["spam_risk_too_many_posts", "spam_risk_user_banned_from_posting", "reached_active_user_cap"]
    )
    def test_takes_an_error_for_one_although_it_came_with_200(self, code: str) -> None:
        with pytest.raises(Refused) as refusal:
            read_answer(200, envelope(code, message="Please review our integration guidelines"))

        assert (refusal.value.code, refusal.value.status, refusal.value.log_id) == (code, 200, "2026ABC")

    def test_keeps_what_is_needed_to_ask_tiktoks_support(self) -> None:
        with pytest.raises(Refused) as refusal:
            read_answer(403, b'{"data":{},"error":{"code":"spam_risk","message":"No.","logid":"OLDKEY"}}')

        assert (refusal.value.message, refusal.value.log_id) == ("No.", "OLDKEY")

    def test_falls_back_to_the_log_id_of_the_header(self) -> None:
        with pytest.raises(Refused) as refusal:
            read_answer(403, b'{"error":{"code":"spam_risk"}}', log_id="FROM-HEADER")

        assert refusal.value.log_id == "FROM-HEADER"

    @pytest.mark.parametrize(("retry_after", "wait_s"), [("7", 7.0), ("", 60.0)])
    def test_says_how_long_to_wait_on_429(self, retry_after: str, wait_s: float) -> None:
        with pytest.raises(RateLimited) as refusal:
            read_answer(429, envelope("rate_limit_exceeded"), retry_after=retry_after)

        assert (refusal.value.wait_s, refusal.value.code) == (wait_s, "rate_limit_exceeded")

    def test_understands_a_429_from_something_before_tiktok(self) -> None:
        with pytest.raises(RateLimited) as refusal:
            read_answer(429, HTML, retry_after="5")

        assert refusal.value.wait_s == 5.0

    @pytest.mark.parametrize(
        ("status", "body"),
        [
            (502, HTML),
            (200, HTML),
            (200, envelope("ok")[:-9]),
            (200, b""),
            (200, b"null"),
            (200, b"[]"),
            (200, b'"ok"'),
            (200, b'{"error":null,"data":{}}'),
            (200, b'{"error":{"code":0},"data":{}}'),
            (200, b'{"error":"invalid_grant"}'),
            (200, b"[" * 200_000),
            (200, b"\xff\xfe"),
            (500, envelope("internal_error")),
            (503, envelope("something_new")),
            (500, envelope("ok")),
            (302, envelope("ok")),
        ],
    )
    def test_concludes_nothing_from_what_is_not_tiktoks_word(self, status: int, body: bytes) -> None:
        with pytest.raises(TikTokDown) as failure:
            read_answer(status, body)

        assert failure.value.status == status


class TestReadOAuthAnswer:
    @pytest.mark.parametrize("status", [200, 400, 401])
    def test_decides_by_the_body_whatever_the_status(self, status: int) -> None:
        body = b'{"error":"invalid_grant","error_description":"Refresh token is invalid or expired.","log_id":"L1"}'

        with pytest.raises(OAuthRefused) as refusal:
            read_oauth_answer(status, body)

        assert (refusal.value.code, refusal.value.log_id) == ("invalid_grant", "L1")

    @pytest.mark.parametrize("error", ["server_error", "temporarily_unavailable"])
    def test_takes_tiktoks_own_trouble_for_no_refusal(self, error: str) -> None:
        with pytest.raises(TikTokDown):
            read_oauth_answer(200, json.dumps({"error": error}).encode())

    @pytest.mark.parametrize(("status", "body"), [(502, HTML), (301, b"{}"), (500, b'{"access_token":"x"}')])
    def test_stores_nothing_of_an_answer_that_failed(self, status: int, body: bytes) -> None:
        with pytest.raises(TikTokDown):
            read_oauth_answer(status, body)

    def test_returns_the_flat_body(self) -> None:
        assert read_oauth_answer(200, b'{"access_token":"a"}') == {"access_token": "a"}

    def test_takes_an_empty_answer_to_a_revocation(self) -> None:
        assert read_oauth_answer(200, b"{}") == {}


class TestReadWait:
    @pytest.mark.parametrize(
        ("header", "seconds"),
        [
            ("30", 30.0),
            ("0", 1.0),
            ("-5", 1.0),
            ("0.5", 1.0),
            ("999999", 3600.0),
            ("inf", 60.0),
            ("nan", 60.0),
            ("", 60.0),
            ("soon", 60.0),
            ("Wed, 25 Nov 2026 07:28:00 GMT", 60.0),
        ],
    )
    def test_is_between_a_second_and_an_hour(self, header: str, seconds: float) -> None:
        assert read_wait(header) == seconds


class TestReadChunkAnswer:
    @pytest.mark.parametrize(("status", "done"), [(206, False), (201, True), (200, True)])
    def test_knows_when_the_upload_is_complete(self, status: int, done: bool) -> None:
        assert read_chunk_answer(status, httpx.Headers()) == ChunkAnswer(done=done)

    def test_learns_from_416_where_tiktok_stands(self) -> None:
        answer = read_chunk_answer(416, httpx.Headers({"Content-Range": "bytes 0-10000000/64000001"}))

        assert answer == ChunkAnswer(done=False, uploaded=10_000_000)

    @pytest.mark.parametrize("header", ["", "bytes */5", "bytes 0-x/5", "nonsense"])
    def test_starts_over_when_416_does_not_say(self, header: str) -> None:
        assert read_uploaded(header) == 0

    @pytest.mark.parametrize(
        ("status", "code"),
        [(400, "chunk_malformed"), (403, "upload_url_expired"), (404, "upload_unknown"), (418, "chunk_http_418")],
    )
    def test_names_each_refusal(self, status: int, code: str) -> None:
        with pytest.raises(Refused) as refusal:
            read_chunk_answer(status, httpx.Headers({"x-tt-logid": "L2"}))

        assert (refusal.value.code, refusal.value.log_id) == (code, "L2")

    def test_waits_on_429(self) -> None:
        with pytest.raises(RateLimited) as refusal:
            read_chunk_answer(429, httpx.Headers({"Retry-After": "3"}))

        assert refusal.value.wait_s == 3.0

    @pytest.mark.parametrize("status", [500, 502, 503, 504])
    def test_concludes_nothing_from_5xx(self, status: int) -> None:
        with pytest.raises(TikTokDown):
            read_chunk_answer(status, httpx.Headers())


class TestEveryAnswer:
    """Whatever comes, an answer or a TikTokError comes of it."""

    @given(st.integers(100, 599), answers, st.text(max_size=20), st.text(max_size=20))
    def test_of_the_api(self, status: int, body: bytes, retry_after: str, log_id: str) -> None:
        outcome: object
        try:
            outcome = read_answer(status, body, retry_after=retry_after, log_id=log_id, secrets=["act.secret", ""])
        except TikTokError as error:
            outcome = error

        assert isinstance(outcome, dict | Refused | TikTokDown)
        assert isinstance(outcome, dict) or isinstance(outcome.log_id, str)
        assert not isinstance(outcome, RateLimited) or 1 <= outcome.wait_s <= 3600

    @given(st.integers(100, 599), answers, st.text(max_size=20))
    def test_of_the_token_endpoint(self, status: int, body: bytes, log_id: str) -> None:
        with contextlib.suppress(TikTokError):
            assert isinstance(read_oauth_answer(status, body, log_id=log_id), dict)

    @given(answers, st.sampled_from([StatusAnswer, VideoPage, UserInfo, CreatorInfo, OpenedUpload, TokenAnswer]))
    def test_read_into_a_model(self, body: bytes, model: type[BaseModel]) -> None:
        with contextlib.suppress(TikTokError):
            assert isinstance(read_model(model, read_answer(200, body)), model)

    @given(st.integers(100, 599), st.dictionaries(header_names, st.text(string.printable, max_size=40)))
    def test_of_the_upload_host(self, status: int, headers: dict[str, str]) -> None:
        with contextlib.suppress(TikTokError):
            assert read_chunk_answer(status, httpx.Headers(headers)).uploaded != -1

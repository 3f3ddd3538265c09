"""The client against a server that answers as we tell it, down to the bytes on the wire."""

import json
from collections.abc import Callable

import pytest

from tiktok.chunk_answers import ChunkAnswer
from tiktok.errors import AnswerLost, Redirected, Refused, TikTokDown, Unreachable
from tiktok.http import open_http
from tiktok.oauth import OAuthClient
from tiktok.tests.peer import TOKEN, Peer
from tiktok.tiktok_api_client import TikTokApiClient
from tiktok.upload_plan import Chunk


def put(client: TikTokApiClient, url: str) -> ChunkAnswer:
    return client.put_chunk(url, Chunk(5, 9, 20), iter([b"ab", b"cde"]), mime_type="video/mp4")


class TestCalls:
    def test_ask_only_for_fields_the_person_has_granted(self, client: TikTokApiClient, peer: Peer) -> None:
        peer.body = b'{"data":{"user":{"open_id":"x"}},"error":{"code":"ok"}}'

        client.user_info(["user.info.basic", "video.publish"])

        [(method, path, headers, _)] = peer.heard
        assert (method, path) == (
            "GET",
            "/v2/user/info/?fields=open_id%2Cunion_id%2Cavatar_url%2Cavatar_url_100%2Cavatar_large_url%2Cdisplay_name",
        )
        assert headers["authorization"] == f"Bearer {TOKEN}"

    def test_put_fields_into_the_query_and_the_rest_into_the_body(self, client: TikTokApiClient, peer: Peer) -> None:
        client.video_list(cursor=1_795_348_801_000)

        [(method, path, _, body)] = peer.heard
        assert method == "POST"
        assert path.startswith("/v2/video/list/?fields=id%2C")
        assert json.loads(body) == {"max_count": 20, "cursor": 1_795_348_801_000}

    def test_know_when_nothing_was_sent(self, peer: Peer) -> None:
        peer.server.server_close()

        with open_http("http://127.0.0.1:1") as http, pytest.raises(Unreachable):
            TikTokApiClient(http, access_token=TOKEN).creator_info()

    def test_know_when_an_answer_may_be_lost(self, client: TikTokApiClient, peer: Peer) -> None:
        peer.hang_up = True

        with pytest.raises(AnswerLost):
            client.creator_info()

        assert len(peer.heard) == 1

    @pytest.mark.parametrize("status", [301, 302, 307, 308])
    def test_follow_no_redirect(self, client: TikTokApiClient, peer: Peer, status: int) -> None:
        peer.status, peer.headers, peer.body = status, {"Location": f"{peer.url}/elsewhere"}, b""

        with pytest.raises(Redirected):
            client.creator_info()

        assert len(peer.heard) == 1

    def test_tell_what_an_answer_lacks_without_quoting_it(self, client: TikTokApiClient, peer: Peer) -> None:
        peer.body = b'{"data":{"user":{"union_id":"act.secret"}},"error":{"code":"ok"}}'

        with pytest.raises(TikTokDown) as failure:
            client.user_info(["user.info.basic"])

        assert str(failure.value) == "UserInfo lacks open_id"

    @pytest.mark.parametrize(
        "call",
        [lambda it: it.creator_info(), lambda it: it.fetch_status("p"), lambda it: it.user_info(["user.info.basic"])],
    )
    def test_never_put_the_token_into_an_error(
        self, client: TikTokApiClient, peer: Peer, call: Callable[[TikTokApiClient], object]
    ) -> None:
        peer.status, peer.body = (
            401,
            b'{"error":{"code":"access_token_invalid","message":"The access token is invalid"}}',
        )

        with pytest.raises(Refused) as refusal:
            call(client)

        assert TOKEN not in f"{refusal.value!r} {refusal.value} {client!r} {vars(refusal.value)}"


class TestPutChunk:
    def test_sends_the_range_and_no_token(self, client: TikTokApiClient, peer: Peer) -> None:
        peer.status = 206

        answer = put(client, f"{peer.url}/upload?upload_token=t")

        [(method, path, headers, body)] = peer.heard
        assert answer == ChunkAnswer(done=False)
        assert (method, path, body) == ("PUT", "/upload?upload_token=t", b"abcde")
        assert (headers["content-range"], headers["content-type"]) == ("bytes 5-9/20", "video/mp4")
        assert headers["content-length"] == "5"
        assert "transfer-encoding" not in headers
        assert "authorization" not in headers

    def test_sends_nothing_to_a_stranger(self, client: TikTokApiClient, peer: Peer) -> None:
        with pytest.raises(Refused) as refusal:
            put(client, "https://evil.example/upload")

        assert refusal.value.code == "host_not_allowed"
        assert peer.heard == []

    def test_follows_no_redirect(self, client: TikTokApiClient, peer: Peer) -> None:
        peer.status, peer.headers = 307, {"Location": f"{peer.url}/elsewhere"}

        with pytest.raises(Redirected):
            put(client, f"{peer.url}/upload")

        assert len(peer.heard) == 1

    def test_knows_when_an_answer_may_be_lost(self, client: TikTokApiClient, peer: Peer) -> None:
        peer.hang_up = True

        with pytest.raises(AnswerLost):
            put(client, f"{peer.url}/upload")


class TestOAuthClient:
    def test_sends_a_form_and_no_token(self, oauth: OAuthClient, peer: Peer) -> None:
        peer.body = b"{}"

        oauth.revoke("act.x")

        [(method, path, headers, body)] = peer.heard
        assert (method, path) == ("POST", "/v2/oauth/revoke/")
        assert headers["content-type"] == "application/x-www-form-urlencoded"
        assert body == b"client_key=key&client_secret=the-app-secret&token=act.x"
        assert "authorization" not in headers

    def test_takes_half_an_answer_for_none(self, oauth: OAuthClient, peer: Peer) -> None:
        peer.body = b'{"access_token":"act.new","expires_in":7200,"open_id":"x"}'

        with pytest.raises(TikTokDown) as failure:
            oauth.refresh("rft.old")

        assert "act." not in str(failure.value)
        assert "refresh_token" in str(failure.value)

    def test_asks_once_when_the_answer_is_lost(self, oauth: OAuthClient, peer: Peer) -> None:
        peer.hang_up = True

        with pytest.raises(AnswerLost):
            oauth.refresh("rft.old")

        assert len(peer.heard) == 1

    def test_shows_neither_secret_nor_token(self, oauth: OAuthClient) -> None:
        assert "the-app-secret" not in repr(oauth)

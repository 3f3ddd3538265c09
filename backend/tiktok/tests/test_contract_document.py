"""
What the client sends keeps to the OpenAPI document the sandbox serves, and what that document promises the client takes.

Document and judge are the sandbox's own files, read from disk: the sandbox is a package of its own that nothing here imports.
"""

import importlib.util
import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tiktok import refusals
from tiktok.bodies import (
    FileUpload,
    InboxInit,
    InboxPull,
    PhotoDraftInfo,
    PhotoInit,
    PhotoPostInfo,
    PhotoPull,
    PostInfo,
    PostMode,
    PullFromUrl,
    VideoInit,
    VideoPull,
)
from tiktok.display_calls import USER_FIELDS, VIDEO_FIELDS
from tiktok.oauth import OAuthClient, make_verifier
from tiktok.operations import Operation
from tiktok.tests.peer import Peer
from tiktok.tiktok_api_client import TikTokApiClient
from tiktok.upload_plan import MAX_VIDEO_SIZE, Chunk, plan_upload
from tiktok.wire import PrivacyLevel, PublishStatus, StatusAnswer, TokenAnswer, UserInfo, VideoItem

SANDBOX = Path(__file__).resolve().parents[3] / "sandbox" / "carillon_sandbox"
JUDGE = SANDBOX / "contract.py"

flags = st.booleans()
levels = st.sampled_from(PrivacyLevel)
texts = st.text(st.characters(exclude_categories=["Cs"]))
sources = (
    st.integers(1, MAX_VIDEO_SIZE)
    .map(plan_upload)
    .map(lambda plan: FileUpload(video_size=plan.size, chunk_size=plan.chunk_size, total_chunk_count=plan.count))
)
pulls = st.just(PullFromUrl(video_url="https://media.example.com/1.mp4"))
posts = st.builds(
    PostInfo,
    title=texts,
    privacy_level=levels,
    disable_comment=flags,
    disable_duet=flags,
    disable_stitch=flags,
    brand_content_toggle=st.just(False),
    brand_organic_toggle=flags,
    is_aigc=flags,
    video_cover_timestamp_ms=st.integers(0, 2**31 - 1),
)
photo_posts = st.builds(
    PhotoPostInfo,
    title=st.text("añ🐇", max_size=45),
    description=texts,
    privacy_level=levels,
    disable_comment=flags,
    auto_add_music=flags,
    brand_content_toggle=st.just(False),
    brand_organic_toggle=flags,
)
photos = st.integers(1, 35).flatmap(
    lambda count: st.builds(
        PhotoPull,
        photo_images=st.just(["https://media.example.com/1.jpg"] * count),
        photo_cover_index=st.integers(0, count - 1),
    )
)
labels = st.none() | flags
calls: st.SearchStrategy[Callable[[TikTokApiClient], object]] = st.one_of(
    st.builds(VideoInit, post_info=posts, source_info=sources).map(lambda body: lambda it: it.init_video(body)),
    st.builds(VideoPull, post_info=posts, source_info=pulls).map(lambda body: lambda it: it.init_video(body)),
    st.builds(InboxInit, source_info=sources).map(lambda body: lambda it: it.init_inbox_video(body)),
    st.builds(InboxPull, source_info=pulls).map(lambda body: lambda it: it.init_inbox_video(body)),
    st.builds(
        PhotoInit,
        post_mode=st.just(PostMode.DIRECT_POST),
        post_info=photo_posts,
        source_info=photos,
        is_aigc=labels,
    ).map(lambda body: lambda it: it.init_photo(body)),
    st.builds(
        PhotoInit,
        post_mode=st.just(PostMode.MEDIA_UPLOAD),
        post_info=st.just(PhotoDraftInfo(title="Title", description="Caption")),
        source_info=photos,
        is_aigc=labels,
    ).map(lambda body: lambda it: it.init_photo(body)),
    st.lists(st.sampled_from(sorted(USER_FIELDS)), min_size=1, unique=True).map(
        lambda scopes: lambda it: it.user_info(scopes)
    ),
    st.tuples(st.none() | st.integers(0, 2**62), st.integers(1, 20), flags).map(
        lambda asked: lambda it: it.video_list(cursor=asked[0], max_count=asked[1], ask_aigc=asked[2])
    ),
    st.tuples(st.lists(st.integers(1, 2**63).map(str), min_size=1, max_size=20), flags).map(
        lambda asked: lambda it: it.video_query(asked[0], ask_aigc=asked[1])
    ),
    st.just(lambda it: it.creator_info()),
    st.just(lambda it: it.fetch_status("v_pub_file~v2-1.7600000000000000001")),
    st.just(lambda it: it.cancel("v_pub_url~v2.7600000000000000001")),
)
# What satisfies every call at once: each model takes its own fields.
ANSWER = {
    "user": {"open_id": "x"},
    "publish_id": "p",
    "upload_url": "https://open-upload.tiktokapis.com/u",
    "status": "PROCESSING_UPLOAD",
    "max_video_post_duration_sec": 300,
}


@pytest.fixture(scope="module")
def judge() -> ModuleType:
    """The sandbox's judge of requests, as it lies on the disk."""
    spec = importlib.util.spec_from_file_location("sandbox_contract", JUDGE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def problems_of(judge: ModuleType, peer: Peer) -> list[str]:
    """Return what the document says against the one request the peer has heard."""
    [(method, target, headers, raw)] = peer.heard
    parts = urlsplit(target)
    body: object = None
    if headers.get("content-type", "").startswith("application/json"):
        body = json.loads(raw)
    elif headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
        body = dict(parse_qsl(raw.decode()))
    found: list[str] = judge.validate_request(method, parts.path, dict(parse_qsl(parts.query)), body, headers)
    return found


class TestRequests:
    @given(call=calls)
    @settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    def test_keep_to_the_document(
        self, judge: ModuleType, client: TikTokApiClient, peer: Peer, call: Callable[[TikTokApiClient], object]
    ) -> None:
        peer.heard.clear()
        peer.body = json.dumps({"data": ANSWER, "error": {"code": "ok", "message": "", "log_id": "L"}}).encode()

        call(client)

        assert problems_of(judge, peer) == []

    @pytest.mark.parametrize("verifier", [None, make_verifier()])
    def test_for_tokens_keep_to_the_document(
        self, judge: ModuleType, oauth: OAuthClient, peer: Peer, verifier: str | None
    ) -> None:
        tokens = {"access_token": "act.x", "expires_in": 7200, "open_id": "x", "refresh_token": "rft.x"}
        peer.body = json.dumps(tokens | {"refresh_expires_in": 15552000}).encode()
        steps: list[Callable[[], object]] = [
            lambda: oauth.exchange_code("c*!", redirect_uri="http://localhost:4100/back", verifier=verifier),
            lambda: oauth.refresh("rft.x"),
            lambda: oauth.revoke("act.x"),
        ]

        for step in steps:
            peer.heard.clear()
            step()
            assert problems_of(judge, peer) == []
            assert "authorization" not in peer.heard[0][2]

    def test_with_bytes_keep_to_the_document(self, judge: ModuleType, client: TikTokApiClient, peer: Peer) -> None:
        peer.status = 206
        url = f"{peer.url}/upload/?upload_id=1&upload_token=t"

        client.put_chunk(url, Chunk(0, 4, 12), [b"abcde"], mime_type="video/mp4")

        assert problems_of(judge, peer) == []
        assert peer.heard[0][2]["content-type"] in judge.find_operation("PUT", "/upload/")["requestBody"]["content"]

    def test_that_break_a_rule_would_be_found(self, judge: ModuleType, client: TikTokApiClient, peer: Peer) -> None:
        peer.heard = [("POST", "/v2/post/publish/status/fetch/", {"content-type": "application/json"}, b'{"id":"p"}')]

        assert problems_of(judge, peer) != []

    def test_cover_every_operation_of_the_document(self, judge: ModuleType) -> None:
        ours = {operation.path for operation in Operation if operation.path}

        assert ours | {"/v2/auth/authorize/", "/upload/"} == set(judge.document()["paths"])


class TestTables:
    @pytest.mark.parametrize(
        ("schema", "ours"),
        [
            ("FailReason", refusals.FAIL_REASONS.keys()),
            ("PublishStatus", {status.value for status in PublishStatus}),
            ("PrivacyLevel", {level.value for level in PrivacyLevel}),
            # the sandbox answers `unsupported_path` where TikTok has nothing at all
            ("ErrorCode", refusals.API_REFUSALS.keys() | refusals.SPELLINGS.keys() | {"unsupported_path"}),
        ],
    )
    def test_hold_what_the_document_enumerates(self, judge: ModuleType, schema: str, ours: set[str]) -> None:
        assert set(judge.document()["components"]["schemas"][schema]["enum"]) == set(ours)

    def test_hold_every_oauth_error(self, judge: ModuleType) -> None:
        errors = judge.document()["components"]["schemas"]["OAuthError"]["properties"]["error"]["enum"]

        assert set(errors) == refusals.OAUTH_REFUSALS.keys()

    @pytest.mark.parametrize(
        ("schema", "ours"),
        [
            ("User", set(UserInfo.model_fields)),
            ("Video", set(VideoItem.model_fields)),
            ("Status", set(StatusAnswer.model_fields)),
            ("TokenPair", set(TokenAnswer.model_fields) | {"token_type"}),
        ],
    )
    def test_hold_every_field_of_an_answer(self, judge: ModuleType, schema: str, ours: set[str]) -> None:
        assert set(judge.document()["components"]["schemas"][schema]["properties"]) == ours

    def test_ask_for_every_field_there_is(self, judge: ModuleType) -> None:
        schemas = judge.document()["components"]["schemas"]

        assert {field for fields in USER_FIELDS.values() for field in fields} == set(schemas["User"]["properties"])
        assert {*VIDEO_FIELDS.split(","), "is_aigc"} == set(schemas["Video"]["properties"])

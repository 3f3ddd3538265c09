"""
The contract as a table: every code, status and reason TikTok documents, where it comes and with which HTTP status, what the
client makes of it, and what the person reads. Each row is said by a TikTok on a real socket to the real client.

The rows are copied from the contract's own tables (tiktok-api §2.5, §4.5, §4.7, §7 and §9), so a row that is missing here
is missing from the contract.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from tiktok.bodies import (
    FileUpload,
    InboxInit,
    PhotoDraftInfo,
    PhotoInit,
    PhotoPull,
    PostInfo,
    PostMode,
    PullFromUrl,
    VideoInit,
    VideoPull,
)
from tiktok.chunk_answers import ChunkAnswer
from tiktok.errors import MayHaveWorked, OAuthRefused, RateLimited, Redirected, Refused, TikTokDown, TikTokError
from tiktok.happenings import Stage, explain_status, sentence_for_removal, sentence_for_status
from tiktok.oauth import OAuthClient
from tiktok.refusals import (
    API_REFUSALS,
    CHUNK_REFUSALS,
    FAIL_REASONS,
    OAUTH_REFUSALS,
    SPELLINGS,
    Consequence,
    explain,
    sentence_for,
)
from tiktok.tests.peer import Peer
from tiktok.tiktok_api_client import TikTokApiClient
from tiktok.upload_plan import Chunk
from tiktok.wire import PublishStatus

FAIL, HOLD, RECONNECT, LATER, RETRY = Consequence
ACCOUNT = "@studio.nord"
LOG_ID = "20261124120000ABCDEF"
POST = PostInfo(
    title="",
    privacy_level="SELF_ONLY",
    disable_comment=False,
    disable_duet=False,
    disable_stitch=False,
    brand_content_toggle=False,
    brand_organic_toggle=False,
    is_aigc=False,
)
FILE = FileUpload(video_size=3, chunk_size=3, total_chunk_count=1)
PULL = PullFromUrl(video_url="https://media.example.com/1.mp4")
PHOTOS = PhotoPull(photo_images=["https://media.example.com/1.jpg"])

PLACES: dict[str, Callable[[TikTokApiClient], object]] = {
    "user/info": lambda it: it.user_info(["user.info.basic"]),
    "video/list": lambda it: it.video_list(),
    "video/query": lambda it: it.video_query(["1"]),
    "creator_info": lambda it: it.creator_info(),
    "video/init": lambda it: it.init_video(VideoInit(post_info=POST, source_info=FILE)),
    "video/init by url": lambda it: it.init_video(VideoPull(post_info=POST, source_info=PULL)),
    "inbox/init": lambda it: it.init_inbox_video(InboxInit(source_info=FILE)),
    "content/init": lambda it: it.init_photo(
        PhotoInit(post_mode=PostMode.MEDIA_UPLOAD, post_info=PhotoDraftInfo(), source_info=PHOTOS)
    ),
    "status": lambda it: it.fetch_status("p"),
    "cancel": lambda it: it.cancel("p"),
}
DISPLAY = ("user/info", "video/list", "video/query")
POSTS = ("video/init", "content/init")
INITS = ("video/init", "inbox/init", "content/init")
ALL = tuple(PLACES)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of §9, with what the client raises, what follows and how the person's sentence begins."""

    code: str
    status: int
    places: tuple[str, ...]
    kind: type[TikTokError]
    consequence: Consequence
    sentence: str


TABLE = [
    Row("invalid_params", 400, (*DISPLAY, "video/init"), Refused, FAIL, "TikTok did not accept the post for @studio"),
    Row(
        "invalid_param", 400, (*INITS, "status", "cancel"), Refused, FAIL, "TikTok did not accept the post for @studio"
    ),
    Row("scope_permission_missed", 400, DISPLAY, Refused, RECONNECT, "@studio.nord has not allowed this. Connect"),
    Row("invalid_file_upload", 400, INITS, Refused, FAIL, "TikTok did not accept the file for @studio.nord."),
    Row("app_version_check_failed", 400, ("content/init",), Refused, HOLD, "The TikTok app of @studio.nord is too old"),
    Row("invalid_publish_id", 400, ("status", "cancel"), Refused, FAIL, "TikTok no longer knows this upload."),
    Row(
        "token_not_authorized_for_specified_publish_id",
        400,
        ("status", "cancel"),
        Refused,
        FAIL,
        "This upload belongs to another TikTok account.",
    ),
    Row("publish_not_cancellable", 400, ("cancel",), Refused, FAIL, "TikTok is done with this upload, so it can no"),
    Row("access_token_invalid", 401, ALL, Refused, RECONNECT, "TikTok no longer accepts our permission for @studio"),
    Row("scope_not_authorized", 401, ALL, Refused, RECONNECT, "@studio.nord has not allowed posting. Connect it"),
    Row("spam_risk_too_many_posts", 403, POSTS, Refused, HOLD, "@studio.nord has reached TikTok's limit of posts"),
    Row("spam_risk_too_many_posts", 200, ("creator_info",), Refused, HOLD, "@studio.nord has reached TikTok's limit"),
    Row(
        "spam_risk_too_many_pending_share",
        403,
        ("inbox/init", "content/init"),
        Refused,
        HOLD,
        "@studio.nord has five drafts waiting in TikTok.",
    ),
    Row("spam_risk_user_banned_from_posting", 403, INITS, Refused, FAIL, "TikTok does not let @studio.nord post"),
    Row(
        "spam_risk_user_banned_from_posting", 200, ("creator_info",), Refused, FAIL, "TikTok does not let @studio.nord"
    ),
    Row("reached_active_user_cap", 403, POSTS, Refused, HOLD, "This TikTok app has reached the number of creators"),
    Row("reached_active_user_cap", 200, ("creator_info",), Refused, HOLD, "This TikTok app has reached the number"),
    Row(
        "unaudited_client_can_only_post_to_private_accounts",
        403,
        POSTS,
        Refused,
        HOLD,
        "TikTok lets an app that has not passed its audit post only to private accounts. @studio.nord is public.",
    ),
    Row(
        "url_ownership_unverified",
        403,
        ("video/init by url", "content/init", "cancel"),
        Refused,
        HOLD,
        "TikTok has not verified the address the media is served from.",
    ),
    Row(
        "privacy_level_option_mismatch", 403, POSTS, Refused, HOLD, "@studio.nord no longer offers the chosen privacy."
    ),
    Row("rate_limit_exceeded", 429, ALL, RateLimited, LATER, "TikTok asked us to slow down for @studio.nord."),
    Row("internal_error", 500, ALL, TikTokDown, LATER, "TikTok has an internal problem."),
    Row("internal_error", 503, ALL, TikTokDown, LATER, "TikTok has an internal problem."),
]
CASES = [pytest.param(row, place, id=f"{row.code}-{row.status}-{place}") for row in TABLE for place in row.places]

OAUTH_TABLE = [
    ("access_denied", OAuthRefused, HOLD, "TikTok says the permission was not given."),
    ("invalid_client", OAuthRefused, HOLD, "TikTok does not accept the key or the secret of this app."),
    ("invalid_grant", OAuthRefused, RECONNECT, "TikTok no longer accepts our permission for @studio.nord."),
    ("invalid_request", OAuthRefused, HOLD, "TikTok did not accept the connection as it was asked for."),
    ("invalid_scope", OAuthRefused, HOLD, "This TikTok app may not ask for one of the permissions."),
    ("unauthorized_client", OAuthRefused, HOLD, "TikTok does not let this app connect accounts."),
    ("unsupported_grant_type", OAuthRefused, HOLD, "TikTok does not know this way of connecting an account."),
    ("unsupported_response_type", OAuthRefused, HOLD, "TikTok does not know this way of asking for a permission."),
    ("server_error", TikTokDown, LATER, "TikTok has an internal problem."),
    ("temporarily_unavailable", TikTokDown, LATER, "TikTok cannot connect accounts at present."),
]

FAIL_TABLE = [
    ("file_format_check_failed", FAIL, "TikTok cannot read a file of this post. Videos: MP4, MOV or WebM"),
    ("duration_check_failed", FAIL, "The video is longer or shorter than TikTok allows for @studio.nord."),
    ("frame_rate_check_failed", FAIL, "TikTok takes 23 to 60 frames a second"),
    (
        "picture_size_check_failed",
        FAIL,
        "A file of this post has a size TikTok refuses. Videos: 360 to 4,096 pixels",
    ),
    ("internal", RETRY, "TikTok had an internal problem while processing the post."),
    ("video_pull_failed", RETRY, "TikTok could not fetch the video from this server."),
    ("photo_pull_failed", RETRY, "TikTok could not fetch the photos from this server."),
    ("publish_cancelled", FAIL, "The upload was cancelled at TikTok."),
    ("auth_removed", RECONNECT, "@studio.nord removed this app in TikTok while the post was on its way."),
    ("spam_risk_too_many_posts", HOLD, "@studio.nord has reached TikTok's limit of posts"),
    ("spam_risk_user_banned_from_posting", FAIL, "TikTok does not let @studio.nord post through apps"),
    ("spam_risk_text", FAIL, "TikTok judged the caption risky."),
    ("spam_risk", FAIL, "TikTok judged this post risky and refused it."),
]

STATUS_TABLE = [
    ("PROCESSING_UPLOAD", Stage.WAIT, "TikTok is processing the upload for @studio.nord."),
    ("PROCESSING_DOWNLOAD", Stage.WAIT, "TikTok is fetching the media for @studio.nord."),
    ("SEND_TO_USER_INBOX", Stage.DELIVERED, "The draft is in the inbox of @studio.nord."),
    ("PUBLISH_COMPLETE", Stage.POSTED, "Published on @studio.nord."),
    ("FAILED", Stage.FAILED, "TikTok could not publish the post on @studio.nord."),
]

REMOVAL_TABLE = [
    (0, "TikTok ended the permission for @studio.nord without saying why."),
    (1, "@studio.nord took Carillon out of its connected apps in TikTok."),
    (2, "TikTok says that @studio.nord was deleted."),
    (3, "TikTok ended the permission of @studio.nord, because the age given there was changed."),
    (4, "TikTok has banned @studio.nord"),
    (5, "The permission for @studio.nord was withdrawn from here."),
]


def refuse(peer: Peer, code: str, status: int) -> None:
    peer.status = status
    error = {"code": code, "message": "Please review our integration guidelines", "log_id": LOG_ID}
    peer.body = json.dumps({"data": {}, "error": error}).encode()


def put(client: TikTokApiClient, peer: Peer, chunk: Chunk) -> ChunkAnswer:
    return client.put_chunk(f"{peer.url}/upload/?t=x", chunk, [b"abc"], mime_type="video/mp4")


class TestErrorCodes:
    @pytest.mark.parametrize(("row", "place"), CASES)
    def test_are_told_as_the_table_says(self, client: TikTokApiClient, peer: Peer, row: Row, place: str) -> None:
        refuse(peer, row.code, row.status)

        with pytest.raises(TikTokError) as error:
            PLACES[place](client)

        assert type(error.value) is row.kind
        assert error.value.log_id == LOG_ID
        assert row.code in str(error.value)
        assert explain(row.code).consequence == row.consequence
        assert sentence_for(row.code, account=ACCOUNT).startswith(row.sentence)
        assert len(peer.heard) == 1
        if isinstance(error.value, Refused):
            assert (error.value.code, error.value.status) == (row.code, row.status)

    def test_are_all_in_the_table(self) -> None:
        assert {row.code for row in TABLE} == API_REFUSALS.keys() | SPELLINGS.keys()

    def test_leave_open_whether_it_worked_only_where_tiktok_is_in_trouble(self) -> None:
        assert {row.code for row in TABLE if issubclass(row.kind, MayHaveWorked)} == {"internal_error"}

    @pytest.mark.parametrize("place", ALL)
    @pytest.mark.parametrize("status", [200, 400, 403, 418])
    def test_that_are_new_are_kept_and_shown(
        self, client: TikTokApiClient, peer: Peer, place: str, status: int
    ) -> None:
        refuse(peer, "brand_new_code", status)

        with pytest.raises(Refused) as error:
            PLACES[place](client)

        assert (error.value.code, error.value.status, error.value.log_id) == ("brand_new_code", status, LOG_ID)
        assert explain("brand_new_code").consequence == HOLD
        assert sentence_for("brand_new_code", account=ACCOUNT) == (
            "TikTok refused the post for @studio.nord with a reason we do not know: brand_new_code."
        )

    @pytest.mark.parametrize("status", [500, 502, 503, 504])
    def test_of_a_server_in_trouble_conclude_nothing(self, client: TikTokApiClient, peer: Peer, status: int) -> None:
        refuse(peer, "brand_new_code", status)

        with pytest.raises(TikTokDown) as error:
            client.creator_info()

        assert (error.value.status, error.value.log_id) == (status, LOG_ID)
        assert "brand_new_code" in str(error.value)


class TestOAuthErrors:
    @pytest.mark.parametrize(("code", "kind", "consequence", "sentence"), OAUTH_TABLE)
    @pytest.mark.parametrize("status", [200, 400, 401])
    def test_are_told_alike_whatever_the_status(
        self,
        oauth: OAuthClient,
        peer: Peer,
        code: str,
        kind: type[TikTokError],
        consequence: Consequence,
        sentence: str,
        status: int,
    ) -> None:
        peer.status = status
        peer.body = json.dumps({"error": code, "error_description": "…", "log_id": LOG_ID}).encode()
        calls: list[Callable[[], object]] = [
            lambda: oauth.exchange_code("c", redirect_uri="https://a.example/", verifier=None),
            lambda: oauth.refresh("rft.x"),
            lambda: oauth.revoke("act.x"),
        ]

        for call in calls:
            with pytest.raises(TikTokError) as error:
                call()
            assert (type(error.value), error.value.log_id) == (kind, LOG_ID)
            assert code in str(error.value)
        assert explain(code).consequence == consequence
        assert sentence_for(code, account=ACCOUNT).startswith(sentence)

    def test_are_all_in_the_table(self) -> None:
        assert {row[0] for row in OAUTH_TABLE} == OAUTH_REFUSALS.keys()

    def test_that_are_new_are_kept_and_shown(self, oauth: OAuthClient, peer: Peer) -> None:
        peer.body = json.dumps({"error": "slow_down", "log_id": LOG_ID}).encode()

        with pytest.raises(OAuthRefused) as error:
            oauth.refresh("rft.x")

        assert (error.value.code, error.value.log_id) == ("slow_down", LOG_ID)
        assert sentence_for("slow_down", account=ACCOUNT).endswith(": slow_down.")


class TestChunkStatuses:
    @pytest.mark.parametrize(
        ("status", "code", "consequence", "sentence"),
        [
            (400, "chunk_malformed", FAIL, "TikTok did not accept a part of the video as it was sent."),
            (403, "upload_url_expired", RETRY, "The hour TikTok gives for an upload is over."),
            (404, "upload_unknown", RETRY, "TikTok no longer knows this upload."),
        ],
    )
    def test_that_refuse_have_a_name_and_a_sentence(
        self, client: TikTokApiClient, peer: Peer, status: int, code: str, consequence: Consequence, sentence: str
    ) -> None:
        peer.status, peer.body, peer.headers = status, b"", {"x-tt-logid": LOG_ID}

        with pytest.raises(Refused) as error:
            put(client, peer, Chunk(0, 2, 9))

        assert (type(error.value), error.value.code, error.value.status) == (Refused, code, status)
        assert error.value.log_id == LOG_ID
        assert explain(code).consequence == consequence
        assert sentence_for(code, account=ACCOUNT).startswith(sentence)

    def test_that_refuse_are_all_in_the_table(self) -> None:
        assert CHUNK_REFUSALS.keys() == {"chunk_malformed", "upload_url_expired", "upload_unknown"}

    @pytest.mark.parametrize(("status", "done"), [(206, False), (201, True), (200, True)])
    def test_that_accept_say_whether_more_is_expected(
        self, client: TikTokApiClient, peer: Peer, status: int, done: bool
    ) -> None:
        peer.status, peer.body = status, b""

        answer = put(client, peer, Chunk(0, 2, 9))

        assert answer == ChunkAnswer(done=done)

    def test_that_stand_elsewhere_say_where(self, client: TikTokApiClient, peer: Peer) -> None:
        peer.status, peer.body, peer.headers = 416, b"", {"Content-Range": "bytes 0-6/9"}

        answer = put(client, peer, Chunk(0, 2, 9))

        assert answer == ChunkAnswer(done=False, uploaded=6)

    @pytest.mark.parametrize(
        ("status", "kind"),
        [(307, Redirected), (429, RateLimited), (500, TikTokDown), (502, TikTokDown), (503, TikTokDown)],
    )
    def test_that_decide_nothing(
        self, client: TikTokApiClient, peer: Peer, status: int, kind: type[TikTokError]
    ) -> None:
        peer.status, peer.body, peer.headers = status, b"", {"x-tt-logid": LOG_ID}

        with pytest.raises(TikTokError) as error:
            put(client, peer, Chunk(0, 2, 9))

        assert (type(error.value), error.value.log_id) == (kind, LOG_ID)

    def test_that_are_new_are_kept_and_shown(self, client: TikTokApiClient, peer: Peer) -> None:
        peer.status, peer.body = 418, b""

        with pytest.raises(Refused) as error:
            put(client, peer, Chunk(0, 2, 9))

        assert (error.value.code, error.value.status) == ("chunk_http_418", 418)
        assert sentence_for("chunk_http_418", account=ACCOUNT).endswith(": chunk_http_418.")


class TestStatuses:
    @pytest.mark.parametrize(("status", "stage", "sentence"), STATUS_TABLE)
    def test_are_told_as_the_table_says(
        self, client: TikTokApiClient, peer: Peer, status: str, stage: Stage, sentence: str
    ) -> None:
        peer.body = json.dumps({"data": {"status": status}, "error": {"code": "ok"}}).encode()

        told = client.fetch_status("p").status

        assert PublishStatus(told) == status
        assert explain_status(told).stage == stage
        assert sentence_for_status(told, account=ACCOUNT).startswith(sentence)

    def test_are_all_in_the_table(self) -> None:
        assert {row[0] for row in STATUS_TABLE} == {status.value for status in PublishStatus}

    def test_that_are_new_count_as_still_processing_and_are_shown(self, client: TikTokApiClient, peer: Peer) -> None:
        peer.body = b'{"data":{"status":"EXPIRED"},"error":{"code":"ok"}}'

        told = client.fetch_status("p").status

        assert explain_status(told).stage == Stage.WAIT
        assert "EXPIRED" in sentence_for_status(told, account=ACCOUNT)


class TestFailReasons:
    @pytest.mark.parametrize(("reason", "consequence", "sentence"), FAIL_TABLE)
    def test_are_told_as_the_table_says(
        self, client: TikTokApiClient, peer: Peer, reason: str, consequence: Consequence, sentence: str
    ) -> None:
        data = {"status": "FAILED", "fail_reason": reason, "publicaly_available_post_id": [], "uploaded_bytes": 10000}
        peer.body = json.dumps({"data": data, "error": {"code": "ok", "message": "", "log_id": LOG_ID}}).encode()

        status = client.fetch_status("p")

        assert (status.status, status.fail_reason, status.uploaded_bytes) == (PublishStatus.FAILED, reason, 10000)
        assert explain(status.fail_reason).consequence == consequence
        assert sentence_for(status.fail_reason, account=ACCOUNT).startswith(sentence)

    def test_are_all_in_the_table(self) -> None:
        assert {row[0] for row in FAIL_TABLE} == FAIL_REASONS.keys()

    def test_that_are_new_are_kept_and_shown(self, client: TikTokApiClient, peer: Peer) -> None:
        peer.body = b'{"data":{"status":"FAILED","fail_reason":"mood_check_failed"},"error":{"code":"ok"}}'

        reason = client.fetch_status("p").fail_reason

        assert explain(reason).consequence == HOLD
        assert sentence_for(reason, account=ACCOUNT).endswith(": mood_check_failed.")


class TestRemovals:
    @pytest.mark.parametrize(("reason", "sentence"), REMOVAL_TABLE)
    @pytest.mark.parametrize("form", [int, str])
    def test_are_told_as_the_table_says(self, reason: int, sentence: str, form: type) -> None:
        assert sentence_for_removal(form(reason), account=ACCOUNT).startswith(sentence)

    @pytest.mark.parametrize("reason", [6, -1, "1.0", None, True, [], "{account}"])
    def test_that_are_new_are_shown(self, reason: object) -> None:
        sentence = sentence_for_removal(reason, account=ACCOUNT)

        assert f"a reason we do not know: {reason}." in sentence

"""Every operation as it leaves this machine, and its answer as it is understood."""

import json
from collections.abc import Callable

import pytest

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
from tiktok.errors import Refused, TikTokDown, Unfit
from tiktok.tests.peer import TOKEN, Peer
from tiktok.tiktok_api_client import TikTokApiClient
from tiktok.wire import OpenedPull, OpenedUpload

ID = 7600000000000000001  # a JavaScript number would make 7600000000000000000 of it
POST = PostInfo(
    title="A rabbit wakes up #bunny",
    privacy_level="SELF_ONLY",
    disable_comment=True,
    disable_duet=False,
    disable_stitch=True,
    brand_content_toggle=False,
    brand_organic_toggle=True,
    is_aigc=False,
)
PHOTO_POST = PhotoPostInfo(
    title="Title",
    description="Caption",
    privacy_level="PUBLIC_TO_EVERYONE",
    disable_comment=False,
    auto_add_music=True,
    brand_content_toggle=True,
    brand_organic_toggle=False,
)
FILE = FileUpload(video_size=50_000_123, chunk_size=10_000_000, total_chunk_count=5)  # TikTok's own example
PULL = PullFromUrl(video_url="https://media.example.com/pull/1.mp4")
PHOTOS = PhotoPull(photo_images=["https://media.example.com/1.jpg", "https://media.example.com/2.jpg"])


def say(peer: Peer, data: dict[str, object]) -> None:
    peer.body = json.dumps({"data": data, "error": {"code": "ok", "message": "", "log_id": "L"}}).encode()


def heard(peer: Peer) -> tuple[str, str, object]:
    [(method, path, headers, body)] = peer.heard
    assert headers["authorization"] == f"Bearer {TOKEN}"
    if method == "POST":
        assert headers["content-type"] == "application/json; charset=UTF-8"
    return method, path.partition("?")[0], json.loads(body) if body else None


class TestDisplay:
    def test_asks_for_every_field_of_every_scope(self, client: TikTokApiClient, peer: Peer) -> None:
        user = {
            "open_id": "-000x",
            "union_id": "u",
            "avatar_url": "https://a.example/1",
            "avatar_url_100": "https://a.example/2",
            "avatar_large_url": "https://a.example/3",
            "display_name": "Studio Nord",
            "bio_description": "Films",
            "profile_deep_link": "https://vm.tiktok.com/x",
            "username": "studio.nord",
            "is_verified": True,
            "follower_count": 2**40,
            "following_count": 0,
            "likes_count": 5,
            "video_count": 7,
        }
        say(peer, {"user": user})

        info = client.user_info(["user.info.basic", "user.info.profile", "user.info.stats", "video.publish"])

        assert info.model_dump() == user
        assert set(peer.heard[0][1].partition("fields=")[2].split("%2C")) == set(user)
        assert heard(peer) == ("GET", "/v2/user/info/", None)

    @pytest.mark.parametrize("scopes", [[], ["video.publish", "video.upload"], ["something.new"]])
    def test_does_not_ask_for_a_profile_nobody_allowed(
        self, client: TikTokApiClient, peer: Peer, scopes: list[str]
    ) -> None:
        with pytest.raises(Unfit) as refusal:
            client.user_info(scopes)

        assert (refusal.value.code, refusal.value.status, peer.heard) == ("scope_not_authorized", 0, [])

    def test_reads_a_video_with_all_its_fields(self, client: TikTokApiClient, peer: Peer) -> None:
        video = {
            "id": str(ID),
            "create_time": 1795348801,
            "cover_image_url": "https://c.example/1",
            "share_url": "https://s.example/1",
            "video_description": "A",
            "title": "B",
            "duration": 10,
            "height": 1920,
            "width": 1080,
            "embed_html": "<x>",
            "embed_link": "https://e.example/1",
            "like_count": 1,
            "comment_count": 2,
            "share_count": 3,
            "view_count": 2**40,
        }
        say(peer, {"videos": [video], "cursor": 1795348801000, "has_more": True})

        page = client.video_query([str(ID)])

        assert page.videos[0].model_dump(exclude={"is_aigc"}) == video
        assert page.videos[0].is_aigc is None
        assert (page.cursor, page.has_more) == (1795348801000, True)
        assert set(peer.heard[0][1].partition("fields=")[2].split("%2C")) == set(video)
        assert heard(peer) == ("POST", "/v2/video/query/", {"filters": {"video_ids": [str(ID)]}})

    def test_leaves_unknown_what_a_video_does_not_tell(self, client: TikTokApiClient, peer: Peer) -> None:
        peer.body = b'{"data":{"videos":[{"id":7600000000000000001,"create_time":1}]},"error":{"code":"ok"}}'

        [video] = client.video_list().videos

        assert (video.id, video.view_count) == ("7600000000000000001", None)

    @pytest.mark.parametrize("count", [0, 21])
    def test_asks_for_no_more_than_tiktok_tells_at_a_time(
        self, client: TikTokApiClient, peer: Peer, count: int
    ) -> None:
        calls: list[Callable[[], object]] = [
            lambda: client.video_query(["1"] * count),
            lambda: client.video_list(max_count=count),
        ]
        for call in calls:
            with pytest.raises(Unfit, match="too_many_videos"):
                call()

        assert peer.heard == []

    def test_asks_for_the_ai_label_when_told_to(self, client: TikTokApiClient, peer: Peer) -> None:
        say(peer, {"videos": [{"id": "1", "create_time": 1, "is_aigc": True}]})

        assert client.video_list(ask_aigc=True).videos[0].is_aigc is True
        assert peer.heard[0][1].endswith("%2Cis_aigc")

    def test_does_without_the_ai_label_where_tiktok_does_not_know_it(self, client: TikTokApiClient, peer: Peer) -> None:
        page = {"videos": [{"id": "1", "create_time": 1}]}
        peer.script = [
            (400, b'{"data":{},"error":{"code":"invalid_params","message":"is_aigc"}}'),
            (200, json.dumps({"data": page, "error": {"code": "ok"}}).encode()),
        ]

        assert client.video_query(["1"], ask_aigc=True).videos[0].is_aigc is None
        assert [call[1].endswith("%2Cis_aigc") for call in peer.heard] == [True, False]

    def test_asks_once_when_something_else_is_wrong(self, client: TikTokApiClient, peer: Peer) -> None:
        peer.status, peer.body = 401, b'{"data":{},"error":{"code":"access_token_invalid"}}'

        with pytest.raises(Refused, match="access_token_invalid"):
            client.video_list(ask_aigc=True)

        assert len(peer.heard) == 1


class TestPosting:
    def test_asks_what_the_creator_may_do(self, client: TikTokApiClient, peer: Peer) -> None:
        say(peer, {"creator_username": "studio.nord", "max_video_post_duration_sec": 300, "stitch_disabled": True})

        info = client.creator_info()

        assert (info.creator_username, info.max_video_post_duration_sec, info.stitch_disabled) == (
            "studio.nord",
            300,
            True,
        )
        assert heard(peer) == ("POST", "/v2/post/publish/creator_info/query/", {})

    def test_opens_a_video_from_this_machine(self, client: TikTokApiClient, peer: Peer) -> None:
        say(peer, {"publish_id": "v_pub_file~v2-1.7", "upload_url": "https://u.tiktokapis.com/?upload_token=s"})

        opened = client.init_video(VideoInit(post_info=POST, source_info=FILE))

        assert (type(opened), opened.publish_id) == (OpenedUpload, "v_pub_file~v2-1.7")
        body = {"post_info": POST.model_dump(), "source_info": FILE.model_dump()}
        assert heard(peer) == ("POST", "/v2/post/publish/video/init/", body)
        assert body["source_info"]["source"] == "FILE_UPLOAD"

    def test_opens_a_video_tiktok_fetches(self, client: TikTokApiClient, peer: Peer) -> None:
        say(peer, {"publish_id": "v_pub_url~v2.7"})

        opened = client.init_video(VideoPull(post_info=POST, source_info=PULL))

        assert (type(opened), opened.publish_id) == (OpenedPull, "v_pub_url~v2.7")
        source = {"source": "PULL_FROM_URL", "video_url": "https://media.example.com/pull/1.mp4"}
        body = {"post_info": POST.model_dump(), "source_info": source}
        assert heard(peer) == ("POST", "/v2/post/publish/video/init/", body)

    def test_opens_drafts_without_post_info(self, client: TikTokApiClient, peer: Peer) -> None:
        say(peer, {"publish_id": "v_inbox_file~v2.7", "upload_url": "https://u.tiktokapis.com/"})

        client.init_inbox_video(InboxInit(source_info=FILE))

        assert heard(peer) == ("POST", "/v2/post/publish/inbox/video/init/", {"source_info": FILE.model_dump()})
        peer.heard.clear()
        client.init_inbox_video(InboxPull(source_info=PULL))
        assert heard(peer) == ("POST", "/v2/post/publish/inbox/video/init/", {"source_info": PULL.model_dump()})

    def test_posts_photos(self, client: TikTokApiClient, peer: Peer) -> None:
        say(peer, {"publish_id": "p_pub_url~v2.7"})

        client.init_photo(PhotoInit(post_mode=PostMode.DIRECT_POST, post_info=PHOTO_POST, source_info=PHOTOS))

        method, path, body = heard(peer)
        assert (method, path) == ("POST", "/v2/post/publish/content/init/")
        assert body == {
            "media_type": "PHOTO",
            "post_mode": "DIRECT_POST",
            "post_info": PHOTO_POST.model_dump(),
            "source_info": {
                "source": "PULL_FROM_URL",
                "photo_images": ["https://media.example.com/1.jpg", "https://media.example.com/2.jpg"],
                "photo_cover_index": 0,
            },
        }

    def test_drafts_photos_with_their_texts_only(self, client: TikTokApiClient, peer: Peer) -> None:
        say(peer, {"publish_id": "p_inbox_url~v2.7"})
        draft = PhotoDraftInfo(title="Title", description="Caption")

        client.init_photo(PhotoInit(post_mode=PostMode.MEDIA_UPLOAD, post_info=draft, source_info=PHOTOS))

        body = json.loads(peer.heard[0][3])
        assert (body["post_mode"], body["post_info"]) == (
            "MEDIA_UPLOAD",
            {"title": "Title", "description": "Caption"},
        )

    @pytest.mark.parametrize("label", [True, False])
    def test_puts_the_ai_label_of_photos_at_the_root_when_it_is_set(
        self, client: TikTokApiClient, peer: Peer, label: bool
    ) -> None:
        say(peer, {"publish_id": "p"})
        mode = PostMode.DIRECT_POST

        client.init_photo(PhotoInit(post_mode=mode, post_info=PHOTO_POST, source_info=PHOTOS, is_aigc=label))

        body = json.loads(peer.heard[0][3])
        assert body["is_aigc"] is label
        assert "is_aigc" not in body["post_info"]

    def test_reads_how_far_a_post_is(self, client: TikTokApiClient, peer: Peer) -> None:
        say(
            peer,
            {
                "status": "PUBLISH_COMPLETE",
                "publicaly_available_post_id": [ID, str(ID + 2)],
                "uploaded_bytes": 2**32,
                "downloaded_bytes": 2**33,
            },
        )

        status = client.fetch_status("v_pub_file~v2-1.7")

        assert status.post_ids == ["7600000000000000001", "7600000000000000003"]
        assert (status.uploaded_bytes, status.downloaded_bytes) == (2**32, 2**33)
        assert heard(peer) == ("POST", "/v2/post/publish/status/fetch/", {"publish_id": "v_pub_file~v2-1.7"})

    @pytest.mark.parametrize("body", [b'{"error":{"code":"ok"}}', b'{"data":{},"error":{"code":"ok"}}'])
    def test_cancels(self, client: TikTokApiClient, peer: Peer, body: bytes) -> None:
        peer.body = body

        client.cancel("v_pub_url~v2.7")

        assert heard(peer) == ("POST", "/v2/post/publish/cancel/", {"publish_id": "v_pub_url~v2.7"})

    def test_takes_an_upload_without_an_address_for_no_answer(self, client: TikTokApiClient, peer: Peer) -> None:
        say(peer, {"publish_id": "v_pub_file~v2-1.7"})
        peer.headers = {"x-tt-logid": "FROM-HEADER"}

        with pytest.raises(TikTokDown) as failure:
            client.init_video(VideoInit(post_info=POST, source_info=FILE))

        assert (str(failure.value), failure.value.log_id) == ("OpenedUpload lacks upload_url", "FROM-HEADER")

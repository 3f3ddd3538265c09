"""The init of photos: what it takes, and the order of its checks."""

from typing import Any

import pytest
from asks import code_of, photo_body
from client_app import App
from driver import Server

URL = "https://carillon.example/a.jpg"
DRAFT = "MEDIA_UPLOAD"


def ask(app: App, body: Any) -> tuple[int, str]:
    """Ask for a post of photos and return how that went."""
    return code_of(app.init_photos(body))


def changed(part: str, **fields: Any) -> dict[str, Any]:
    body = photo_body([URL])
    return {**body, part: {**body[part], **fields}}


@pytest.fixture
def owner(fresh: Server) -> App:
    """An app that has verified carillon.example, on a sandbox of its own whose pulls all fail."""
    fresh.settings(init_per_window=1000)
    fresh.change_client(url_prefixes=["carillon.example"])
    return fresh.connect("studio.nord")


class TestBody:
    def test_counts_title_and_description_in_utf16_units(self, owner: App) -> None:
        assert ask(owner, photo_body([URL], title="😀" * 45, description="😀" * 2000)) == (200, "ok")
        assert ask(owner, photo_body([URL], title="😀" * 45 + "a")) == (400, "invalid_param")
        assert ask(owner, photo_body([URL], description="😀" * 2000 + "a")) == (400, "invalid_param")

    def test_takes_1_to_35_photos_and_is_aigc_at_the_root(self, owner: App) -> None:
        assert ask(owner, {**photo_body([URL] * 35, cover=34, auto_add_music=True), "is_aigc": True}) == (200, "ok")

    def test_of_a_draft_has_an_id_of_its_own_and_ignores_what_the_person_chooses(
        self, fresh: Server, owner: App
    ) -> None:
        fresh.unjudged()
        answer = owner.init_photos(photo_body([URL], DRAFT, privacy_level="ANY", disable_comment=7))

        assert answer.json()["data"]["publish_id"].startswith("p_inbox_url~v2.")
        assert ask(owner, {k: v for k, v in photo_body([URL], DRAFT).items() if k != "post_info"}) == (200, "ok")

    @pytest.mark.parametrize(
        "body",
        [
            {},
            {**photo_body([URL]), "media_type": "VIDEO"},
            {**photo_body([URL]), "post_mode": "DIRECT POST"},
            {**photo_body([URL]), "post_mode": ["DIRECT_POST"]},
            {**photo_body([URL]), "is_aigc": "yes"},
            {**photo_body([URL]), "post_info": None},
            photo_body([]),
            photo_body([URL] * 36),
            photo_body([URL], cover=1),
            photo_body([URL], cover=-1),
            photo_body([URL, "http://carillon.example/a.jpg"]),
            photo_body([URL], auto_add_music="yes"),
            photo_body([URL], title=7),
            photo_body([URL], DRAFT, description="a" * 4001),
            changed("source_info", source="FILE_UPLOAD"),
            changed("source_info", photo_cover_index=None),
            changed("source_info", photo_images=URL),
        ],
    )
    def test_that_is_malformed_gets_400(self, nord: App, body: Any) -> None:
        assert ask(nord, body) == (400, "invalid_param")


class TestOrderOfChecks:
    def test_of_a_post_is_that_of_a_video(self, unaudited: Server) -> None:
        unaudited.settings(init_per_window=0, posts_per_creator=0)
        unaudited.rules("studio.nord", can_post=False)
        wrong = photo_body([URL], privacy_level="FOLLOWER_OF_CREATOR")
        uploader, app = unaudited.connect("studio.nord", ["video.upload"]), unaudited.connect("studio.nord")

        assert ask(App(unaudited.http, {"access_token": "x"}), wrong) == (401, "access_token_invalid")
        assert ask(uploader, wrong) == (401, "scope_not_authorized")
        assert ask(app, wrong) == (429, "rate_limit_exceeded")
        unaudited.settings(init_per_window=100)
        assert ask(app, {"post_mode": "DIRECT_POST"}) == (400, "invalid_param")
        assert ask(app, wrong) == (403, "spam_risk_user_banned_from_posting")
        unaudited.rules("studio.nord", can_post=True)
        assert ask(app, wrong) == (403, "spam_risk_too_many_posts")
        unaudited.settings(posts_per_creator=15)
        assert ask(app, wrong) == (403, "unaudited_client_can_only_post_to_private_accounts")
        unaudited.rules("studio.nord", is_private=True)
        unaudited.change_client(audited=True)
        wrong["post_info"]["privacy_level"] = "PUBLIC_TO_EVERYONE"
        assert ask(app, wrong) == (403, "privacy_level_option_mismatch")
        wrong["post_info"]["privacy_level"] = "SELF_ONLY"
        assert ask(app, wrong) == (403, "url_ownership_unverified")

    def test_of_a_draft_asks_for_its_own_scope_and_an_app_that_is_new_enough(self, unaudited: Server) -> None:
        unaudited.settings(init_per_window=0, pending_drafts=0)
        unaudited.rules("studio.nord", can_post=False, app_outdated=True)
        body = photo_body([URL], DRAFT)
        publisher, app = (unaudited.connect("studio.nord", [scope]) for scope in ("video.publish", "video.upload"))

        assert ask(publisher, body) == (401, "scope_not_authorized")
        assert ask(app, body) == (429, "rate_limit_exceeded")
        unaudited.settings(init_per_window=100)
        assert ask(app, {"post_mode": DRAFT}) == (400, "invalid_param")
        assert ask(app, body) == (403, "spam_risk_user_banned_from_posting")
        unaudited.rules("studio.nord", can_post=True)
        assert ask(app, body) == (400, "app_version_check_failed")
        unaudited.rules("studio.nord", app_outdated=False)
        assert ask(app, body) == (403, "spam_risk_too_many_pending_share")
        unaudited.settings(pending_drafts=5)
        assert ask(app, body) == (403, "url_ownership_unverified")


class TestWindows:
    def test_each_init_has_its_own(self, fresh: Server) -> None:
        app = fresh.connect("studio.nord")
        paths = ["/v2/post/publish/video/init/", "/v2/post/publish/inbox/video/init/", "/v2/post/publish/content/init/"]

        statuses = [[app.post(path).status_code for _ in range(7)] for path in paths]

        assert statuses == [[400] * 6 + [429]] * 3

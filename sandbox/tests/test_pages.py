"""The pages for people."""

import re

import pytest
from driver import Server, hex_sha256

from carillon_sandbox.pages.markup import Html, render
from carillon_sandbox.pages.words import short_count
from carillon_sandbox.world.pictures import initials_of


class TestIndex:
    def test_shows_the_ten_accounts_and_their_rules(self, shared: Server) -> None:
        answer = shared.http.get("/")

        assert answer.text.count('class="card"') == 10
        for words in ("private account", "comments off", "duet off", "may not post", "videos up to 30 s"):
            assert words in answer.text
        assert "default-src 'none'" in answer.headers["content-security-policy"]

    def test_has_no_script_and_nothing_from_elsewhere(self, shared: Server) -> None:
        text = shared.http.get("/").text

        assert "<script" not in text
        assert re.findall(r'(?:src|href)="(?!/)', text) == []

    def test_counts_posts(self, fresh: Server, bunny: bytes) -> None:
        fresh.connect("studio.nord").publish(bunny)

        assert "1 post, 1 of 10 accounts connected" in fresh.http.get("/").text


class TestAccountPage:
    def test_shows_a_post_with_all_that_was_chosen(self, fresh: Server, bunny: bytes) -> None:
        app = fresh.connect("quiet.room")
        info = {"title": "Tea & <b>toast</b>", "disable_duet": True, "brand_content_toggle": True, "is_aigc": True}
        publish_id = app.send(bunny, **info, video_cover_timestamp_ms=2_400)
        (post_id,) = app.wait(publish_id, public=True)["publicaly_available_post_id"]

        text = fresh.http.get("/accounts/quiet.room").text

        assert "Tea &amp; &lt;b&gt;toast&lt;/b&gt;" in text
        assert f">{post_id}<" in text
        assert f">{publish_id}<" in text
        facts = dict(re.findall(r"<dt>([^<]+)</dt><dd[^>]*>([^<]+)</dd>", text))
        assert facts["Visible to"] == "everyone"
        assert (facts["Comments"], facts["Duet"], facts["Stitch"]) == ("off", "off", "on")
        assert (facts["Disclosure"], facts["AI-generated"]) == ("branded content", "yes")
        assert (facts["Picture"], facts["Cover"]) == ("1280×720, 0:05", "at 2.4 s")

    def test_says_why_a_post_failed(self, fresh: Server) -> None:
        fresh.connect("studio.nord").publish(b"no video")

        text = fresh.http.get("/accounts/studio.nord").text

        assert "file_format_check_failed" in text
        assert "<video" not in text

    def test_tells_waiting_processing_private_and_moderation_apart(self, fresh: Server, bunny: bytes) -> None:
        fresh.settings(moderation_seconds=60)
        app = fresh.connect("studio.nord")
        app.open_upload(1000)
        app.publish(bunny, privacy_level="SELF_ONLY")
        app.publish(bunny)
        fresh.settings(processing_seconds=60)
        app.send(bunny)

        text = fresh.http.get("/accounts/studio.nord").text

        for words in ("waiting for bytes", "processing", "none, not public", "in moderation", "only the owner"):
            assert words in text

    def test_is_friendly_when_empty_and_when_unknown(self, fresh: Server) -> None:
        assert "Nothing was posted here yet." in fresh.http.get("/accounts/paper.lantern").text
        unknown = fresh.http.get("/accounts/nobody")
        assert (unknown.status_code, "There is no such account" in unknown.text) == (404, True)


class TestMedia:
    def test_the_video_comes_back_byte_for_byte_and_by_ranges(self, fresh: Server, bunny: bytes) -> None:
        app = fresh.connect("studio.nord")
        publish_id = app.send(bunny)
        app.wait(publish_id)

        whole = fresh.http.get(f"/media/{publish_id}")
        part = fresh.http.get(f"/media/{publish_id}", headers={"Range": "bytes=100-199"})
        beyond = fresh.http.get(f"/media/{publish_id}", headers={"Range": "bytes=99999999-"})

        assert hex_sha256(whole.content) == hex_sha256(bunny)
        assert (whole.headers["content-type"], whole.headers["accept-ranges"]) == ("video/mp4", "bytes")
        assert whole.headers["x-content-type-options"] == "nosniff"
        assert "sandbox" in whole.headers["content-security-policy"]
        assert (part.status_code, part.content) == (206, bunny[100:200])
        assert part.headers["content-range"] == f"bytes 100-199/{len(bunny)}"
        assert beyond.status_code == 416
        assert fresh.http.get(f"/posters/{publish_id}.jpg").headers["content-type"] == "image/jpeg"

    def test_what_is_no_video_is_not_served(self, fresh: Server) -> None:
        app = fresh.connect("studio.nord")
        publish_id = app.send(b"<script>alert(1)</script>")
        app.wait(publish_id)

        assert fresh.http.get(f"/media/{publish_id}").status_code == 404
        assert fresh.http.get(f"/posters/{publish_id}.jpg").status_code == 404

    @pytest.mark.parametrize(
        "path",
        ["/media/x", "/posters/x.jpg", "/covers/1.jpg", "/avatars/nobody.png", "/static/x", "/static/..%2fapp.py"],
    )  # fmt: skip
    def test_nothing_else_is_served(self, shared: Server, path: str) -> None:
        assert shared.http.get(path).status_code in {403, 404}

    def test_each_account_has_its_own_picture(self, shared: Server) -> None:
        handles = [account["handle"] for account in shared.http.get("/sandbox/api/accounts").json()]

        pictures = [shared.http.get(f"/avatars/{handle}.png") for handle in handles]

        assert {picture.headers["content-type"] for picture in pictures} == {"image/png"}
        assert len({picture.content for picture in pictures}) == 10
        assert all(picture.content.startswith(b"\x89PNG") for picture in pictures)

    def test_the_style_sheet_is_served(self, shared: Server) -> None:
        answer = shared.http.get("/static/sandbox.css")

        assert answer.headers["content-type"].startswith("text/css")
        assert "prefers-color-scheme: dark" in answer.text


class TestWords:
    def test_templates_escape_all_but_html(self) -> None:
        tag = render("tag.html", kind='"x', words="<b>")

        assert tag == '<span class="tag &quot;x">&lt;b&gt;</span>\n'
        assert "<i>" in render("frame.html", title="t", body=Html("<i>"))

    @pytest.mark.parametrize(
        ("number", "words"), [(0, "0"), (999, "999"), (1000, "1k"), (12_440, "12.4k"), (2_000_000, "2M")]
    )
    def test_counts_are_short(self, number: int, words: str) -> None:
        assert short_count(number) == words

    def test_initials(self) -> None:
        assert [initials_of(name) for name in ("Studio Nord", "Linden", "a b c")] == ["SN", "L", "AB"]

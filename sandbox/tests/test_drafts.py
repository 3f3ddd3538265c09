"""Drafts: as far as the inbox, and what the person then does with them."""

import pytest
from asks import code_of, init_body
from client_app import App
from clips import draw_clip
from driver import Server

SOURCE = {"source_info": init_body(1000)["source_info"]}


class TestInit:
    def test_answers_like_a_post_but_needs_no_post_info(self, nord: App) -> None:
        data = nord.init_draft(SOURCE).json()["data"]

        assert data["publish_id"].startswith("v_inbox_file~v2.")
        assert "/upload/?upload_id=" in data["upload_url"]

    def test_checks_in_the_fixed_order(self, unaudited: Server) -> None:
        unaudited.settings(init_per_window=0, pending_drafts=0)
        unaudited.rules("studio.nord", can_post=False)
        publisher, app = (unaudited.connect("studio.nord", [scope]) for scope in ("video.publish", "video.upload"))
        pull = {"source_info": {"source": "PULL_FROM_URL", "video_url": "https://carillon.example/a.mp4"}}

        assert code_of(App(unaudited.http, {"access_token": "x"}).init_draft({})) == (401, "access_token_invalid")
        assert code_of(publisher.init_draft({})) == (401, "scope_not_authorized")
        assert code_of(app.init_draft({})) == (429, "rate_limit_exceeded")
        unaudited.settings(init_per_window=100)
        assert code_of(app.init_draft({})) == (400, "invalid_param")
        assert code_of(app.init_draft(pull)) == (403, "spam_risk_user_banned_from_posting")
        unaudited.rules("studio.nord", can_post=True)
        assert code_of(app.init_draft(pull)) == (403, "spam_risk_too_many_pending_share")
        unaudited.settings(pending_drafts=5)
        assert code_of(app.init_draft(pull)) == (403, "url_ownership_unverified")
        assert code_of(app.init_draft(SOURCE)) == (200, "ok")  # neither audit nor privacy level is asked about

    def test_a_sixth_pending_draft_is_refused_until_one_is_posted_discarded_or_failed(self, fresh: Server) -> None:
        fresh.settings(init_per_window=100)
        app, clip = fresh.connect("studio.nord"), draw_clip(seconds=0.2)
        first, second = app.send_draft(clip), app.send_draft(clip)
        for publish_id in (first, second):
            app.wait(publish_id)
        for _ in range(3):
            app.init_draft(SOURCE)

        assert code_of(app.init_draft(SOURCE)) == (403, "spam_risk_too_many_pending_share")
        assert app.init(init_body(1000)).status_code == 200
        fresh.http.post(f"/sandbox/api/drafts/{first}/post", json={})
        assert app.init_draft(SOURCE).status_code == 200
        assert app.init_draft(SOURCE).status_code == 403
        fresh.http.post(f"/sandbox/api/drafts/{second}/discard", json={})
        assert app.init_draft(SOURCE).status_code == 200

    def test_drafts_do_not_weigh_on_the_daily_cap(self, fresh: Server) -> None:
        fresh.settings(posts_per_creator=1)
        app = fresh.connect("studio.nord")
        app.init_draft(SOURCE)

        assert app.init(init_body(1000)).status_code == 200


class TestInbox:
    def test_is_where_a_draft_ends_for_the_app(self, shared: Server, nord: App) -> None:
        publish_id = nord.send_draft(draw_clip(seconds=0.2))

        ended = nord.wait(publish_id)

        assert (ended["status"], ended["publicaly_available_post_id"]) == ("SEND_TO_USER_INBOX", [])
        assert "draft.delivered" in [e["event"] for e in shared.ledger() if e.get("publish_id") == publish_id]
        shared.http.post(f"/sandbox/api/drafts/{publish_id}/discard", json={})

    def test_a_draft_that_is_no_video_never_gets_there(self, nord: App) -> None:
        ended = nord.wait(nord.send_draft(b"no video"))

        assert (ended["status"], ended["fail_reason"]) == ("FAILED", "file_format_check_failed")

    def test_a_posted_draft_moves_on_and_gets_its_public_id(self, nord: App) -> None:
        publish_id = nord.send_draft(draw_clip(seconds=0.2))
        nord.wait(publish_id)

        answer = nord.http.post(f"/sandbox/api/drafts/{publish_id}/post", json={"privacy_level": "PUBLIC_TO_EVERYONE"})

        assert answer.status_code == 200
        posted = nord.wait(publish_id, public=True)
        assert posted["status"] == "PUBLISH_COMPLETE"
        (post_id,) = posted["publicaly_available_post_id"]
        listed = nord.post("/v2/video/list/?fields=id").json()["data"]["videos"]
        assert {"id": str(post_id)} in listed

    def test_a_discarded_draft_tells_the_app_nothing_and_cannot_come_back(self, nord: App) -> None:
        publish_id = nord.send_draft(draw_clip(seconds=0.2))
        nord.wait(publish_id)

        nord.http.post(f"/sandbox/api/drafts/{publish_id}/discard", json={})

        assert nord.status(publish_id)["status"] == "SEND_TO_USER_INBOX"
        again = nord.http.post(f"/sandbox/api/drafts/{publish_id}/post", json={})
        assert (again.status_code, again.json()["code"]) == (409, "not_in_inbox")

    @pytest.mark.parametrize("act", ["post", "discard"])
    def test_what_is_not_there_cannot_be_acted_on(self, nord: App, act: str) -> None:
        unfinished, direct = nord.init_draft(SOURCE), nord.open_upload(1000)["publish_id"]
        publish_id = unfinished.json()["data"]["publish_id"]

        answers = [nord.http.post(f"/sandbox/api/drafts/{pid}/{act}", json={}) for pid in (publish_id, direct, "x")]

        assert [answer.status_code for answer in answers] == [409, 404, 404]

    def test_a_level_that_the_account_does_not_offer_is_refused(self, nord: App) -> None:
        publish_id = nord.send_draft(draw_clip(seconds=0.2))
        nord.wait(publish_id)

        body = {"privacy_level": "FOLLOWER_OF_CREATOR"}
        answer = nord.http.post(f"/sandbox/api/drafts/{publish_id}/post", json=body)

        assert (answer.status_code, answer.json()["code"]) == (409, "privacy_not_offered")
        nord.http.post(f"/sandbox/api/drafts/{publish_id}/discard", json={})


class TestDeletedPost:
    def test_is_gone_from_the_profile_and_from_its_status(self, shared: Server, nord: App) -> None:
        publish_id = nord.send(draw_clip(seconds=0.2))
        (post_id,) = nord.wait(publish_id, public=True)["publicaly_available_post_id"]

        answer = shared.http.delete(f"/sandbox/api/posts/{publish_id}")

        assert answer.status_code == 200
        assert nord.status(publish_id)["publicaly_available_post_id"] == []
        query = {"filters": {"video_ids": [str(post_id)]}}
        assert nord.post("/v2/video/query/?fields=id", query).json()["data"] == {"videos": []}
        assert shared.http.delete(f"/sandbox/api/posts/{publish_id}").status_code == 404

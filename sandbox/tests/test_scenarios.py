"""Each scenario, one by one, as an app meets it."""

import time

import httpx2
import pytest
from asks import code_of, init_body, photo_body
from client_app import App
from clips import draw_clip
from driver import Server

USER = "/v2/user/info/?fields=open_id"


@pytest.fixture
def nord(fresh: Server) -> App:
    fresh.change_client(url_prefixes=["carillon.example"])
    return fresh.connect("studio.nord")


def draft(app: App) -> httpx2.Response:
    return app.init_draft({"source_info": init_body(10)["source_info"]})


def photos(app: App, mode: str) -> httpx2.Response:
    return app.init_photos(photo_body(["https://carillon.example/a.jpg"], mode))


class TestCaps:
    def test_spam_cap_refuses_posts_and_creator_info_says_so_with_200(self, fresh: Server, nord: App) -> None:
        fresh.scenario("spam_cap", "studio.nord")

        assert code_of(nord.init(init_body(10))) == (403, "spam_risk_too_many_posts")
        assert code_of(nord.creator_info()) == (200, "spam_risk_too_many_posts")
        assert code_of(photos(nord, "DIRECT_POST")) == (403, "spam_risk_too_many_posts")
        assert code_of(draft(nord)) == code_of(photos(nord, "MEDIA_UPLOAD")) == (200, "ok")

    def test_pending_drafts_cap_refuses_drafts_only(self, fresh: Server, nord: App) -> None:
        fresh.scenario("pending_drafts_cap", "studio.nord")

        refused = [draft(nord), photos(nord, "MEDIA_UPLOAD")]

        assert {code_of(answer) for answer in refused} == {(403, "spam_risk_too_many_pending_share")}
        assert code_of(nord.init(init_body(10))) == code_of(photos(nord, "DIRECT_POST")) == (200, "ok")

    def test_banned_refuses_every_init(self, fresh: Server, nord: App) -> None:
        fresh.scenario("banned", "studio.nord")

        answers = [nord.init(init_body(10)), draft(nord), photos(nord, "DIRECT_POST"), photos(nord, "MEDIA_UPLOAD")]

        assert {code_of(answer) for answer in answers} == {(403, "spam_risk_user_banned_from_posting")}
        assert code_of(nord.creator_info()) == (200, "spam_risk_user_banned_from_posting")

    def test_active_user_cap_refuses_posts(self, fresh: Server, nord: App) -> None:
        fresh.scenario("active_user_cap", "studio.nord")

        assert code_of(nord.init(init_body(10))) == (403, "reached_active_user_cap")
        assert code_of(nord.creator_info()) == (200, "reached_active_user_cap")
        assert code_of(draft(nord)) == (200, "ok")

    def test_unaudited_lets_through_what_only_the_owner_of_a_private_account_sees(self, fresh: Server) -> None:
        fresh.scenario("unaudited")
        public, private = fresh.connect("studio.nord"), fresh.connect("linden.private")
        for_me = init_body(10, privacy_level="SELF_ONLY")

        refused = [public.init(init_body(10)), public.init(for_me), private.init(init_body(10))]

        code = "unaudited_client_can_only_post_to_private_accounts"
        assert {code_of(answer) for answer in refused} == {(403, code)}
        assert code_of(private.init(for_me)) == code_of(draft(public)) == (200, "ok")
        assert code_of(public.creator_info()) == (200, "ok")


class TestTokens:
    def test_auth_removed_ends_the_consent_once(self, fresh: Server, nord: App) -> None:
        publish_id = nord.open_upload(10)["publish_id"]
        fresh.scenario("auth_removed", "studio.nord")

        assert code_of(nord.get(USER)) == (401, "access_token_invalid")
        assert fresh.refresh(nord.tokens["refresh_token"]).json()["error"] == "invalid_grant"
        again = fresh.connect("studio.nord")
        assert again.status(publish_id)["fail_reason"] == "auth_removed"

    def test_token_invalid_goes_on_after_a_refresh(self, fresh: Server, nord: App) -> None:
        fresh.scenario("token_invalid", "studio.nord")

        refreshed = fresh.refresh(nord.tokens["refresh_token"])

        assert refreshed.status_code == 200
        assert code_of(App(fresh.http, refreshed.json()).get(USER)) == (401, "access_token_invalid")

    def test_lost_refresh_answer_leaves_the_app_without_a_pair(self, fresh: Server, nord: App) -> None:
        fresh.scenario("lost_refresh_answer", "studio.nord")

        with pytest.raises(httpx2.TransportError):
            fresh.refresh(nord.tokens["refresh_token"])

        assert fresh.refresh(nord.tokens["refresh_token"]).json()["error"] == "invalid_grant"
        assert [entry["event"] for entry in fresh.ledger()].count("oauth.refresh") == 1


class TestWire:
    def test_rate_limited_names_a_time_for_posting(self, fresh: Server, nord: App) -> None:
        fresh.scenario("rate_limited")

        init, read = nord.init(init_body(10)), nord.get(USER)

        assert code_of(init) == code_of(read) == (429, "rate_limit_exceeded")
        assert (init.headers.get("retry-after"), read.headers.get("retry-after")) == ("30", None)

    def test_lost_answer_posts_without_saying_so(self, fresh: Server, nord: App) -> None:
        fresh.scenario("lost_answer", "studio.nord", times=1)

        with pytest.raises(httpx2.TransportError):
            nord.init(init_body(10))

        assert [entry["event"] for entry in fresh.ledger()].count("init.accepted") == 1
        assert nord.init(init_body(10)).status_code == 200

    @pytest.mark.parametrize(("name", "status"), [("html_502", 502), ("outage", 500)])
    def test_nothing_works(self, fresh: Server, nord: App, name: str, status: int) -> None:
        url = nord.open_upload(10)["upload_url"]
        fresh.unjudged()
        fresh.scenario(name)

        answers = [nord.get(USER), fresh.refresh("x"), nord.put(url, b"0123456789", 0, 10)]

        assert {answer.status_code for answer in answers} == {status}

    def test_wrong_code_is_documented_nowhere(self, fresh: Server, nord: App) -> None:
        fresh.unjudged()
        fresh.scenario("wrong_code")

        assert code_of(nord.init(init_body(10))) == (200, "backend_overloaded")

    def test_hanging_outlasts_the_apps_patience(self, fresh: Server, nord: App) -> None:
        fresh.scenario("hanging", "studio.nord", options={"seconds": 2})

        with pytest.raises(httpx2.ReadTimeout):
            nord.http.get(USER, headers=nord.headers, timeout=0.2)

    def test_chaos_spoils_about_as_many_calls_as_told_each_in_its_way(self, fresh: Server, nord: App) -> None:
        fresh.unjudged()
        options = {"seconds": 0.0, "retry_after": 1}
        fresh.scenario("chaos", "studio.nord", probability=0.5, seed=11, options=options)

        for _ in range(100):
            try:
                nord.get(USER)
            except httpx2.TransportError:
                continue

        kinds = [entry["kind"] for entry in fresh.ledger() if entry["event"] == "fault.applied"]
        assert 25 < len(kinds) < 60
        assert {"http_500_before", "http_500_after", "lost_answer", "hang", "late", "rate_limited"} <= set(kinds)


class TestUploads:
    def test_slow_upload_crawls(self, fresh: Server, nord: App) -> None:
        url = nord.open_upload(50_000)["upload_url"]
        fresh.scenario("slow_upload", options={"bytes_per_second": 100_000})
        begun = time.monotonic()

        assert nord.put(url, bytes(50_000), 0, 50_000).status_code == 201
        assert time.monotonic() - begun >= 0.5

    def test_upload_expires_under_way(self, fresh: Server, nord: App) -> None:
        half = 6_000_000
        opened = nord.open_upload(2 * half, half, 2)
        assert nord.put(opened["upload_url"], bytes(half), 0, 2 * half).status_code == 206
        fresh.scenario("upload_expires", "studio.nord")

        assert nord.put(opened["upload_url"], bytes(half), half, 2 * half).status_code == 403
        assert nord.status(opened["publish_id"])["status"] == "PROCESSING_UPLOAD"

    def test_upload_416_strikes_once(self, fresh: Server, nord: App) -> None:
        url = nord.open_upload(10)["upload_url"]
        fresh.scenario("upload_416", "studio.nord")

        statuses = [nord.put(url, b"0123456789", 0, 10).status_code for _ in range(2)]

        assert statuses == [416, 201]


class TestAfterwards:
    def test_processing_failed_ends_in_internal(self, fresh: Server, nord: App) -> None:
        fresh.scenario("processing_failed", "studio.nord")

        ended = nord.publish(draw_clip(seconds=0.2))

        assert (ended["status"], ended["fail_reason"]) == ("FAILED", "internal")

    def test_processing_failed_keeps_a_draft_from_the_inbox(self, fresh: Server, nord: App) -> None:
        fresh.scenario("processing_failed", "studio.nord", options={"reason": "spam_risk_text"})

        ended = nord.wait(nord.send_draft(draw_clip(seconds=0.2)))

        assert (ended["status"], ended["fail_reason"]) == ("FAILED", "spam_risk_text")

    @pytest.mark.parametrize("name", ["slow_moderation", "never_moderated"])
    def test_the_public_id_does_not_come(self, fresh: Server, nord: App, name: str) -> None:
        fresh.scenario(name, "studio.nord")

        ended = nord.publish(draw_clip(seconds=0.2))

        assert (ended["status"], ended["publicaly_available_post_id"]) == ("PUBLISH_COMPLETE", [])
        assert nord.post("/v2/video/list/?fields=id").json()["data"]["videos"] == []
        other = fresh.connect("mira.builds")
        assert other.wait(other.send(draw_clip(seconds=0.2)), public=True)["publicaly_available_post_id"]

"""The address TikTok fetches photos from: entered, tested at TikTok without posting anything, and refused where it cannot be."""

from dataclasses import replace

import pytest
from django.conf import settings
from django.test import override_settings
from django.utils import timezone

from api.accounts.models import Platform, TikTokApp
from api.accounts.pull_services import check_prefix, clean_prefix, why_no_photos
from conftest import Caller, Sandbox
from core.domain_error import Invalid

pytestmark = pytest.mark.django_db(transaction=True)

LOCAL = "http://localhost:1/"


@pytest.fixture
def app(alice: Caller) -> TikTokApp:
    """An app of alice's workspace, that nobody connected by."""
    return TikTokApp.objects.create(
        workspace=alice.member.workspace, client_key="own-app-key", platform=Platform.DESKTOP, name="Studio"
    )


class TestAddress:
    @pytest.mark.parametrize(
        ("typed", "kept"),
        [
            (" https://photos.example.com ", "https://photos.example.com/"),
            ("https://example.com/carillon/pull/", "https://example.com/carillon/"),
            ("", ""),
        ],
    )
    def test_ends_in_a_slash(self, typed: str, kept: str) -> None:
        assert clean_prefix(typed) == kept

    @pytest.mark.parametrize(
        "typed",
        ["http://example.com/", "https://127.0.0.1/", "https://u:p@example.com/", "https://example.com/?a", "x"],
    )
    def test_tiktok_would_not_fetch_from_is_refused(self, typed: str) -> None:
        with pytest.raises(Invalid):
            clean_prefix(typed)

    def test_of_this_machine_is_for_the_sandbox(self, sandbox: Sandbox) -> None:
        assert clean_prefix("http://localhost:4100") == "http://localhost:4100/"
        real = replace(settings.TIKTOK, api_url="https://open.tiktokapis.com")
        with override_settings(TIKTOK=real), pytest.raises(Invalid):
            clean_prefix("http://localhost:4100")

    def test_is_set_by_an_admin_and_has_to_be_tested(self, alice: Caller, mallory: Caller, app: TikTokApp) -> None:
        path = f"/tiktok/apps/{app.pk}/pull-prefix"
        assert mallory.put(path, {"pull_prefix": "https://evil.example/"}).status_code == 404
        assert "none is set" in (why_no_photos(app) or "")

        answer = alice.put(path, {"pull_prefix": "https://photos.example.com"})

        app.refresh_from_db()
        assert answer.json()["pull_prefix"] == app.pull_prefix == "https://photos.example.com/"
        assert "not been tested" in (why_no_photos(app) or "")

    def test_of_the_servers_own_app_stays_in_its_environment(self, alice: Caller, sandbox: Sandbox) -> None:
        account = alice.connect(sandbox, "studio.nord")

        answer = alice.put(f"/tiktok/apps/{account.app_id}/pull-prefix", {"pull_prefix": "https://a.example/"})

        assert (answer.status_code, answer.json()["code"]) == (409, "app_of_installation")


class TestTest:
    def test_asks_tiktok_and_posts_nothing(self, alice: Caller, sandbox: Sandbox) -> None:
        mark, client = sandbox.mark(), f"/sandbox/api/clients/{settings.TIKTOK.client_key}"
        with override_settings(TIKTOK=replace(settings.TIKTOK, pull_prefix=LOCAL)):
            account = alice.connect(sandbox, "studio.nord")
            sandbox.http.patch(client, json={"url_prefixes": [LOCAL]}).raise_for_status()

            shown = alice.post(f"/tiktok/apps/{account.app_id}/pull-check").json()
            sandbox.http.patch(client, json={"url_prefixes": []}).raise_for_status()

        assert (shown["pull_problem"], bool(shown["pull_checked_at"])) == (None, True)
        assert len(sandbox.ledger(after=mark, event="init.accepted")) == 1
        assert sandbox.ledger(after=mark, event="post.completed") == []
        assert sandbox.ledger(after=mark, event="draft.delivered") == []

    def test_says_what_is_not_verified_and_then_no_photos_are_planned(self, alice: Caller, sandbox: Sandbox) -> None:
        with override_settings(TIKTOK=replace(settings.TIKTOK, pull_prefix=LOCAL)):
            account = alice.connect(sandbox, "studio.nord")

            shown = alice.post(f"/tiktok/apps/{account.app_id}/pull-check").json()

            assert "not verified" in shown["pull_problem"]
            assert "not verified" in alice.get(f"/accounts/{account.pk}").json()["photo_problem"]

    def test_is_not_hindered_by_a_full_inbox(self, alice: Caller, sandbox: Sandbox) -> None:
        sandbox.set(pending_drafts=0)
        with override_settings(TIKTOK=replace(settings.TIKTOK, pull_prefix=LOCAL)):
            account = alice.connect(sandbox, "studio.nord")

            shown = alice.post(f"/tiktok/apps/{account.app_id}/pull-check").json()

        assert "not verified" in shown["pull_problem"]

    def test_needs_a_connected_account(self, alice: Caller, app: TikTokApp) -> None:
        TikTokApp.objects.filter(pk=app.pk).update(pull_prefix="https://photos.example.com/")

        answer = alice.post(f"/tiktok/apps/{app.pk}/pull-check")

        assert (answer.status_code, answer.json()["code"]) == (409, "pull_not_checked")

    def test_finds_an_address_that_leads_elsewhere(self, alice: Caller, app: TikTokApp, sandbox: Sandbox) -> None:
        app.pull_prefix = f"{sandbox.url}/"
        with override_settings(PUBLIC_URL=sandbox.url):
            checked = check_prefix(app=app, now=timezone.now())

        assert "does not lead to this server" in checked.pull_problem

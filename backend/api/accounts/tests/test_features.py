"""Partial consent: what is left of Carillon for an account, and the sentence for what is not."""

import pytest

from api.accounts.features import features_of
from api.accounts.tests.conftest import EVERYTHING, finish, start
from conftest import Caller, Sandbox

NAMES = ["profile", "stats", "analytics", "posting", "drafts"]


def missing(*scopes: str, status: str = "connected") -> dict[str, str]:
    left = [scope for scope in EVERYTHING if scope not in scopes]
    return {one.feature: one.sentence for one in features_of(left, status, account="@x") if not one.available}


class TestFeaturesOf:
    def test_are_all_there_with_everything_ticked(self) -> None:
        found = features_of(EVERYTHING, "connected", account="@x")

        assert [(one.feature, one.available, one.sentence) for one in found] == [(name, True, "") for name in NAMES]

    @pytest.mark.parametrize(
        ("scope", "feature", "sentence"),
        [
            ("user.info.profile", "profile", "No @name: @x did not allow reading its profile."),
            ("user.info.stats", "stats", "No follower counts: @x did not allow reading them."),
            ("video.list", "analytics", "No analytics: @x did not allow reading its videos."),
            ("video.upload", "drafts", "No drafts: @x did not allow sending them."),
        ],
    )
    def test_lack_just_the_one_that_was_unticked(self, scope: str, feature: str, sentence: str) -> None:
        assert missing(scope) == {feature: f"{sentence} Connect it again and leave it ticked."}

    def test_leave_drafts_where_only_posting_was_unticked(self) -> None:
        assert list(missing("video.publish")) == ["posting"]
        assert missing("video.publish")["posting"].startswith("Drafts only: @x did not allow posting")

    def test_have_neither_posting_nor_drafts_without_both(self) -> None:
        found = missing("video.publish", "video.upload")

        assert list(found) == ["posting", "drafts"]
        assert found["posting"].startswith("No posting: @x did not allow it.")

    @pytest.mark.parametrize("status", ["reconnect_required", "disconnected"])
    def test_are_all_away_with_the_connection(self, status: str) -> None:
        assert missing(status=status) == dict.fromkeys(NAMES, "@x has to be connected again.")


@pytest.mark.django_db
class TestThroughTheApi:
    def test_shows_what_the_person_unticked(self, alice: Caller, sandbox: Sandbox) -> None:
        scopes = [scope for scope in EVERYTHING if scope != "video.list"]

        account = finish(alice, sandbox.consent("studio.nord", start(alice), scopes)).json()

        assert [one["feature"] for one in account["features"] if not one["available"]] == ["analytics"]
        assert account["features"][2]["sentence"].startswith("No analytics: @studio.nord did not allow")
        assert account["trouble"] is None

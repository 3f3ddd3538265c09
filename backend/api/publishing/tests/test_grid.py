"""Posts by accounts, and the one thing that helps in each cell."""

import pytest
from tests.conftest import add_accounts, add_asset, add_post

from api.accounts.models import Account
from api.publishing.models import Publication, State
from api.publishing.remedies import Remedy, remedy_for
from conftest import Caller

pytestmark = pytest.mark.django_db


@pytest.fixture
def row(alice: Caller) -> Publication:
    """A publication that a test puts into the state it is about."""
    add_post(alice, add_accounts(alice, 1), add_asset(alice))
    return Publication.objects.select_related("account", "post").get()


class TestRemedy:
    @pytest.mark.parametrize(
        ("state", "code", "remedy"),
        [
            (State.DRAFT, "", Remedy.EDIT),
            (State.SCHEDULED, "", Remedy.CANCEL),
            (State.OPENING, "", Remedy.CANCEL),
            (State.UPLOADING, "", Remedy.CANCEL),
            (State.COMMITTING, "", None),
            (State.SUBMITTED, "", None),
            (State.PUBLISHED, "", None),
            (State.FAILED, "spam_risk", Remedy.RETRY),
            (State.FAILED, "duration_check_failed", Remedy.EDIT),
            (State.HELD, "spam_risk_too_many_posts", Remedy.RETRY),
            (State.HELD, "privacy_level_option_mismatch", Remedy.EDIT),
            (State.HELD, "app_disabled", Remedy.FIX_APP),
            (State.NEEDS_YOU, "unknown_outcome", Remedy.RESOLVE),
            (State.MISSED, "missed", Remedy.RESCHEDULE),
            (State.CANCELLED, "", Remedy.RETRY),
        ],
    )
    def test_is_the_one_that_makes_sense(
        self, row: Publication, state: State, code: str, remedy: Remedy | None
    ) -> None:
        row.state, row.reason_code = state, code

        assert remedy_for(row, url=None) == remedy

    def test_of_what_is_out_is_to_see_it(self, row: Publication) -> None:
        row.state = State.PUBLISHED

        assert remedy_for(row, url="https://www.tiktok.com/@a/video/1") == Remedy.OPEN

    def test_of_what_waits_for_its_account_is_to_reconnect_that(self, row: Publication) -> None:
        row.state, row.reason_code = State.HELD, "reconnect_required"
        row.account.status = "reconnect_required"

        assert remedy_for(row, url=None) == Remedy.RECONNECT

    def test_of_a_paused_account_is_to_resume_it(self, row: Publication) -> None:
        row.state, row.reason_code, row.account.paused_at = State.HELD, "paused", row.created_at

        assert remedy_for(row, url=None) == Remedy.RESUME


class TestGrid:
    def test_has_a_row_a_post_and_a_column_for_each_account_they_are_for(self, alice: Caller) -> None:
        first, second, _ = add_accounts(alice, 3)
        add_post(alice, [first], add_asset(alice, 0))
        newer = add_post(alice, [first, second], add_asset(alice, 1))
        Publication.objects.filter(account=second).update(
            state=State.FAILED, reason_code="spam_risk", reason_message="TikTok judged this post risky."
        )

        grid = alice.get("/posts/grid").json()

        assert [account["id"] for account in grid["accounts"]] == [str(first.pk), str(second.pk)]
        assert [len(row["cells"]) for row in grid["rows"]] == [2, 1]
        top = grid["rows"][0]
        assert (top["id"], top["stopped"], top["open"], top["can_edit"]) == (newer["id"], 1, 1, True)
        red = next(cell for cell in top["cells"] if cell["account_id"] == str(second.pk))
        assert (red["state"], red["remedy"], red["reason"]["message"]) == (
            "failed",
            "retry",
            "TikTok judged this post risky.",
        )

    def test_can_be_narrowed_and_comes_in_pages(self, alice: Caller) -> None:
        accounts = add_accounts(alice, 1)
        posts = [add_post(alice, accounts, add_asset(alice, number)) for number in range(3)]
        Publication.objects.filter(post_id=posts[0]["id"]).update(state=State.FAILED)

        failed = alice.get("/posts/grid?status=failed").json()
        page = alice.get("/posts/grid?limit=2").json()
        rest = alice.get(f"/posts/grid?limit=2&cursor={page['next_cursor']}").json()

        assert [row["id"] for row in failed["rows"]] == [posts[0]["id"]]
        assert [row["id"] for row in page["rows"] + rest["rows"]] == [post["id"] for post in reversed(posts)]

    def test_shows_nothing_of_another_workspace(self, alice: Caller, mallory: Caller) -> None:
        add_post(alice, add_accounts(alice, 1), add_asset(alice))

        assert mallory.get("/posts/grid").json() == {"accounts": [], "rows": [], "next_cursor": None}
        assert mallory.get("/audit").json()["items"] == []
        assert Account.objects.filter(workspace=alice.member.workspace).exists()

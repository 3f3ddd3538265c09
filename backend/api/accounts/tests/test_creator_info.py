"""What each creator may do right now, as the composer is told."""

import pytest

from api.accounts.gateway import oauth_client
from api.accounts.models import Account
from api.accounts.tests.conftest import open_token
from conftest import Caller, Sandbox

pytestmark = pytest.mark.django_db


def ask(caller: Caller, account: Account) -> dict[str, object]:
    answer = caller.get(f"/accounts/{account.pk}/creator-info")
    assert answer.status_code == 200, answer.content
    return dict(answer.json())


class TestCreatorInfo:
    @pytest.mark.parametrize(
        ("handle", "options", "comment", "duet", "stitch", "longest_ms"),
        [
            ("studio.nord", ["PUBLIC_TO_EVERYONE", "MUTUAL_FOLLOW_FRIENDS", "SELF_ONLY"], False, False, False, 300_000),
            (
                "linden.private",
                ["FOLLOWER_OF_CREATOR", "MUTUAL_FOLLOW_FRIENDS", "SELF_ONLY"],
                False,
                True,
                True,
                300_000,
            ),
            ("quiet.room", ["PUBLIC_TO_EVERYONE", "MUTUAL_FOLLOW_FRIENDS", "SELF_ONLY"], True, False, False, 300_000),
            ("solo.takes", ["PUBLIC_TO_EVERYONE", "MUTUAL_FOLLOW_FRIENDS", "SELF_ONLY"], False, True, True, 300_000),
            ("short.cuts", ["PUBLIC_TO_EVERYONE", "MUTUAL_FOLLOW_FRIENDS", "SELF_ONLY"], False, False, False, 30_000),
        ],
    )
    def test_tells_each_creators_rules(
        self,
        alice: Caller,
        sandbox: Sandbox,
        handle: str,
        options: list[str],
        comment: bool,
        duet: bool,
        stitch: bool,
        longest_ms: int,
    ) -> None:
        info = ask(alice, alice.connect(sandbox, handle))

        assert (info["username"], info["can_post"], info["reason"]) == (handle, True, None)
        assert info["privacy_level_options"] == options
        assert (info["comment_disabled"], info["duet_disabled"], info["stitch_disabled"]) == (comment, duet, stitch)
        assert info["max_video_post_duration_ms"] == longest_ms

    def test_tells_why_a_creator_cannot_post_although_tiktok_answered_200(
        self, alice: Caller, sandbox: Sandbox
    ) -> None:
        info = ask(alice, alice.connect(sandbox, "paused.north"))

        assert (info["can_post"], info["privacy_level_options"]) == (False, [])
        assert info["nickname"] == "Paused North"
        reason = info["reason"]
        assert isinstance(reason, dict)
        assert reason["code"] == "spam_risk_user_banned_from_posting"
        assert reason["message"] == "TikTok does not let @paused.north post through apps at present."
        assert reason["log_id"]

    def test_is_never_remembered(self, alice: Caller, sandbox: Sandbox) -> None:
        account = alice.connect(sandbox, "fjord.cycles")
        before = ask(alice, account)["comment_disabled"]

        sandbox.change_account("fjord.cycles", comment_disabled=True)
        after = ask(alice, account)["comment_disabled"]
        sandbox.change_account("fjord.cycles", comment_disabled=False)

        assert (before, after) == (False, True)

    def test_tells_that_posting_was_left_unticked_and_keeps_the_connection(
        self, alice: Caller, sandbox: Sandbox
    ) -> None:
        account = alice.connect(sandbox, "studio.nord", ["user.info.basic", "user.info.profile"])

        info = ask(alice, account)

        assert info["can_post"] is False
        assert info["reason"] == {
            "code": "scope_not_authorized",
            "message": "@studio.nord has not allowed posting. Connect it again and leave posting ticked.",
            "log_id": None,
        }
        assert Account.objects.get().status == "connected"

    def test_says_when_tiktok_has_been_asked_too_often(self, alice: Caller, sandbox: Sandbox) -> None:
        account = alice.connect(sandbox, "studio.nord")

        answers = [ask(alice, account) for _ in range(21)]

        assert [answer["can_post"] for answer in answers] == [True] * 20 + [False]
        reason = answers[-1]["reason"]
        assert isinstance(reason, dict)
        assert reason["code"] == "rate_limit_exceeded"

    def test_asks_for_a_new_connection_when_the_creator_removed_the_app(self, alice: Caller, sandbox: Sandbox) -> None:
        account = alice.connect(sandbox, "studio.nord")
        oauth_client(account.app).revoke(open_token(account, "access"))

        answer = alice.get(f"/accounts/{account.pk}/creator-info")

        assert (answer.status_code, answer.json()["code"]) == (409, "account_disconnected")
        assert Account.objects.get().status == "reconnect_required"


class TestSync:
    def test_reads_names_and_counters_again(self, alice: Caller, sandbox: Sandbox) -> None:
        account = alice.connect(sandbox, "studio.nord")
        Account.objects.update(nickname="Old", follower_count=1, synced_at=None)

        synced = alice.post(f"/accounts/{account.pk}/sync").json()

        assert (synced["nickname"], synced["follower_count"]) == ("Studio Nord", 48210)
        assert synced["synced_at"] is not None

"""The person's own page, and belonging to a workspace."""

import pytest

from api.workspaces.models import Membership
from conftest import Caller


class TestMe:
    def test_is_shown(self, alice: Caller) -> None:
        me = alice.get("/auth/me").json()

        assert me == {
            "id": str(alice.member.user.pk),
            "email": "alice@example.com",
            "name": "Alice",
            "time_zone": "Europe/Berlin",
            "language": "en",
            "workspace": {
                "id": str(alice.member.workspace.pk),
                "name": "Alice's workspace",
                "time_zone": "Europe/Berlin",
                "role": "owner",
                "slideshow_encoder": "authored",
            },
            "created_at": me["created_at"],
        }

    def test_can_be_renamed_and_moved(self, alice: Caller) -> None:
        answer = alice.put("/auth/me", {"name": " Alice B. ", "time_zone": "Asia/Tokyo"})

        assert answer.status_code == 200
        me = alice.get("/auth/me").json()
        assert (me["name"], me["time_zone"]) == ("Alice B.", "Asia/Tokyo")

    def test_has_a_language_of_its_own_that_others_changes_leave_alone(self, alice: Caller) -> None:
        told = {"name": "Alice", "time_zone": "UTC"}

        assert alice.put("/auth/me", {**told, "language": "de"}).json()["language"] == "de"
        assert alice.put("/auth/me", told).json()["language"] == "de"
        assert alice.put("/auth/me", {**told, "language": "tlh"}).status_code == 422

    def test_keeps_its_name_when_the_new_one_is_blank(self, alice: Caller) -> None:
        assert alice.put("/auth/me", {"name": "  ", "time_zone": "UTC"}).json()["name"] == "Alice"

    @pytest.mark.parametrize(
        ("name", "zone"),
        [("Alice", "Mars/Olympus"), ("", "UTC"), ("x" * 81, "UTC"), ("Al\x00ice", "UTC"), ("Alice", "")],
    )
    def test_refuses_what_cannot_be(self, alice: Caller, name: str, zone: str) -> None:
        assert alice.put("/auth/me", {"name": name, "time_zone": zone}).status_code == 422
        assert alice.get("/auth/me").json()["name"] == "Alice"

    def test_takes_no_other_fields(self, alice: Caller, mallory: Caller) -> None:
        alice.put(
            "/auth/me", {"name": "Alice", "time_zone": "UTC", "email": "x@example.com", "workspace": {"role": "viewer"}}
        )

        me = alice.get("/auth/me").json()
        assert (me["email"], me["workspace"]["role"]) == ("alice@example.com", "owner")

    def test_is_closed_to_a_removed_member_from_the_next_request_on(self, alice: Caller) -> None:
        Membership.objects.filter(user=alice.member.user).delete()

        assert alice.get("/auth/me").status_code == 401
        assert alice.get("/accounts").status_code == 401

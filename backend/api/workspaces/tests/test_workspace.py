"""The workspace's own name and clock: who may change them, what is refused, and what is noted."""

import pytest

from api.workspaces.models import AuditEntry, Membership, Role, Workspace
from conftest import Caller


def be(caller: Caller, role: Role) -> None:
    Membership.objects.filter(user=caller.member.user).update(role=role)


class TestTheWorkspace:
    @pytest.mark.parametrize("role", [Role.OWNER, Role.ADMIN])
    def test_is_renamed_and_moved_by_who_runs_it(self, alice: Caller, role: Role) -> None:
        be(alice, role)

        answer = alice.put("/workspace", {"name": " Studio Nord ", "time_zone": "Asia/Tokyo"})

        assert answer.status_code == 200
        shown = {
            "id": str(alice.member.workspace.pk),
            "name": "Studio Nord",
            "time_zone": "Asia/Tokyo",
            "role": role.value,
            "slideshow_encoder": "authored",
        }
        assert answer.json() == shown == alice.get("/auth/me").json()["workspace"]
        assert alice.get("/auth/me").json()["time_zone"] == "Europe/Berlin", "the person's own zone stays"

    def test_is_left_alone_by_everybody_else(self, alice: Caller) -> None:
        others = [role for role in Role if role not in (Role.OWNER, Role.ADMIN)]

        for role in others:
            be(alice, role)
            assert alice.put("/workspace", {"name": "Mine", "time_zone": "UTC"}).status_code == 403, role
        assert Workspace.objects.get(pk=alice.member.workspace.pk).name == "Alice's workspace"

    @pytest.mark.parametrize(
        ("name", "zone"), [("Nord", "Mars/Olympus"), ("", "UTC"), ("x" * 81, "UTC"), ("No\x00rd", "UTC"), ("Nord", "")]
    )
    def test_refuses_what_cannot_be(self, alice: Caller, name: str, zone: str) -> None:
        assert alice.put("/workspace", {"name": name, "time_zone": zone}).status_code == 422
        workspace = Workspace.objects.get(pk=alice.member.workspace.pk)
        assert (workspace.name, workspace.time_zone) == ("Alice's workspace", "Europe/Berlin")

    def test_notes_a_change_once_and_no_change_never(self, alice: Caller) -> None:
        for _ in range(2):
            alice.put("/workspace", {"name": "Studio Nord", "time_zone": "Asia/Tokyo"})

        [entry] = AuditEntry.objects.filter(action="workspace.changed")
        assert entry.sentence == "set the workspace to “Studio Nord” on the clock of Asia/Tokyo"
        assert entry.detail == {
            "before": {"name": "Alice's workspace", "time_zone": "Europe/Berlin", "slideshow_encoder": "authored"},
            "after": {"name": "Studio Nord", "time_zone": "Asia/Tokyo", "slideshow_encoder": "authored"},
        }

    def test_of_somebody_else_is_out_of_reach(self, alice: Caller, mallory: Caller) -> None:
        mallory.put("/workspace", {"name": "Taken", "time_zone": "UTC"})

        assert Workspace.objects.get(pk=alice.member.workspace.pk).name == "Alice's workspace"

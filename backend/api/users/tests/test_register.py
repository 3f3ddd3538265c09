"""Signing up."""

import pytest
from django.contrib.auth.hashers import identify_hasher

from api.users.models import Session, User
from api.users.tests.conftest import Door
from api.workspaces.models import Membership, Role, Workspace
from conftest import PASSWORD, Caller


def refusal_of(answer: object) -> tuple[int, str, str]:
    body = answer.json()  # type: ignore[attr-defined]
    return body["status"], body["code"], body["errors"][0]["field"]


class TestRegister:
    def test_signs_a_new_person_in(self, door: Door) -> None:
        answer = door.register(email="  New.Person@Example.com ", name="New Person", time_zone="Europe/Berlin")

        assert answer.status_code == 201
        body = answer.json()
        assert body["access_expires_in"] == 300
        assert body["refresh_expires_in"] == 12 * 3600
        me = door.client.get("/api/v1/auth/me", headers={"Authorization": f"Bearer {body['access_token']}"}).json()
        assert (me["email"], me["name"], me["time_zone"]) == ("new.person@example.com", "New Person", "Europe/Berlin")
        assert (me["workspace"]["name"], me["workspace"]["role"]) == ("New Person's workspace", "owner")

    def test_gives_everybody_a_workspace_of_their_own(self, door: Door) -> None:
        door.register(email="one@example.com")
        door.register(email="two@example.com")

        assert Workspace.objects.count() == 2
        assert Membership.objects.filter(role=Role.OWNER).count() == 2

    def test_keeps_only_an_argon2id_hash_of_the_password(self, door: Door) -> None:
        door.register()

        user = User.objects.get()
        assert user.password_hash.startswith("argon2$argon2id$")
        assert identify_hasher(user.password_hash).algorithm == "argon2"
        assert PASSWORD not in str(vars(user))

    def test_keeps_only_a_hash_of_the_refresh_token(self, door: Door) -> None:
        token = door.register().json()["refresh_token"]

        assert token not in str(vars(Session.objects.get()))

    def test_calls_a_person_without_a_name_by_their_address(self, door: Door) -> None:
        door.register(email="mira@example.com", name="  ")

        assert User.objects.get().name == "mira"

    @pytest.mark.parametrize("email", ["alice@example.com", "ALICE@Example.COM", " alice@example.com "])
    def test_refuses_an_address_that_is_taken(self, door: Door, alice: Caller, email: str) -> None:
        answer = door.register(email=email)

        assert refusal_of(answer) == (409, "email_taken", "email")
        assert User.objects.count() == 1
        assert Workspace.objects.count() == 1

    @pytest.mark.parametrize("email", ["", "alice", "a@", "@b.com", "a b@c.com", "a@b", "a@b.com\n.evil"])
    def test_refuses_what_is_no_address(self, door: Door, email: str) -> None:
        assert refusal_of(door.register(email=email))[:2] == (422, "email_invalid")

    def test_refuses_what_no_database_can_hold(self, door: Door) -> None:
        assert refusal_of(door.register(email="a\x00@b.com")) == (422, "validation_failed", "email")
        assert refusal_of(door.register(name="N\x00")) == (422, "validation_failed", "name")
        assert door.register(password="twelve\x00chars").status_code == 201

    def test_refuses_an_endless_address(self, door: Door) -> None:
        assert door.register(email=f"{'a' * 250}@example.com").status_code == 422

    @pytest.mark.parametrize(
        ("password", "code"),
        [
            ("", "password_too_short"),
            ("eleven char", "password_too_short"),
            ("a" * 129, "password_too_long"),
            ("qwertyqwerty", "password_too_common"),
            ("Password1234", "password_too_common"),
            ("aaaaaaaaaaaaaa", "password_too_common"),
            ("121212121212121", "password_too_common"),
            ("new@example.com", "password_too_common"),
            ("NEW@example.com", "password_too_common"),
        ],
    )
    def test_refuses_a_weak_password(self, door: Door, password: str, code: str) -> None:
        assert refusal_of(door.register(password=password)) == (422, code, "password")
        assert not User.objects.exists()

    @pytest.mark.parametrize(
        "password",
        [
            "twelve chars",
            "x9zq" * 32,
            "correct horse battery staple",
            "пароль из двух слов",
            "🐇🐰🦊" * 4 + "🐻",
        ],
    )
    def test_takes_any_long_password_that_is_not_well_known(self, door: Door, password: str) -> None:
        assert door.register(password=password).status_code == 201
        assert door.login("new@example.com", password).status_code == 200

    @pytest.mark.parametrize("zone", ["", "Mars/Olympus", "../../etc/passwd", "europe/berlin "])
    def test_refuses_a_time_zone_that_does_not_exist(self, door: Door, zone: str) -> None:
        assert refusal_of(door.register(time_zone=zone)) == (422, "time_zone_unknown", "time_zone")

    def test_refuses_a_body_without_a_password(self, door: Door) -> None:
        answer = door.post("register", email="new@example.com")

        assert refusal_of(answer) == (422, "validation_failed", "password")
        assert answer["Content-Type"] == "application/problem+json"

    @pytest.mark.parametrize("field", ["id", "role", "is_active", "password_hash", "workspace"])
    def test_lets_nobody_set_what_is_not_theirs_to_set(self, door: Door, field: str) -> None:
        assert door.register(**{field: "0199e1a0-0000-7000-8000-000000000000"}).status_code == 201

        user = User.objects.get()
        assert str(user.pk) != "0199e1a0-0000-7000-8000-000000000000"
        assert user.is_active

"""Saved groups of hashtags: what TikTok links, who may change them, and how many there are."""

import pytest
from pytest_django import DjangoAssertNumQueries

from api.posts.hashtags import is_linked
from api.posts.models import HashtagGroup
from api.workspaces.models import Membership, Role
from conftest import Caller

pytestmark = pytest.mark.django_db

GROUP = {"name": "Mornings", "tags": ["bunny", "#Morning", "slow_living"]}


def add(caller: Caller, **changes: object) -> dict[str, object]:
    answer = caller.post("/hashtag-groups", GROUP | changes)
    assert answer.status_code == 201, answer.content
    return dict(answer.json())


@pytest.mark.parametrize("tag", ["bunny", "2026", "slow_living", "Frühling", "नमस्ते", "春", "می‌خواهم", "🐇", "a" * 100])
def test_tiktok_links_letters_digits_and_underscores_of_every_script(tag: str) -> None:
    assert is_linked(tag)


@pytest.mark.parametrize("tag", ["", "rock-n-roll", "it's", "a.b", "a b", "#a", "@a", "a,", "a!", "a\nb", "\x00"])
def test_tiktok_links_no_punctuation(tag: str) -> None:
    assert not is_linked(tag)


class TestGroups:
    def test_keep_the_order_of_their_tags_and_each_once(self, alice: Caller) -> None:
        made = add(alice, tags=["#bunny", "zebra", "Bunny", " ape "])

        assert made["tags"] == ["bunny", "zebra", "ape"]
        assert alice.get("/hashtag-groups").json() == [made]

    def test_are_changed_and_deleted(self, alice: Caller) -> None:
        made = add(alice)

        changed = alice.put(f"/hashtag-groups/{made['id']}", {"name": "Evenings", "tags": ["dusk"]})
        deleted = alice.delete(f"/hashtag-groups/{made['id']}")

        assert changed.json() == {"id": made["id"], "name": "Evenings", "tags": ["dusk"]}
        assert (deleted.status_code, alice.get("/hashtag-groups").json()) == (204, [])

    def test_are_listed_by_name_in_a_bounded_number_of_queries(
        self, alice: Caller, django_assert_max_num_queries: DjangoAssertNumQueries
    ) -> None:
        for name in ("b", "C", "a"):
            add(alice, name=name)

        with django_assert_max_num_queries(4):
            shown = alice.get("/hashtag-groups").json()

        assert [group["name"] for group in shown] == ["a", "b", "C"]

    def test_come_once_of_a_request_that_is_sent_twice(self, alice: Caller) -> None:
        first, second = (alice.post("/hashtag-groups", GROUP, **{"Idempotency-Key": "one"}).json() for _ in range(2))

        assert first == second
        assert HashtagGroup.objects.count() == 1

    @pytest.mark.parametrize(
        ("changes", "field", "code"),
        [
            ({"name": "  "}, "name", "name_missing"),
            ({"name": "n" * 61}, "name", "name_too_long"),
            ({"name": "MORNINGS"}, "name", "name_taken"),
            ({"tags": []}, "tags", "tags_missing"),
            ({"tags": [f"t{n}" for n in range(31)]}, "tags", "too_many_tags"),
            ({"tags": ["good", "not good"]}, "tags.1", "tag_unfit"),
            ({"tags": ["#"]}, "tags.0", "tag_unfit"),
            ({"tags": ["a" * 101]}, "tags.0", "tag_too_long"),
        ],
    )
    def test_are_refused_at_the_field(self, alice: Caller, changes: dict[str, object], field: str, code: str) -> None:
        add(alice)

        answer = alice.post("/hashtag-groups", GROUP | {"name": "Other"} | changes)

        [error] = answer.json()["errors"]
        assert (answer.status_code, error["field"], error["code"]) == (422, field, code)

    def test_keep_their_name_when_only_its_capitals_change(self, alice: Caller) -> None:
        made = add(alice)

        assert alice.put(f"/hashtag-groups/{made['id']}", GROUP | {"name": "mornings"}).status_code == 200

    def test_are_a_hundred_at_most_and_can_still_be_changed_then(self, alice: Caller) -> None:
        made = add(alice)
        HashtagGroup.objects.bulk_create(
            HashtagGroup(workspace=alice.member.workspace, name=f"g{n}", tags=["a"]) for n in range(99)
        )

        over = alice.post("/hashtag-groups", GROUP | {"name": "One more"})

        assert (over.status_code, over.json()["code"]) == (409, "too_many_groups")
        assert alice.put(f"/hashtag-groups/{made['id']}", GROUP | {"name": "Still"}).status_code == 200

    def test_belong_to_their_workspace(self, alice: Caller, mallory: Caller) -> None:
        made = add(alice)

        assert mallory.get("/hashtag-groups").json() == []
        assert add(mallory)["name"] == made["name"]

    @pytest.mark.parametrize("role", [Role.APPROVER, Role.VIEWER])
    def test_are_used_by_every_member_and_changed_by_editors(self, alice: Caller, role: Role) -> None:
        made = add(alice)
        Membership.objects.filter(user=alice.member.user).update(role=role)

        refused = [
            alice.post("/hashtag-groups", GROUP | {"name": "Other"}),
            alice.put(f"/hashtag-groups/{made['id']}", GROUP),
            alice.delete(f"/hashtag-groups/{made['id']}"),
        ]

        assert [answer.status_code for answer in refused] == [403, 403, 403]
        assert alice.get("/hashtag-groups").json() == [made]

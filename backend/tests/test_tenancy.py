"""Somebody else's rows answer exactly as rows that do not exist (security A2, A6)."""

import json

import pytest
from django.http import HttpResponse, HttpResponseBase
from tests.conftest import OPERATIONS, Operation, call

from api.accounts.models import Account
from api.media.models import MediaUpload
from api.publishing.models import Publication
from conftest import Caller
from core.ids import uuid7

pytestmark = pytest.mark.django_db

WITH_IDS = [operation for operation in OPERATIONS if operation.parameters]


def shown(answer: HttpResponseBase) -> tuple[int, str, str]:
    assert isinstance(answer, HttpResponse)
    return answer.status_code, answer["Content-Type"], answer.content.decode()


def snapshot(alice: Caller) -> str:
    """Return everything Alice can see."""
    paths = ("/auth/me", "/auth/sessions", "/accounts", "/media", "/posts", "/accounts/stats/summary")
    parts = [alice.get(path).json() for path in paths]
    histories = [alice.get(f"/posts/{post['id']}/publications").json() for post in parts[4]["items"]]
    uploads = list(MediaUpload.objects.values_list("pk", "received"))
    return json.dumps([parts, histories, str(uploads)])


@pytest.mark.parametrize("operation", WITH_IDS, ids=lambda operation: operation.name)
class TestSomebodyElsesId:
    def test_is_answered_as_an_id_nobody_has(
        self, operation: Operation, alices: dict[str, str], alice: Caller, mallory: Caller
    ) -> None:
        before = snapshot(alice)
        nobodys = {name: str(uuid7()) for name in alices}

        theirs = shown(call(operation, ids=alices, token=mallory.token))
        unknown = shown(call(operation, ids=nobodys, token=mallory.token))

        assert theirs[0] == 404
        assert theirs == unknown
        assert not any(value in theirs[2] for value in alices.values())
        assert snapshot(alice) == before

    def test_is_found_by_whose_it_is(self, operation: Operation, alices: dict[str, str], alice: Caller) -> None:
        reached = call(operation, ids=alices, token=alice.token)

        missing_bytes = {
            "getMediaFile",
            "getMediaThumbnail",
            "getMediaFilmstrip",
            "getAvatar",
            "getPostCover",
        }  # these rows were made without files
        assert (reached.status_code == 404) == (operation.name in missing_bytes)
        if reached.streaming:
            reached.close()


class TestSomebodyElsesIdInABody:
    def compose(self, caller: Caller, **changes: object) -> tuple[int, str, str]:
        body = {"caption": "Mine now", "timing": {"mode": "draft"}, **changes}
        create = next(operation for operation in OPERATIONS if operation.name == "createPost")
        return shown(call(create, token=caller.token, body=body))

    @pytest.mark.parametrize(("field", "parameter"), [("media_ids", "asset_id"), ("publications", "account_id")])
    def test_is_refused_as_an_id_nobody_has(
        self, alices: dict[str, str], mallory: Caller, field: str, parameter: str
    ) -> None:
        def value(chosen: str) -> list[object]:
            return [chosen] if field == "media_ids" else [{"account_id": chosen}]

        theirs = self.compose(mallory, **{field: value(alices[parameter])})
        unknown = self.compose(mallory, **{field: value(str(uuid7()))})

        assert theirs == unknown
        assert theirs[0] in (404, 422)
        assert mallory.get("/posts").json()["items"] == []
        assert Publication.objects.count() == 1

    @pytest.mark.parametrize(
        "path", ["../../etc/passwd", "file:///etc/passwd", "/etc/passwd", "http://127.0.0.1/x.mp4", "media/x"]
    )
    def test_is_never_a_path_or_an_address(self, mallory: Caller, path: str) -> None:
        assert self.compose(mallory, media_ids=[path])[0] == 422


class TestLists:
    def test_hold_nothing_of_another_workspace(self, alices: dict[str, str], mallory: Caller) -> None:
        for path in (
            "/accounts",
            "/accounts?q=account",
            "/media",
            "/media?status=ready",
            "/media?sort=name&q=clip",
            "/posts",
            "/posts?status=scheduled",
            f"/posts?account={alices['account_id']}",
        ):
            assert mallory.get(path).json() == {"items": [], "next_cursor": None}

    def test_hold_nothing_of_another_workspace_behind_its_cursor(
        self, alices: dict[str, str], alice: Caller, mallory: Caller
    ) -> None:
        from tests.conftest import add_accounts

        add_accounts(alice, 3)
        cursor = alice.get("/accounts?limit=2").json()["next_cursor"]

        assert mallory.get(f"/accounts?limit=2&cursor={cursor}").json()["items"] == []

    def test_count_nothing_of_another_workspace(self, alices: dict[str, str], mallory: Caller) -> None:
        assert set(mallory.get("/accounts/stats/summary").json().values()) == {0}


class TestWhatIsNotOnesToSet:
    READ_ONLY = {
        "id": "0199e1a0-0000-7000-8000-000000000000",
        "workspace": "0199e1a0-0000-7000-8000-000000000000",
        "workspace_id": "0199e1a0-0000-7000-8000-000000000000",
        "author": "0199e1a0-0000-7000-8000-000000000000",
        "status": "published",
        "due_at": "2020-01-01T00:00:00Z",
        "consent_at": "2020-01-01T00:00:00Z",
        "deleted_at": "2020-01-01T00:00:00Z",
        "created_at": "2020-01-01T00:00:00Z",
    }
    READ_ONLY_OF_PUBLICATION = {
        "state": "published",
        "attempt": 99,
        "occurrence": 5,
        "tiktok_post_id": "7600000000000000001",
        "published_at": "2020-01-01T00:00:00Z",
        "lease_owner": "me",
        "payload": {"post_info": {}},
    }

    def test_is_ignored(self, alices: dict[str, str], alice: Caller) -> None:
        target = {"account_id": alices["account_id"], **self.READ_ONLY_OF_PUBLICATION}
        body = {"caption": "Hello", "timing": {"mode": "draft"}, "publications": [target], **self.READ_ONLY}

        post = alice.post("/posts", body).json()

        publication = Publication.objects.get(pk=post["publications"][0]["id"])
        assert post["id"] != self.READ_ONLY["id"]
        assert (post["status"], post["due_at"]) == ("draft", None)
        assert post["created_at"] > "2026"
        assert (publication.state, publication.attempt, publication.occurrence) == ("draft", 0, 0)
        assert (publication.tiktok_post_id, publication.lease_owner, publication.payload) == ("", "", None)
        assert publication.workspace == alice.member.workspace


class TestCanary:
    def test_no_answer_holds_a_token_or_a_sealed_one(self, alices: dict[str, str], alice: Caller) -> None:
        from api.accounts.models import AccountToken

        token = AccountToken.objects.get()
        secrets = [
            "act.canary",
            "v1.k1.",
            token.access_sealed,
            alice.member.user.password_hash,
            Account.objects.get().open_id,
        ]

        for operation in OPERATIONS:
            if operation.method != "GET" or operation.name == "getCreatorInfo":
                continue
            answer = call(operation, ids=alices, token=alice.token)
            body = answer.getvalue().decode(errors="replace")
            assert [secret for secret in secrets if secret in body] == []

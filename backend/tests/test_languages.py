"""One API in several languages: what a person reads is in theirs, everything else is as it was."""

import json
from typing import Any

import pytest
from django.test import Client

from api.notifications.mail_sending import send_waiting
from api.notifications.models import Urgency
from api.notifications.services import News, tell
from api.notifications.tests.smtp_sink import mail_server
from api.users.models import User
from api.workspaces.models import AuditEntry
from conftest import PASSWORD, Caller
from core.ids import uuid7

pytestmark = pytest.mark.django_db

GERMAN = {"Accept-Language": "de-AT,de;q=0.9"}
ENGLISH = {"Accept-Language": "en-GB"}


def refused(answer: Any) -> tuple[str, str]:
    body = answer.json()
    return body["code"], body["detail"]


class TestARefusal:
    def test_is_in_the_language_that_is_asked_for(self, alice: Caller) -> None:
        path = f"/posts/{uuid7()}"

        assert refused(alice.get(path, **GERMAN)) == (
            "not_found",
            "Diesen Beitrag gibt es in diesem Arbeitsbereich nicht.",
        )
        assert alice.get(path, **ENGLISH).content == alice.get(path).content
        assert refused(alice.get(path)) == ("not_found", "There is no such post in this workspace.")

    def test_of_a_field_is_too(self, alice: Caller) -> None:
        answer = alice.put("/auth/me", {"name": "x" * 81, "time_zone": "UTC"}, **GERMAN)

        [error] = answer.json()["errors"]
        assert (error["field"], error["code"]) == ("name", "string_too_long")
        assert error["message"] == "Höchstens 80 Zeichen sind erlaubt"

    def test_says_that_it_hangs_on_the_language(self, alice: Caller) -> None:
        assert "Accept-Language" in alice.get(f"/posts/{uuid7()}")["Vary"]


class TestAnAnswer:
    def test_says_what_was_stored_long_ago_in_the_readers_language(self, alice: Caller) -> None:
        member = alice.member
        AuditEntry.objects.create(
            workspace=member.workspace,
            actor_email="alice@example.com",
            action="x",
            subject_kind="account",
            subject_id=uuid7(),
            sentence="called the post off on @nora",
        )

        def told(**headers: str) -> str:
            return str(alice.get("/audit", **headers).json()["items"][0]["sentence"])

        assert told() == "called the post off on @nora"
        assert told(**GERMAN) == "hat den Beitrag auf @nora abgesagt"

    def test_kept_for_one_reader_is_not_given_to_one_of_another_language(self, alice: Caller) -> None:
        path = "/analytics/dashboard?range=7d"
        english, german = alice.get(path, **ENGLISH), alice.get(path, **GERMAN)

        assert english.status_code == german.status_code == 200
        again = alice.get(path, **GERMAN, **{"If-None-Match": english["ETag"]})
        assert again.content in (german.content, b"")
        assert (again.status_code == 304) == (english["ETag"] == german["ETag"])


class TestAPerson:
    def test_signs_up_in_their_language_and_has_it_wherever_they_sign_in(self) -> None:
        client = Client()
        person = {"email": "jana@example.com", "password": PASSWORD, "name": "Jana", "time_zone": "Europe/Berlin"}

        def post(path: str, body: dict[str, str], **headers: str) -> Any:
            return client.post(
                f"/api/v1/auth/{path}", json.dumps(body), content_type="application/json", headers=headers
            )

        assert post("register", person, **GERMAN).json()["language"] == "de"
        signed_in = post("login", {"email": "jana@example.com", "password": PASSWORD}, **ENGLISH)
        assert signed_in.json()["language"] == "de"
        assert User.objects.get().memberships.get().workspace.name == "Arbeitsbereich von Jana"

    def test_is_mailed_in_their_language(self, alice: Caller) -> None:
        User.objects.update(language="de")
        said = "There is no such post in this workspace."
        tell(
            alice.member.workspace.pk,
            News("test", Urgency.NOW, key="one", title=said, body=said, link="/posts", about=uuid7(), label="one"),
        )

        with mail_server() as server:
            assert send_waiting() == 1
            [mail] = server.taken

        assert mail["Subject"] == "Diesen Beitrag gibt es in diesem Arbeitsbereich nicht."
        html = mail.get_body(("html",))
        assert html is not None
        assert '<html lang="de">' in html.get_content()
        assert "In Carillon öffnen" in html.get_content()
        assert "no such post" not in mail.as_string()

    def test_reads_the_bell_in_their_language(self, alice: Caller) -> None:
        said = "There is no such post in this workspace."
        tell(
            alice.member.workspace.pk,
            News("test", Urgency.FYI, key="one", title=said, body=said, link="/posts", about=uuid7(), label="one"),
        )

        [news] = alice.get("/notifications", **GERMAN).json()["items"]
        assert (news["title"], news["body"]) == ("Diesen Beitrag gibt es in diesem Arbeitsbereich nicht.",) * 2

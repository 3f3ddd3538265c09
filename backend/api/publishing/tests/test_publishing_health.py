"""Whether posts go out here, as everybody can see."""

from datetime import timedelta

import pytest
from django.db.models.functions import Now

from api.publishing.health_services import say_length
from conftest import Caller
from core.models import Installation, Pulse
from core.pulses import note_pulse

pytestmark = pytest.mark.django_db


def put_back(kind: str, **length: float) -> None:
    Pulse.objects.filter(kind=kind).update(at=Now() - timedelta(**length))


class TestHealth:
    def test_is_well_while_somebody_sweeps(self, alice: Caller) -> None:
        note_pulse("worker:a:1:sweeper", kind="publish")
        note_pulse("clock", kind="clock")

        told = alice.get("/publishing/health").json()

        assert told["sweeper"]["alive"]
        assert told["clock"]["alive"]
        assert (told["sweeper"]["sentence"], told["quarantine"]) == ("", None)

    def test_says_since_when_nothing_is_sent(self, alice: Caller) -> None:
        note_pulse("worker:a:1:sweeper", kind="publish")
        put_back("publish", minutes=4, seconds=5)

        sweeper = alice.get("/publishing/health").json()["sweeper"]

        assert not sweeper["alive"]
        assert sweeper["sentence"] == (
            "The last sweep was 4 minutes ago: no publish worker is running, so nothing goes out until one does."
        )

    def test_one_worker_at_work_is_enough(self, alice: Caller) -> None:
        note_pulse("worker:a:1:sweeper", kind="publish")
        put_back("publish", hours=2)
        note_pulse("worker:b:2:sweeper", kind="publish")

        assert alice.get("/publishing/health").json()["sweeper"]["alive"]

    def test_of_a_server_that_never_swept(self, alice: Caller) -> None:
        sweeper = alice.get("/publishing/health").json()["sweeper"]

        assert (sweeper["alive"], sweeper["seconds_ago"]) == (False, None)
        assert sweeper["sentence"].startswith("There has been no sweep yet")

    @pytest.mark.parametrize(
        ("seconds", "words"),
        [(0.2, "a moment"), (1, "1 second"), (61, "1 minute"), (7300, "2 hours"), (200000, "2 days")],
    )
    def test_lengths_are_said_in_their_largest_unit(self, seconds: float, words: str) -> None:
        assert say_length(timedelta(seconds=seconds)) == words


class TestEndingTheQuarantine:
    @pytest.fixture(autouse=True)
    def restored(self) -> None:
        Installation.get()
        Installation.objects.update(quarantine_since=Now(), quarantine_reason="Restored.")

    def test_waits_until_the_gap_has_been_looked_through(self, alice: Caller) -> None:
        refusal = alice.post("/publishing/quarantine/release")

        assert (refusal.status_code, refusal.json()["code"]) == (409, "gap_unchecked")

    def test_shows_what_was_found_and_then_publishes_again(self, alice: Caller) -> None:
        checked = {"finished_at": "2026-11-25T12:00:00", "published": 3, "asked_people": 1, "not_asked": ["@a"]}
        Installation.objects.update(quarantine_checked=checked)

        shown = alice.get("/publishing/health").json()["quarantine"]
        after = alice.post("/publishing/quarantine/release")

        assert (shown["is_checked"], shown["published"], shown["asked_people"], shown["not_asked"]) == (True, 3, 1, 1)
        assert after.json()["quarantine"] is None
        assert alice.post("/publishing/quarantine/release").json()["code"] == "no_quarantine"

    def test_is_for_owners_and_admins(self, alice: Caller) -> None:
        alice.member.user.memberships.update(role="editor")

        assert alice.post("/publishing/quarantine/release").status_code == 403

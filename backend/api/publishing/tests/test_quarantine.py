"""After a restore nothing is published until the gap has been looked through (publishing §2.7, P5)."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from api.accounts.models import Account
from api.posts.models import Post
from api.publishing import quarantine
from api.publishing.models import Publication, PublicationEvent, PublishHistory, State
from api.publishing.quarantine import check_mark, quarantined, read_mark, release, write_mark
from api.publishing.reconcile import reconcile
from api.publishing.sending import send
from api.publishing.tests.conftest import Schedule, run
from conftest import Caller, Sandbox
from core.models import Installation

pytestmark = pytest.mark.django_db(transaction=True)


class Backup:
    """What the database held of publications at one moment, to be put back as a restore would."""

    def __init__(self) -> None:
        self.rows = list(Publication.objects.values())
        self.last_event = PublicationEvent.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
        self.sessions = list(PublishHistory.objects.values_list("pk", flat=True))

    def restore(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE publishing_publicationevent DISABLE TRIGGER USER")
            cursor.execute("DELETE FROM publishing_publicationevent WHERE id > %s", [self.last_event])
            cursor.execute("ALTER TABLE publishing_publicationevent ENABLE TRIGGER USER")
        PublishHistory.objects.exclude(pk__in=self.sessions).delete()
        for row in self.rows:
            Publication.objects.filter(pk=row["id"]).update(**row)


@pytest.fixture
def account(alice: Caller, sandbox: Sandbox) -> Account:
    """@studio.nord, which lets us read its videos."""
    return alice.connect(sandbox, "studio.nord")


def count_posts(sandbox: Sandbox, after: int) -> int:
    return len(sandbox.ledger(after=after, event="post.completed"))


class TestTheMark:
    def test_names_the_newest_entry_and_the_database(self, account: Account, schedule: Schedule) -> None:
        schedule(account)

        assert not check_mark()

        mark = read_mark(settings.PUBLISH_MARK)
        newest = PublicationEvent.objects.order_by("-pk").first()
        assert mark is not None
        assert newest is not None
        assert (mark.event_id, mark.event_at) == (newest.pk, newest.at.isoformat())
        assert mark.system.isdigit()
        assert mark.database > 0

    def test_is_followed_by_a_database_that_goes_on(self, account: Account, schedule: Schedule) -> None:
        for _ in range(3):
            schedule(account)
            assert not check_mark()

    def test_of_a_database_that_is_empty_now_is_forgotten(self) -> None:
        settings.PUBLISH_MARK.write_text("{}")

        assert not check_mark()
        assert not settings.PUBLISH_MARK.exists()

    def test_that_nobody_can_read_is_written_anew(self, account: Account, schedule: Schedule) -> None:
        schedule(account)
        settings.PUBLISH_MARK.write_text("half of")

        assert not check_mark()
        assert read_mark(settings.PUBLISH_MARK) is not None


class TestADatabaseThatWasPutElsewhere:
    @pytest.fixture
    def moved(self, account: Account, schedule: Schedule) -> Publication:
        """A post that is due in a backup, put into a server that has never written anything down."""
        publication = schedule(account)
        assert not check_mark()
        Installation.objects.update(home="7123456789012345678/16384")
        settings.PUBLISH_MARK.unlink()
        return publication

    def test_publishes_nothing_until_it_is_released(self, moved: Publication, sandbox: Sandbox) -> None:
        before = sandbox.mark()

        assert check_mark()
        assert send(moved.pk, worker="w") is None

        assert count_posts(sandbox, before) == 0
        row, newest = Installation.get(), PublicationEvent.objects.order_by("-pk")[0]
        assert "another server" in row.quarantine_reason
        assert row.quarantine_from == newest.at

    def test_is_at_home_once_it_is_released(self, moved: Publication) -> None:
        check_mark()
        release(actor="a person")

        assert not check_mark()
        settings.PUBLISH_MARK.unlink()
        assert not check_mark()

    def test_is_current_where_its_mark_came_along(self, moved: Publication) -> None:
        write_mark(settings.PUBLISH_MARK)

        assert not check_mark()
        settings.PUBLISH_MARK.unlink()
        assert not check_mark()  # and lives here from now on


class TestADatabaseThatWasSetBack:
    def test_publishes_nothing_until_it_is_released(
        self, account: Account, schedule: Schedule, sandbox: Sandbox
    ) -> None:
        publication, before = schedule(account), sandbox.mark()
        backup = Backup()
        assert run(publication).state == State.PUBLISHED
        write_mark(settings.PUBLISH_MARK)
        backup.restore()

        assert check_mark()
        assert send(publication.pk, worker="w") is None
        assert check_mark()  # and it stays

        assert Publication.objects.get().state == State.SCHEDULED
        assert count_posts(sandbox, before) == 1
        assert "restored from a backup" in Installation.get().quarantine_reason

    def test_is_noticed_although_its_journal_has_grown_past_the_mark_since(
        self, account: Account, schedule: Schedule
    ) -> None:
        publication = schedule(account)
        backup = Backup()
        run(publication)
        write_mark(settings.PUBLISH_MARK)
        backup.restore()
        mark = read_mark(settings.PUBLISH_MARK)
        assert mark is not None
        with connection.cursor() as cursor:  # the counter of the restored journal is set back as well
            cursor.execute(
                "SELECT setval(pg_get_serial_sequence('publishing_publicationevent', 'id'), %s)", [mark.event_id - 1]
            )
        schedule(account)

        assert PublicationEvent.objects.filter(pk=mark.event_id).exists()
        assert check_mark()

    def test_what_went_out_in_the_gap_is_found_and_never_sent_again(
        self, account: Account, schedule: Schedule, sandbox: Sandbox
    ) -> None:
        publication, before = schedule(account), sandbox.mark()
        Post.objects.update(caption=f"Only once: {publication.pk}")  # other tests posted on this account too
        backup = Backup()
        out = run(publication)
        write_mark(settings.PUBLISH_MARK)
        backup.restore()
        check_mark()

        found = reconcile()
        release(actor="admin@example.com")
        run(publication)

        now = Publication.objects.get()
        assert found is not None
        assert (found.published, found.asked_people) == (1, 0)
        assert now.state == State.PUBLISHED
        assert now.tiktok_post_id == out.tiktok_post_id
        assert "reconciled" in now.events.order_by("-seq")[0].detail
        assert count_posts(sandbox, before) == 1

    def test_what_nobody_can_find_is_a_persons_to_say(
        self, account: Account, schedule: Schedule, sandbox: Sandbox
    ) -> None:
        publication, before = schedule(account, privacy_level="SELF_ONLY"), sandbox.mark()
        backup = Backup()
        run(publication)
        write_mark(settings.PUBLISH_MARK)
        backup.restore()
        check_mark()

        reconcile()
        release(actor="admin@example.com")
        run(publication)

        now = Publication.objects.get()
        assert (now.state, now.reason_code) == (State.NEEDS_YOU, "restored_gap")
        assert count_posts(sandbox, before) == 1

    def test_what_is_due_later_goes_out_after_the_release(
        self, account: Account, schedule: Schedule, sandbox: Sandbox
    ) -> None:
        first = schedule(account)
        later = schedule(account)
        Publication.objects.filter(pk=later.pk).update(due_at=timezone.now() + timedelta(hours=1), next_try_at=None)
        backup = Backup()
        run(first)
        write_mark(settings.PUBLISH_MARK)
        backup.restore()
        check_mark()
        reconcile()
        release(actor="admin@example.com")

        assert Publication.objects.get(pk=later.pk).state == State.SCHEDULED
        assert not check_mark()
        assert not quarantined()

    def test_is_looked_through_once(self, account: Account, schedule: Schedule) -> None:
        schedule(account)
        write_mark(settings.PUBLISH_MARK)
        mark = read_mark(settings.PUBLISH_MARK)
        assert mark is not None
        quarantine._begin(replace(mark, event_id=mark.event_id + 5))

        assert reconcile() is not None
        assert reconcile() is None

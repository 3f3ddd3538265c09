"""Exporting through the API: small at once, large as a file that one worker makes, called off, taken up again, gone in a day."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from django.conf import settings
from django.core.files.storage import default_storage
from django.db import connection
from django.utils import timezone
from tests.conftest import add_accounts

from api.accounts.models import Account
from api.analytics import export_heart, export_runs, export_workbook
from api.analytics.models import AccountDay, ExportJob, ExportStatus, Video
from api.analytics.tasks import check_overdue_exports, drop_expired_exports
from api.analytics.tests.makers import add_tracked, add_video, hours, tell, utc
from api.workspaces.models import AuditEntry, Membership, Role
from conftest import Caller
from core.ids import uuid7

pytestmark = pytest.mark.django_db

START = utc(2026, 10, 20)
MORE_THAN_AT_ONCE = 50_001
FOR_SECONDS = 400_000


@pytest.fixture(autouse=True)
def rare_beats(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that is rolled back shows its rows to nobody: the heart's own connection would take the export for called off."""
    marker = request.node.get_closest_marker("django_db")
    if marker is None or not marker.kwargs.get("transaction"):
        monkeypatch.setattr(export_heart, "LOOKED_EVERY_S", 3_600.0)


def add_samples(account: Account, count: int) -> Video:
    """Give an account a video that was looked at every minute."""
    video = add_video(account, at=START, caption="=1+1")
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO analytics_videosnapshot SELECT %s, %s + n * interval '1 minute', n, n / 9, 1, 0, 0"
            " FROM generate_series(1, %s) n",
            [video.pk, START, count],
        )
    return video


def ask(caller: Caller, **changes: object) -> Any:
    query = {"what": "samples", "format": "csv"} | changes
    return caller.get("/analytics/export?" + "&".join(f"{name}={value}" for name, value in query.items()))


def lines_of(answer: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(answer.getvalue().decode())))


def run_out(job: ExportJob) -> None:
    """Let the lease run out, as if the worker had been killed a while ago."""
    ExportJob.objects.filter(pk=job.pk).update(lease_until=timezone.now() - timedelta(seconds=1))


def stored() -> list[str]:
    root = Path(default_storage.path("exports"))
    return sorted(path.name for path in root.rglob("*") if path.is_file())


@pytest.fixture
def job(alice: Caller) -> ExportJob:
    """An export that waits for a worker."""
    add_samples(add_tracked(alice), MORE_THAN_AT_ONCE)
    assert ask(alice).status_code == 202
    return ExportJob.objects.get()


class TestSmallExport:
    @pytest.mark.parametrize(
        ("file_format", "content_type"),
        [
            ("csv", "text/csv; charset=utf-8"),
            ("json", "application/json"),
            ("parquet", "application/vnd.apache.parquet"),
            ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ],
    )
    def test_comes_at_once_under_a_telling_name(self, alice: Caller, file_format: str, content_type: str) -> None:
        account = add_tracked(alice)
        tell(add_video(account, at=START), (START + hours(2), [100]))

        answer = ask(alice, format=file_format, account_id=account.pk, since="2026-10-01", until="2026-10-31")

        name = f"carillon-samples-account.0-2026-10-01-to-2026-10-31.{file_format}"
        assert (answer.status_code, answer["Content-Type"]) == (200, content_type)
        assert answer["Content-Disposition"] == f'attachment; filename="{name}"'
        assert (answer["Cache-Control"], answer["X-Content-Type-Options"]) == ("no-store", "nosniff")
        assert int(answer["Content-Length"]) == len(answer.getvalue()) > 20
        assert ExportJob.objects.count() == 0

    def test_is_of_the_days_and_accounts_that_were_asked_for(self, alice: Caller) -> None:
        first, second, third = (add_tracked(alice) for _ in range(3))
        for account in (first, second, third):
            video = add_video(account, at=START)
            tell(video, *[(START + timedelta(days=day, hours=1), [day * 10]) for day in range(1, 6)])
        path = f"account_id={first.pk}&account_id={second.pk}"

        answer = alice.get(f"/analytics/export?what=days&{path}&since=2026-10-22&until=2026-10-23&time_zone=UTC")

        rows = lines_of(answer)
        assert {(row["account_id"], row["day"]) for row in rows} == {
            (str(account.pk), day) for account in (first, second) for day in ("2026-10-22", "2026-10-23")
        }

    def test_holds_nothing_of_another_workspace(self, alice: Caller, mallory: Caller) -> None:
        tell(add_video(add_tracked(alice), at=START, caption="hers"), (START + hours(2), [100]))
        add_tracked(mallory)

        for what in ("days", "posts", "samples", "metrics"):
            assert lines_of(ask(mallory, what=what)) == []
            assert len(lines_of(ask(alice, what=what))) == 1

    @pytest.mark.parametrize("role", Role)
    def test_is_for_every_role_and_stands_in_the_audit_log(self, alice: Caller, role: Role) -> None:
        add_tracked(alice)
        Membership.objects.update(role=role)

        assert lines_of(ask(alice)) == []

        entry = AuditEntry.objects.filter(action="export.asked").get()
        assert entry.sentence == "exported carillon-samples.csv"
        assert entry.detail["what"] == "samples"

    def test_takes_as_many_queries_for_thirty_accounts_as_for_one(
        self, alice: Caller, django_assert_max_num_queries: Any
    ) -> None:
        accounts = [add_tracked(alice) for _ in range(30)]
        query = "&".join(f"account_id={account.pk}" for account in accounts)

        with django_assert_max_num_queries(14):
            assert lines_of(alice.get(f"/analytics/export?what=days&{query}")) == []


class TestRefusals:
    @pytest.mark.parametrize(
        ("query", "field"),
        [
            ("since=2026-10-05&until=2026-10-04", "until"),
            ("since=2010-01-01&until=2026-10-04", "until"),
            ("since=0001-01-01", "since"),
            ("until=9999-12-31", "until"),
            ("since=yesterday", "since"),
            ("time_zone=Mars/Olympus", "time_zone"),
            ("format=xls", "format"),
            ("what=passwords", "what"),
            ("account_id=nobody", "account_id.0"),
        ],
    )
    def test_name_the_field(self, alice: Caller, query: str, field: str) -> None:
        answer = alice.get(
            f"/analytics/export?what=days&{query}" if "what=" not in query else f"/analytics/export?{query}"
        )

        assert answer.status_code == 422
        [error] = answer.json()["errors"]
        assert error["field"].removeprefix("wanted.") == field

    def test_of_somebody_elses_account_are_those_of_nobodys(self, alice: Caller, mallory: Caller) -> None:
        [account] = add_accounts(alice, 1)

        theirs, unknown = ask(mallory, account_id=account.pk), ask(mallory, account_id=uuid7())

        assert theirs.status_code == unknown.status_code == 404
        assert theirs.content == unknown.content


class TestJob:
    def test_is_made_by_a_worker_and_fetched_in_pieces(self, alice: Caller, job: ExportJob) -> None:
        waiting = alice.get(f"/analytics/exports/{job.pk}").json()
        assert (waiting["status"], waiting["progress"], waiting["rows_total"]) == ("queued", 0, None)
        assert waiting["file_url"] is None
        assert alice.get(f"/analytics/exports/{job.pk}/file").json()["code"] == "export_not_ready"

        assert export_runs.run(job.pk)

        done = alice.get("/analytics/exports").json()["items"][0]
        assert (done["status"], done["progress"], done["error"]) == ("done", 100, None)
        assert done["rows_done"] == done["rows_total"] == MORE_THAN_AT_ONCE
        assert done["asked_by"] == "alice@example.com"
        path = done["file_url"].removeprefix("/api/v1")
        whole = alice.get(path)
        content = whole.getvalue()
        assert whole["Content-Disposition"] == 'attachment; filename="carillon-samples.csv"'
        assert len(content) == done["size_bytes"]
        assert len(content.splitlines()) == MORE_THAN_AT_ONCE + 1
        part = alice.get(path, Range="bytes=100-199")
        assert (part.status_code, part.getvalue()) == (206, content[100:200])
        assert not list((settings.UPLOAD_ROOT / "exports").iterdir())

    def test_asked_again_while_it_waits_is_the_same(self, alice: Caller, job: ExportJob) -> None:
        again = ask(alice)

        assert (again.status_code, again.json()["id"]) == (202, str(job.pk))
        assert ask(alice, since="2026-10-20").json()["id"] != str(job.pk)

    def test_is_one_of_three_at_once(self, alice: Caller, job: ExportJob) -> None:
        for day in ("2026-10-18", "2026-10-19"):
            assert ask(alice, since=day).status_code == 202

        refused = ask(alice, since="2026-10-20")

        assert (refused.status_code, refused.json()["code"]) == (429, "too_many_exports")
        assert refused["Retry-After"] == "60"

    def test_of_somebody_else_is_not_found(self, mallory: Caller, job: ExportJob) -> None:
        export_runs.run(job.pk)

        for method, path in (("GET", ""), ("GET", "/file"), ("DELETE", "")):
            assert mallory._send(method, f"/analytics/exports/{job.pk}{path}").status_code == 404
        assert mallory.get("/analytics/exports").json() == {"items": [], "next_cursor": None}
        assert len(stored()) == 1

    def test_goes_with_its_file_when_it_is_removed(self, alice: Caller, job: ExportJob) -> None:
        export_runs.run(job.pk)
        assert len(stored()) == 1

        assert alice.delete(f"/analytics/exports/{job.pk}").status_code == 204

        assert stored() == []
        assert alice.get(f"/analytics/exports/{job.pk}").status_code == 404

    def test_that_waits_is_called_off(self, alice: Caller, job: ExportJob) -> None:
        assert alice.delete(f"/analytics/exports/{job.pk}").status_code == 204

        assert not export_runs.run(job.pk)
        assert alice.get(f"/analytics/exports/{job.pk}").json()["status"] == "cancelled"
        assert alice.get(f"/analytics/exports/{job.pk}/file").status_code == 409

    def test_of_a_workbook_goes_on_on_further_sheets(self, alice: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
        import openpyxl

        add_samples(add_tracked(alice), 10_001)
        monkeypatch.setattr(export_workbook, "MOST_ROWS", 5_000)  # Excel's own bound, made small
        job = ExportJob.objects.get(pk=ask(alice, format="xlsx").json()["id"])

        export_runs.run(job.pk)

        job.refresh_from_db()
        assert job.status == ExportStatus.DONE
        with default_storage.open(job.file_key) as stream:
            book = openpyxl.load_workbook(stream, read_only=True)
            sheets = [(sheet.title, [row[5] for row in sheet.iter_rows(values_only=True)]) for sheet in book.worksheets]
        assert [name for name, _ in sheets] == ["samples 1", "samples 2", "samples 3"]
        assert [views[0] for _, views in sheets] == ["likes"] * 3
        assert [len(views) - 1 for _, views in sheets] == [5_000, 5_000, 1]

    def test_of_too_many_rows_for_a_workbook_says_what_to_take(
        self, alice: Caller, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        add_samples(add_tracked(alice), 10_001)
        monkeypatch.setattr(export_runs, "MOST_ROWS", 2_000)
        job = ask(alice, format="xlsx").json()

        export_runs.run(ExportJob.objects.get().pk)

        failed = alice.get(f"/analytics/exports/{job['id']}").json()
        assert failed["status"] == "failed"
        assert failed["error"] == (
            "10,001 rows are more than a workbook can hold here. Take CSV or Parquet, or a shorter stretch of time."
        )

    def test_is_listed_in_as_many_queries_as_thirty(
        self, alice: Caller, job: ExportJob, django_assert_max_num_queries: Any
    ) -> None:
        with django_assert_max_num_queries(3):
            assert len(alice.get("/analytics/exports").json()["items"]) == 1
        for _ in range(29):
            job.pk = uuid7()
            job.save(force_insert=True)

        with django_assert_max_num_queries(3):
            assert len(alice.get("/analytics/exports").json()["items"]) == 30


class TestExpiry:
    def test_takes_the_file_and_later_the_row(self, alice: Caller, job: ExportJob) -> None:
        export_runs.run(job.pk)
        path = f"/analytics/exports/{job.pk}"
        ExportJob.objects.update(expires_at=timezone.now() - timedelta(seconds=1))

        late = alice.get(f"{path}/file")
        assert (late.status_code, late.json()["code"]) == (410, "export_expired")
        assert alice.get(path).json()["file_url"] is None
        drop_expired_exports()
        assert stored() == []
        assert alice.get(f"{path}/file").status_code == 410

        ExportJob.objects.update(expires_at=timezone.now() - timedelta(days=8))
        drop_expired_exports()
        assert alice.get(path).status_code == 404

    def test_leaves_what_has_time_left(self, job: ExportJob) -> None:
        export_runs.run(job.pk)

        drop_expired_exports()

        assert len(stored()) == 1


class TestDeadWorker:
    def test_is_followed_by_another_and_overtaken(self, job: ExportJob) -> None:
        first = export_runs.claim(job.pk)
        assert first
        assert export_runs.claim(job.pk) is None  # while the lease holds
        run_out(job)
        assert export_runs.list_overdue(now=timezone.now()) == [job.pk]

        assert export_runs.run(job.pk)

        job.refresh_from_db()
        assert (job.status, job.attempt) == (ExportStatus.DONE, 2)
        assert not export_heart.keep(first, rows=5, total=10)

    def test_is_not_followed_for_ever(self, alice: Caller, job: ExportJob) -> None:
        for _ in range(3):
            assert export_runs.claim(job.pk)
            run_out(job)
        assert export_runs.claim(job.pk) is None

        check_overdue_exports()

        failed = alice.get(f"/analytics/exports/{job.pk}").json()
        assert (failed["status"], failed["error"]) == ("failed", export_runs.GIVEN_UP)
        assert ask(alice).json()["id"] != str(job.pk)  # a person may try again

    def test_that_had_stored_its_file_leaves_none(self, job: ExportJob) -> None:
        claimed = export_runs.claim(job.pk)
        assert claimed
        Path(default_storage.path(claimed.keys[0])).parent.mkdir(parents=True)
        Path(default_storage.path(claimed.keys[0])).write_bytes(b"half")
        run_out(job)

        export_runs.run(job.pk)

        job.refresh_from_db()
        assert stored() == [Path(job.file_key).name]


@pytest.mark.django_db(transaction=True)
class TestRunningWorker:
    def test_stops_when_it_is_called_off_and_leaves_nothing(self, alice: Caller) -> None:
        job = large_job(alice)
        worker = threading.Thread(target=run_in_thread, args=(job.pk,))
        worker.start()
        until(lambda: ExportJob.objects.get(pk=job.pk).rows_done > 0)
        began = time.monotonic()

        assert alice.delete(f"/analytics/exports/{job.pk}").status_code == 204
        worker.join(10)

        assert not worker.is_alive()
        assert time.monotonic() - began < 2.5
        job.refresh_from_db()
        assert (job.status, job.file_key, stored()) == (ExportStatus.CANCELLED, "", [])
        assert not list((settings.UPLOAD_ROOT / "exports").iterdir())

    def test_says_how_far_it_is(self, alice: Caller) -> None:
        job = large_job(alice)
        worker, seen = threading.Thread(target=run_in_thread, args=(job.pk,)), set()
        worker.start()
        while worker.is_alive():
            row = ExportJob.objects.get(pk=job.pk)
            seen.add((row.progress, row.rows_done, row.rows_total))
            time.sleep(0.1)
        worker.join()
        seen.add((100, FOR_SECONDS, ExportJob.objects.get(pk=job.pk, progress=100).rows_done))

        counted = sorted(one for one in seen if one[1])
        assert counted[-1] == (100, FOR_SECONDS, FOR_SECONDS)
        assert len(counted) > 2
        assert all(total == FOR_SECONDS and progress in (rows * 100 // total, 100) for progress, rows, total in counted)

    def test_is_heard_of_by_open_pages(self, alice: Caller) -> None:
        add_samples(add_tracked(alice), MORE_THAN_AT_ONCE)
        with psycopg.connect(address_of_tests(), autocommit=True) as listener:
            listener.execute("LISTEN carillon_live")
            job = ask(alice).json()["id"]
            export_runs.run(ExportJob.objects.get().pk)
            alice.delete(f"/analytics/exports/{job}")
            told = [json.loads(note.payload) for note in listener.notifies(timeout=1)]

        mine = [one for one in told if one["kind"] == "export"]
        assert {(one["id"], one["workspace"]) for one in mine} == {(job, str(alice.member.workspace.pk))}
        assert [one["status"] for one in mine if "progress" not in one] == ["queued", "done", "removed"]

    def test_that_is_killed_is_cleared_up_after_and_followed(self, alice: Caller) -> None:
        job = large_job(alice)
        worker = start_worker(job)
        try:
            until(lambda: ExportJob.objects.get(pk=job.pk).rows_done > 0)
        finally:
            worker.send_signal(signal.SIGKILL)
            worker.wait(10)
        scratch = settings.UPLOAD_ROOT / "exports"
        assert len(list(scratch.iterdir())) == 1
        run_out(job)

        assert export_runs.run(job.pk)

        job.refresh_from_db()
        assert (job.status, job.attempt, job.rows_done) == (ExportStatus.DONE, 2, FOR_SECONDS)
        assert export_runs.sweep_scratch() == 1
        assert not list(scratch.iterdir())


def large_job(caller: Caller) -> ExportJob:
    add_samples(add_tracked(caller), FOR_SECONDS)
    return ExportJob.objects.get(pk=ask(caller, format="json").json()["id"])


def run_in_thread(job_id: Any) -> None:
    try:
        export_runs.run(job_id)
    finally:
        connection.close()


def until(happened: Callable[[], bool]) -> None:
    for _ in range(400):
        if happened():
            return
        time.sleep(0.05)
    raise AssertionError("it did not happen")


def address_of_tests() -> str:
    return urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connection.settings_dict['NAME']}"))


def start_worker(job: ExportJob) -> "subprocess.Popen[bytes]":
    """Make one export in a process of its own, on the tests' database and files."""
    environment = os.environ | {
        "DATABASE_URL": address_of_tests(),
        "MEDIA_ROOT": str(settings.STORAGES["default"]["OPTIONS"]["location"]),
        "UPLOAD_ROOT": str(settings.UPLOAD_ROOT),
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }
    script = (
        "import django, sys, uuid; django.setup();"
        " from api.analytics import export_runs; export_runs.run(uuid.UUID(sys.argv[1]))"
    )
    backend = Path(__file__).resolve().parents[3]
    return subprocess.Popen([sys.executable, "-c", script, str(job.pk)], cwd=backend, env=environment)


class TestRollups:
    def test_have_their_days_by_the_calendar_of_the_account(self, alice: Caller) -> None:
        account = add_tracked(alice, zone="Pacific/Kiritimati")
        tell(add_video(account, at=START), (START + hours(2), [100]))

        [row] = lines_of(ask(alice, what="days", time_zone="UTC"))

        assert date.fromisoformat(row["day"]) == AccountDay.objects.get().day
        assert row["time_zone"] == "Pacific/Kiritimati"

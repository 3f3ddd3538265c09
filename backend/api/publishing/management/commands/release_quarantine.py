"""`manage.py release_quarantine`: look through the gap after a restore, and let posts go out again."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from api.publishing.quarantine import release
from api.publishing.reconcile import reconcile
from core.models import Installation


class Command(BaseCommand):
    """Say what was found; with --yes, end the quarantine."""

    help = "After a restore: look for what went out in the gap, say what was found, and with --yes publish again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--yes", action="store_true", help="end the quarantine")

    def handle(self, *_: Any, yes: bool, **__: Any) -> None:
        row = Installation.get()
        if row.quarantine_since is None:
            self.stdout.write("There is no quarantine.")
            return
        self.stdout.write(row.quarantine_reason)
        reconcile()
        checked = Installation.get().quarantine_checked
        if not checked.get("finished_at"):
            raise CommandError("The gap is being looked through by a worker just now. Try again in a few minutes.")
        self.stdout.write(
            f"{checked['accounts']} accounts were asked; {checked['published']} posts were found to be out already; "
            f"{checked['asked_people']} may be out and wait for a person; {checked['unknown_videos']} videos of that time "
            "are not known here."
        )
        if checked["not_asked"]:
            self.stdout.write(f"Could not be asked: {', '.join(checked['not_asked'])}")
        if not yes:
            self.stdout.write("Nothing is published yet. To publish again: manage.py release_quarantine --yes")
        elif release(actor="manage.py"):
            self.stdout.write("The quarantine is over: what is due goes out.")

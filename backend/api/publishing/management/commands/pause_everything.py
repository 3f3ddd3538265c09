"""`manage.py pause_everything`: the server's emergency stop, for whoever runs it (docs/operating.md)."""

from getpass import getuser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from api.publishing import pauses


class Command(BaseCommand):
    help = "Send nothing of any workspace until manage.py resume_everything; what TikTok already has goes on there"

    def handle(self, *_: Any, **__: Any) -> None:
        """Pause, and say so."""
        new = pauses.pause_everything(by=getuser(), now=timezone.now())
        self.stdout.write("All publishing is paused." if new else "All publishing was paused already.")

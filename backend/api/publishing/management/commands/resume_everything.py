"""`manage.py resume_everything`: end what `pause_everything` began; pauses of workspaces and accounts stay."""

from typing import Any

from django.core.management.base import BaseCommand

from api.publishing import pauses


class Command(BaseCommand):
    help = "Send again after manage.py pause_everything; posts later than their limit ask instead of going out"

    def handle(self, *_: Any, **__: Any) -> None:
        """Resume, and say how many posts come back."""
        released = pauses.resume_everything()
        if released is None:
            self.stdout.write("Publishing was not paused.")
        else:
            self.stdout.write(f"Publishing is resumed. Posts scheduled again: {released}.")

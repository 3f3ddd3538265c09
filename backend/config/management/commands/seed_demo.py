"""`manage.py seed_demo`: fill the demo workspace; its last line is JSON for the launcher."""

import json
import os
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from config.demo_workspace import fill_demo


class Command(BaseCommand):
    help = "Fill the demo workspace (sandbox only)"

    def handle(self, *_: Any, **__: Any) -> None:
        """Refuse without a sandbox: a demo person with a printed password has no place beside real accounts."""
        password, sandbox_url = os.environ.get("DEMO_PASSWORD", ""), os.environ.get("SANDBOX_URL", "")
        if not (password and sandbox_url and settings.TIKTOK.is_sandbox):
            raise CommandError("The demo needs DEMO_PASSWORD, SANDBOX_URL and a sandbox as TIKTOK_API_URL.")
        self.stdout.write(json.dumps(fill_demo(password=password, sandbox_url=sandbox_url)))

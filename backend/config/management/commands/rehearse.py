"""`manage.py rehearse 100`: a hundred accounts in the demo workspace, to try what a team's day is like."""

import argparse
from typing import Any

import httpx2 as httpx
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from config.demo_workspace import rehearse

MOST = 500


class Command(BaseCommand):
    help = "Connect many sandbox accounts, each with a past of its own, to the demo workspace (sandbox only)"

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("accounts", type=int, nargs="?", default=100, help=f"how many, 1 to {MOST}")

    def handle(self, *_: Any, **options: Any) -> None:
        """Refuse without a sandbox, for the same reason as seed_demo."""
        if not settings.TIKTOK.is_sandbox:
            raise CommandError("Rehearsing needs the sandbox; this Carillon talks to TikTok itself.")
        if not 1 <= options["accounts"] <= MOST:
            raise CommandError(f"Name a number of accounts from 1 to {MOST}.")
        try:
            connected = rehearse(count=options["accounts"], sandbox_url=settings.TIKTOK.api_url)
        except LookupError as missing:
            raise CommandError(str(missing)) from missing
        except httpx.HTTPStatusError as full:
            raise CommandError(f"The sandbox lets no more people in: {full.response.text}") from full
        self.stdout.write(f"The demo workspace has {connected} connected accounts.")

"""`manage.py tiktok_probe`: measure what TikTok's pages leave open, and write a profile that the sandbox can load."""

import argparse
import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from api.accounts.models import Account, AccountStatus
from api.accounts.probe_services import ProbeRefused, measure
from api.accounts.token_services import ReconnectRequired, TokenUnavailable
from config.demo_workspace import CLIP


class Command(BaseCommand):
    help = (
        "Measure what TikTok's documentation leaves open, with one connected account: a few uploads that are never sent, and one"
        " video that only the account's owner sees and can delete. Writes a profile for the sandbox: --profile FILE."
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("account", help="the @username of a connected account")
        parser.add_argument("--out", type=Path, default=Path("tiktok-profile.json"), help="where the profile goes")
        parser.add_argument("--clip", type=Path, default=CLIP, help="the video to post for only its owner")
        parser.add_argument("--yes", action="store_true", help="do not ask before posting")
        parser.add_argument(
            "--spend-refresh-token",
            action="store_true",
            help="also present an old refresh token again; TikTok may end the permission, and the account must be reconnected",
        )

    def handle(self, *_: Any, **options: Any) -> None:
        account = self._find(options["account"].removeprefix("@"))
        if not options["yes"] and not self._agreed(account):
            raise CommandError("Nothing was asked and nothing was posted.")
        try:
            profile = measure(
                account=account,
                clip=options["clip"],
                spend_refresh_token=options["spend_refresh_token"],
                say=self.stderr.write,
            )
        except ProbeRefused as refusal:
            raise CommandError(refusal.detail) from refusal
        except (ReconnectRequired, TokenUnavailable) as error:
            raise CommandError(f"{account.handle} has no token that works now. Connect it again.") from error
        options["out"].write_text(json.dumps(profile, indent=2) + "\n")
        self.stdout.write(
            f"Written to {options['out']}. To try it: python -m carillon_sandbox --profile {options['out']}"
        )

    def _find(self, username: str) -> Account:
        found = Account.objects.filter(username=username, status=AccountStatus.CONNECTED).select_related("app").first()
        if found is None:
            raise CommandError(f"There is no connected account @{username}.")
        return found

    def _agreed(self, account: Account) -> bool:
        self.stdout.write(f"This posts one short video on {account.handle}, visible to its owner only.")
        try:
            return input("Type yes to go on: ").strip().lower() == "yes"
        except EOFError:  # nobody is there to answer
            return False

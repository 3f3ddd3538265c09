"""`analytics rebuild|verify`: roll-ups made anew from the samples that are kept, or compared with them."""

import sys
from argparse import ArgumentParser
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError

from api.accounts.models import Account
from api.analytics.models import AccountState
from api.analytics.rebuild_services import rebuild_account, verify_account, verify_workspace

SHOWN = 20


class Command(BaseCommand):
    help = "Make roll-ups anew from the samples that are kept (rebuild), or compare them with these (verify)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("deed", choices=["rebuild", "verify"])
        parser.add_argument("--account", default="", help="one account, by its id or @username; without it, all")

    def handle(self, *_: object, **options: str) -> None:
        accounts = self._find(options["account"])
        if options["deed"] == "rebuild":
            for number, account_id in enumerate(accounts, 1):
                rebuild_account(account_id)
                self._progress(number, len(accounts))
            self.stdout.write(f"The roll-ups of {len(accounts)} accounts were made anew.")
            return
        self._verify(accounts)

    def _verify(self, accounts: list[UUID]) -> None:
        found = []
        for number, account_id in enumerate(accounts, 1):
            found += verify_account(account_id)
            self._progress(number, len(accounts))
        for workspace_id in (
            AccountState.objects.filter(pk__in=accounts).values_list("workspace_id", flat=True).distinct()
        ):
            found += verify_workspace(workspace_id)
        for one in found[:SHOWN]:
            self.stdout.write(f"{one.account_id} {one.where} {one.column}: {one.stored}, not {one.recomputed}")
        if found:
            raise CommandError(
                f"{len(found)} cells differ from the samples. `carillon analytics rebuild` writes them anew."
            )
        self.stdout.write(f"The roll-ups of {len(accounts)} accounts equal their samples.")

    def _find(self, named: str) -> list[UUID]:
        states = AccountState.objects.order_by("pk")
        if named:
            accounts = Account.objects.filter(username=named.removeprefix("@"))
            if not accounts:
                try:
                    accounts = Account.objects.filter(pk=UUID(named))
                except ValueError as error:
                    raise CommandError(f"There is no account called {named}.") from error
            states = states.filter(account__in=accounts)
        found = list(states.values_list("pk", flat=True))
        if named and not found:
            raise CommandError(f"Nobody has looked at an account called {named} yet.")
        return found

    def _progress(self, number: int, whole: int) -> None:
        if sys.stderr.isatty():
            self.stderr.write(f"\r{number} of {whole}", ending="" if number < whole else "\n")

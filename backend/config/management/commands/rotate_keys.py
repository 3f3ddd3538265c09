"""`manage.py rotate_keys`: a new master key, and everything sealed anew with it (docs/operating.md)."""

import argparse
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from api.accounts.gateway import key_file
from core import key_rotation
from core.vault import VaultError


class Command(BaseCommand):
    help = "Take a new master key into use and seal everything with it; run it again if it was interrupted"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Take the choice to remove the old keys, and how long to wait before."""
        parser.add_argument("--drop-old", action="store_true", help="add no key; remove the old ones nothing uses")
        parser.add_argument("--settle", type=float, default=key_rotation.SETTLE_S, help=argparse.SUPPRESS)

    def handle(self, *_: Any, drop_old: bool, settle: float, **__: Any) -> None:
        """Rotate, or drop; what stands in the way is told in a sentence."""
        keys = key_file(settings.TOKEN_KEY_FILE)
        try:
            with key_rotation.one_rotation(keys.path):
                if drop_old:
                    key_rotation.drop_old(keys, say=self.stdout.write, settle_s=settle)
                else:
                    key_rotation.rotate(keys, say=self.stdout.write)
        except (key_rotation.RotationRefused, VaultError) as error:
            raise CommandError(str(error)) from error

"""`manage.py export_openapi`: the API's OpenAPI document, from which the web app's types are made."""

import json
from typing import Any

from django.core.management.base import BaseCommand

from config.api import api


class Command(BaseCommand):
    help = "Print the API's OpenAPI document"

    def handle(self, *_: Any, **__: Any) -> None:
        """Print it with sorted keys, so that a change shows as a change and nothing else does."""
        self.stdout.write(json.dumps(api.get_openapi_schema(), indent=2, sort_keys=True, ensure_ascii=False))

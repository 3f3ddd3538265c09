"""The installation's own secrets: made once with random values, kept in files only the owner can read."""

import base64
import json
import os
import secrets
from pathlib import Path

from launcher import dotenv
from launcher.errors import Refusal
from launcher.paths import Layout

SECRETS_FILE = "secrets.env"
TOKEN_KEYS_FILE = "token-keys.json"  # noqa: S105  (a file's name)


def _random_values() -> dict[str, str]:
    return {
        "SECRET_KEY": secrets.token_urlsafe(48),
        "COOKIE_KEY": secrets.token_urlsafe(32),
        "POSTGRES_ADMIN_PASSWORD": secrets.token_urlsafe(24),
        "POSTGRES_PASSWORD": secrets.token_urlsafe(24),
        "VALKEY_PASSWORD": secrets.token_urlsafe(24),
        "SANDBOX_CLIENT_KEY": "sb" + secrets.token_hex(8),
        "SANDBOX_CLIENT_SECRET": secrets.token_urlsafe(24),
        "DEMO_PASSWORD": "-".join(secrets.token_hex(2) for _ in range(4)),
    }


def load(layout: Layout) -> dict[str, str]:
    """
    Return the installation's secrets, made now if this is the first start.

    :raises Refusal: when the secrets are gone but the data they protect is still there
    """
    path = layout.home / SECRETS_FILE
    stored = dotenv.read(path)
    if not stored and (layout.home / "postgres" / "PG_VERSION").exists():
        raise Refusal(
            f"{path} is missing, and without it the data beside it cannot be opened. "
            "Put the file back from a backup, or start empty: make reset"
        )
    values = {**_random_values(), **stored}
    if values != stored:
        write_private(path, dotenv.render(values))
    return values


def token_key_file(layout: Layout) -> Path:
    """Return the file of keys that encrypt TikTok tokens, made now if there is none."""
    path = layout.home / TOKEN_KEYS_FILE
    if not path.exists():
        key = base64.b64encode(secrets.token_bytes(32)).decode()
        write_private(path, json.dumps({"active": "k1", "keys": {"k1": key}}) + "\n")
    return path


def write_private(path: Path, text: str) -> None:
    """Write a file of mode 600 in one step: whole or not at all."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    draft.chmod(0o600)
    draft.replace(path)

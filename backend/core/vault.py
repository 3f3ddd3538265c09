"""
Secrets in the database: envelope encryption, bound to the row and column they stand in.

Each value gets its own data key (AES-256-GCM), and the data key is wrapped by the master key named in the value. The
context (such as `account id|column`) is authenticated with it, so a value copied to another row does not open.
The master keys live in a file of mode 600 outside the database; losing it loses the tokens, by design.
"""

import base64
import json
import os
import stat
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

VERSION = "v1"
NONCE_BYTES = 12
KEY_BYTES = 32


class VaultError(Exception):
    """A sealed value does not open, or the key file cannot be used. Never holds the value or a key."""


@dataclass(frozen=True, slots=True)
class Vault:
    """The master keys: seals with the active one, opens with any."""

    active: str
    keys: dict[str, bytes] = field(repr=False)

    @classmethod
    def from_file(cls, path: Path) -> "Vault":
        """
        Read `{"active": "k1", "keys": {"k1": "<base64 of 32 bytes>"}}`.

        :raises VaultError: when the file is missing, readable by others, or holds no usable key
        """
        try:
            mode = stat.S_IMODE(path.stat().st_mode)
            content = json.loads(path.read_text())
            keys = {name: base64.b64decode(key) for name, key in content["keys"].items()}
            active = str(content["active"])
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise VaultError(f"TOKEN_KEY_FILE {path} cannot be read: {type(error).__name__}.") from error
        if mode & 0o077:
            raise VaultError(f"TOKEN_KEY_FILE {path} can be read by others; run: chmod 600 {path}")
        if active not in keys or any(len(key) != KEY_BYTES for key in keys.values()):
            raise VaultError(f"TOKEN_KEY_FILE {path} needs 32-byte keys and an active one among them.")
        if any("." in name for name in keys):  # it separates the parts of a sealed value
            raise VaultError(f"TOKEN_KEY_FILE {path} names a key with a dot in it.")
        return cls(active=active, keys=keys)

    def seal(self, text: str, *, context: str) -> str:
        """Return `text` sealed for `context`: `v1.<key id>.<wrapped data key>.<ciphertext>`."""
        data_key = AESGCM.generate_key(bit_length=256)
        wrapped = _encrypt(self.keys[self.active], data_key, f"{context}|{self.active}")
        sealed = _encrypt(data_key, text.encode(), f"{context}|{self.active}")
        return ".".join((VERSION, self.active, wrapped, sealed))

    def open(self, sealed: str, *, context: str) -> str:
        """
        Return the text that `seal` was given for the same context.

        :raises VaultError: on another context, a changed value or an unknown key; never returns the ciphertext
        """
        try:
            version, key_id, wrapped, ciphertext = sealed.split(".")
            if version != VERSION:
                raise VaultError("A stored secret has an unknown format.")
            data_key = _decrypt(self.keys[key_id], wrapped, f"{context}|{key_id}")
            return _decrypt(data_key, ciphertext, f"{context}|{key_id}").decode()
        except (ValueError, KeyError, InvalidTag) as error:
            raise VaultError(f"A stored secret ({context.rsplit('|', 1)[-1]}) does not open.") from error

    def is_current(self, sealed: str) -> bool:
        """Tell whether a value is sealed with the active key."""
        return key_of(sealed) == self.active

    def reseal(self, sealed: str, *, context: str) -> str:
        """
        Return the same secret sealed with the active key.

        The whole value is made anew, not only its data key wrapped again: both are bound to the key they name.

        :raises VaultError: as `open`
        """
        return self.seal(self.open(sealed, context=context), context=context)


def key_of(sealed: str) -> str:
    """Return the id of the master key a value was sealed with; empty for what is no sealed value."""
    parts = sealed.split(".")
    return parts[1] if len(parts) == len(("version", "key", "wrapped", "ciphertext")) else ""


def _encrypt(key: bytes, plain: bytes, context: str) -> str:
    nonce = os.urandom(NONCE_BYTES)
    return base64.urlsafe_b64encode(nonce + AESGCM(key).encrypt(nonce, plain, context.encode())).decode()


def _decrypt(key: bytes, text: str, context: str) -> bytes:
    blob = base64.urlsafe_b64decode(text)
    return AESGCM(key).decrypt(blob[:NONCE_BYTES], blob[NONCE_BYTES:], context.encode())

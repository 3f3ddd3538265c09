"""The file of master keys: read anew when it has changed, and written whole or not at all."""

import base64
import json
import os
import re
from dataclasses import dataclass, field
from pathlib import Path

from core.vault import KEY_BYTES, Vault, VaultError

Mark = tuple[int, int, int]


@dataclass(slots=True)
class KeyFile:
    """
    One file of master keys. Every change replaces the file, so its inode and time tell a process to read it again.

    That is how the processes that run hear of a new key: none has to be started again.
    """

    path: Path
    _vault: Vault | None = field(default=None, repr=False)
    _mark: Mark | None = field(default=None, repr=False)

    def vault(self) -> Vault:
        """
        Return the keys as they are in the file now.

        :raises VaultError: when the file cannot be used
        """
        mark = self._look()
        if self._vault is None or mark is None or mark != self._mark:
            self._vault, self._mark = Vault.from_file(self.path), mark
        return self._vault

    def _look(self) -> Mark | None:
        try:
            found = self.path.stat()
        except OSError:
            return None  # reading it says why
        return found.st_mtime_ns, found.st_ino, found.st_size

    def add_key(self) -> str:
        """Add a new key and make it the active one; return its id. What the others sealed still opens."""
        vault = self.vault()
        numbers = [int(found[1]) for name in vault.keys if (found := re.fullmatch(r"k(\d+)", name))]
        name = f"k{max(numbers, default=0) + 1}"
        self._write(name, vault.keys | {name: os.urandom(KEY_BYTES)})
        return name

    def drop_keys(self, names: set[str]) -> None:
        """Remove keys, never the active one: what they sealed does not open any more, by anybody."""
        vault = self.vault()
        self._write(vault.active, {name: key for name, key in vault.keys.items() if name not in names - {vault.active}})

    def _write(self, active: str, keys: dict[str, bytes]) -> None:
        content = {"active": active, "keys": {name: base64.b64encode(key).decode() for name, key in keys.items()}}
        draft = self.path.with_name(f".{self.path.name}.{os.getpid()}")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as file:
            owner = self.path.stat()
            os.fchown(descriptor, owner.st_uid, owner.st_gid)  # an administrator may rotate for the service's user
            file.write(json.dumps(content) + "\n")
            file.flush()
            os.fsync(file.fileno())
        if Vault.from_file(draft).keys != keys:  # nothing is replaced by what could not be read again
            raise VaultError(f"{draft} could not be read back.")
        draft.replace(self.path)
        sync_folder(self.path.parent)


def sync_folder(path: Path) -> None:
    """Have the names in a folder on the disk, not only the files they name."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

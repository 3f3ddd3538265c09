"""The file of keys: a change is noticed by who runs, and nothing is left half written."""

import base64
import json
import os
from pathlib import Path

import pytest

from core.key_file import KeyFile
from core.vault import VaultError

CONTEXT = "row|access"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "keys.json"
    place.write_text(json.dumps({"active": "k1", "keys": {"k1": base64.b64encode(os.urandom(32)).decode()}}))
    place.chmod(0o600)
    return place


class TestANewKey:
    def test_is_noticed_by_a_process_that_runs(self, path: Path) -> None:
        running, rotating = KeyFile(path), KeyFile(path)
        old = running.vault().seal("secret", context=CONTEXT)

        assert rotating.add_key() == "k2"

        assert running.vault().active == "k2"
        assert running.vault().open(old, context=CONTEXT) == "secret"
        assert running.vault().open(rotating.vault().seal("new", context=CONTEXT), context=CONTEXT) == "new"

    def test_leaves_the_file_private_and_alone_in_its_folder(self, path: Path) -> None:
        KeyFile(path).add_key()

        assert path.stat().st_mode & 0o777 == 0o600
        assert list(path.parent.iterdir()) == [path]

    def test_is_not_read_for_where_nothing_changed(self, path: Path) -> None:
        keys = KeyFile(path)

        assert keys.vault() is keys.vault()


class TestADroppedKey:
    def test_opens_nothing_any_more(self, path: Path) -> None:
        keys = KeyFile(path)
        old = keys.vault().seal("secret", context=CONTEXT)
        keys.add_key()

        keys.drop_keys({"k1", "k2"})  # the active one stays whatever is asked

        assert list(keys.vault().keys) == ["k2"]
        with pytest.raises(VaultError, match="does not open"):
            keys.vault().open(old, context=CONTEXT)


class TestAFileThatIsGone:
    def test_is_told_of_and_never_remembered(self, path: Path) -> None:
        keys = KeyFile(path)
        keys.vault()
        path.unlink()

        with pytest.raises(VaultError, match="cannot be read"):
            keys.vault()

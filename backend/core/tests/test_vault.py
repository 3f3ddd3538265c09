"""Sealed values: they open where they belong, with the right key, unchanged; or not at all."""

import base64
import json
import os
from pathlib import Path

import pytest

from core.vault import Vault, VaultError

CONTEXT = "0199-account|access"
SECRET = "act.a-very-secret-token"


@pytest.fixture
def vault() -> Vault:
    return Vault("k1", {"k1": os.urandom(32)})


def write_keys(path: Path, content: object) -> Path:
    path.write_text(json.dumps(content))
    path.chmod(0o600)
    return path


def text_of(key: bytes) -> str:
    return base64.b64encode(key).decode()


class TestSealing:
    def test_opens_what_it_sealed(self, vault: Vault) -> None:
        sealed = vault.seal(SECRET, context=CONTEXT)

        assert vault.open(sealed, context=CONTEXT) == SECRET

    def test_shows_nothing_of_the_text(self, vault: Vault) -> None:
        sealed = vault.seal(SECRET, context=CONTEXT)

        assert SECRET not in sealed
        assert "act." not in sealed

    def test_seals_the_same_text_differently_each_time(self, vault: Vault) -> None:
        assert vault.seal(SECRET, context=CONTEXT) != vault.seal(SECRET, context=CONTEXT)

    def test_names_its_version_and_key(self, vault: Vault) -> None:
        assert vault.seal(SECRET, context=CONTEXT).startswith("v1.k1.")

    def test_opens_values_of_an_older_key_and_seals_with_the_active_one(self, vault: Vault) -> None:
        old = vault.seal(SECRET, context=CONTEXT)
        rotated = Vault("k2", vault.keys | {"k2": os.urandom(32)})

        assert rotated.open(old, context=CONTEXT) == SECRET
        assert rotated.seal(SECRET, context=CONTEXT).startswith("v1.k2.")

    def test_never_shows_a_key_in_its_repr(self, vault: Vault) -> None:
        assert repr(vault) == "Vault(active='k1')"


class TestOpening:
    @pytest.mark.parametrize("context", ["another-account|access", "0199-account|refresh", "", CONTEXT + "|k1"])
    def test_refuses_a_value_from_another_row_or_column(self, vault: Vault, context: str) -> None:
        sealed = vault.seal(SECRET, context=CONTEXT)

        with pytest.raises(VaultError):
            vault.open(sealed, context=context)

    def test_refuses_another_key_of_the_same_name(self, vault: Vault) -> None:
        sealed = vault.seal(SECRET, context=CONTEXT)

        with pytest.raises(VaultError):
            Vault("k1", {"k1": os.urandom(32)}).open(sealed, context=CONTEXT)

    def test_refuses_a_key_it_does_not_have(self, vault: Vault) -> None:
        sealed = vault.seal(SECRET, context=CONTEXT)

        with pytest.raises(VaultError):
            Vault("k2", {"k2": vault.keys["k1"]}).open(sealed, context=CONTEXT)

    def test_refuses_a_value_whose_key_name_was_changed(self, vault: Vault) -> None:
        twins = Vault("k1", vault.keys | {"k2": vault.keys["k1"]})
        sealed = twins.seal(SECRET, context=CONTEXT)

        with pytest.raises(VaultError):
            twins.open(sealed.replace("v1.k1.", "v1.k2.", 1), context=CONTEXT)

    def test_refuses_every_truncation(self, vault: Vault) -> None:
        sealed = vault.seal("x", context=CONTEXT)

        for length in range(len(sealed)):
            with pytest.raises(VaultError):
                vault.open(sealed[:length], context=CONTEXT)

    def test_refuses_every_flipped_bit_of_both_ciphertexts(self, vault: Vault) -> None:
        *head, wrapped, sealed = vault.seal("x", context=CONTEXT).split(".")

        for which in (0, 1):
            parts = [wrapped, sealed]
            blob = base64.urlsafe_b64decode(parts[which])
            for place in range(len(blob)):
                changed = blob[:place] + bytes([blob[place] ^ 1]) + blob[place + 1 :]
                parts[which] = base64.urlsafe_b64encode(changed).decode()
                with pytest.raises(VaultError):
                    vault.open(".".join([*head, *parts]), context=CONTEXT)

    @pytest.mark.parametrize(
        "sealed", ["", "v1", "v1.k1..", "v2.k1.AAAA.AAAA", "v1.k1.é.é", "act.in-the-clear", "...."]
    )
    def test_refuses_what_is_no_sealed_value(self, vault: Vault, sealed: str) -> None:
        with pytest.raises(VaultError):
            vault.open(sealed, context=CONTEXT)

    def test_says_which_column_does_not_open_and_nothing_else(self, vault: Vault) -> None:
        sealed = vault.seal(SECRET, context=CONTEXT)

        with pytest.raises(VaultError) as failure:
            vault.open(sealed, context="other|access")

        assert str(failure.value) == "A stored secret (access) does not open."


class TestKeyFile:
    def test_is_read(self, tmp_path: Path) -> None:
        keys = {"k1": os.urandom(32), "k2": os.urandom(32)}
        path = write_keys(
            tmp_path / "keys", {"active": "k2", "keys": {name: text_of(key) for name, key in keys.items()}}
        )

        vault = Vault.from_file(path)

        assert (vault.active, vault.keys) == ("k2", keys)

    @pytest.mark.parametrize("mode", [0o640, 0o604, 0o644, 0o660, 0o601])
    def test_is_refused_when_others_can_read_it(self, tmp_path: Path, mode: int) -> None:
        path = write_keys(tmp_path / "keys", {"active": "k1", "keys": {"k1": text_of(os.urandom(32))}})
        path.chmod(mode)

        with pytest.raises(VaultError, match="chmod 600"):
            Vault.from_file(path)

    def test_is_refused_when_missing(self, tmp_path: Path) -> None:
        with pytest.raises(VaultError, match="cannot be read"):
            Vault.from_file(tmp_path / "none")

    @pytest.mark.parametrize(
        "content",
        [
            {},
            [],
            "k1",
            {"active": "k1"},
            {"active": "k1", "keys": []},
            {"active": "k1", "keys": {}},
            {"active": [], "keys": {"k1": "A" * 43 + "="}},
            {"active": "k1", "keys": {"k1": 5}},
            {"active": "k1", "keys": {"k1": "short"}},
            {"active": "k1", "keys": {"k1": "A" * 24}},
            {"active": "k2", "keys": {"k1": "A" * 43 + "="}},
            {"active": "k.1", "keys": {"k.1": "A" * 43 + "="}},  # the dot would make every sealed value unreadable
        ],
    )
    def test_is_refused_without_a_usable_key(self, tmp_path: Path, content: object) -> None:
        path = write_keys(tmp_path / "keys", content)

        with pytest.raises(VaultError):
            Vault.from_file(path)

    def test_is_refused_when_it_is_no_json(self, tmp_path: Path) -> None:
        path = write_keys(tmp_path / "keys", {})
        path.write_text('{"active": "k1", "keys": {"k1": "c2VjcmV0')

        with pytest.raises(VaultError) as failure:
            Vault.from_file(path)

        assert "c2VjcmV0" not in str(failure.value)

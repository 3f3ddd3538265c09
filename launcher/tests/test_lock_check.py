import json
from pathlib import Path

import pytest

from launcher.lock_check import NODE_LOCK, PYTHON_LOCKS, address_faults
from launcher.paths import ROOT

GOOD = "six==1.17.0 \\\n    --hash=sha256:00\n"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in PYTHON_LOCKS:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(GOOD)
    (tmp_path / NODE_LOCK).parent.mkdir()
    _write_node(tmp_path, {"integrity": "sha512-x", "funding": {"url": "https://example.org"}})
    return tmp_path


def _write_node(tree: Path, package: dict[str, object]) -> None:
    (tree / NODE_LOCK).write_text(json.dumps({"packages": {"": {}, "node_modules/next": package}}))


class TestLocks:
    def test_ours_name_no_address(self) -> None:
        assert address_faults(ROOT) == []

    def test_clean_ones_pass(self, tree: Path) -> None:
        assert address_faults(tree) == []

    def test_an_index_in_a_python_lock_is_found(self, tree: Path) -> None:
        (tree / "requirements.lock").write_text("--index-url https://mirror.example.org/simple\n" + GOOD)

        assert address_faults(tree) == ["requirements.lock names a download address. Write it anew: make lock"]

    def test_missing_hashes_are_found(self, tree: Path) -> None:
        (tree / "requirements-dev.lock").write_text("six==1.17.0\n")

        assert address_faults(tree) == ["requirements-dev.lock has no hashes. Write it anew: make lock"]

    def test_an_address_in_the_node_lock_is_found(self, tree: Path) -> None:
        _write_node(tree, {"integrity": "sha512-x", "resolved": "https://mirror.example.org/next.tgz"})

        assert "names a download address for node_modules/next" in address_faults(tree)[0]

    def test_a_node_package_without_a_hash_is_found(self, tree: Path) -> None:
        _write_node(tree, {"version": "1"})

        assert "has no hash for node_modules/next" in address_faults(tree)[0]

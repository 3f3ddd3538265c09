from pathlib import Path

import pytest

from launcher import node
from launcher.paths import Layout


def _put(folder: Path, version: str) -> None:
    folder.mkdir(exist_ok=True)
    for name in ("node", "npm"):
        (folder / name).write_text(f"#!/bin/sh\necho {version}\n")
        (folder / name).chmod(0o755)


class TestNode:
    def test_the_systems_is_used_when_it_is_new_enough(
        self, layout: Layout, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        _put(tmp_path / "bin", "v22.1.0")
        monkeypatch.setenv("PATH", str(tmp_path / "bin"))

        assert node.find(layout) == node.Node(tmp_path / "bin", "22.1.0")

    def test_the_wheels_is_used_when_the_systems_is_too_old(
        self, layout: Layout, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        _put(tmp_path / "bin", "v20.19.0")
        monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:/usr/bin:/bin")

        found = node.find(layout)

        assert found.folder == layout.boot / "node"
        assert int(found.version.split(".")[0]) >= node.OLDEST_MAJOR
        assert found.environment()["PATH"].startswith(f"{found.folder}:")

    def test_the_wheels_is_used_when_there_is_none(self, layout: Layout, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PATH", "/nonexistent")

        assert node.find(layout).folder == layout.boot / "node"

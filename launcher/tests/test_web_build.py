import json
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from launcher import fingerprint, paths, web_build
from launcher.node import Node, find
from launcher.paths import Layout

NODE = Node(Path("/usr/bin"), "24.1.0")


@pytest.fixture
def web(layout: Layout, tmp_path: Path) -> Layout:
    """A built web app."""
    made = replace(layout, root=tmp_path)
    (made.frontend / "src").mkdir(parents=True)
    (made.frontend / "node_modules" / "next").mkdir(parents=True)
    (made.web / ".next").mkdir(parents=True)
    (made.frontend / "src" / "page.tsx").write_text("one")
    (made.frontend / "package.json").write_text("{}")
    (made.frontend / "package-lock.json").write_text(json.dumps({"packages": {"node_modules/next": {}}}))
    fingerprint.write_stamp(web_build._packages_stamp(made), web_build._packages_fingerprint(made, NODE))
    fingerprint.write_stamp(made.web / web_build.STAMP, web_build._build_fingerprint(made, NODE))
    return made


def due(layout: Layout, node: Node = NODE) -> list[str]:
    return [unit.name for unit in web_build.units(layout, node)]


class TestWhatIsDue:
    def test_nothing_when_nothing_changed(self, web: Layout) -> None:
        assert due(web) == []

    def test_a_build_when_a_source_changed_or_was_renamed(self, web: Layout) -> None:
        page = web.frontend / "src" / "page.tsx"
        page.rename(page.with_name("other.tsx"))

        assert due(web) == ["web-build"]

    def test_nothing_when_only_a_test_changed(self, web: Layout) -> None:
        (web.frontend / "src" / "page.test.tsx").write_text("test")
        (web.frontend / "e2e").mkdir()
        (web.frontend / "e2e" / "journey.ts").write_text("test")

        assert due(web) == []

    def test_both_when_the_lock_changed(self, web: Layout) -> None:
        (web.frontend / "package-lock.json").write_text("{}")

        assert due(web) == ["web-packages", "web-build"]

    def test_nothing_is_wiped_when_npm_was_run_by_hand(self, web: Layout) -> None:
        locked = {"": {}, "node_modules/next": {"integrity": "sha512-n"}, "node_modules/mac": {"optional": True}}
        (web.frontend / "package-lock.json").write_text(json.dumps({"packages": locked}))
        noted = web.frontend / "node_modules" / ".package-lock.json"
        noted.write_text(json.dumps({"packages": {"node_modules/next": {"integrity": "sha512-old"}}}))
        assert due(web) == ["web-packages", "web-build"]

        noted.write_text(json.dumps({"packages": {"node_modules/next": {"integrity": "sha512-n"}}}))

        assert due(web) == ["web-build"]

    def test_both_with_another_major_of_node(self, web: Layout) -> None:
        assert due(web, Node(Path("/usr/bin"), "26.0.0")) == ["web-packages", "web-build"]

    def test_a_build_again_when_the_last_one_was_interrupted(self, web: Layout) -> None:
        build = web_build._build(web, NODE)

        build.before()

        assert due(web) == ["web-build"]


class TestFinish:
    def test_puts_static_files_beside_the_server_each_script_with_its_hint(self, web: Layout) -> None:
        chunks = web.frontend / ".next" / "static" / "chunks"
        chunks.mkdir(parents=True)
        (chunks / "a.js").write_text("a()")
        (chunks / "a.css").write_text("a {}")
        (web.frontend / "public").mkdir()
        (web.frontend / "public" / "robots.txt").write_text("r")
        next_bin = web.frontend / "node_modules" / "next" / "dist" / "bin"
        next_bin.mkdir(parents=True)
        (next_bin / "next").write_text("")
        node = find(paths.layout())

        subprocess.run(
            [node.program, str(paths.layout().frontend / "scripts" / "build.mjs")],
            cwd=web.frontend,
            env=node.environment(),
            check=True,
        )

        built = web.web / ".next" / "static" / "chunks"
        assert (built / "a.js").read_text() == "//# allFunctionsCalledOnLoad\na()"
        assert (built / "a.css").read_text() == "a {}"
        assert (web.web / "public" / "robots.txt").read_text() == "r"

"""The probe's files are named from where the person stands."""

from pathlib import Path

import pytest

from launcher.commands import from_here

HERE = Path("/home/nora")


class TestFromHere:
    @pytest.mark.parametrize(
        ("words", "expected"),
        [
            (["@a"], ["@a", "--out", "/home/nora/tiktok-profile.json"]),
            (["@a", "--out", "p.json"], ["@a", "--out", "/home/nora/p.json"]),
            (["@a", "--out", "/tmp/p.json", "--yes"], ["@a", "--out", "/tmp/p.json", "--yes"]),
            (["@a", "--clip", "b.mp4", "--out", "p"], ["@a", "--clip", "/home/nora/b.mp4", "--out", "/home/nora/p"]),
            (["--help"], ["--help"]),
        ],
    )
    def test_makes_paths_absolute(self, words: list[str], expected: list[str]) -> None:
        assert from_here(words, HERE) == expected

    def test_leaves_an_option_without_its_value_to_the_command(self) -> None:
        assert from_here(["@a", "--out"], HERE) == ["@a", "--out"]

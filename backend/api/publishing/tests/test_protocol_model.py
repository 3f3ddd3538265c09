"""T0: the protocol's own rows under every order of events within bounds, and weakened variants that must break."""

import pytest

from api.publishing.tests.model import MUTANTS, PROTOCOL, Bounds, explore, wander


class TestTheProtocol:
    def test_keeps_its_promises_in_every_world_within_the_bounds(self) -> None:
        promise, worlds = explore()

        assert promise == ""
        assert worlds > 100_000  # a search that stops early would prove nothing

    def test_keeps_them_on_long_random_ways_too(self) -> None:
        wide = Bounds(attempts=5, sessions=4, kills=3, workers=3, requests=20)

        assert wander(PROTOCOL, seed=1, walks=800, bounds=wide) == ("", [])


class TestAWeakenedProtocol:
    @pytest.mark.parametrize("name", MUTANTS)
    def test_posts_twice(self, name: str) -> None:
        wide = Bounds(attempts=3, sessions=3, kills=1, workers=2, requests=10)

        promise, way = wander(MUTANTS[name], seed=1, walks=30_000, bounds=wide)

        assert promise, f"{name} was not caught"
        assert way

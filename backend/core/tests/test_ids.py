"""Identifiers."""

import time
from datetime import UTC, datetime

import time_machine

from core.ids import uuid7


class TestUuid7:
    def test_has_the_version_and_variant_of_rfc_9562(self) -> None:
        found = [uuid7() for _ in range(200)]

        assert {value.version for value in found} == {7}
        assert {value.variant for value in found} == {"specified in RFC 4122"}

    def test_begins_with_the_unix_milliseconds(self) -> None:
        before = time.time_ns() // 1_000_000
        value = uuid7()
        after = time.time_ns() // 1_000_000

        assert before <= value.int >> 80 <= after

    def test_sorts_by_the_millisecond_it_was_made_in(self) -> None:
        found = []
        for millisecond in (1, 2, 1000, 86_400_000):
            with time_machine.travel(1_790_000_000 + millisecond / 1000, tick=False):
                found.append(uuid7())

        assert found == sorted(found)
        assert [str(value) for value in found] == sorted(str(value) for value in found)

    def test_goes_on_with_the_4096th_parts_of_it(self) -> None:
        with time_machine.travel(datetime(2026, 11, 24, 12, 0, 0, 123_456, tzinfo=UTC), tick=False):
            value = uuid7()

        assert value.int >> 64 & 0xFFF == 456 * 4096 // 1000

    def test_sorts_as_it_was_made_within_a_millisecond_too(self) -> None:
        found = [uuid7() for _ in range(5000)]

        assert found == sorted(found)
        assert len({value.int >> 80 for value in found}) < 5000

    def test_makes_no_twins_within_a_millisecond(self) -> None:
        with time_machine.travel(1_790_000_000, tick=False):
            found = {uuid7() for _ in range(2000)}

        assert len(found) == 2000

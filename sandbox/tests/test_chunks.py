"""The chunk maths, against every row of TikTok's table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carillon_sandbox.posting.chunks import (
    CHUNK_INVALID,
    COUNT_INVALID,
    LARGEST_VIDEO,
    SIZE_INVALID,
    Plan,
    Range,
    check_plan,
    judge_chunk,
    progress,
    read_range,
)

TABLE = [
    (3_145_728, 3_145_728, 1, 3_145_728),
    (5_000_000, 5_000_000, 1, 5_000_000),
    (50_000_123, 50_000_123, 1, 50_000_123),
    (64_000_000, 64_000_000, 1, 64_000_000),
    (64_000_001, 10_000_000, 6, 14_000_001),
    (66_259_900, 10_000_000, 6, 16_259_900),
    (150_000_000, 10_000_000, 15, 10_000_000),
    (1_073_741_824, 10_000_000, 107, 13_741_824),
    (4_294_967_296, 10_000_000, 429, 14_967_296),
    (50_000_123, 10_000_000, 5, 10_000_123),  # the official worked example
]


def chunk_lengths(plan: Plan) -> list[int]:
    lengths, first = [], 0
    while first < plan.video_size:
        last = plan.last_byte_after(first)
        lengths.append(last - first + 1)
        first = last + 1
    return lengths


class TestPlan:
    @pytest.mark.parametrize(("size", "chunk", "count", "last"), TABLE)
    def test_every_row_of_the_table_is_accepted(self, size: int, chunk: int, count: int, last: int) -> None:
        plan = Plan(size, chunk, count)

        assert check_plan(plan) is None
        lengths = chunk_lengths(plan)
        assert len(lengths) == count
        assert lengths[-1] == last
        assert set(lengths[:-1]) <= {chunk}

    @pytest.mark.parametrize(
        ("size", "chunk", "count", "sentence"),
        [
            (66_259_900, 10_000_000, 7, COUNT_INVALID),  # ceil
            (66_259_900, 10_000_000, 5, COUNT_INVALID),
            (50_000_123, 10_000_000, 1, CHUNK_INVALID),  # one chunk that is not the whole
            (15_000_000, 10_000_000, 1, CHUNK_INVALID),
            (64_000_001, 64_000_001, 1, CHUNK_INVALID),  # over 64 MB in one
            (200_000_000, 64_000_001, 3, CHUNK_INVALID),
            (12_000_000, 4_000_000, 3, CHUNK_INVALID),  # under 5 MB each
            (4_000_000, 2_000_000, 2, CHUNK_INVALID),
            (3_000_000, 5_000_000, 1, CHUNK_INVALID),  # larger than the video
            (5_005_000_000, 5_000_000, 1001, SIZE_INVALID),
            (LARGEST_VIDEO + 1, 10_000_000, 429, SIZE_INVALID),
            (0, 0, 0, SIZE_INVALID),
            (10_000_000, 0, 1, CHUNK_INVALID),
            (10_000_000, -1, 1, CHUNK_INVALID),
            (10_000_000, 10_000_000, 0, COUNT_INVALID),
        ],
    )
    def test_these_are_refused(self, size: int, chunk: int, count: int, sentence: str) -> None:
        assert check_plan(Plan(size, chunk, count)) == sentence

    @given(st.integers(1, LARGEST_VIDEO))
    def test_the_recommended_plan_always_fits_and_covers_every_byte(self, size: int) -> None:
        one_go = size <= 64_000_000
        plan = Plan(size, size, 1) if one_go else Plan(size, 10_000_000, size // 10_000_000)

        assert check_plan(plan) is None
        lengths = chunk_lengths(plan)
        assert sum(lengths) == size
        assert len(lengths) == plan.count
        assert max(lengths) <= 128_000_000

    @given(st.integers(1, LARGEST_VIDEO), st.integers(1, 70_000_000), st.integers(0, 1100))
    def test_whatever_is_accepted_obeys_the_rules(self, size: int, chunk: int, count: int) -> None:
        plan = Plan(size, chunk, count)
        if check_plan(plan) is not None:
            return

        lengths = chunk_lengths(plan)
        assert sum(lengths) == size
        assert len(lengths) == count <= 1000
        assert count == 1 or min(lengths) >= 5_000_000
        assert max(lengths) <= 128_000_000


class TestContentRange:
    def test_is_inclusive(self) -> None:
        assert read_range("bytes 0-9/10") == Range(0, 9, 10)
        assert Range(0, 9, 10).length == 10

    @pytest.mark.parametrize(
        "header",
        [None, "", "bytes 0-10/10", "bytes 5-4/10", "bytes 0-9/*", "bytes=0-9/10", "0-9/10", "bytes 0-9/10 ", "bytes ٠-٩/١٠"],
    )  # fmt: skip
    def test_is_not_guessed(self, header: str | None) -> None:
        assert read_range(header) is None


class TestJudgeChunk:
    PLAN = Plan(50_000_123, 10_000_000, 5)

    @pytest.mark.parametrize(
        ("uploaded", "first", "last", "status"),
        [
            (0, 0, 9_999_999, None),
            (40_000_000, 40_000_000, 50_000_122, None),
            (10_000_000, 0, 9_999_999, 416),  # sent again
            (0, 10_000_000, 19_999_999, 416),  # out of order
            (50_000_123, 40_000_000, 50_000_122, 416),  # the last one again
            (0, 0, 4_999_999, 400),  # shorter than declared
            (0, 0, 19_999_999, 400),
            (40_000_000, 40_000_000, 49_999_999, 400),  # the remainder left out
        ],
    )
    def test_takes_only_the_chunk_that_comes_next(
        self, uploaded: int, first: int, last: int, status: int | None
    ) -> None:
        sent = Range(first, last, 50_000_123)

        assert judge_chunk(self.PLAN, uploaded, sent, sent.length) == status

    def test_refuses_a_wrong_length_or_total(self) -> None:
        assert judge_chunk(self.PLAN, 0, Range(0, 9_999_999, 50_000_123), 9_999_999) == 400
        assert judge_chunk(self.PLAN, 0, Range(0, 9_999_999, 50_000_124), 10_000_000) == 400
        assert judge_chunk(self.PLAN, 0, None, 10_000_000) == 400

    def test_progress_counts_bytes(self) -> None:
        assert progress(10_000_000, 50_000_123) == "bytes 0-10000000/50000123"

"""How files are cut: tiktok-api's table, and its rules for every size there is."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tiktok.upload_plan import MAX_VIDEO_SIZE, Chunk, UploadPlan, find_fault, plan_upload

MB = 1_000_000  # the smaller reading of "MB" for what must not be exceeded,
MIB = 1024**2  # the larger for what must be reached

sizes = st.one_of(
    st.integers(1, MAX_VIDEO_SIZE),
    st.integers(1, 100),
    st.integers(63 * MB, 140 * MIB),
    st.integers(4290 * MB, MAX_VIDEO_SIZE),
)


class TestPlanUpload:
    @pytest.mark.parametrize(
        ("size", "chunk_size", "count", "last"),
        [
            (3_145_728, 3_145_728, 1, 3_145_728),
            (5_000_000, 5_000_000, 1, 5_000_000),
            (50_000_123, 50_000_123, 1, 50_000_123),
            (64_000_000, 64_000_000, 1, 64_000_000),
            (64_000_001, 10_000_000, 6, 14_000_001),
            (66_259_900, 10_000_000, 6, 16_259_900),
            (150_000_000, 10_000_000, 15, 10_000_000),
            (1_073_741_824, 10_000_000, 107, 13_741_824),
            (4_294_967_296, 10_000_000, 429, 14_967_296),
        ],
    )
    def test_follows_the_table(self, size: int, chunk_size: int, count: int, last: int) -> None:
        plan = plan_upload(size)

        assert plan == UploadPlan(size, chunk_size, count)
        assert find_fault(plan) == ""
        assert list(plan.chunks())[-1].size == last

    @given(sizes)
    @example(1)
    @example(64_000_000)
    @example(64_000_001)
    @example(MAX_VIDEO_SIZE)
    def test_covers_the_file_exactly_and_in_order_with_legal_chunks(self, size: int) -> None:
        plan = plan_upload(size)
        chunks = list(plan.chunks())

        assert [chunk.first for chunk in chunks] == [0, *(chunk.last + 1 for chunk in chunks[:-1])]
        assert chunks[-1].last == size - 1
        assert chunks[-1].first == plan.last_first
        assert find_fault(plan) == ""
        assert sum(chunk.size for chunk in chunks) == size
        assert [chunk.is_last for chunk in chunks] == [False] * (len(chunks) - 1) + [True]
        assert 1 <= plan.count <= 1000
        assert plan.count == len(chunks) == size // plan.chunk_size
        assert plan.chunk_size <= 64 * MB
        assert plan.chunk_size == size if plan.count == 1 else plan.chunk_size >= 5 * MIB
        assert all(chunk.size == plan.chunk_size for chunk in chunks[:-1])
        assert chunks[-1].size <= 128 * MB
        assert plan.count > 1 or size <= 64 * MB

    @given(sizes, st.data())
    def test_goes_on_with_exactly_what_is_missing(self, size: int, data: st.DataObject) -> None:
        start = data.draw(st.integers(0, size))

        left = list(plan_upload(size).chunks(start=start))

        every = list(plan_upload(size).chunks())
        assert left == every[len(every) - len(left) :]
        assert all(chunk.last >= start for chunk in left)
        assert len(left) == len(every) or every[-len(left) - 1].last < start

    @pytest.mark.parametrize("size", [0, -1, MAX_VIDEO_SIZE + 1])
    def test_refuses_what_tiktok_cannot_take(self, size: int) -> None:
        with pytest.raises(ValueError, match="TikTok takes"):
            plan_upload(size)


class TestFindFault:
    def test_accepts_tiktoks_own_example(self) -> None:
        plan = UploadPlan(50_000_123, 10_000_000, 5)

        assert find_fault(plan) == ""
        assert [chunk.size for chunk in plan.chunks()] == [10_000_000] * 4 + [10_000_123]

    @given(sizes, st.integers(-5, 70 * MIB), st.integers(-1, 1001))
    def test_finds_nothing_only_in_plans_that_keep_every_rule(self, size: int, chunk_size: int, count: int) -> None:
        plan = UploadPlan(size, chunk_size, count)

        if not find_fault(plan):
            chunks = list(plan.chunks())
            assert len(chunks) == count == size // chunk_size
            assert all(chunk.size >= 5 * MB or chunk.size == size for chunk in chunks)
            assert all(chunk.size <= 64 * MIB for chunk in chunks[:-1])
            assert chunks[-1].size <= 128 * MIB
            assert count > 1 or size <= 64 * MIB


class TestChunk:
    def test_says_its_range_with_both_ends_included(self) -> None:
        assert Chunk(10_000_000, 19_999_999, 64_000_001).content_range == "bytes 10000000-19999999/64000001"

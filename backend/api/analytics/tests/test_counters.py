"""Which samples are believed, and that what they add is neither lost nor counted twice, however time is cut."""

from hypothesis import given
from hypothesis import strategies as st

from api.analytics.counters import HOUR_US, Belief, Chain, Sample, believe, divide, walk


def sample(hours: float, *counters: int) -> Sample:
    return Sample(round(hours * HOUR_US), counters)


def beliefs(*samples: Sample) -> list[Belief]:
    return [belief for _, belief, _ in walk(samples)]


BELIEVED, HELD, RESET = Belief.BELIEVED, Belief.HELD, Belief.RESET


class TestBelief:
    def test_what_grows_or_falls_a_little_is_believed(self) -> None:
        assert beliefs(sample(0, 100, 10), sample(1, 180, 9), sample(2, 150, 12)) == [BELIEVED] * 3

    def test_zeros_once_are_a_glitch(self) -> None:
        assert beliefs(sample(0, 100), sample(1, 0), sample(2, 110)) == [BELIEVED, HELD, BELIEVED]

    def test_less_than_half_twice_an_hour_apart_is_a_new_beginning(self) -> None:
        assert beliefs(sample(0, 100), sample(1, 40), sample(1.5, 41), sample(2, 42)) == [BELIEVED, HELD, HELD, RESET]

    def test_two_odd_ones_that_do_not_agree_are_both_kept_apart(self) -> None:
        assert beliefs(sample(0, 1000), sample(1, 40), sample(3, 400)) == [BELIEVED, HELD, HELD]

    def test_negatives_are_never_believed(self) -> None:
        assert beliefs(sample(0, 100), sample(1, -5), sample(3, -5), sample(4, 120)) == [BELIEVED, HELD, HELD, BELIEVED]

    def test_small_counts_may_fall_as_they_like(self) -> None:
        assert beliefs(sample(0, 500, 3), sample(1, 510, 1)) == [BELIEVED, BELIEVED]

    def test_half_exactly_is_a_loss(self) -> None:
        assert believe(Chain(sample(0, 100)), sample(1, 50))[0] == BELIEVED


def steps_of(values: list[int]) -> list[Sample]:
    return [sample(7 * place, value, value // 3) for place, value in enumerate(values)]


class TestDividing:
    @given(st.lists(st.integers(0, 10**12), min_size=2, max_size=30), st.integers(1, 40))
    def test_nothing_is_lost_however_time_is_cut(self, values: list[int], width: int) -> None:
        samples = steps_of(values)
        bounds = list(range(0, samples[-1].at_us + 2 * width * HOUR_US, width * HOUR_US))
        net, taken = 0, [samples[0]]
        for _, _, step in walk(samples):
            if step is None:
                continue
            shares = divide(step, bounds)
            change = step.after.counters[0] - step.before.counters[0]
            added = sum(share.gains[0] - share.losses[0] for share in shares)
            assert added == (0 if step.is_reset else change)
            assert not any(
                gain and loss for share in shares for gain, loss in zip(share.gains, share.losses, strict=True)
            )
            assert sum(share.resets for share in shares) == int(step.is_reset)
            net += added
            taken.append(step.after)

    def test_is_read_off_the_line_at_midnight(self) -> None:
        [(_, _, step)] = [one for one in walk([sample(20, 100), sample(30, 200)]) if one[2]]
        assert step

        before, after = divide(step, [0, 24 * HOUR_US, 48 * HOUR_US])

        assert (before.gains, after.gains) == ((40,), (60,))
        assert before.covered_us == 4 * HOUR_US

    def test_a_long_gap_is_divided_but_does_not_count_as_looked_at(self) -> None:
        [(_, _, step)] = [one for one in walk([sample(0, 0), sample(72, 720)]) if one[2]]
        assert step

        shares = divide(step, [day * 24 * HOUR_US for day in range(4)])

        assert [share.gains for share in shares] == [(240,)] * 3
        assert [share.covered_us for share in shares] == [0, 0, 0]

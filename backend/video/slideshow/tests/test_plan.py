"""Which picture shows what: counts, weights and stretches add up for every slideshow there can be."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from video.slideshow.plan import BLACK, Layer, Moving, Still, change_frames, mix_all, plan_spans
from video.slideshow.spec import (
    MAX_DURATION_MS,
    MIN_DURATION_MS,
    Encoder,
    Fit,
    Format,
    Motion,
    Music,
    Show,
    Slide,
    Transition,
    read_show,
)

SLIDES = st.builds(
    Slide,
    path=st.just("p.jpg"),
    decoder=st.just("JPEG"),
    duration_ms=st.integers(MIN_DURATION_MS, MAX_DURATION_MS),
    fit=st.sampled_from(Fit),
    motion=st.sampled_from([Motion.NONE, Motion.NONE, Motion.ZOOM_IN, Motion.LEFT]),
)
SHOWS = st.builds(
    Show,
    slides=st.lists(SLIDES, min_size=2, max_size=10).map(tuple),
    format=st.sampled_from(Format),
    transition=st.sampled_from(Transition),
    transition_ms=st.integers(100, 2_000),
)


def show(*durations_ms: int, transition: Transition = Transition.CUT, moving: tuple[int, ...] = ()) -> Show:
    slides = tuple(
        Slide("p", "JPEG", duration_ms, motion=Motion.ZOOM_IN if index in moving else Motion.NONE)
        for index, duration_ms in enumerate(durations_ms)
    )
    return Show(slides, transition=transition)


@given(SHOWS)
def test_every_picture_is_planned_once(any_show: Show) -> None:
    mixes, spans = list(mix_all(any_show)), plan_spans(any_show)

    total_ms = sum(slide.duration_ms for slide in any_show.slides)
    assert len(mixes) == any_show.frames == round(total_ms * 30 / 1000)
    counts = [span.frames if isinstance(span, Still) else len(span.mixes) for span in spans]
    assert sum(counts) == any_show.frames
    assert min(counts) > 0


@given(SHOWS)
def test_every_photo_is_seen_alone_for_half_its_time_at_least(any_show: Show) -> None:
    alone = [mix.top.slide for mix in mix_all(any_show) if mix.under is None and mix.top.slide != BLACK]

    for index, (start, end) in enumerate(pairwise(any_show.starts)):
        assert alone.count(index) >= (end - start) // 2 - 1
        assert alone.count(index) == end - start - change_frames(any_show, index)


@given(SHOWS)
def test_a_still_photo_fades_only_from_a_still_one(any_show: Show) -> None:
    for before, span in pairwise(plan_spans(any_show)):
        if isinstance(span, Still) and span.fade:
            assert isinstance(before, Still)
            assert span.frames >= span.fade + 2


@given(SHOWS)
def test_a_moving_slide_never_jumps(any_show: Show) -> None:
    seen: dict[int, list[Layer]] = {}
    for mix in mix_all(any_show):
        for layer in (mix.top, mix.under):
            if layer and layer.slide != BLACK:
                seen.setdefault(layer.slide, []).append(layer)
    for layers in seen.values():
        places = sorted({layer.at for layer in layers})
        assert places == list(range(places[0], places[-1] + 1))
        assert len({layer.of for layer in layers}) == 1
        assert places[-1] < layers[0].of


def test_a_cut_needs_no_change() -> None:
    assert plan_spans(show(3000, 2000)) == [Still(0, 90), Still(1, 60)]


def test_a_crossfade_takes_its_time_from_the_later_photo() -> None:
    assert plan_spans(show(3000, 3000, transition=Transition.CROSSFADE)) == [Still(0, 90), Still(1, 90, fade=15)]


def test_a_dip_goes_through_black() -> None:
    spans = plan_spans(show(3000, 3000, transition=Transition.DIP_TO_BLACK))

    assert spans == [Still(0, 90), Still(BLACK, 8, fade=6), Still(1, 82, fade=6)]


def test_a_fade_out_of_a_moving_slide_is_encoded_and_no_more_than_that() -> None:
    first, fade, rest = plan_spans(show(2000, 2000, transition=Transition.CROSSFADE, moving=(0,)))

    assert isinstance(first, Moving)
    assert isinstance(fade, Moving)
    assert (len(first.mixes), len(fade.mixes), rest) == (60, 15, Still(1, 45))


def test_rounding_does_not_add_up() -> None:
    assert show(*[1_016] * 10).frames == round(10_160 * 30 / 1000)


@pytest.mark.parametrize("music", [None, Music("m.mp3", "mp3", start_ms=500)])
@given(SHOWS)
def test_goes_to_the_child_and_comes_back_as_it_was(music: Music | None, any_show: Show) -> None:
    sent = Show(any_show.slides, any_show.format, any_show.transition, any_show.transition_ms, music, Encoder.X264)

    assert read_show(sent.to_json()) == sent

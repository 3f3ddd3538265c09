"""Daily series, foretold fourteen days ahead again and again: real ones, and made-up followers."""

import csv
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from bench.insights.levels_world import make_followers
from bench.insights.scoring import Values
from insight.forecast import Forecast, forecast_daily, forecast_level

DATA = Path(__file__).with_name("data")
HISTORY, AHEAD, WEEK = 180, 14, 7
STEPS = {"hyndsight": 7, "peyton_manning": 30, "wikipedia_r": 30, "pedestrians": 15}  # days between two trials
IN_LOGARITHMS = ("peyton_manning", "wikipedia_r")
MADE_UP = 60  # accounts
TIMED = 20
Figures = dict[str, object]
Foretell = Callable[[Sequence[float], int], Forecast]


@dataclass(frozen=True, slots=True)
class Trial:
    """One stretch: errors as shares of the history's own step from week to week (MASE), and the share within the band."""

    ours: float
    seasonal: float
    last: float
    drift: float
    within: float


def measure_series() -> Figures:
    """Return mean errors over all stretches of all real series, and what an account's forecasts take."""
    by_series = {name: list(_try_all(load(name), STEPS[name], forecast_daily)) for name in STEPS}
    mean = _means(trial for trials in by_series.values() for trial in trials)
    ratios = {name: _ratio(_means(trials)) for name, trials in by_series.items()}
    return {
        "mase": round(mean["ours"], 3),
        "mase_seasonal_naive": round(mean["seasonal"], 3),
        "mase_last_value": round(mean["last"], 3),
        "mase_drift": round(mean["drift"], 3),
        "mase_ratio": _ratio(mean),
        "mase_ratio_by_series": ratios,
        "coverage80": round(mean["within"], 3),
        "coverage80_by_series": {name: round(_means(trials)["within"], 3) for name, trials in by_series.items()},
        "forecast_ms_an_account": _time_account(),
        "forecast_trials": sum(map(len, by_series.values())),
    }


def measure_followers(*, seed: int) -> Figures:
    """Return the same for made-up followers. No bar is set on these."""
    series = make_followers(seed, accounts=MADE_UP, days=HISTORY + AHEAD + 1)
    mean = _means(trial for one in series for trial in _try_all(one, AHEAD, forecast_level))
    return {
        "followers_mase": round(mean["ours"], 3),
        "followers_mase_seasonal_naive": round(mean["seasonal"], 3),
        "followers_mase_last_value": round(mean["last"], 3),
        "followers_mase_drift": round(mean["drift"], 3),
        "followers_coverage80": round(mean["within"], 3),
    }


def _means(trials: Iterable[Trial]) -> dict[str, float]:
    known = list(trials)
    return {name: float(np.mean([getattr(trial, name) for trial in known])) for name in Trial.__slots__}


def _ratio(mean: dict[str, float]) -> float:
    return round(mean["ours"] / mean["seasonal"], 3)


def _try_all(whole: Values, step: int, foretell: Foretell) -> Iterator[Trial]:
    for start in range(HISTORY, len(whole) - AHEAD, step):
        history, future = whole[start - HISTORY : start], whole[start : start + AHEAD]
        scale = float(np.mean(np.abs(history[WEEK:] - history[:-WEEK])))
        if scale > 0:
            yield _try(history, future, scale, foretell)


def _try(history: Values, future: Values, scale: float, foretell: Foretell) -> Trial:
    seen = foretell(history.tolist(), AHEAD)
    a_day = (history[-1] - history[0]) / (HISTORY - 1)
    guesses = (
        np.array(seen.middle),
        np.tile(history[-WEEK:], AHEAD // WEEK),
        np.full(AHEAD, history[-1]),
        history[-1] + a_day * np.arange(1, AHEAD + 1),
    )
    within = (future >= np.array(seen.low)) & (future <= np.array(seen.high))
    ours, seasonal, last, drift = (float(np.mean(np.abs(future - one))) / scale for one in guesses)
    return Trial(ours, seasonal, last, drift, float(np.mean(within)))


def _time_account() -> float:
    """Return what an account's two forecasts take, views and followers, in milliseconds of one core."""
    history = load("hyndsight")[:HISTORY].tolist()
    began = time.process_time()
    for _ in range(TIMED):
        forecast_daily(history, AHEAD)
        forecast_level(history, AHEAD)
    return round(1000 * (time.process_time() - began) / TIMED, 1)


def load(name: str) -> Values:
    """Return a series, a value a day; days that are missing are read off the straight line between their neighbours."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1:]
    if name == "hyndsight":
        return np.array([float(value) for _, _, value in rows])
    told = {date.fromisoformat(day): float(value) for day, value in rows if value}
    first = min(told)
    days = np.array([(day - first) // timedelta(days=1) for day in sorted(told)])
    values = np.array([told[day] for day in sorted(told)])
    whole = np.interp(np.arange(days[-1] + 1), days, np.exp(values) if name in IN_LOGARITHMS else values)
    return np.asarray(whole, np.float64)

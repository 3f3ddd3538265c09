"""Real daily series, foretold fourteen days ahead again and again, against what the same weekday was last week."""

import csv
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from bench.insights.scoring import Values
from insight.forecast import forecast_daily

DATA = Path(__file__).with_name("data")
HISTORY, AHEAD, WEEK = 180, 14, 7
STEPS = {"hyndsight": 14, "peyton_manning": 90, "wikipedia_r": 90, "pedestrians": 60}  # days between two trials
IN_LOGARITHMS = ("peyton_manning", "wikipedia_r")
Figures = dict[str, object]


@dataclass(frozen=True, slots=True)
class Trial:
    """One stretch: errors as shares of the history's own step from week to week (MASE), and the share within the band."""

    ours: float
    seasonal: float
    last: float
    within: float


def measure_series() -> Figures:
    """Return mean errors over all stretches of all series, and what one forecast takes."""
    began, trials = time.process_time(), [trial for name in STEPS for trial in _try(name)]
    took = time.process_time() - began
    mean = {name: float(np.mean([getattr(trial, name) for trial in trials])) for name in Trial.__slots__}
    return {
        "mase": round(mean["ours"], 3),
        "mase_seasonal_naive": round(mean["seasonal"], 3),
        "mase_last_value": round(mean["last"], 3),
        "mase_ratio": round(mean["ours"] / mean["seasonal"], 3),
        "coverage80": round(mean["within"], 3),
        "forecast_cpu_ms": round(1000 * took / len(trials), 1),
        "forecast_trials": len(trials),
    }


def _try(name: str) -> Iterator[Trial]:
    whole = load(name)
    for start in range(HISTORY, len(whole) - AHEAD, STEPS[name]):
        history, future = whole[start - HISTORY : start], whole[start : start + AHEAD]
        scale = float(np.mean(np.abs(history[WEEK:] - history[:-WEEK])))
        if scale == 0:
            continue
        seen = forecast_daily(history.tolist(), AHEAD)
        guesses = (np.array(seen.middle), np.tile(history[-WEEK:], AHEAD // WEEK), np.full(AHEAD, history[-1]))
        ours, seasonal, last = (float(np.mean(np.abs(future - guess))) / scale for guess in guesses)
        within = (future >= np.array(seen.low)) & (future <= np.array(seen.high))
        yield Trial(ours, seasonal, last, float(np.mean(within)))


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

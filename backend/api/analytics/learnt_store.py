"""What is learnt from all accounts, kept in the database and read back."""

import io
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

import numpy as np

from api.analytics.ages import AGES_H
from api.analytics.models import Learnt, LearntKind
from insight.best_times import FleetWeek, Shape
from insight.early import AgeModel, EarlyModel
from insight.viral_score import UNKNOWN_FLEET, Fleet, RatePrior


def keep_viral(fleets: Mapping[int, Fleet], *, now: datetime) -> None:
    """Keep what is usual at each age, by its place in AGES_H."""
    _keep(LearntKind.VIRAL, {str(AGES_H[place]): asdict(fleet) for place, fleet in fleets.items()}, now=now)


def read_viral() -> dict[int, Fleet]:
    """Return what is usual, by place in AGES_H; UNKNOWN_FLEET where nothing was learnt yet."""
    found = _read(LearntKind.VIRAL)
    payload: dict[str, Any] = found.payload if found else {}
    return {
        place: _fleet_of(payload[str(age)]) if str(age) in payload else UNKNOWN_FLEET
        for place, age in enumerate(AGES_H)
    }


def _fleet_of(told: dict[str, Any]) -> Fleet:
    rates = {name: RatePrior(**told[name]) for name in ("shares", "engagement")}
    return Fleet(**{**told, **rates})


def keep_week(fleet: FleetWeek, *, now: datetime) -> None:
    file = io.BytesIO()
    np.savez_compressed(file, curve=fleet.curve, covariance=fleet.covariance.astype(np.float32))
    payload = {"shape": asdict(fleet.shape), "widening": fleet.widening, "accounts": fleet.accounts}
    _keep(LearntKind.WEEK, payload, now=now, blob=file.getvalue())


def read_week() -> FleetWeek | None:
    found = _read(LearntKind.WEEK)
    if found is None or found.blob is None:
        return None
    with np.load(io.BytesIO(bytes(found.blob)), allow_pickle=False) as arrays:
        curve, covariance = arrays["curve"], arrays["covariance"].astype(np.float64)
    told = found.payload
    return FleetWeek(curve, covariance, Shape(**told["shape"]), told["widening"], told["accounts"])


def keep_early(models: Iterable[EarlyModel], *, now: datetime) -> None:
    """Keep the models of early views, one for each age from which on posts may be known."""
    payload = {
        str(model.since): {
            "ages": {str(age): asdict(one) for age, one in model.ages.items()},
            "examples": model.examples,
        }
        for model in models
    }
    _keep(LearntKind.EARLY, payload, now=now)


def read_early() -> dict[int, EarlyModel]:
    """Return the models of early views, by the place of the age from which on they need a post to be known."""
    found = _read(LearntKind.EARLY)
    payload: dict[str, Any] = found.payload if found else {}
    return {
        int(since): EarlyModel(
            {int(age): AgeModel(**_tuples(one)) for age, one in told["ages"].items()}, told["examples"], int(since)
        )
        for since, told in payload.items()
    }


def _tuples(told: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in told.items()}


def _keep(kind: LearntKind, payload: dict[str, Any], *, now: datetime, blob: bytes | None = None) -> None:
    Learnt.objects.update_or_create(kind=kind, defaults={"payload": payload, "blob": blob, "learnt_at": now})


def _read(kind: LearntKind) -> Learnt | None:
    return Learnt.objects.filter(kind=kind).first()

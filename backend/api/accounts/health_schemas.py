"""How TikTok does, as it looks from outside."""

from datetime import datetime

from ninja import Schema

from api.accounts.health_services import Health
from core.sentences.answer import Sentence


class OutageOut(Schema):
    """A group of calls (such as `posting`) that TikTok does not answer for one app, and what that means."""

    app: str
    group: str
    since: datetime
    sentence: Sentence


class LimiterOut(Schema):
    """`degraded_since` is set while Valkey is away; posting is slower then, so that TikTok's limits still hold."""

    degraded_since: datetime | None


class HealthOut(Schema):
    """How TikTok does for this workspace; without troubles all is well."""

    troubles: list[OutageOut]
    limiter: LimiterOut

    @classmethod
    def of(cls, health: Health) -> "HealthOut":
        troubles = [OutageOut.model_validate(trouble) for trouble in health.troubles]
        return cls(troubles=troubles, limiter=LimiterOut(degraded_since=health.degraded_since))

"""
What analytics does by itself at night: months made and let go, a part proved, things learnt, forecasts kept and judged.

Celery imports this in every worker: what it takes (numpy, above all) is imported by who does it.
"""

import logging

from celery import shared_task
from django.utils import timezone

from core.slots import take_slots

logger = logging.getLogger(__name__)

JOB = "analytics_nightly"


@shared_task(name="analytics.keep_months")
def keep_months(**_: object) -> None:
    """Make the months ahead, and find room for what came before its month was made."""
    from api.analytics.partitions import fill_gaps, make_partitions

    now = timezone.now()
    made = make_partitions(since=now, now=now) + fill_gaps()
    if made:
        logger.info("made %s", ", ".join(made))


@shared_task(name="analytics.let_go")
def let_go(**_: object) -> None:
    """Let go of samples and hours that nobody wants to keep any longer."""
    from api.analytics.retention_services import apply_retention

    if _is_mine("let go"):
        logger.info("let go of %d months of samples", apply_retention(now=timezone.now()))


@shared_task(name="analytics.audit")
def audit(**_: object) -> None:
    """Prove a hundredth of the accounts."""
    from api.analytics.audit_services import audit_some

    if _is_mine("audit"):
        logger.info("proved a hundredth of the accounts: %d cells differed", len(audit_some(now=timezone.now())))


@shared_task(name="analytics.forecast")
def forecast(**_: object) -> None:
    """Judge forecasts whose days have come, and keep new ones."""
    from api.analytics.forecast_services import judge_forecasts, keep_forecasts

    if _is_mine("forecast"):
        now = timezone.now()
        logger.info("judged %d forecasts", judge_forecasts(now=now))
        logger.info("kept %d forecasts", keep_forecasts(now=now))


@shared_task(name="analytics.learn")
def learn(**_: object) -> None:
    """Learn anew what all accounts have in common."""
    from api.analytics.learn_services import learn_all

    if _is_mine("learn"):
        learn_all(now=timezone.now())


@shared_task(name="analytics.move_zone")
def move_zone(*, workspace_id: str, **_: object) -> None:
    """Count the days of a workspace's accounts by the zone it has now."""
    from api.analytics.rebuild_services import move_workspace

    move_workspace(workspace_id)


def _is_mine(work: str) -> bool:
    """Take tonight's work, unless another clock has had it taken already."""
    return bool(take_slots(JOB, [f"{work} {timezone.now().date().isoformat()}"]))

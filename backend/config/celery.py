"""Celery: the queues, the beat table, and when a process counts as ready. Messages are hints; PostgreSQL is the truth."""

import gc
import os
from pathlib import Path

from celery import Celery
from celery.schedules import crontab
from celery.signals import (
    setup_logging,
    worker_before_create_process,
    worker_init,
    worker_process_init,
    worker_process_shutdown,
    worker_ready,
)

from core.tempo import paced

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

app = Celery("carillon")
app.config_from_object("config.celery_settings")
app.autodiscover_tasks(related_name="tasks")

app.conf.beat_schedule = {
    "check_scheduled_posts": {"task": "scheduling.check_scheduled_posts", "schedule": paced(60.0)},
    "spawn_series": {"task": "scheduling.spawn_series", "schedule": crontab(minute="*/15")},
    "keep_hours": {"task": "scheduling.keep_hours", "schedule": crontab(hour="3", minute="40")},
    "check_webhooks": {"task": "publishing.check_webhooks", "schedule": paced(60.0)},
    "sync_all_accounts": {"task": "analytics.sync_all_accounts", "schedule": paced(60.0)},
    "keep_months": {"task": "analytics.keep_months", "schedule": crontab(minute="23")},
    "let_go_of_samples": {"task": "analytics.let_go", "schedule": crontab(hour="4", minute="20")},
    "audit_rollups": {"task": "analytics.audit", "schedule": crontab(hour="4", minute="30")},
    "keep_forecasts": {"task": "analytics.forecast", "schedule": crontab(hour="4", minute="40")},
    "learn_of_fleet": {"task": "analytics.learn", "schedule": crontab(hour="4", minute="50")},
    "warn_of_ends": {"task": "accounts.warn_of_ends", "schedule": crontab(minute="7")},
    "send_mail": {"task": "notifications.send_mail", "schedule": paced(30.0)},
    "write_digests": {"task": "notifications.write_digests", "schedule": crontab(minute="*/15")},
    "forget_old_news": {"task": "notifications.forget_old_news", "schedule": crontab(hour="3", minute="40")},
    "drop_abandoned_uploads": {"task": "media.drop_abandoned_uploads", "schedule": crontab(minute="17")},
    "sweep_deleted_media": {"task": "media.sweep_deleted", "schedule": paced(300.0)},
    "drop_unused_videos": {"task": "slideshows.drop_unused_videos", "schedule": crontab(hour="4", minute="10")},
    "check_overdue_slideshows": {"task": "slideshows.check_overdue_slideshows", "schedule": paced(15.0)},
    "check_overdue_exports": {"task": "exports.check_overdue_exports", "schedule": paced(15.0)},
    "drop_expired_exports": {"task": "exports.drop_expired_exports", "schedule": crontab(minute="*/10")},
    "write_reports": {"task": "reports.write_reports", "schedule": crontab(minute="*/15")},
    "send_reports": {"task": "reports.send_reports", "schedule": paced(60.0)},
    "check_overdue_media": {"task": "media.check_overdue_media", "schedule": paced(60.0)},
}


@setup_logging.connect
def keep_our_logging(**_: object) -> None:
    """Use Django's LOGGING; a connected handler keeps Celery from installing its own."""


@worker_init.connect
def prepare(**_: object) -> None:
    """Refuse to start on a database that may forget what it has confirmed; read once what every child needs."""
    from config import publish_process
    from tiktok.http import trusted_authorities

    publish_process.require_durable_store()
    trusted_authorities()


@worker_before_create_process.connect
def share_memory(**_: object) -> None:
    """Leave what is loaded so far to the children as it is: a collection in each would make every page its own."""
    gc.collect()
    gc.freeze()


@worker_process_init.connect
def begin_sending(**_: object) -> None:
    """Give a publish worker's child its sender threads and its sweeper."""
    if "publish" in app.amqp.queues.consume_from:
        from config import publish_process

        publish_process.begin()


@worker_process_shutdown.connect
def end_sending(**_: object) -> None:
    """Finish what is under way, or let it go."""
    from config import publish_process

    publish_process.end()


@worker_ready.connect
def say_ready(**_: object) -> None:
    """Write CARILLON_READY_FILE, which the launcher waits for: neither a worker nor the clock has a port to ask."""
    if path := os.environ.get("CARILLON_READY_FILE"):
        Path(path).write_text(str(os.getpid()))

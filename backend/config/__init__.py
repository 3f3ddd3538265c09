"""How a process is put together. Importing it makes our Celery app the current one, for whoever queues a task."""

from config.celery import app as celery_app

__all__ = ["celery_app"]

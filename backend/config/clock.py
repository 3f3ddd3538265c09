"""
The clock: `python -m config.clock SCHEDULE_FILE` queues what the beat table says, and knows nothing else of the product.

Celery's own `beat` command imports every task first, and Django's models with them, to send their names: fifty megabytes for a
table of a dozen lines.
"""

import logging.config
import signal
import sys
from types import FrameType

from celery.beat import Service
from django.conf import settings

from config.celery import app, say_ready


def main(schedule_file: str) -> None:
    """Queue what is due until somebody asks it to stop; when it last did is kept in the file."""
    logging.config.dictConfig(settings.LOGGING)
    signal.signal(signal.SIGTERM, _stop)
    say_ready()
    Service(app=app, schedule_filename=schedule_file).start()


def _stop(_: int, __: FrameType | None) -> None:
    raise SystemExit  # out of the sleep it is in; the service writes its file then


if __name__ == "__main__":
    main(sys.argv[1])

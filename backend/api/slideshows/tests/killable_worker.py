"""
A worker for tests that is killed again and again: `python -m api.slideshows.tests.killable_worker`.

It prints the process id of the worker at work. When that one dies another takes its place at once, as Celery's would.
"""

import os
import sys
import time

import django


def work() -> None:
    """Make whatever slideshow is to be made, for ever."""
    from django.utils import timezone

    from api.slideshows import conversion, rendering
    from api.slideshows.models import Slideshow, SlideshowStatus

    rendering.sweep_scratch()
    while True:
        waiting = Slideshow.objects.filter(status=SlideshowStatus.PENDING).values_list("pk", flat=True)
        for slideshow_id in [*waiting, *conversion.list_overdue(now=timezone.now())]:
            rendering.run(slideshow_id)
        time.sleep(0.02)


if __name__ == "__main__":
    django.setup()
    while True:
        worker = os.fork()
        if not worker:
            work()
        sys.stdout.write(f"{worker}\n")
        sys.stdout.flush()
        os.waitpid(worker, 0)

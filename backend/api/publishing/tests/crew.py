"""Several workers at once, who keep to the pauses in the rows; and a TikTok that is down."""

import random
import socket
import threading
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.db.models.functions import Now
from django.test import override_settings

from api.accounts import gate, gateway
from api.publishing.models import Publication, State
from api.publishing.models.publication_model import CLAIMABLE
from api.publishing.sending import send
from api.publishing.tests.conftest import forget_connection
from tiktok.rate_limiter import pace_of


@contextmanager
def short_windows(seconds: float) -> Iterator[None]:
    """Count calls in windows this long in place of minutes; the sandbox has to be told apart."""
    pace = pace_of(window_s=seconds, margin_s=0.05)
    with override_settings(TIKTOK_PACE=pace):
        gate.forget()
        yield
    gate.forget()


def let_work(*, workers: int = 3, limit_s: float = 300.0, at_once: Collection[State] = ()) -> None:
    """
    Let workers take what is due, in any order, until nothing is on its way.

    :param at_once: states in which a pause is not waited for, so that only the line keeps the order
    """
    give_up_at = time.monotonic() + limit_s
    gateway.connection()  # one for all of them

    def work(number: int) -> None:
        try:
            while time.monotonic() < give_up_at and Publication.objects.filter(state__in=CLAIMABLE).exists():
                take_any(at_once, worker=f"worker-{number}")
        finally:
            connection.close()

    crew = [threading.Thread(target=work, args=(number,)) for number in range(workers)]
    for one in crew:
        one.start()
    for one in crew:
        one.join()


def take_any(at_once: Collection[State], *, worker: str) -> None:
    Publication.objects.filter(state__in=at_once, next_try_at__gt=Now()).update(next_try_at=Now())
    due = list(Publication.objects.filter(state__in=CLAIMABLE, next_try_at__lte=Now()).values_list("pk", flat=True))
    if due:
        send(random.choice(due), worker=worker)
    else:
        time.sleep(0.02)


def send_each(publications: Collection[Publication]) -> None:
    """Send each once, whatever pause it is in; the last due first."""
    for publication in reversed(list(publications)):
        Publication.objects.filter(pk=publication.pk, state__in=CLAIMABLE).update(next_try_at=Now())
        send(publication.pk, worker="w")


def states(publications: Collection[Publication]) -> dict[UUID, str]:
    return dict(Publication.objects.filter(pk__in=[each.pk for each in publications]).values_list("pk", "state"))


@dataclass
class DownServer:
    """A TikTok that takes every request and answers 500, or hangs up."""

    answer: bytes
    asked: list[str] = field(default_factory=list)
    listener: socket.socket = field(default_factory=lambda: socket.create_server(("127.0.0.1", 0)))

    def serve(self) -> None:
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            with client:
                self.asked.append(client.recv(65536).partition(b" HTTP")[0].decode())
                client.sendall(self.answer)


@contextmanager
def tiktok_down(*, answers: bool) -> Iterator[DownServer]:
    """Put a server in TikTok's place that is of no use."""
    said = b"HTTP/1.1 500 Oops\r\nContent-Length: 0\r\nConnection: close\r\n\r\n" if answers else b""
    server = DownServer(said)
    thread = threading.Thread(target=server.serve, daemon=True)
    thread.start()
    url = f"http://127.0.0.1:{server.listener.getsockname()[1]}"
    with override_settings(TIKTOK=replace(settings.TIKTOK, api_url=url)):
        forget_connection()
        yield server
        forget_connection()
    server.listener.shutdown(socket.SHUT_RDWR)
    server.listener.close()
    thread.join(5)

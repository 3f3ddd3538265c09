"""The questions over HTTP, from the API's own server as `make up` starts it: how long a client waits."""

import http.client
import threading
import time
from collections.abc import Callable
from itertools import islice
from uuid import UUID

from django.db import connection

from api.analytics.models import VideoState
from bench.analytics.asking import at_share, make_token
from bench.analytics.questions import QUESTIONS, Asker, Question, Subject, pick_subjects

ROUNDS, REQUESTS, WIDE_REQUESTS = 4, 40, 12
CLIENTS, EACH = 8, 8
SEED = 5
Way = Callable[["Caller", Question, Subject], float]


class Caller:
    """A signed-in client with a connection that stays open."""

    def __init__(self, port: int, asker: Asker) -> None:
        self._http = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self._headers = {"Authorization": f"Bearer {make_token(asker)}"}
        self._asker = asker

    def get(self, question: Question, subject: Subject) -> tuple[float, str]:
        """Return for how many ms the answer let wait, and where it was found."""
        began = time.perf_counter()
        self._http.request("GET", f"/api/v1/analytics/{question.address(subject)}", headers=self._headers)
        answer = self._http.getresponse()
        body = answer.read()
        took = (time.perf_counter() - began) * 1000
        assert answer.status == 200, body[:500]
        return took, str(answer.headers["Carillon-Cache"])

    def touch(self, question: Question, subject: Subject) -> None:
        """Make every answer about what is asked an old one, as a look at TikTok does."""
        with connection.cursor() as cursor:
            if not question.is_of_all:
                cursor.execute(
                    "UPDATE analytics_accountstate SET version = version + 1 WHERE account_id = ANY(%s)",
                    [[subject.account_id, _owner_of(subject.video_id)]],
                )
            cursor.execute(
                "UPDATE analytics_workspacestate SET version = version + 1 WHERE workspace_id = %s",
                [self._asker.workspace.pk],
            )


def _owner_of(video_id: UUID) -> UUID:
    return VideoState.objects.values_list("account_id", flat=True).get(pk=video_id)


def miss(caller: Caller, question: Question, subject: Subject) -> float:
    caller.touch(question, subject)
    took, found = caller.get(question, subject)
    assert found != "hit"
    return took


def hit(caller: Caller, question: Question, subject: Subject) -> float:
    caller.get(question, subject)
    took, found = caller.get(question, subject)
    assert found == "hit"
    return took


def time_requests(asker: Asker, port: int) -> dict[str, dict[str, dict[str, float]]]:
    """Return p50 and p95 in ms, by way and question, of the quietest of some rounds (`asking.time_statements`)."""
    found: dict[str, dict[str, list[list[float]]]] = {way: {} for way in ("miss", "hit", "eight")}
    for _ in range(ROUNDS):
        caller = Caller(port, asker)
        for question in QUESTIONS:
            for name, way in (("miss", miss), ("hit", hit)):
                found[name].setdefault(question.name, []).append(_alone(caller, way, question, asker))
            found["eight"].setdefault(question.name, []).append(_together(asker, port, question))
    return {
        share: {
            way: {name: min(at_share(one, level) for one in rounds) for name, rounds in questions.items()}
            for way, questions in found.items()
        }
        for share, level in (("p50", 0.5), ("p95", 0.95))
    }


def _alone(caller: Caller, way: Way, question: Question, asker: Asker) -> list[float]:
    count = WIDE_REQUESTS if question.is_wide else REQUESTS
    return [way(caller, question, subject) for subject in islice(pick_subjects(asker, seed=SEED), count)]


def _together(asker: Asker, port: int, question: Question) -> list[float]:
    """Have eight clients ask at once; each makes the answers it is about to ask for old ones."""
    times = list[float]()

    def work(seed: int) -> None:
        caller = Caller(port, asker)
        for subject in islice(pick_subjects(asker, seed=seed), EACH):
            caller.touch(question, subject)
            times.append(caller.get(question, subject)[0])  # another client may have asked for the same meanwhile
        connection.close()

    threads = [threading.Thread(target=work, args=(SEED + number,)) for number in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(times) == CLIENTS * EACH
    return times

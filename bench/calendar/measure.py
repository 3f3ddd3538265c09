"""What is asked of the API: how long a client waits, and how many statements that is; and the same as it is often written."""

import http.client
import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any
from zoneinfo import ZoneInfo

import django

django.setup()

from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.utils import timezone  # noqa: E402

from api.media.schemas import MediaAssetOut  # noqa: E402
from api.posts.models import Post  # noqa: E402
from api.publishing.schemas import PublicationOut  # noqa: E402
from api.users.services import open_session  # noqa: E402
from api.workspaces.models import Membership, Workspace  # noqa: E402
from bench.calendar import world  # noqa: E402

ROUNDS, NAIVE_ROUNDS = 60, 2


def main() -> int:
    """Fill, ask, and write what was found to the file that is named."""
    began = time.perf_counter()
    workspace = world.fill()
    print(f"{world.ACCOUNTS} accounts with {world.EACH:,} posts each ({time.perf_counter() - began:.0f} s)", flush=True)
    user = Membership.objects.get(workspace=workspace).user
    token = open_session(user=user, user_agent="benchmark", now=timezone.now()).access_token
    today = datetime.now(ZoneInfo(user.time_zone)).date()
    found: dict[str, Any] = {"accounts": world.ACCOUNTS, "posts": world.ACCOUNTS * world.EACH, "api": {}}
    for name, path in _paths(today).items():
        found["api"][name] = {**_time(path, token), "queries": _count(path, token)}
    found["naive"] = {
        "calendar_month": _naive(lambda: _month_post_by_post(workspace, today)),
        "home": _naive(lambda: _seven_lists(token)),
    }
    _show(found)
    Path(sys.argv[1]).write_text(json.dumps(found), "utf-8")
    return 0


def _paths(today: date) -> dict[str, str]:
    """Return what the web app asks for, as it asks (features/scheduling/calendar/day-posts.ts)."""
    first = today.replace(day=1)
    monday = first - timedelta(days=first.weekday())
    week = today - timedelta(days=today.weekday())
    return {
        "calendar_month": f"calendar?from={monday}&to={monday + timedelta(days=34)}&per_day=4",
        "calendar_week": f"calendar?from={week}&to={week + timedelta(days=6)}&per_day=20",
        "calendar_day": f"calendar?from={today}&to={today}",
        "calendar_agenda": f"calendar?from={today}&to={today + timedelta(days=13)}&per_day=20",
        "home": "home",
        "dashboard": "analytics/dashboard?range=7d",
    }


def _time(path: str, token: str) -> dict[str, float]:
    connection_to = http.client.HTTPConnection("127.0.0.1", int(os.environ["API_PORT"]), timeout=60)
    times, size = [], 0
    for _ in range(ROUNDS):
        began = time.perf_counter()
        connection_to.request("GET", f"/api/v1/{path}", headers={"Authorization": f"Bearer {token}"})
        answer = connection_to.getresponse()
        body = answer.read()
        times.append((time.perf_counter() - began) * 1000)
        assert answer.status == 200, body[:500]
        size = len(body)
    return {"p50_ms": round(median(times), 1), "p95_ms": round(_at(times, 0.95), 1), "kib": round(size / 1024, 1)}


def _count(path: str, token: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        answer = Client().get(f"/api/v1/{path}", headers={"Authorization": f"Bearer {token}"})
    assert answer.status_code == 200, answer.content[:500]
    return len(captured)


def _naive(ask: Callable[[], None]) -> dict[str, float]:
    times, statements = [], _Statements()
    for _ in range(NAIVE_ROUNDS):
        with connection.execute_wrapper(statements):
            began = time.perf_counter()
            ask()
            times.append((time.perf_counter() - began) * 1000)
    return {"p50_ms": round(median(times), 1), "queries": statements.count // NAIVE_ROUNDS}


class _Statements:
    """Counts statements; Django's own log of them ends at 9,000."""

    count = 0

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, many: Any, context: Any) -> Any:
        self.count += 1
        return execute(sql, params, many, context)


def _month_post_by_post(workspace: Workspace, today: date) -> None:
    """Read a month as it is often written: every post of it whole, and each one's media and accounts when they are shown."""
    posts = Post.objects.filter(
        workspace=workspace, deleted_at=None, due_at__date__gte=today.replace(day=1), due_at__date__lt=_next(today)
    )
    shown = [
        {
            "caption": post.caption,
            "media": [MediaAssetOut.of(place.asset).model_dump() for place in post.places.all()],
            "publications": [PublicationOut.of(one).model_dump() for one in post.publications.all()],
        }
        for post in posts.order_by("due_at")
    ]
    json.dumps(shown, default=str)


def _next(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)


STATUSES = ("needs_you", "failed", "held", "missed", "publishing", "scheduled", "published")


def _seven_lists(token: str) -> None:
    """Read the first page as one list of whole posts a status."""
    client = Client()
    for status in STATUSES:
        answer = client.get(f"/api/v1/posts?status={status}&limit=50", headers={"Authorization": f"Bearer {token}"})
        assert answer.status_code == 200


def _at(times: Sequence[float], share: float) -> float:
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


def _show(found: dict[str, Any]) -> None:
    print("                     p50 ms   p95 ms   queries      KiB")
    for name, one in found["api"].items():
        print(f"  {name:<18}{one['p50_ms']:>8}{one['p95_ms']:>9}{one['queries']:>10}{one['kib']:>9}")
    print("as it is often written, in the process, without HTTP (the first page: one list a status)")
    for name, one in found["naive"].items():
        print(f"  {name:<18}{one['p50_ms']:>8}{'':>9}{one['queries']:>10}", flush=True)


if __name__ == "__main__":
    sys.exit(main())

"""What runs inside the backend: `python -m bench.analytics.inside FOUND SIZE WORK …` adds what it finds to the file FOUND."""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402

from api.analytics.audit_services import pick  # noqa: E402
from api.analytics.learn_services import learn_week  # noqa: E402
from api.analytics.models import AccountState  # noqa: E402
from api.analytics.rebuild_services import verify_account, verify_workspace  # noqa: E402
from api.workspaces.models import Workspace  # noqa: E402
from bench.analytics import asking, export, ingest, naive, over_http, retention, world  # noqa: E402
from bench.analytics.awake import awake  # noqa: E402
from bench.analytics.questions import open_asker  # noqa: E402
from bench.analytics.worked import SIZES  # noqa: E402

PAGES_OF, SUBJECTS, NAIVE_SUBJECTS = 40, 60, 15
Found = dict[str, Any]


def say(text: str) -> None:
    print(text, flush=True)


def build(size: str) -> Found:
    """Fill the database, and have the product prove a part of it."""
    began = time.perf_counter()
    rows = world.fill(SIZES[size], say)
    return {
        "rows": rows,
        "build_s": round(time.perf_counter() - began, 1),
        "bytes": world.measure_bytes(),
        **verify(""),
    }


def verify(_: str) -> Found:
    """Have the product recompute a hundredth of the accounts, one of each workspace among them, and all workspaces' days."""
    ids = list(AccountState.objects.order_by("pk").values_list("pk", flat=True))
    firsts = AccountState.objects.order_by("workspace", "pk").distinct("workspace").values_list("pk", flat=True)
    some = {*pick(ids, night=7), *firsts}
    found = [difference for one in sorted(some) for difference in verify_account(one)]
    found += [difference for one in Workspace.objects.all() for difference in verify_workspace(one.pk)]
    for difference in found[:5]:
        say(f"  differs: {difference}")
    return {"verified": len(some), "differences": len(found)}


def count(_: str) -> Found:
    """Count pages and queries."""
    asker = open_asker("large")
    asking.warm_up(asker)
    return {"pages": asking.count_pages(asker, subjects=PAGES_OF), "queries": asking.count_queries()}


def ask(_: str) -> Found:
    """Time the statements, with everything warm."""
    asker = open_asker("large")
    asking.warm_up(asker)
    with awake():
        p50, p95 = asking.time_statements(asker, subjects=SUBJECTS)
    return {"sql_p50_ms": p50, "sql_p95_ms": p95}


def fill_naively(_: str) -> Found:
    naive.fill()
    return {}


def ask_naively(_: str) -> Found:
    """Time the same questions over the naive tables."""
    with awake():
        return {"naive_p50_ms": naive.time_naive(open_asker("large"), subjects=NAIVE_SUBJECTS)}


def ask_cold(_: str) -> Found:
    """Time the statements right after a start; which subjects is up to the time."""
    asker = open_asker("large")
    return {"cold_ms": [asking.time_cold(asker, seed=time.time_ns())]}


def request(_: str) -> Found:
    """Time requests to the API's server, which learnt what it answers from."""
    asker = open_asker("large")
    learn_week(now=asker.now)
    return {"http_ms": over_http.time_requests(asker, int(os.environ["API_PORT"]))}


def take(_: str) -> Found:
    """Take new samples."""
    return dict(ingest.measure(open_asker("large")))


def prove(_: str) -> Found:
    """Prove and count again, after samples were taken."""
    pages = asking.count_pages(open_asker("large"), subjects=PAGES_OF)
    return {"differences_after_ingest": verify("")["differences"], "pages_after_ingest": pages}


def take_naively(_: str) -> Found:
    return dict(ingest.measure_naive(open_asker("large")))


def write_exports(_: str) -> Found:
    """Export a million samples in every way."""
    found = export.measure_export(
        settings.DATABASES["default"], workspace_id=open_asker("large").workspace.pk, rounds=2, say=say
    )
    return {"export": found, "export_faults": export.find_faults(found)}


def let_go(_: str) -> Found:
    """Let old months go; then prove again."""
    asker = open_asker("large")
    dropped = retention.let_go(asker)
    return {
        "retention_s": dropped.drop_s,
        "retention_keep_s": dropped.keep_s,
        "retention_rows": dropped.rows,
        "charts_stay": dropped.charts,
        "differences_after_retention": verify("")["differences"],
        **retention.let_go_naive(),
    }


WORKS: dict[str, Callable[[str], Found]] = {
    "build": build,
    "count": count,
    "ask": ask,
    "ask-cold": ask_cold,
    "fill-naively": fill_naively,
    "ask-naively": ask_naively,
    "request": request,
    "take": take,
    "prove": prove,
    "take-naively": take_naively,
    "export": write_exports,
    "let-go": let_go,
}


# The machine is not alone: for minutes others may take half of it. What is measured several times counts as it was at the
# quietest; what must not happen counts if it happened once.
LOWEST = {"sql_p50_ms", "sql_p95_ms", "naive_p50_ms", "http_ms", "refresh_p50_ms", "refresh_p95_ms"}
HIGHEST = {"ingest_rows_s", "ingest_rows_s_middle", "replayed", "differences_after_ingest"}


def join(key: str, before: Any, now: Any) -> Any:
    """Return what is known of something that was found before and now."""
    if isinstance(now, list):
        return before + now
    if key in HIGHEST:
        return max(before, now)
    if key not in LOWEST:
        return now
    return {name: join(key, before[name], now[name]) for name in now} if isinstance(now, dict) else min(before, now)


def main(found_file: Path, size: str, works: list[str]) -> None:
    """Do the works in their order, and join what they find to what was found before."""
    found: Found = json.loads(found_file.read_text()) if found_file.exists() else {"postgres": _postgres()}
    for name in works:
        began = time.perf_counter()
        say(f"{name}, load {os.getloadavg()[0]:.1f} …")
        for key, value in WORKS[name](size).items():
            found[key] = join(key, found[key], value) if key in found else value
        say(f"  {name} took {time.perf_counter() - began:.0f} s")
        found_file.write_text(json.dumps(found))


def _postgres() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        return str(cursor.fetchone()[0])


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3:])

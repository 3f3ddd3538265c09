"""What was found, told to a person and as one line of JSON."""

import json
import os
import platform
from collections.abc import Mapping
from typing import Any

from bench.analytics import bars

Found = Mapping[str, Any]


def machine() -> str:
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    return f"{system}, {os.cpu_count()} cores, Python {platform.python_version()}, load {os.getloadavg()[0]:.1f} before"


def tell(size: str, found: Found, smaller: Found | None, *, cache_dropped: bool | None) -> int:
    """Print everything; return 1 when a bar is missed."""
    judged = bars.judge(found, smaller)
    for line in _table(found, smaller):
        print(line)
    for name, is_reached in judged.items():
        print(f"  bar {name:>2}: {'not decided here' if is_reached is None else 'reached' if is_reached else 'MISSED'}")
    print(json.dumps(_as_json(size, found, smaller) | {"cache_dropped": cache_dropped, "bars": judged}))
    return 1 if False in judged.values() else 0


def _table(found: Found, smaller: Found | None) -> list[str]:
    """Return a line a question: pages, milliseconds, and how many times longer the naive way takes."""
    growth, ratios, http = (
        bars.pages_growth(found, smaller),
        bars.ratios(found),
        found.get("http_ms", {}).get("p95", {}),
    )
    cold = bars.cold_of(found) if "cold_ms" in found else {}
    titles = ("pages", "growth", "queries", "p50 ms", "p95 ms", "cold ms", "naive x", "http ms", "hit", "eight")
    lines = [f"  {'':10}" + "".join(f"{title:>9}" for title in titles)]
    for name, (pages, _) in found["pages"].items():
        values = (
            pages,
            growth.get(name),
            found["queries"][name][1],
            found.get("sql_p50_ms", {}).get(name),
            found.get("sql_p95_ms", {}).get(name),
            cold.get(name),
            ratios.get(name),
            *(http.get(way, {}).get(name) for way in ("miss", "hit", "eight")),
        )
        lines.append(f"  {name:10}" + "".join(f"{_short(value):>9}" for value in values))
    return lines


def _short(value: float | None) -> str:
    return "" if value is None else f"{value:,.0f}" if value >= 1_000 or value == int(value) else f"{value:.2f}"


def _as_json(size: str, found: Found, smaller: Found | None) -> dict[str, Any]:
    http = found.get("http_ms", {})
    return {
        "bench": "analytics",
        "size": size,
        "pages": {name: average for name, (average, _) in found["pages"].items()},
        "pages_most": {name: most for name, (_, most) in found["pages"].items()},
        "pages_after_ingest": {name: average for name, (average, _) in found.get("pages_after_ingest", {}).items()}
        or None,
        "pages_growth_10m_1m": bars.pages_growth(found, smaller) or None,
        "sql_p50_ms": found.get("sql_p50_ms"),
        "sql_p50_ms_1m": smaller["sql_p50_ms"] if smaller else None,
        "sql_p95_ms": found.get("sql_p95_ms"),
        "sql_cold_max_ms": bars.cold_of(found) if "cold_ms" in found else None,
        "http_p50_ms": http.get("p50"),
        "http_p95_ms": http.get("p95"),
        "naive_p50_ms": found.get("naive_p50_ms"),
        "ratio_naive": bars.ratios(found) or None,
        "queries": {name: many for name, (_, many) in found["queries"].items()},
        "queries_of_ten": {name: few for name, (few, _) in found["queries"].items()},
        **{name: found.get(name) for name in INGEST},
        **{name: found.get(name) for name in RETENTION},
        "verified_accounts": found["verified"],
        "verify_differences": bars.differences(found),
        "export": found.get("export"),
        "export_faults": found.get("export_faults"),
        "bytes_a_row": found["bytes"],
        "build_s": found["build_s"],
        "cores": os.cpu_count(),
        "postgres": found["postgres"],
        "rows": found["rows"],
    }


INGEST = (
    "ingest_rows_s", "ingest_rows_s_middle", "ingest_naive_rows_s", "refresh_p50_ms", "refresh_p95_ms", "replayed",
)  # fmt: skip
RETENTION = ("retention_s", "retention_keep_s", "retention_rows", "retention_naive_s", "charts_stay")

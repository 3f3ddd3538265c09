"""The bars of analytics (its design, §7, no. 1 to 10): which are reached. None is one that this run cannot decide."""

from collections.abc import Mapping
from typing import Any

SINGLE = ("metrics", "series", "post", "best", "dashboard")
WIDE = ("compare", "fleet")
ASKED = (*SINGLE, "compare")
MOST_QUERIES = {"metrics": 2, "series": 1, "post": 2, "best": 1, "dashboard": 3, "fleet": 3, "compare": 2}
MOST_PAGES, PAGES_GROWTH = 200, 1.05
TIME_GROWTH, QUICK_MS = 1.2, 2.0
SINGLE_MS, COMPARE_MS, COLD_MS = 2.0, 15.0, 150.0
HTTP_MS, HTTP_WIDE_MS, HIT_MS, EIGHT_MS = 30.0, 100.0, 15.0, 400.0
RATIO, RATIO_DASHBOARD = 100.0, 1_000.0
INGEST_ROWS_S, REFRESH_MS = 15_000, 10.0
DROP_S = 2.0

Found = Mapping[str, Any]


def judge(found: Found, smaller: Found | None) -> dict[str, bool | None]:
    """Return for each bar whether it is reached."""
    return {
        "1": _queries(found),
        "2": _pages(found, smaller),
        "3": _time_growth(found, smaller),
        "4": _sql(found),
        "5": _http(found),
        "6": _ratios(found, smaller),
        "7": _equal(found),
        "8": _ingest(found),
        "9": _retention(found),
        "10": None if "export_faults" not in found else not found["export_faults"],
    }


def _queries(found: Found) -> bool:
    return all(few == many <= MOST_QUERIES[name] for name, (few, many) in found["queries"].items())


def _pages(found: Found, smaller: Found | None) -> bool:
    few = all(found["pages"][name][1] <= MOST_PAGES for name in SINGLE)
    return few and all(growth <= PAGES_GROWTH for growth in pages_growth(found, smaller).values())


def pages_growth(found: Found, smaller: Found | None) -> dict[str, float]:
    """Return by how much more pages each question touches in the larger database, on average."""
    pages = {} if smaller is None else smaller["pages"]
    return {name: round(found["pages"][name][0] / few, 3) for name, (few, _) in pages.items()}


def _time_growth(found: Found, smaller: Found | None) -> bool | None:
    if smaller is None or "sql_p50_ms" not in found:
        return None
    pairs = [(smaller["sql_p50_ms"][name], found["sql_p50_ms"][name]) for name in ASKED]
    return all(large <= TIME_GROWTH * small or max(small, large) < QUICK_MS for small, large in pairs)


def _sql(found: Found) -> bool | None:
    if "sql_p95_ms" not in found:
        return None
    p95 = found["sql_p95_ms"]
    warm = all(p95[name] <= SINGLE_MS for name in SINGLE) and p95["compare"] <= COMPARE_MS
    return warm and all(cold_of(found)[name] <= COLD_MS for name in ASKED)


def cold_of(found: Found) -> dict[str, float]:
    """Return the slowest of the answers right after a start."""
    return {name: max(one[name] for one in found["cold_ms"]) for name in found["cold_ms"][0]}


def _http(found: Found) -> bool | None:
    if "http_ms" not in found:
        return None
    p95 = found["http_ms"]["p95"]
    missed = all(p95["miss"][name] <= HTTP_MS for name in SINGLE) and all(
        p95["miss"][name] <= HTTP_WIDE_MS for name in WIDE
    )
    return missed and max(p95["hit"].values()) <= HIT_MS and max(p95["eight"].values()) <= EIGHT_MS


def ratios(found: Found) -> dict[str, float]:
    """Return how many times longer the naive way takes."""
    naive = found.get("naive_p50_ms", {})
    return {name: round(took / found["sql_p50_ms"][name], 1) for name, took in naive.items()}


def _ratios(found: Found, smaller: Found | None) -> bool | None:
    if smaller is None or "naive_p50_ms" not in found:
        return None
    return all(ratio >= (RATIO_DASHBOARD if name == "dashboard" else RATIO) for name, ratio in ratios(found).items())


def differences(found: Found) -> int:
    names = ("differences", "differences_after_ingest", "differences_after_retention", "replayed")
    return sum(found.get(name, 0) for name in names)


def _equal(found: Found) -> bool:
    return differences(found) == 0


def _ingest(found: Found) -> bool | None:
    if "ingest_rows_s" not in found:
        return None
    return bool(found["ingest_rows_s"] >= INGEST_ROWS_S and found["refresh_p95_ms"] <= REFRESH_MS)


def _retention(found: Found) -> bool | None:
    if "retention_s" not in found:
        return None
    return bool(found["retention_s"] <= DROP_S and found["charts_stay"])

"""The measuring itself; `__main__.py` starts what it measures."""

import json
import os
import platform
import sys
import time
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

import django

django.setup()

from django.utils import timezone  # noqa: E402

from api.publishing.models import Publication, PublicationEvent, State  # noqa: E402
from api.publishing.models.publication_model import CLAIMABLE  # noqa: E402
from api.publishing.sending import send  # noqa: E402
from bench.schedule.world import World  # noqa: E402

ACCOUNTS, EACH = 100, 10
LATENCY_S = 0.3
FUTURE, SINGLE, SINGLE_EVERY_S = 10_000, 120, 0.5
SERIAL = 15
AHEAD_S = 30.0
WARM_S = 62.0  # a limiter that was just born keeps to half; this is about a machine that has been up for longer
GIVE_UP_S = 420.0


def main() -> int:
    """Measure everything, print it; return 1 when a post was doubled or lost."""
    say(f"On {machine()}; {ACCOUNTS} accounts, TikTok answers after {LATENCY_S * 1000:.0f} ms")
    world = World(accounts=ACCOUNTS)
    world.be_slow(LATENCY_S)
    serial = serially(world)
    say(f"  one after another, same client   {serial:>6.0f} posts/min")
    figures, made = burst(world)
    say(f"  {len(made)} due in one second         {figures['posts_per_min']:>6.0f} posts/min")
    say(
        f"  out after                          {figures['lag_p50_s']:.1f} s in the middle, {figures['lag_p95_s']:.1f} s p95"
    )
    single = one_by_one(world)
    say(f"  one alone, {FUTURE} waiting, starts  {single['single_p50_s']:.3f} s late in the middle, "
        f"{single['single_p99_s']:.3f} s p99")  # fmt: skip
    doubled, lost = audit(world)
    print(
        json.dumps(
            {"bench": "schedule", **figures, **single, "serial_posts_per_min": serial, "dup": doubled, "lost": lost}
        )
    )
    return 1 if doubled or lost else 0


def burst(world: World) -> tuple[dict[str, float], list[Publication]]:
    """Have a thousand posts due in the same instant; return how long after it they are out."""
    due_at = timezone.now() + timedelta(seconds=WARM_S)
    made: list[Publication] = []
    for number in range(EACH):
        made += world.schedule(world.accounts, due_at=due_at, caption=f"burst {number}")
    wait_for(made, until=due_at)
    # Sent is when TikTok had every byte; when it says "published" is its own affair, and our next look.
    lags = sorted(lags_of(made, State.SUBMITTED, due_at))
    minutes = lags[-1] / 60
    figures = {
        "lag_p50_s": round(at_share(lags, 0.5), 2),
        "lag_p95_s": round(at_share(lags, 0.95), 2),
        "posts_per_min": round(len(lags) / minutes, 1),
        "posts": len(lags),
    }
    return figures, made


def one_by_one(world: World) -> dict[str, float]:
    """Have single posts come due while many wait for later; return how late the first try of each starts."""
    world.fill_the_future(FUTURE)
    first = timezone.now() + timedelta(seconds=AHEAD_S)
    made: list[Publication] = []
    due: dict[UUID, datetime] = {}
    for number in range(SINGLE):
        at = first + timedelta(seconds=number * SINGLE_EVERY_S)
        made += world.schedule([world.accounts[number % ACCOUNTS]], due_at=at, caption=f"single {number}")
        due[made[-1].pk] = at
    wait_for(made, until=first)
    starts = PublicationEvent.objects.filter(publication__in=made, to_state=State.OPENING, from_state=State.SCHEDULED)
    late = sorted((at - due[pk]).total_seconds() for pk, at in starts.values_list("publication_id", "at"))
    return {"single_p50_s": round(at_share(late, 0.5), 3), "single_p99_s": round(at_share(late, 0.99), 3)}


def serially(world: World) -> float:
    """Send some posts one after another in one process, as a plain loop over what is due does; posts a minute."""
    later = timezone.now() + timedelta(days=1)  # nobody but this loop is to find them
    made = world.schedule(world.accounts[:SERIAL], due_at=later, caption="serial")
    began = time.perf_counter()
    for row in made:
        now = timezone.now()
        Publication.objects.filter(pk=row.pk).update(due_at=now, next_try_at=now)
        send(row.pk, worker="serial")
    took_s = time.perf_counter() - began
    wait_for(made, until=timezone.now())
    return round(len(made) / took_s * 60, 1)


def wait_for(made: Sequence[Publication], *, until: datetime) -> None:
    """Wait until none of them is under way any more."""
    keys = [row.pk for row in made]
    give_up_at = until + timedelta(seconds=GIVE_UP_S)
    while (
        left := Publication.objects.filter(pk__in=keys, state__in=CLAIMABLE).count()
    ) and timezone.now() < give_up_at:
        if timezone.now() > until:
            print(f"  … {left} left", end="\r", file=sys.stderr)
        time.sleep(1.0)


def lags_of(made: Sequence[Publication], state: State, due_at: datetime) -> list[float]:
    events = PublicationEvent.objects.filter(publication__in=[row.pk for row in made], to_state=state)
    return [(at - due_at).total_seconds() for at in events.values_list("at", flat=True)]


def audit(world: World) -> tuple[int, int]:
    """Count in TikTok's own ledger what is there twice, and in ours what is not out."""
    publish_ids = dict(Publication.objects.values_list("attempts__publish_id", "pk"))
    done = [entry["publish_id"] for entry in world.ledger() if entry["event"] == "post.completed"]
    each = Counter(publish_ids.get(publish_id, publish_id) for publish_id in done)
    doubled = sum(count - 1 for count in each.values())
    due = Publication.objects.filter(due_at__lte=timezone.now())
    for state, code in due.exclude(state=State.PUBLISHED).values_list("state", "reason_code")[:5]:
        say(f"  not out: {state} {code}")
    return doubled, due.exclude(state=State.PUBLISHED).count()


def at_share(values: Sequence[float], share: float) -> float:
    return values[min(len(values) - 1, int(len(values) * share))]


def machine() -> str:
    load = os.getloadavg()[0]
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    return f"{system}, {os.cpu_count()} cores, Python {platform.python_version()}, load {load:.1f} before"


def say(text: str) -> None:
    print(text, flush=True)


if __name__ == "__main__":
    sys.exit(main())

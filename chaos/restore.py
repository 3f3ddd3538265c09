"""T5: the database is set back to half time, and nothing may go out before the gap has been looked through (publishing §2.7)."""

import contextlib
import time
from pathlib import Path

from chaos.run import Run, rage, settle
from launcher import backup
from launcher.errors import Refusal

QUARANTINE_S = 60.0
QUIET_S = 5.0
STORES = ("postgres", "valkey", "sandbox")
SENDING = ("init.accepted", "chunk.accepted")


def perform_restore(run: Run) -> list[str]:
    """Publish, keep a backup at half time, publish the rest, set the database back, and go on; return what was wrong."""
    half = run.plan.publications // 2
    file = run.settings.layout.home / "half.dump"

    def look(states: dict[str, int]) -> None:
        if not file.exists() and states.get("published", 0) >= half:
            with contextlib.suppress(Refusal):  # the database may just be coming back; then the next look keeps it
                backup.dump(run.settings, run.sockets, file)
                run.say(f"a backup was kept with {states['published']} published")

    rage(run, look)
    settle(run)
    if not file.exists():
        return ["half of the posts were never out, so no backup was kept"]
    said = set_back(run, file)
    settle(run)
    return said


def set_back(run: Run, file: Path) -> list[str]:
    """Restore the backup under everything, start again, and return what went wrong before the release."""
    run.stage.stop(*[name for name in run.stage.actors if name not in STORES])
    backup.put_back(run.settings, run.sockets, file)
    run.say("the database is set back to half time")
    sent = count_sent(run)
    run.stage.start(run.cast.api(), *run.cast.workers())
    said = [] if wait_for(run, "quarantine_since IS NOT NULL") else ["the restored database is not in quarantine"]
    if not said and not wait_for(run, "quarantine_checked ? 'finished_at'"):
        said.append("the gap was not looked through")
    run.stage.pause(QUIET_S)
    if (more := count_sent(run) - sent) > 0:
        said.append(f"{more} inits and chunks were sent during the quarantine")
    found = run.database.try_ask("SELECT quarantine_checked FROM core_installation")
    run.say(f"looked through: {found}")
    run.stage.run_job(run.cast.job("release", ["manage.py", "release_quarantine", "--yes"]))
    run.say("the quarantine is over")
    return said


def wait_for(run: Run, condition: str) -> bool:
    """Wait until this holds of the installation's one row; False when it does not in time."""
    deadline = time.monotonic() + QUARANTINE_S
    while time.monotonic() < deadline:
        run.stage.pause(0.5)
        if run.database.try_ask(f"SELECT 1 FROM core_installation WHERE {condition}"):  # noqa: S608 - our own words
            return True
    return False


def count_sent(run: Run) -> int:
    """Return how often anything of a post was sent to TikTok so far."""
    ledger: Path = run.settings.layout.home / "sandbox" / "ledger.jsonl"
    with ledger.open("r", encoding="utf-8") as lines:
        return sum(1 for line in lines if any(f'"event": "{name}"' in line for name in SENDING))

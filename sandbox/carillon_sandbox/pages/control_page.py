"""The control page: scenarios for all accounts, the clock, and what happened lately."""

import json
import secrets
from datetime import UTC, datetime

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from carillon_sandbox.clock import ClockError
from carillon_sandbox.control.faults import SEED_BITS
from carillon_sandbox.sandbox import Sandbox, sandbox_of
from carillon_sandbox.world.accounts import MOST_ACCOUNTS, add_accounts, list_accounts
from carillon_sandbox.world.history import Past, give_history
from carillon_sandbox.world.people import make_people

from .forms import field_of, read_form
from .markup import Html, join, page, render
from .scenario_form import show_scenario, take_scenario
from .words import rate_words

RECENT = 40
STEPS = {"1 minute": 60, "1 hour": 3600, "1 day": 86400, "1 week": 604_800}
RATES = (0, 1, 10, 60, 600, 3600)
OWN_PARTS = ("seq", "at", "event", "handle")


async def show(request: Request) -> Response:
    """Show the control page."""
    sandbox = sandbox_of(request)
    clock = sandbox.clock.describe()
    shown = datetime.fromtimestamp(clock["now"], tz=UTC)
    body = render(
        "control.html",
        scenario=show_scenario(sandbox, None, "/control"),
        now=shown.strftime("%a %d %b %Y, %H:%M:%S UTC"),
        pace=f"{_offset(clock['offset_seconds'])}, {rate_words(clock['rate'])}",
        steps=join(
            render("button.html", name="do", value=f"advance {seconds}", words=words)
            for words, seconds in STEPS.items()
        ),
        rates=join(_rate(rate, clock["rate"]) for rate in RATES),
        accounts=len(list_accounts(sandbox.store)),
        entries=join(_entry(entry) for entry in _recent(sandbox)) or render("no_entries.html"),
    )
    return page("Control", body)


def _offset(seconds: float) -> str:
    if abs(seconds) < 1:
        return "no offset"
    days, rest = divmod(round(abs(seconds)), 86400)
    hours, rest = divmod(rest, 3600)
    minutes, rest = divmod(rest, 60)
    clock, side = f"{hours}:{minutes:02d}:{rest:02d}", "ahead" if seconds > 0 else "behind"
    return f"{days} d {clock} {side}" if days else f"{clock} {side}"


def _rate(rate: int, now: float) -> Html:
    chosen = Html(" selected" if rate == now else "")
    return render("option.html", value=rate, words=rate_words(rate), chosen=chosen)


def _recent(sandbox: Sandbox) -> list[dict[str, object]]:
    after = max(sandbox.ledger.last_seq - RECENT, 0)
    return list(sandbox.ledger.read(after))[::-1]


def _entry(entry: dict[str, object]) -> Html:
    facts = {name: value for name, value in entry.items() if name not in OWN_PARTS and value is not None}
    words = ", ".join(f"{name} {_short(value)}" for name, value in facts.items())
    handle = str(entry.get("handle") or "")
    kind = "failed" if entry["event"] == "fault.applied" else "rule"
    return render(
        "entry.html",
        seq=entry["seq"],
        at=str(entry["at"]).replace("T", " ")[:19],
        event=render("tag.html", kind=kind, words=entry["event"]),
        handle=f"@{handle}" if handle else "–",
        words=words,
    )


def _short(value: object) -> str:
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return " ".join(value)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


async def take(request: Request) -> Response:
    """Do what a button of the page says, and show the page again."""
    sandbox, form = sandbox_of(request), await read_form(request)
    try:
        done = _do(sandbox, form)
    except (ClockError, ValueError):
        done = False
    if not done:
        raise HTTPException(422)
    return RedirectResponse("/control", 303)


def _do(sandbox: Sandbox, form: FormData) -> bool:
    do, _, value = field_of(form, "do").partition(" ")
    if do == "advance":
        sandbox.clock.advance(float(value))
        return True
    if do == "rate":
        sandbox.clock.change({"rate": float(field_of(form, "rate"))})
        return True
    if do == "people":
        taken = {account.handle for account in list_accounts(sandbox.store)}
        count = min(int(field_of(form, "count")), MOST_ACCOUNTS - len(taken))
        people = make_people(count, seed=secrets.randbits(SEED_BITS), taken=taken)
        add_accounts(sandbox.store, people, sandbox.now())
        return count > 0
    if do == "history":
        handles = [account.handle for account in list_accounts(sandbox.store)]
        give_history(sandbox, handles, Past(secrets.randbits(SEED_BITS)))
        return True
    return take_scenario(sandbox, None, form)

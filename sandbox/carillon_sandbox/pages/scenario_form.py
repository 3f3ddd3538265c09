"""The part of a page that switches scenarios."""

import secrets

from starlette.datastructures import FormData

from carillon_sandbox.control.faults import SEED_BITS, describe_active, switch_scenario
from carillon_sandbox.faults.rules import FaultError
from carillon_sandbox.faults.scenarios import SCENARIOS, Choice
from carillon_sandbox.sandbox import Sandbox

from .forms import field_of
from .markup import Html, join, render


def show_scenario(sandbox: Sandbox, handle: str | None, action: str) -> Html:
    """Return the select, its button and what is on now, for one account or (None) for all."""
    active = describe_active(sandbox, handle)
    name = str(active["name"]) if active else ""
    return render(
        "scenario.html",
        action=action,
        options=join(
            render(
                "option.html", value=key, words=key.replace("_", " "), chosen=Html(" selected" if key == name else "")
            )
            for key in SCENARIOS
        ),
        state=_describe(active) if active else render("muted.html", words="None. Everything goes as it should."),
        off=render("button.html", name="do", value="scenario_off", words="Switch off") if active else Html(""),
    )


def _describe(active: dict[str, object]) -> Html:
    name, times = str(active["name"]), active["times"]
    how_often = "until switched off" if times is None else f"{times} more"
    return render(
        "scenario_on.html",
        name=name.replace("_", " "),
        sentence=SCENARIOS[name].sentence,
        details=f"{how_often}, seed {active['seed']}",
    )


def take_scenario(sandbox: Sandbox, handle: str | None, form: FormData) -> bool:
    """Do what the form says about scenarios; False when it is about something else or makes no sense."""
    do = field_of(form, "do")
    if do == "scenario_off":
        switch_scenario(sandbox, handle, None)
        return True
    if do != "scenario":
        return False
    times = field_of(form, "times")
    choice = Choice(
        name=field_of(form, "scenario"),
        handle=handle,
        times=int(times) if times.isascii() and times.isdigit() and int(times) else None,
        probability=None,
        seed=secrets.randbits(SEED_BITS),
        options={},
    )
    try:
        switch_scenario(sandbox, handle, choice)
    except FaultError:
        return False
    return True

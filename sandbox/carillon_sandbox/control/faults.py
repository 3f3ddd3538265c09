"""The control API of what goes wrong: single fault rules, and scenarios by name."""

import secrets
from dataclasses import replace

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from carillon_sandbox.faults.rules import FaultError, read_probability, read_rule, read_seed, read_times
from carillon_sandbox.faults.scenarios import SCENARIOS, Choice, build_rules
from carillon_sandbox.sandbox import Sandbox, sandbox_of
from carillon_sandbox.world.accounts import list_accounts

from .common import ControlError, known_account, read_json

SEED_BITS = 32
CHOICE_PARTS = ("name", "times", "probability", "seed", "options")


async def list_faults(request: Request) -> Response:
    """Answer GET /sandbox/api/faults: every rule and how often it still strikes."""
    return JSONResponse([rule.as_dict() for rule in sandbox_of(request).faults.rules])


async def add_fault(request: Request) -> Response:
    """Answer POST /sandbox/api/faults: one rule more."""
    sandbox, body = sandbox_of(request), await read_json(request)
    try:
        rule = read_rule(body, seed=secrets.randbits(SEED_BITS))
    except FaultError as error:
        raise ControlError(400, "fault_refused", str(error)) from error
    if rule.handle is not None:
        known_account(sandbox, rule.handle)
    (added,) = sandbox.faults.add([rule], sandbox.now())
    return JSONResponse(added.as_dict(), 201)


async def remove_faults(request: Request) -> Response:
    """Answer DELETE /sandbox/api/faults and /sandbox/api/faults/{id}: all rules, or one."""
    sandbox = sandbox_of(request)
    wanted = request.path_params.get("id")
    ids = [rule.id for rule in sandbox.faults.rules if wanted in {None, rule.id}]
    if wanted is not None and not ids:
        raise ControlError(404, "no_such_fault", "There is no fault rule with this id.")
    sandbox.faults.remove(ids, sandbox.now())
    return Response(status_code=204)


async def list_scenarios(request: Request) -> Response:
    """Answer GET /sandbox/api/scenarios: what there is, and what is on now."""
    sandbox = sandbox_of(request)
    known = [{"name": name, "sentence": scenario.sentence} for name, scenario in SCENARIOS.items()]
    handles = [None, *(account.handle for account in list_accounts(sandbox.store))]
    active = [said for handle in handles if (said := describe_active(sandbox, handle))]
    return JSONResponse({"scenarios": known, "active": active})


def describe_active(sandbox: Sandbox, handle: str | None) -> dict[str, object] | None:
    """Return the scenario that is on for an account (None: for all), or None; one that is used up is off."""
    rules = [rule for rule in sandbox.faults.rules if rule.scenario and rule.handle == handle and not rule.is_over]
    if not rules:
        return None
    first = rules[0]
    return {"name": first.scenario, "handle": handle, "times": first.times, "seed": first.seed, "rules": len(rules)}


async def choose_scenario(request: Request) -> Response:
    """Answer PUT …/accounts/{handle}/scenario and PUT /sandbox/api/scenario: switch one on instead of another."""
    sandbox, body = sandbox_of(request), await read_json(request)
    handle = _handle_of(request, sandbox)
    try:
        choice = read_choice(body, handle)
        rules = build_rules(choice)
    except FaultError as error:
        raise ControlError(400, "scenario_refused", str(error)) from error
    switch_scenario(sandbox, handle, choice)
    described = {"name": choice.name, "handle": handle, "sentence": SCENARIOS[choice.name].sentence}
    return JSONResponse({**described, "times": rules[0].times, "seed": choice.seed})


async def clear_scenario(request: Request) -> Response:
    """Answer DELETE on the same two paths: switch it off."""
    sandbox = sandbox_of(request)
    switch_scenario(sandbox, _handle_of(request, sandbox), None)
    return Response(status_code=204)


def _handle_of(request: Request, sandbox: Sandbox) -> str | None:
    handle = request.path_params.get("handle")
    return None if handle is None else known_account(sandbox, handle).handle


def read_choice(body: dict[str, object], handle: str | None) -> Choice:
    """
    Read which scenario is wanted, and how.

    :raises FaultError: naming the part that cannot be taken
    """
    if unknown := sorted(set(body) - set(CHOICE_PARTS)):
        raise FaultError(f"A scenario has no part called {unknown[0]}.")
    options, wanted = body.get("options", {}), body.get("probability")
    if not isinstance(options, dict):
        raise FaultError("options must be an object.")
    return Choice(
        name=str(body.get("name", "")),
        handle=handle,
        times=read_times(body.get("times")),
        probability=None if wanted is None else read_probability(wanted),
        seed=read_seed(body.get("seed"), secrets.randbits(SEED_BITS)),
        options=options,
    )


def switch_scenario(sandbox: Sandbox, handle: str | None, choice: Choice | None) -> None:
    """Switch a scenario on for an account (None: for all) instead of the one before; None switches it off."""
    now = sandbox.now()
    rules = [replace(rule, handle=handle) for rule in build_rules(choice)] if choice else []
    before = [rule.id for rule in sandbox.faults.rules if rule.scenario and rule.handle == handle]
    sandbox.faults.remove(before, now)
    sandbox.faults.add(rules, now)

"""The fault plan of publishing §3 on the real product; the last line is one JSON object."""

import argparse
import json
import os
import secrets
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from chaos import judge
from chaos.assertions import TOLD
from chaos.judge import Evidence
from chaos.mutants import MUTANTS
from chaos.plan import TIERS, Plan, plan_run
from chaos.restore import perform_restore
from chaos.run import go_through_storm, keep, perform, prepare, settings_for
from launcher import sockets, temporary
from launcher.errors import Refusal, StopAskedError
from launcher.paths import layout
from launcher.steps import Context

STOPPED = 130
NOT_BY_SABOTAGE = {"A9", "bars"}  # a busy machine is late without any
WHOLE_TIER, MUTANT_TIER = 2, 4


def main(words: Sequence[str]) -> int:
    """Run one tier, or the mutants one after the other; return 0 when everything held (or every mutant was caught)."""
    asked = _parser().parse_args(words)
    seed = asked.seed if asked.seed is not None else secrets.randbelow(1_000_000)
    tier = WHOLE_TIER if asked.tier == MUTANT_TIER else asked.tier
    names = sorted(MUTANTS) if asked.tier == MUTANT_TIER and not asked.mutant else [asked.mutant]
    plans = [plan_run(tier=tier, seed=seed, mutant=name, small=asked.small, slow=asked.slow) for name in names]
    context = Context(layout())
    context.stop.listen()
    try:
        if len(plans) == 1:
            return run_plan(context, plans[0], whole=asked.whole)
        return catch_all(context, plans)
    except Refusal as refusal:
        context.console.say(refusal.text())
        return 1
    except StopAskedError:
        return STOPPED
    finally:
        context.spawner.close()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="chaos", description=__doc__)
    parser.add_argument("--tier", type=int, choices=sorted({*TIERS, MUTANT_TIER}), default=2)
    parser.add_argument("--seed", type=int, help="repeat the faults of a run")
    parser.add_argument("--mutant", choices=sorted(MUTANTS), default="", help="a sabotaged build, which must fail")
    parser.add_argument(
        "--whole", action="store_true", help="the mutant's mix of faults on the whole build, which must hold"
    )
    parser.add_argument("--small", action="store_true", help="100 publications, to try something out")
    parser.add_argument("--slow", type=float, default=1.0, metavar="N", help="N times slower, for a busy machine")
    return parser


def catch_all(context: Context, plans: Sequence[Plan]) -> int:
    """Run every sabotaged build; return 0 when each of them was caught."""
    caught = {plan.mutant: run_plan(context, plan, whole=False) != 0 for plan in plans}
    told = {"bench": "chaos", "tier": MUTANT_TIER, "seed": plans[0].seed, "caught": caught}
    print(json.dumps(told), flush=True)
    return 0 if all(caught.values()) else 1


def run_plan(context: Context, plan: Plan, *, whole: bool) -> int:
    """Run one plan in a state folder of its own; what a failed run wrote is kept."""
    plan = replace(plan, mutant="") if whole else plan
    context.console.say(f"chaos: tier {plan.tier}, seed {plan.seed}, {plan.publications} publications {plan.mutant}")
    with temporary.own_tmp(), temporary.home(context.layout) as fresh:
        inner = replace(context, layout=fresh)
        settings = settings_for(plan, inner, dict(os.environ))
        with sockets.folder(settings.layout) as folder:
            run = prepare(plan, inner, folder, settings)
            try:
                evidence = perform(run, perform_restore if plan.restores else go_through_storm)
                breaches = judge.judge(evidence)
            except BaseException:
                keep(settings.layout.home, kept_in(context))
                raise
            finally:
                run.stage.stop()
                run.database.close()
        if breaches:
            keep(settings.layout.home, kept_in(context))
    return tell(context, evidence, breaches)


def kept_in(context: Context) -> Path:
    return context.layout.root / ".carillon-chaos"


def tell(context: Context, evidence: Evidence, breaches: Mapping[str, Sequence[str]]) -> int:
    """Print what broke, with its evidence, and the line; return the exit code."""
    for name, sentences in breaches.items():
        for sentence in sentences[:TOLD]:
            context.console.say(f"BROKEN {name}: {sentence}")
        if len(sentences) > TOLD:
            context.console.say(f"BROKEN {name}: and {len(sentences) - TOLD} more")
    if breaches:
        context.console.say(f"Logs and ledger: {kept_in(context)}")
    print(judge.line_of(evidence, breaches), flush=True)
    if not evidence.plan.mutant:
        return 1 if breaches else 0
    caught = set(breaches) - NOT_BY_SABOTAGE
    context.console.say(
        f"the mutant {evidence.plan.mutant} was {'caught by ' + ', '.join(sorted(caught)) if caught else 'NOT caught'}"
    )
    return 1 if caught else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

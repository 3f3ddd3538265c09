"""Scenarios: failures with a name, each a ready-made set of fault rules."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

from .kinds import KINDS
from .rules import FaultError, Rule, read_options, read_rule

RuleBody = Mapping[str, object]
NOT_POSTING = ("creator_info", "status", "cancel", "user_info", "video_list", "video_query")


@dataclass(frozen=True, slots=True)
class Scenario:
    """One failure as people speak of it; `once` is how often it strikes unless told otherwise (None: no end)."""

    sentence: str
    rules: tuple[RuleBody, ...]
    once: int | None = None


def _refuse(path: str, code: str, status: int, *spares: str) -> RuleBody:
    options = {"code": code, "status": status, "spares": spares}
    return {"kind": "refused", "path": path, "options": options}


def _cap(code: str, *spares: str) -> tuple[RuleBody, ...]:
    return _refuse("init", code, 403, *spares), _refuse("creator_info", code, 200)


def _wrong(sentence: str, kind: str) -> Scenario:
    return Scenario(sentence, ({"kind": kind},))


SCENARIOS = {
    "rate_limited": Scenario(
        "Too many calls: TikTok answers 429 to everything but uploads, with a Retry-After of 30 s on posting.",
        (
            {"kind": "rate_limited", "path": "init", "options": {"retry_after": 30}},
            *({"kind": "rate_limited", "path": path} for path in NOT_POSTING),
        ),
    ),
    "spam_cap": Scenario(
        "The account has used up its posts of the day; drafts are still taken.",
        _cap("spam_risk_too_many_posts", "drafts"),
    ),
    "pending_drafts_cap": Scenario(
        "Five drafts wait in the account's inbox, and TikTok takes no sixth.",
        (_refuse("init", "spam_risk_too_many_pending_share", 403, "direct_posts"),),
    ),
    "banned": Scenario(
        "TikTok has barred the account from posting.",
        _cap("spam_risk_user_banned_from_posting"),
    ),
    "active_user_cap": Scenario(
        "The app has served as many creators today as it may.",
        _cap("reached_active_user_cap", "drafts"),
    ),
    "unaudited": Scenario(
        "The app has not passed TikTok's audit: only posts for the owner alone, on private accounts; drafts go on.",
        (_refuse("init", "unaudited_client_can_only_post_to_private_accounts", 403, "private_self_only", "drafts"),),
    ),
    "auth_removed": Scenario(
        "At the next call the owner removes the app in TikTok; what is under way fails.",
        ({"kind": "token_revoked"},),
        once=1,
    ),
    "lost_answer": Scenario(
        "TikTok accepts a post and the answer never arrives.",
        ({"kind": "lost_answer", "path": "init"},),
    ),
    "lost_refresh_answer": Scenario(
        "TikTok renews the tokens and the answer with the new pair never arrives.",
        ({"kind": "lost_answer", "path": "oauth_refresh"},),
        once=1,
    ),
    "slow_moderation": Scenario(
        "Public posts get their id only after six hours.",
        ({"kind": "slow_moderation", "path": "moderation"},),
    ),
    "never_moderated": Scenario(
        "Public posts never get their id.",
        ({"kind": "never_moderated", "path": "moderation"},),
    ),
    "html_502": Scenario(
        "A gateway in front of TikTok answers with its own HTML page.",
        ({"kind": "html_502"},),
    ),
    "outage": Scenario("Everything answers 500.", ({"kind": "http_500_before"},)),
    "slow_upload": Scenario("Uploads crawl at 1 MB a second.", ({"kind": "slow_put", "path": "upload"},)),
    "upload_expires": Scenario(
        "The upload address expires before the next chunk.",
        ({"kind": "upload_url_expired", "path": "upload"},),
        once=1,
    ),
    "upload_416": Scenario(
        "TikTok does not take the next chunk and says how far it is.",
        ({"kind": "upload_416", "path": "upload"},),
        once=1,
    ),
    "token_invalid": Scenario(
        "TikTok calls the access token invalid, though it was renewed in time.",
        (_refuse("*", "access_token_invalid", 401),),
    ),
    "wrong_code": Scenario(
        "TikTok answers with a code that nobody has ever documented.",
        ({"kind": "wrong_code"},),
    ),
    "hanging": Scenario(
        "TikTok does what it is asked and answers only after half a minute.",
        ({"kind": "hang"},),
    ),
    "processing_failed": Scenario(
        "The upload succeeds and the post then fails inside TikTok.",
        ({"kind": "processing_failed", "path": "processing"},),
    ),
    "counters_zero": _wrong("TikTok says 0 for every counter of the profile and its videos.", "counters_zero"),
    "counters_negative": _wrong("TikTok says every counter with a minus before it.", "counters_negative"),
    "counters_halved": _wrong("TikTok says two fifths of every counter only.", "counters_halved"),
    "counters_missing": _wrong("TikTok leaves out the counters that were asked for.", "counters_missing"),
    "chaos": Scenario(
        "One call in ten goes wrong, each time in another way.",
        (
            {"kind": "http_500_before", "probability": 0.01},
            {"kind": "http_500_after", "probability": 0.01},
            {"kind": "lost_answer", "probability": 0.015},
            {"kind": "hang", "probability": 0.015},
            {"kind": "late", "probability": 0.01},
            {"kind": "cut_body", "path": "upload", "probability": 0.01},
            {"kind": "rate_limited", "probability": 0.01},
            {"kind": "rate_limited", "probability": 0.01, "options": {"retry_after": 2}},
            {"kind": "html_502", "probability": 0.005},
            {"kind": "wrong_code", "probability": 0.005},
        ),
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Choice:
    """How a scenario is switched on: for whom, how often each of its rules strikes, how likely, and the seed."""

    name: str
    handle: str | None
    times: int | None
    probability: float | None
    seed: int
    options: Mapping[str, object]


def build_rules(choice: Choice) -> list[Rule]:
    """
    Return the rules of a scenario.

    A probability is that of each call to be hit; where a scenario's rules have their own, it is shared among them.

    :raises FaultError: when the scenario is unknown or takes no such option
    """
    scenario = SCENARIOS.get(choice.name)
    if scenario is None:
        raise FaultError(f"There is no scenario called {choice.name}. There are: {', '.join(SCENARIOS)}.")
    _check_options(scenario, choice.options)
    rules = [read_rule(body, seed=choice.seed) for body in scenario.rules]
    total = math.fsum(rule.probability for rule in rules)
    return [
        replace(
            rule,
            handle=choice.handle,
            times=choice.times if choice.times is not None else scenario.once,
            probability=_share(rule.probability, total, choice.probability),
            options=_options_for(rule, choice.options),
            scenario=choice.name,
        )
        for rule in rules
    ]


def _share(own: float, total: float, wanted: float | None) -> float:
    if wanted is None:
        return own
    return wanted if own == 1.0 else own * wanted / total


def _check_options(scenario: Scenario, options: Mapping[str, object]) -> None:
    known = {name for rule in scenario.rules for name in KINDS[str(rule["kind"])].options}
    if unknown := sorted(set(options) - known):
        raise FaultError(f"This scenario has no option called {unknown[0]}.")


def _options_for(rule: Rule, wanted: Mapping[str, object]) -> Mapping[str, object]:
    mine = {name: value for name, value in wanted.items() if name in KINDS[rule.kind].options}
    return read_options(rule.kind, {**rule.options, **mine})

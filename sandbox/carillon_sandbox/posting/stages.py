"""Faults that strike after the last byte: in processing and in moderation."""

from carillon_sandbox.sandbox import Sandbox


def forced_failure(sandbox: Sandbox, handle: str) -> str | None:
    """Return the `fail_reason` that a fault rule gives this account's post, or None."""
    rule = sandbox.faults.take(("processing",), handle, sandbox.now())
    return str(rule.options["reason"]) if rule else None


def moderation_end(sandbox: Sandbox, handle: str, now: float) -> float | None:
    """Return when moderation lets out what the account posts now; None: never."""
    rule = sandbox.faults.take(("moderation",), handle, now)
    if rule is None:
        return now + sandbox.settings.moderation_wait
    return now + float(str(rule.options["seconds"])) if rule.kind == "slow_moderation" else None

"""What pauses look like from outside."""

from datetime import datetime

from ninja import Schema

from api.accounts.schemas import AccountBrief
from api.publishing.pause_selectors import Pauses


class PauseOut(Schema):
    """Since when, and by whom: an e-mail address, or null where it was the server's."""

    since: datetime
    by: str | None


class PausedAccountOut(Schema):
    """An account that is paused, and how many of its posts came due meanwhile."""

    account: AccountBrief
    since: datetime
    by: str | None
    waiting: int


class PausesOut(Schema):
    """
    What is paused, widest first. `everything` and `quarantine` hold the whole server and end there.

    `waiting`: posts that came due under a pause and wait for its end; `scheduled`: those still to come.
    """

    quarantine: PauseOut | None
    everything: PauseOut | None
    workspace: PauseOut | None
    accounts: list[PausedAccountOut]
    waiting: int
    scheduled: int
    may_resume_workspace: bool

    @classmethod
    def of(cls, pauses: Pauses, *, may_resume: bool) -> "PausesOut":
        accounts = [
            PausedAccountOut(
                account=AccountBrief.of(account),
                since=account.paused_at,
                by=account.paused_by or None,
                waiting=pauses.waiting_on.get(account.pk, 0),
            )
            for account in pauses.accounts
            if account.paused_at
        ]
        return cls(
            quarantine=_pause(pauses.quarantine_since),
            everything=_pause(pauses.everything_since),
            workspace=_pause(pauses.workspace_since, by=pauses.workspace_by),
            accounts=accounts,
            waiting=pauses.waiting,
            scheduled=pauses.scheduled,
            may_resume_workspace=may_resume,
        )


class ResumedOut(Schema):
    """How many posts that were held for the pause are scheduled again."""

    released: int


def _pause(since: datetime | None, *, by: str = "") -> PauseOut | None:
    return PauseOut(since=since, by=by or None) if since else None

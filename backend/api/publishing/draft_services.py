"""TikTok takes five drafts in any 24 hours: known before anything is scheduled, not discovered when it is sent."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from api.accounts.models import Account
from api.publishing.drafts import MOST_PENDING, free_from, fullest, list_pending
from api.publishing.services import Target
from core.domain_error import Invalid


def check_drafts(targets: Sequence[Target], *, due_at: datetime, time_zone: str, post_id: UUID | None = None) -> None:
    """
    Accept drafts that fit into their accounts' inboxes at `due_at`. Call it in the transaction that schedules them.

    :param post_id: the post that is being changed; what it planned before does not count
    :raises Invalid: `inbox_full`, at the first target that does not fit
    """
    drafts = {target.account.pk for target in targets if target.choices.is_draft}
    if not drafts:
        return
    # Locked, so that two people who schedule at once do not both take the last place.
    list(Account.objects.select_for_update().filter(pk__in=drafts).order_by("pk").values_list("pk"))
    for index, target in enumerate(targets):
        if target.choices.is_draft:
            _check(target.account, index=index, due_at=due_at, time_zone=time_zone, post_id=post_id)


def _check(account: Account, *, index: int, due_at: datetime, time_zone: str, post_id: UUID | None) -> None:
    waiting = list_pending(account.pk, at=due_at, without_post=post_id)
    if fullest(waiting, at=due_at) < MOST_PENDING:
        return
    local = free_from(waiting, at=due_at).astimezone(ZoneInfo(time_zone))
    message = (
        f"TikTok takes {MOST_PENDING} drafts in 24 hours, and {account.handle} has {MOST_PENDING} around this time. Finish one"
        f" in the TikTok app, or choose a time from {local:%d %b %Y, %H:%M} ({time_zone})."
    )
    raise Invalid.at(f"publications.{index}.post_mode", message, code="inbox_full")

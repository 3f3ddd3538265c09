"""Whether what was cancelled may be scheduled again at its time: asked of many publications at once."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from uuid import UUID

from api.accounts.app_room import CREATORS_UNAUDITED
from api.accounts.models import PostMode, TikTokApp
from api.accounts.pull_services import why_no_photos
from api.posts.models import PostKind
from api.publishing import creator_caps, drafts, quota
from api.publishing.app_selectors import list_planned
from api.publishing.app_services import check_app
from api.publishing.creator_caps import Planned
from api.publishing.models import Publication
from api.publishing.quota_selectors import Times, list_times
from api.publishing.quota_services import cap_of
from api.publishing.services import Choices, Target, check_target
from core.domain_error import Invalid

Dated = tuple[Publication, datetime]  # with when it is due


def refuse_each(rows: Sequence[Dated]) -> dict[UUID, str]:
    """
    Return why some of these cannot be scheduled again at their times, by publication; the rest fit, all of them together.

    The rules are those of composing. Their accounts must be locked. As many queries however many rows.
    """
    if not rows:
        return {}
    taken, refused = _Taken.around(rows), {}
    for row, due_at in sorted(rows, key=lambda one: one[1]):
        if why := _refuse(row, due_at, taken):
            refused[row.pk] = why
        else:
            taken.add(row, due_at)
    return refused


def choices_of(row: Publication) -> Choices:
    """Return what the person chose for the publication."""
    return Choices(**{field.name: getattr(row, field.name) for field in fields(Choices)})


@dataclass(slots=True)
class _Taken:
    """What the accounts, their inboxes and their apps have already, with what has been added."""

    times: Times
    inboxes: dict[UUID, list[datetime]]
    creators: dict[UUID, list[Planned]]

    @classmethod
    def around(cls, rows: Sequence[Dated]) -> "_Taken":
        accounts = {row.account_id for row, _ in rows}
        first, last = min(due_at for _, due_at in rows), max(due_at for _, due_at in rows)
        unaudited = {row.account.app_id for row, _ in rows if not _is_draft(row) and not row.account.app.audited}
        # Locked as composing does: two who schedule at once do not both take the last place.
        list(TikTokApp.objects.select_for_update().filter(pk__in=unaudited).order_by("pk").values_list("pk"))
        until = last + creator_caps.WINDOW
        return cls(
            times=list_times(accounts, since=first),
            inboxes=drafts.list_pending_of(accounts, since=first),
            creators=list_planned(unaudited, at=first, until=until),
        )

    def add(self, row: Publication, due_at: datetime) -> None:
        self.times.setdefault((row.account_id, row.post_mode), []).append(due_at)
        if _is_draft(row):
            self.inboxes[row.account_id].append(due_at)
        elif not row.account.app.audited:
            self.creators[row.account.app_id].append(Planned(due_at, row.account_id))


def _refuse(row: Publication, due_at: datetime, taken: _Taken) -> str:
    account, target = row.account, Target(row.account, choices_of(row))
    try:
        check_target(target, index=0)
        check_app(target, index=0)
    except Invalid as refusal:
        return refusal.detail
    if row.post.kind == PostKind.PHOTO and (why := why_no_photos(account.app)):
        return why
    own = taken.times.get((account.pk, row.post_mode), [])
    if not quota.fits(own, at=due_at, cap=cap_of(row.post_mode)):
        return f"{account.handle} has as many posts around its time as TikTok takes in 24 hours."
    if _is_draft(row):
        is_full = drafts.fullest(taken.inboxes[account.pk], at=due_at) >= drafts.MOST_PENDING
        return f"The TikTok inbox of {account.handle} is full around its time." if is_full else ""
    planned = taken.creators.get(account.app_id, [])
    if account.app.audited or creator_caps.fits(account.pk, planned, at=due_at, cap=CREATORS_UNAUDITED):
        return ""
    return (
        f"The TikTok app of {account.handle} has not passed its audit, and posts for {CREATORS_UNAUDITED} other accounts"
        " around its time."
    )


def _is_draft(row: Publication) -> bool:
    return row.post_mode == PostMode.MEDIA_UPLOAD

"""
What TikTok still takes from an account, asked before anything is scheduled (docs/decisions/0019-pauses-and-quotas.md).

The minute's limit is not planned: who is due in the same minute goes out one after the other, seconds apart (line.py).
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings

from api.accounts.models import Account, PostMode
from api.posts.models import Post
from api.posts.selectors import get_post
from api.publishing.app_services import check_apps
from api.publishing.models import State
from api.publishing.quota import fits, free_from, free_together, used_around
from api.publishing.quota_selectors import Times, list_times
from api.publishing.services import Target
from api.publishing.stagger import spread
from api.workspaces.models import Workspace
from core.domain_error import FieldError, Invalid

WhenFull = Literal["refuse", "next_free"]
DAILY_CAP, DRAFT_CAP = "daily_cap", "draft_cap"
NEVER_FULL = 10**6
REACH = timedelta(days=370)
CLOSE = timedelta(hours=1)
NO_POST = UUID(int=0)


@dataclass(frozen=True, slots=True)
class Room:
    """How many posts of a kind an account still takes in the 24 h around a time, and from when one fits."""

    cap: int | None  # None: nothing is counted
    used: int
    free_from: datetime

    @property
    def left(self) -> int | None:
        return None if self.cap is None else max(0, self.cap - self.used)


def cap_of(mode: str) -> int:
    """Return how many posts of this mode TikTok takes from one account in 24 h, as far as anybody knows."""
    cap = settings.TIKTOK_DRAFTS_A_DAY if mode == PostMode.MEDIA_UPLOAD else settings.TIKTOK_POSTS_A_DAY
    return cap or NEVER_FULL


def room_at(account: Account, at: datetime, *, mode: str = PostMode.DIRECT_POST) -> Room:
    """Return what the account still takes around `at`; two queries."""
    return room_in(list_times([account.pk], since=at), account.pk, at, mode=mode)


def room_in(times: Times, account_id: UUID, at: datetime, *, mode: str = PostMode.DIRECT_POST) -> Room:
    """Return the same from times that were listed before, for many accounts or instants at once."""
    own, cap = times.get((account_id, mode), []), cap_of(mode)
    used = used_around(own, at=at)
    return Room(None if cap == NEVER_FULL else cap, used, free_from(own, at=at, cap=cap))


def arrange(
    *, post: Post, targets: Sequence[Target], due_at: datetime, time_zone: str, when_full: WhenFull = "refuse"
) -> dict[UUID, datetime]:
    """
    Return when the post goes out on each account: spread as it says, and within what TikTok takes.

    Call it in the transaction that schedules the post: the accounts are locked, so that two people do not take one place.

    :param when_full: `next_free` moves what does not fit to the account's next free time instead of refusing
    :raises Invalid: `daily_cap` or `draft_cap` at each account that is full, or what `check_apps` raises
    """
    ids = [target.account.pk for target in targets]
    times = spread(post.pk, ids, due_at=due_at, minutes=post.stagger_min)
    lock_accounts(ids)
    taken = list_times(ids, since=due_at, without_post=post.pk)
    wanted = [Wanted(target.account, times[target.account.pk], mode_of(target)) for target in targets]
    if when_full == "next_free":
        times = {each.account.pk: room_in(taken, each.account.pk, each.at, mode=each.mode).free_from for each in wanted}
    else:
        refuse_clashes(wanted, taken, time_zone=time_zone)
    check_apps(targets, due_at=due_at, time_zone=time_zone, post_id=post.pk, due_times=times)
    return times


@dataclass(frozen=True, slots=True)
class Wanted:
    """A post that is to go out on an account at a time; `field` is where a refusal stands, by default at its place."""

    account: Account
    at: datetime
    mode: str = PostMode.DIRECT_POST
    field: str = ""


def refuse_clashes(wanted: Iterable[Wanted], taken: Times, *, time_zone: str) -> None:
    """
    Accept what fits beside what is `taken`, all of it together: a post, or many in bulk.

    :raises Invalid: with a sentence for each one that does not fit, naming the account, the day and the next free time
    """
    times: Times = {key: list(values) for key, values in taken.items()}
    errors = []
    for index, each in enumerate(wanted):
        own = times.setdefault((each.account.pk, each.mode), [])
        if fits(own, at=each.at, cap=cap_of(each.mode)):
            own.append(each.at)
        else:
            errors.append(_clash(each, own, field=each.field or f"publications.{index}", time_zone=time_zone))
    if errors:
        refusal = Invalid(errors[0].message, errors=tuple(errors))
        refusal.code = errors[0].code
        raise refusal


def lock_accounts(ids: Collection[UUID]) -> None:
    """Keep others from scheduling on these accounts until the caller's transaction is over."""
    rows = Account.objects.select_for_update(no_key=True, of=("self",)).filter(pk__in=ids).order_by("pk")
    list(rows.values_list("pk"))


def mode_of(target: Target) -> str:
    """Return how TikTok is to be handed the post."""
    return target.choices.post_mode


def _clash(each: Wanted, own: Sequence[datetime], *, field: str, time_zone: str) -> FieldError:
    zone, cap = ZoneInfo(time_zone), cap_of(each.mode)
    at, free = each.at.astimezone(zone), free_from(own, at=each.at, cap=cap).astimezone(zone)
    used, handle = used_around(own, at=each.at), each.account.handle
    drafts = each.mode == PostMode.MEDIA_UPLOAD
    what = f"{used} draft{'' if used == 1 else 's'}" if drafts else f"{used} post{'' if used == 1 else 's'}"
    limit = f"{cap} drafts" if drafts else f"about {cap} posts"
    message = (
        f"{handle} has {what} in the 24 hours around {at:%a %d %b, %H:%M}, and TikTok takes {limit} in 24 hours."
        f" The next free time is {free:%a %d %b, %H:%M} ({time_zone})."
    )
    return FieldError(field, message, DRAFT_CAP if drafts else DAILY_CAP)


@dataclass(frozen=True, slots=True)
class AccountOutlook:
    """One account of a post that is being composed; `close_to` is its other post less than an hour away, if there is one."""

    account_id: UUID
    mode: str
    at: datetime
    room: Room
    close_to: datetime | None


@dataclass(frozen=True, slots=True)
class Outlook:
    """A post that is being composed; `free_for_all` is the first time at which all of it fits."""

    at: datetime
    accounts: list[AccountOutlook]
    free_for_all: datetime | None


def look_ahead(
    *,
    workspace: Workspace,
    wanted: Sequence[tuple[UUID, str]],
    at: datetime,
    stagger_min: int,
    post_id: UUID | None,
    now: datetime,
) -> Outlook:
    """
    Return what fits where, for accounts with their post modes; three queries. Accounts of others are left out.

    A post that is not saved yet has no order of its own, so its accounts are spread in some other one.

    :raises Invalid: `time_invalid`, for a time that is not within a year of now
    """
    if not now - REACH < at < now + REACH:
        raise Invalid.at("at", "Choose a time within the next year.", code="time_invalid")
    ids = set(Account.objects.filter(workspace=workspace, pk__in=[pk for pk, _ in wanted]).values_list("pk", flat=True))
    times = spread(post_id or NO_POST, ids, due_at=at, minutes=stagger_min)
    taken = list_times(ids, since=at, without_post=post_id)
    accounts = [
        AccountOutlook(pk, mode, times[pk], room_in(taken, pk, times[pk], mode=mode), _closest(taken, pk, times[pk]))
        for pk, mode in wanted
        if pk in ids
    ]
    needs = [(taken.get((one.account_id, one.mode), []), one.at - at, cap_of(one.mode)) for one in accounts]
    return Outlook(at, accounts, free_together(needs, at=at))


def list_wanted(*, workspace: Workspace, post_id: UUID) -> tuple[list[tuple[UUID, str]], int]:
    """
    Return the accounts a post is for with their post modes, and over how many minutes it spreads; three queries.

    :raises NotFound: when the workspace has no such post
    """
    post = get_post(workspace=workspace, post_id=post_id)
    rows = post.publications.exclude(state=State.CANCELLED).order_by("pk")
    return list(rows.values_list("account_id", "post_mode")), post.stagger_min


def _closest(taken: Times, account_id: UUID, at: datetime) -> datetime | None:
    others = [one for mode in PostMode for one in taken.get((account_id, mode), []) if abs(one - at) < CLOSE]
    return min(others, key=lambda one: abs(one - at), default=None)


def read_instant(text: str) -> datetime:
    """
    Return the instant an ISO 8601 time with an offset means.

    :raises Invalid: `time_invalid`, for anything else
    """
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise Invalid.at("at", "Give a time such as 2026-11-24T18:00:00+01:00.", code="time_invalid")
    return found

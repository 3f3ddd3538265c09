"""Giving many drafts their times at once: planned first, so that it can be looked at, then done post by post."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction

from api.accounts.models import Account
from api.posts.models import Post, TimingMode
from api.posts.selectors import list_posts
from api.publishing.models import State
from api.publishing.selectors import with_publications
from api.scheduling.services import compose, composition_of
from api.scheduling.slot_services import SlotFinder
from api.scheduling.slots import SlotTime
from api.scheduling.timing import Clock, read_clock, read_local_time, to_instant
from api.users.services import check_zone
from api.workspaces.auth import Member
from core.domain_error import DomainError, Invalid

Spread = Literal["times", "slots", "every"]
WRITTEN = "%Y-%m-%dT%H:%M"


@dataclass(frozen=True, slots=True)
class BulkPlan:
    """
    How drafts get their times: each its own of `local_times`, the next free slot from `start`, or every so many hours from it.

    Hours are those of the clock on the wall: "every 24 hours" stays at the same hour when the clocks change.
    """

    post_ids: Sequence[UUID]
    spread: Spread
    time_zone: str
    local_times: Sequence[str] = ()
    start: str = ""
    every_hours: int = 24
    consent: bool = False


@dataclass(slots=True)
class BulkResult:
    """What became, or would become, of one post. `code` and `message` say what stands in its way, if anything does."""

    post_id: UUID
    caption: str = ""
    local_time: str = ""
    time_zone: str = ""
    due_at: datetime | None = None
    clock: Clock = "plain"
    code: str = ""
    message: str = ""


def schedule_many(*, member: Member, plan: BulkPlan, dry_run: bool, now: datetime) -> list[BulkResult]:
    """
    Schedule each of the drafts, or say why not; a post is scheduled as a whole or not at all, whatever becomes of the others.

    With `dry_run` exactly the same is done and taken back, so that what is shown is what would happen.

    :raises Invalid: when the plan itself makes no sense
    """
    _check(plan)
    found = with_publications(list_posts(member.workspace)).filter(pk__in=plan.post_ids).in_bulk()
    with transaction.atomic():
        times = _Times(member, plan, [found[pk] for pk in plan.post_ids if pk in found], now, is_trial=dry_run)
        results = [
            _schedule(member, plan, found.get(pk), BulkResult(pk), times, index, now)
            for index, pk in enumerate(plan.post_ids)
        ]
        if dry_run:
            transaction.set_rollback(True)
    return results


def _check(plan: BulkPlan) -> None:
    check_zone(plan.time_zone)
    if len(set(plan.post_ids)) != len(plan.post_ids):
        raise Invalid.at("post_ids", "Each post can be scheduled once.", code="post_twice")
    if plan.spread == "times" and len(plan.local_times) != len(plan.post_ids):
        raise Invalid.at("local_times", "Give one time for each post.", code="times_missing")
    if plan.spread != "times" and read_local_time(plan.start) is None:
        raise Invalid.at("start", "Choose the day and time to begin with.", code="time_invalid")


class _Times:
    """The times of the plan, one after the other."""

    def __init__(self, member: Member, plan: BulkPlan, posts: Sequence[Post], now: datetime, *, is_trial: bool) -> None:
        self.is_trial = is_trial
        self._plan, self._zone = plan, ZoneInfo(plan.time_zone)
        self._given = 0
        self._offered: tuple[Sequence[Account], SlotTime] | None = None
        self._start = read_local_time(plan.start) or now.replace(tzinfo=None)
        if plan.spread == "slots":
            accounts = {row.account_id: row.account for post in posts for row in post.publications.all()}
            after = max(to_instant(self._start, self._zone) - timedelta(minutes=1), now)
            self._finder = SlotFinder(member.workspace, list(accounts.values()), after)

    def next_for(self, index: int, post: Post) -> tuple[str, str]:
        """Return local time and zone for the post; what does not get scheduled gives its place in the row to the next."""
        if self._plan.spread == "times":
            return self._plan.local_times[index], self._plan.time_zone
        if self._plan.spread == "every":
            at = self._start + self._given * timedelta(hours=self._plan.every_hours)
            return at.strftime(WRITTEN), self._plan.time_zone
        accounts = _accounts_of(post)
        slot = self._finder.next_of_all(accounts)
        if slot is None:
            raise Invalid.at("post_ids", _no_slot(accounts), code="no_free_slot")
        self._offered = (accounts, slot)
        return slot.local.strftime(WRITTEN), str(self._finder.zone)

    def count(self) -> None:
        """Note that the time given last was used."""
        self._given += 1
        if self._offered:
            self._finder.take(*self._offered)


def _schedule(
    member: Member, plan: BulkPlan, post: Post | None, result: BulkResult, times: _Times, index: int, now: datetime
) -> BulkResult:
    if post is None:
        result.code, result.message = "not_found", "There is no such post in this workspace."
        return result
    result.caption = post.caption
    if post.timing_mode != TimingMode.DRAFT:
        result.code, result.message = "not_a_draft", "This post has a time already. Move it on the calendar."
        return result
    try:
        at, zone = times.next_for(index, post)
        local = read_local_time(at)
        if local:
            reading = read_clock(local, ZoneInfo(zone))
            result.local_time, result.time_zone = at, zone
            result.due_at, result.clock = reading.instant, reading.clock
        wanted = replace(
            composition_of(post),
            mode=TimingMode.AT,
            local_time=at,
            time_zone=zone,
            consent=plan.consent or times.is_trial,
        )
        with transaction.atomic():
            compose(member=member, composition=wanted, post=post, now=now)
        times.count()
    except DomainError as refusal:
        result.code, result.message = refusal.code, refusal.detail
    return result


def _accounts_of(post: Post) -> list[Account]:
    return [row.account for row in post.publications.all() if row.state != State.CANCELLED]


def _no_slot(accounts: Sequence[Account]) -> str:
    if not accounts:
        return "Choose an account for this post first."
    if len(accounts) == 1:
        return (
            f"{accounts[0].handle} has no free posting slot in the next three months. Give it some, or choose a time."
        )
    return "These accounts have no free posting slot in common. Give them one, or choose a time."

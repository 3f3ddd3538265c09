"""The calendar, posting slots, moving and scheduling many, as the API gives and takes them."""

from datetime import date, datetime, time
from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema
from pydantic import AfterValidator, Field

from api.media.schemas import thumbnail_path
from api.posts.models import PostKind, TimingMode
from api.publishing.models import State
from api.publishing.moving import can_move
from api.publishing.selectors import summarize
from api.scheduling.bulk_services import BulkPlan, Spread
from api.scheduling.calendar_selectors import Calendar, CalendarRow
from api.scheduling.models import PostingSlot
from api.scheduling.schemas import PostStatus
from api.scheduling.slots import SlotTime, WeekTime
from api.scheduling.timing import Clock
from core.sentences.answer import Sentence

ACCOUNTS_SHOWN = 3


def _on_the_wall(at: time) -> time:
    if at.tzinfo is not None:  # that would be another hour than the one that was typed
        raise ValueError("Give the time as HH:MM, without an offset.")
    return at.replace(second=0, microsecond=0)


WallTime = Annotated[time, AfterValidator(_on_the_wall)]


class CalendarRangeIn(Schema):
    """The days to show, both included; whether of one account or one group only, and at most how many posts of each day."""

    first: date = Field(alias="from")
    last: date = Field(alias="to")
    account: UUID | None = None
    group: UUID | None = None
    per_day: int | None = Field(None, ge=1, le=200)


class CalendarPostOut(Schema):
    """
    A post on the calendar. `local_time` and `time_zone` are what its author chose; a draft has no `due_at`.

    `series_id` names the series that made it. `can_move` is false once TikTok has it for one of its accounts. `accounts` and
    `account_ids` are the first three of `account_count`.
    """

    id: UUID
    kind: PostKind
    caption: str
    status: PostStatus
    timing_mode: TimingMode
    due_at: datetime | None
    local_time: str | None
    time_zone: str
    account_count: int
    accounts: list[str]
    account_ids: list[UUID]
    thumbnail_url: str | None
    can_move: bool
    series_id: UUID | None

    @classmethod
    def of(cls, row: CalendarRow) -> "CalendarPostOut":
        """Put a row into words; not checked again, since every part of it comes from the database as it is."""
        states = [state for state, _, _ in row.publications]
        live = [(pk, handle) for state, pk, handle in row.publications if state != State.CANCELLED]
        return cls.model_construct(
            id=row.id,
            kind=PostKind(row.kind),
            caption=row.caption,
            status=summarize(states),
            timing_mode=TimingMode(row.timing_mode),
            due_at=row.due_at,
            local_time=row.local_time or None,
            time_zone=row.time_zone,
            account_count=len(live),
            accounts=[handle for _, handle in live[:ACCOUNTS_SHOWN]],
            account_ids=[pk for pk, _ in live[:ACCOUNTS_SHOWN]],
            thumbnail_url=thumbnail_path(row.picture_id) if row.picture_id else None,
            can_move=can_move(states),
            series_id=row.series_id,
        )


class DayCountOut(Schema):
    """What a day (`YYYY-MM-DD`) comes to: all its posts, and how many of them are drafts."""

    day: date
    posts: int
    drafts: int


class CalendarOut(Schema):
    """
    The posts from one day to another, by day and hour; `days` are all that have any, with what they come to.

    `left_out` says that there are more posts than `items` has.
    """

    items: list[CalendarPostOut]
    days: list[DayCountOut]
    time_zone: str
    left_out: bool

    @classmethod
    def of(cls, calendar: Calendar, *, time_zone: str) -> "CalendarOut":
        days = [
            DayCountOut.model_construct(day=date.fromisoformat(one.day), posts=one.posts, drafts=one.drafts)
            for one in calendar.days
        ]
        return cls.model_construct(
            items=[CalendarPostOut.of(post) for post in calendar.posts],
            days=days,
            time_zone=time_zone,
            left_out=sum(one.posts for one in calendar.days) > len(calendar.posts),
        )


class MoveIn(Schema):
    """Another time for a post: a wall-clock time (`YYYY-MM-DDTHH:MM`) in an IANA zone."""

    local_time: str = Field(max_length=32)
    time_zone: str = Field("UTC", max_length=64)


class SlotIn(Schema):
    """A time of the week; weekday 0 is Monday, the time is `HH:MM` in the workspace's zone."""

    weekday: int = Field(ge=0, le=6)
    local_time: WallTime

    def to_week_time(self) -> WeekTime:
        return WeekTime(self.weekday, self.local_time)


class SlotsIn(Schema):
    slots: list[SlotIn] = Field(max_length=400)


class SlotOut(Schema):
    weekday: int
    local_time: str


class SlotsOut(Schema):
    """An account's posting slots, and the zone of the workspace on whose clock they are."""

    time_zone: str
    slots: list[SlotOut]

    @classmethod
    def of(cls, slots: list[PostingSlot], *, time_zone: str) -> "SlotsOut":
        shown = [SlotOut(weekday=slot.weekday, local_time=f"{slot.local_time:%H:%M}") for slot in slots]
        return cls(time_zone=time_zone, slots=shown)


class FreeSlotOut(Schema):
    """A free slot: the instant, and the time its owner reads in `time_zone`."""

    due_at: datetime
    local_time: str
    time_zone: str

    @classmethod
    def of(cls, slot: SlotTime, *, time_zone: str) -> "FreeSlotOut":
        return cls(due_at=slot.instant, local_time=slot.local.strftime("%Y-%m-%dT%H:%M"), time_zone=time_zone)


class NextSlotsIn(Schema):
    """Whose next free slot, and after which instant; without one, now."""

    accounts: list[UUID] = Field(min_length=1, max_length=100)
    after: datetime | None = None


class NextOfAccountOut(Schema):
    """An account's next free slot; null when it has no slots (`has_slots`) or none is free for three months."""

    account_id: UUID
    has_slots: bool
    slot: FreeSlotOut | None


class NextSlotsOut(Schema):
    """The next instant that is a free slot of all the accounts, if there is one, and the next of each."""

    together: FreeSlotOut | None
    accounts: list[NextOfAccountOut]


class BulkIn(Schema):
    """
    Times for many drafts: each its own of `local_times`, the next free slots from `start` on, or every so many hours from it.

    With `dry_run` nothing is saved and the answer shows what would happen. `consent` is the agreement for all of them.
    """

    post_ids: list[UUID] = Field(min_length=1, max_length=100)
    spread: Spread
    local_times: list[str] = Field([], max_length=100)
    start: str = Field("", max_length=32)
    every_hours: int = Field(24, ge=1, le=720)
    time_zone: str = Field("UTC", max_length=64)
    consent: bool = False
    dry_run: bool = False

    def to_plan(self) -> BulkPlan:
        return BulkPlan(
            post_ids=self.post_ids,
            spread=self.spread,
            time_zone=self.time_zone,
            local_times=self.local_times,
            start=self.start,
            every_hours=self.every_hours,
            consent=self.consent,
        )


class BulkProblem(Schema):
    code: str
    message: Sentence


class BulkItemOut(Schema):
    """One post: its time, what the clocks do then, and what stands in its way; null when nothing does."""

    post_id: UUID
    caption: str
    local_time: str | None
    time_zone: str | None
    due_at: datetime | None
    clock: Clock
    problem: BulkProblem | None


class BulkOut(Schema):
    """What became of each post, in the order they were given; `dry_run` says that nothing was saved."""

    dry_run: bool
    scheduled: int
    items: list[BulkItemOut]


class RuleIn(Schema):
    """How often a post comes again, from `first_day` on, at `local_time` (`HH:MM`) in `time_zone`."""

    frequency: Literal["daily", "weekly", "monthly"]
    interval: int = Field(1, ge=1, le=52)
    weekdays: list[int] = Field([], max_length=7)
    month_day: int = Field(1, ge=1, le=31)
    first_day: date
    until: date | None = None
    count: int | None = Field(None, ge=1, le=1000)
    local_time: WallTime
    time_zone: str = Field("UTC", max_length=64)


class SeriesIn(Schema):
    """A post to be repeated. Changing a series without `post_id` keeps what it says."""

    post_id: UUID | None = None
    rule: RuleIn
    consent: bool = False


class StopIn(Schema):
    keep_posts: bool = True


class OccurrenceOut(Schema):
    """A day of a series that has come into the next two weeks: its post, or why there is none yet."""

    day: date
    post_id: UUID | None
    problem: Sentence | None


class SeriesOut(Schema):
    """A series: its rule, in words too, whether it goes on, and its next days."""

    id: UUID
    caption: str
    account_count: int
    rule: RuleIn
    words: Sentence
    is_running: bool
    next_days: list[date]
    occurrences: list[OccurrenceOut]
    created_at: datetime

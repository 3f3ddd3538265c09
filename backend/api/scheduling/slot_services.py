"""The times an account likes to post at: kept, and searched for the next that is free."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction

from api.accounts.models import Account
from api.publishing.models import Publication, State
from api.publishing.quota import fits
from api.publishing.quota_selectors import Times, list_times
from api.publishing.quota_services import cap_of
from api.scheduling.models import PostingSlot
from api.scheduling.slots import HORIZON, SlotTime, WeekTime, minute_of, slots_after
from api.workspaces.models import Workspace
from core.domain_error import Invalid

MOST = 168  # one an hour, all week
TAKEN_BY = (
    State.SCHEDULED,
    State.HELD,
    State.OPENING,
    State.UPLOADING,
    State.COMMITTING,
    State.SUBMITTED,
    State.PUBLISHED,
)


@transaction.atomic
def set_slots(*, account: Account, week: Collection[WeekTime]) -> list[PostingSlot]:
    """
    Make these the account's slots; doubles are one.

    :raises Invalid: `too_many_slots`
    """
    wanted = sorted(set(week), key=lambda slot: (slot.weekday, slot.at))
    if len(wanted) > MOST:
        raise Invalid.at("slots", f"An account can have {MOST} slots a week.", code="too_many_slots")
    Account.objects.select_for_update().get(pk=account.pk)  # two editors: the later one wins as a whole
    PostingSlot.objects.filter(account=account).delete()
    rows = [PostingSlot(account=account, weekday=slot.weekday, local_time=slot.at) for slot in wanted]
    return PostingSlot.objects.bulk_create(rows)


@dataclass
class SlotFinder:
    """Finds free slots of some accounts; what it gave out is taken for whoever asks next. Four queries to make."""

    workspace: Workspace
    accounts: Sequence[Account]
    after: datetime
    _weeks: dict[UUID, list[WeekTime]] = field(init=False, default_factory=dict)
    _known: dict[UUID, list[SlotTime]] = field(init=False, default_factory=dict)
    _taken: set[tuple[UUID, datetime]] = field(init=False, default_factory=set)
    _times: Times = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for slot in PostingSlot.objects.filter(account__in=self.accounts):
            self._weeks.setdefault(slot.account_id, []).append(WeekTime(slot.weekday, slot.local_time))
        span = (self.after - timedelta(minutes=1), self.after + HORIZON + timedelta(days=2))
        due = Publication.objects.filter(
            workspace=self.workspace, account__in=self.accounts, due_at__range=span, state__in=TAKEN_BY
        )
        self._times = list_times([account.pk for account in self.accounts], since=self.after)
        self._taken = {(account, minute_of(at)) for account, at in due.values_list("account_id", "due_at") if at}

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.workspace.time_zone)

    def has_slots(self, account: Account) -> bool:
        return account.pk in self._weeks

    def next_of(self, account: Account) -> SlotTime | None:
        """Return the account's next free slot; None when it has none within the horizon."""
        return next((slot for slot in self._slots(account) if self._is_free(account, slot)), None)

    def next_of_all(self, accounts: Sequence[Account]) -> SlotTime | None:
        """Return the next instant that is a free slot of every one of `accounts`."""
        if not accounts:
            return None
        first, *others = accounts
        shared = [{slot.instant for slot in self._slots(account)} for account in others]
        for slot in self._slots(first):
            if all(slot.instant in instants for instants in shared) and all(
                self._is_free(account, slot) for account in accounts
            ):
                return slot
        return None

    def take(self, accounts: Sequence[Account], slot: SlotTime) -> None:
        """Count the slot as taken from now on."""
        self._taken |= {(account.pk, minute_of(slot.instant)) for account in accounts}
        for account in accounts:
            self._times.setdefault((account.pk, account.post_mode), []).append(slot.instant)

    def _slots(self, account: Account) -> list[SlotTime]:
        if account.pk not in self._known:
            week = self._weeks.get(account.pk, [])
            self._known[account.pk] = list(slots_after(week, zone=self.zone, after=self.after))
        return self._known[account.pk]

    def _is_free(self, account: Account, slot: SlotTime) -> bool:
        """Tell whether nothing is planned for that minute, and TikTok still takes a post of the account's by then."""
        if (account.pk, minute_of(slot.instant)) in self._taken:
            return False
        mode = account.post_mode
        return fits(self._times.get((account.pk, mode), []), at=slot.instant, cap=cap_of(mode))

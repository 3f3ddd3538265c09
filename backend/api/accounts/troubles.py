"""What an account says while it has to be connected again: the sentences (pure), and the row that carries them."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeGuard
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import timezone

from api.accounts.models import Account, AccountStatus
from api.accounts.models.account_model import RENEWAL_TROUBLES
from api.accounts.signals import reconnect_required
from api.workspaces.models import Membership, Role

RENEWAL_REFUSED, RENEWAL_LOST = RENEWAL_TROUBLES
NO_TROUBLE = {"trouble_code": "", "trouble_message": "", "trouble_since": None}


@dataclass(frozen=True, slots=True)
class Spoken:
    """Whom a sentence is about, `until` when the old token works, and the zone its times are told in."""

    handle: str
    until: datetime
    now: datetime
    zone: str

    @property
    def what_then(self) -> str:
        if self.until > self.now:
            return f"Posts until {say_time(self.until, self.zone)} will go out; connect it again before."
        return "Its posts are held until you connect it again."


def renewal_refused(spoken: Spoken) -> str:
    """Return the sentence for a permission TikTok no longer renews."""
    return f"TikTok no longer renews our permission for {spoken.handle}. {spoken.what_then}"


def renewal_lost(spoken: Spoken, *, lost_at: datetime) -> str:
    """Return the sentence for a permission that went with an answer of TikTok's that never reached us."""
    lost = f"TikTok's answer to a renewal was lost on {say_time(lost_at, spoken.zone)}"
    return f"{lost}, and our permission for {spoken.handle} with it. {spoken.what_then}"


def say_time(at: datetime, zone: str) -> str:
    """Return an instant as a person reads it: `24 Nov, 14:20 (Berlin)`."""
    local = at.astimezone(ZoneInfo(zone))
    place = zone.rpartition("/")[2].replace("_", " ")
    return f"{local.day} {local:%b}, {local:%H:%M} ({place})"


def zone_of(account: Account) -> str:
    """Return the time zone of the workspace's owner, whom the sentences are for."""
    owners = Membership.objects.filter(workspace=account.workspace_id, role=Role.OWNER).order_by("created_at")
    return owners.values_list("user__time_zone", flat=True).first() or "UTC"


def require_reconnect(account_id: UUID, *, code: str, message: str, now: datetime | None = None) -> bool:
    """Note that only its owner can help the account, and why; False when that was known, or it is not connected."""
    connected = Account.objects.filter(pk=account_id, status=AccountStatus.CONNECTED)
    trouble = {"trouble_code": code, "trouble_message": message[:400], "trouble_since": now or timezone.now()}
    with transaction.atomic():
        noted = connected.update(status=AccountStatus.RECONNECT_REQUIRED, **trouble) == 1
        if noted:
            reconnect_required.send(Account, account=Account.objects.get(pk=account_id))
    return noted


def has_renewal_trouble(account: Account | None) -> TypeGuard[Account]:
    """Tell whether the account waits for its owner because its token could not be renewed."""
    return account is not None and account.trouble_code in RENEWAL_TROUBLES

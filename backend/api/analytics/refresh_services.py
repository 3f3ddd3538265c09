"""A look that somebody asks for."""

from datetime import datetime, timedelta

from django.db import transaction

from api.accounts.models import Account, AccountStatus
from api.accounts.profile_services import AccountNotConnected
from api.analytics.models import AccountState, RefreshStatus
from api.analytics.video_services import open_state
from core.domain_error import DomainError
from core.hints import hint

AT_MOST_EVERY = timedelta(seconds=60)
GIVEN_UP_AFTER = timedelta(minutes=15)


class TooSoon(DomainError):
    code, status, title = "refreshed_just_now", 429, "Refreshed a moment ago"


@transaction.atomic
def ask_refresh(*, account: Account, now: datetime) -> AccountState:
    """
    Line up a look at an account; one that is under way already stands for it.

    :raises AccountNotConnected: when nobody can look at it
    :raises TooSoon: when one ended less than a minute ago
    """
    if account.status != AccountStatus.CONNECTED:
        raise AccountNotConnected(f"{account.handle} has to be connected again before its figures can be read.")
    state = AccountState.objects.select_for_update().get(pk=open_state(account).pk)
    waiting = state.refresh_status in (RefreshStatus.QUEUED, RefreshStatus.RUNNING)
    if waiting and state.refresh_asked_at and now - state.refresh_asked_at < GIVEN_UP_AFTER:
        return state
    if state.checked_at is not None and now - state.checked_at < AT_MOST_EVERY:
        left = int((state.checked_at + AT_MOST_EVERY - now).total_seconds()) + 1
        raise TooSoon(
            f"{account.handle} was looked at {_ago(now - state.checked_at)}. Ask again in {left} s.", retry_after_s=left
        )
    state.refresh_status, state.refresh_asked_at, state.refresh_ended_at = RefreshStatus.QUEUED, now, None
    state.refresh_posts, state.refresh_error, state.due_at = 0, "", now  # a lost hint is given again by the clock
    state.save(
        update_fields=[
            "refresh_status", "refresh_asked_at", "refresh_ended_at", "refresh_posts", "refresh_error", "due_at",
        ]
    )  # fmt: skip
    hint("analytics.sync_account", account_id=str(account.pk))
    return state


def _ago(length: timedelta) -> str:
    return f"{int(length.total_seconds())} s ago"

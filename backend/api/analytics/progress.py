"""How far a look at an account has come, for who asked for it and for open pages."""

from datetime import datetime

from django.db import transaction

from api.accounts.models import Account
from api.analytics.models import AccountState, RefreshStatus
from core.domain_error import DomainError
from core.live import announce
from tiktok.refusals import sentence_for


def begin(account: Account, *, now: datetime) -> None:
    """A look begins; a refresh that was asked for is under way with it."""
    _change(
        account, RefreshStatus.RUNNING, refresh_asked_at=now, refresh_ended_at=None, refresh_posts=0, refresh_error=""
    )


def step(account: Account, *, posts: int) -> None:
    """So many posts were read so far."""
    _change(account, RefreshStatus.RUNNING, refresh_posts=posts)


def end(account: Account, *, posts: int, now: datetime) -> None:
    _change(account, RefreshStatus.DONE, refresh_posts=posts, refresh_ended_at=now)


def fail(account: Account, error: Exception, *, now: datetime) -> None:
    code = getattr(error, "code", "")
    sentence = error.detail if isinstance(error, DomainError) else sentence_for(code, account=account.handle)
    _change(account, RefreshStatus.FAILED, refresh_ended_at=now, refresh_error=sentence[:400])


@transaction.atomic
def _change(account: Account, status: RefreshStatus, **fields: object) -> None:
    AccountState.objects.filter(pk=account.pk).update(refresh_status=status, **fields)
    announce(
        account.workspace_id, "refresh", account.pk, state=status.value, posts=str(fields.get("refresh_posts", ""))
    )

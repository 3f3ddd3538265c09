"""What a renewal shows outside the token's row, once that is committed: at the account, and at the app."""

from datetime import datetime

from django.db import transaction
from django.db.models.functions import Now

from api.accounts import news, troubles
from api.accounts.models import Account, AccountStatus, AccountToken, TikTokApp
from api.accounts.models.account_model import RENEWAL_TROUBLES
from api.accounts.signals import account_connected, app_usable, permission_ends


def note_renewed(token: AccountToken) -> None:
    """Take back what was said against the app, and the trouble of an account whose lost answer was found after all."""
    note_app_accepted(token.account.app)
    if troubles.has_renewal_trouble(token.account):
        with transaction.atomic():
            waiting = Account.objects.filter(
                pk=token.pk, status=AccountStatus.RECONNECT_REQUIRED, trouble_code__in=RENEWAL_TROUBLES
            )
            if waiting.update(status=AccountStatus.CONNECTED, **troubles.NO_TROUBLE):
                account_connected.send(Account, account=Account.objects.get(pk=token.pk))


def note_refused(token: AccountToken, *, now: datetime) -> None:
    """Have the account say that its permission is not renewed; a mark that was left says that an answer was lost."""
    account, lost_at = token.account, token.refresh_started_at
    spoken = troubles.Spoken(account.handle, until=token.expires_at, now=now, zone=troubles.zone_of(account))
    if lost_at:
        code, message = troubles.RENEWAL_LOST, troubles.renewal_lost(spoken, lost_at=lost_at)
    else:
        code, message = troubles.RENEWAL_REFUSED, troubles.renewal_refused(spoken)
    with transaction.atomic():
        if troubles.require_reconnect(account.pk, code=code, message=message, now=now):
            permission_ends.send(Account, account=account, until=token.expires_at)


def note_app_refused(app: TikTokApp, *, code: str, now: datetime) -> None:
    """Note that TikTok does not accept the app itself; that is no fault of its accounts, which stay as they are."""
    with transaction.atomic():
        accepted = TikTokApp.objects.filter(pk=app.pk).exclude(problem_code=code)
        if accepted.update(problem_code=code, problem_since=now):
            news.tell_app_refused(app)


def note_app_accepted(app: TikTokApp) -> None:
    """Clear what was noted against the app, if anything was."""
    refused = TikTokApp.objects.filter(pk=app.pk).exclude(problem_code="")
    with transaction.atomic():
        if refused.update(problem_code="", problem_since=None):
            take_up_again(app)
            news.settle_app(app)


def take_up_again(app: TikTokApp) -> None:
    """Try the app's accounts at once that were resting because of it, and release the posts held for it. In a transaction."""
    waiting = AccountToken.objects.filter(account__app=app, refresh_tries__gt=0, refresh_at__isnull=False)
    locked = waiting.select_for_update(skip_locked=True, of=("self",)).values_list("pk", flat=True)
    AccountToken.objects.filter(pk__in=list(locked)).update(refresh_at=Now())
    app_usable.send(TikTokApp, app=app, codes=("app_refused",))

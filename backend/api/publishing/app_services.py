"""What a TikTok app allows its accounts: asked before anything is scheduled, and posts held while it is switched off."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from api.accounts.app_room import CREATORS_UNAUDITED
from api.accounts.gateway import as_configured
from api.accounts.models import TikTokApp
from api.publishing.app_selectors import list_planned, name_accounts
from api.publishing.creator_caps import Planned, fits, free_from, fullest_window
from api.publishing.models import Publication, State
from api.publishing.services import Target, hold, release
from core.domain_error import Invalid

APP_DISABLED = "app_disabled"


def app_disabled_message(app: TikTokApp) -> str:
    """Return why the posts of a switched-off app's accounts wait."""
    return f"The TikTok app {app} is switched off. Switch it on in the settings, and this post is scheduled again."


def check_apps(
    targets: Sequence[Target],
    *,
    due_at: datetime,
    time_zone: str,
    post_id: UUID | None = None,
    due_times: Mapping[UUID, datetime] | None = None,
) -> None:
    """
    Accept targets that TikTok lets their apps post for at `due_at`. Call it in the transaction that schedules them.

    :param due_times: by account, where they are not all due at `due_at`; none is earlier
    :param time_zone: the one in which the person reads when there is room again
    :param post_id: the post that is being changed; what it planned before does not count
    :raises Invalid: `app_disabled`, `unaudited_app` or `app_creator_cap`, at the first target that does not fit
    """
    for index, target in enumerate(targets):
        check_app(target, index=index)
    direct = [target for target in targets if not target.choices.is_draft]  # drafts count for no cap of creators
    unaudited = {target.account.app_id for target in direct if not target.account.app.audited}
    if not unaudited:
        return
    # Locked, so that two people who schedule at once do not both take the last place.
    list(TikTokApp.objects.select_for_update().filter(pk__in=unaudited).order_by("pk").values_list("pk"))
    planned = list_planned(unaudited, at=due_at, without_post=post_id)
    for index, target in enumerate(targets):
        account = target.account
        if account.app_id not in unaudited or target.choices.is_draft:
            continue
        own, at = planned[account.app_id], (due_times or {}).get(account.pk, due_at)
        if not fits(account.pk, own, at=at, cap=CREATORS_UNAUDITED):
            raise _full(target, index=index, planned=own, due_at=at, time_zone=time_zone)
        own.append(Planned(at, account.pk))


def check_app(target: Target, *, index: int) -> None:
    """
    Accept a target whose TikTok app may post for it at all; whether there is room for its creator, `check_apps` asks.

    :raises Invalid: `app_disabled` or `unaudited_app`
    """
    app, handle = as_configured(target.account.app), target.account.handle
    if not app.is_enabled:
        message = (
            f"The TikTok app {app}, by which {handle} is connected, is switched off. Switch it on in the settings."
        )
        raise Invalid.at(f"publications.{index}.account_id", message, code=APP_DISABLED)
    if not app.audited and not target.choices.is_draft and target.choices.privacy_level != "SELF_ONLY":
        message = (
            f"TikTok has not audited the app {handle} is connected by, so it may post for only the owner to see."
            " Choose “Only me”, or connect the account by an audited app."
        )
        raise Invalid.at(f"publications.{index}.privacy_level", message, code="unaudited_app")


def _full(target: Target, *, index: int, planned: list[Planned], due_at: datetime, time_zone: str) -> Invalid:
    account = target.account
    names = name_accounts(fullest_window(planned, at=due_at), workspace=account.workspace)
    free = free_from(account.pk, planned, at=due_at, cap=CREATORS_UNAUDITED)
    local = free.astimezone(ZoneInfo(time_zone)) if free else None
    when = f"There is room again from {local:%d %b %Y, %H:%M} ({time_zone})." if local else "Choose another day."
    message = (
        f"TikTok lets an app that has not passed its audit post for {CREATORS_UNAUDITED} accounts in 24 hours, and"
        f" around this time those are {names}. {when}"
    )
    return Invalid.at(f"publications.{index}", message, code="app_creator_cap")


def hold_for_app(app: TikTokApp) -> int:
    """Hold what is scheduled on the accounts of an app that was switched off; return how many."""
    return hold(Publication.objects.filter(account__app=app), code=APP_DISABLED, message=app_disabled_message(app))


def release_for_app(app: TikTokApp, *, codes: Collection[str]) -> int:
    """Schedule again what was held for one of these reasons; return how many."""
    held = Publication.objects.filter(account__app=app, state=State.HELD, reason_code__in=codes)
    return release(held, why="the TikTok app can be used again")

"""What is planned on the accounts of a TikTok app, of all workspaces, since TikTok's cap is the app's."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from uuid import UUID, uuid4

from django.db.models.functions import Coalesce

from api.accounts.app_room import CREATORS_UNAUDITED, AppRoom
from api.accounts.models import Account, PostMode, TikTokApp
from api.publishing.creator_caps import AHEAD, WINDOW, Planned, free_from, fullest_window
from api.publishing.models import Publication, State
from api.workspaces.models import Workspace

# Nobody knows whether a post that needs a person is out, so it counts.
COUNTED = (
    State.SCHEDULED,
    State.OPENING,
    State.UPLOADING,
    State.COMMITTING,
    State.SUBMITTED,
    State.PUBLISHED,
    State.NEEDS_YOU,
)


def list_planned(
    app_ids: Collection[UUID], *, at: datetime, until: datetime | None = None, without_post: UUID | None = None
) -> dict[UUID, list[Planned]]:
    """Return what each app's accounts have from 24 h before `at` until `until`, or a week after it; one query."""
    rows = Publication.objects.filter(account__app_id__in=app_ids, state__in=COUNTED)
    rows = rows.exclude(post_mode=PostMode.MEDIA_UPLOAD)  # drafts count for no cap of creators
    if without_post:
        rows = rows.exclude(post_id=without_post)
    timed = rows.annotate(at=Coalesce("published_at", "due_at")).filter(at__gt=at - WINDOW, at__lt=until or at + AHEAD)
    planned: dict[UUID, list[Planned]] = defaultdict(list)
    for app_id, account_id, when in timed.values_list("account__app_id", "account_id", "at").distinct():
        planned[app_id].append(Planned(when, account_id))
    return planned


def measure_room(app: TikTokApp, *, at: datetime) -> AppRoom:
    """Return how many creators the app posts for around `at`, and when there is room for one more; one query."""
    planned = list_planned([app.pk], at=at)[app.pk]
    used = len(fullest_window(planned, at=at))
    newcomer = uuid4()
    full = used >= CREATORS_UNAUDITED
    room_from = free_from(newcomer, planned, at=at, cap=CREATORS_UNAUDITED) if full else None
    return AppRoom(used=used, cap=CREATORS_UNAUDITED, free_from=room_from)


def name_accounts(account_ids: Collection[UUID], *, workspace: Workspace) -> str:
    """Return the accounts by name, those of other workspaces only counted: `@a, @b and 2 of other workspaces`."""
    own = Account.objects.filter(workspace=workspace, pk__in=account_ids).order_by("username", "nickname")
    names = [account.handle for account in own]
    if others := len(account_ids) - len(names):
        names.append(f"{others} of other workspaces")
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"

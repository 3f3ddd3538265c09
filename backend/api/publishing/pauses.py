"""
Pausing an account, a workspace, or everything: nothing new goes to TikTok while a pause holds.

What is scheduled stays scheduled, so that plans can be read and changed. What comes due under a pause is held, with the pause
as its reason; the end of the pause schedules exactly that again. What is later than its late limit then asks a person.
Why so: docs/decisions/0019-pauses-and-quotas.md.
"""

from datetime import datetime

from django.db import connection, transaction
from django.db.models import QuerySet

from api.accounts.models import Account
from api.publishing.models import Publication, State
from api.publishing.outcomes import Stop
from api.publishing.services import release
from api.workspaces import audit
from api.workspaces.auth import Member
from api.workspaces.models import Workspace
from core.live import announce
from core.models import Installation

PAUSED_ACCOUNT, PAUSED_WORKSPACE = "paused_account", "paused_workspace"
PAUSED_EVERYTHING, QUARANTINE = "paused_everything", "quarantine"
CODES = (PAUSED_ACCOUNT, PAUSED_WORKSPACE, PAUSED_EVERYTHING, QUARANTINE)
READ = """
    SELECT account.paused_by, account.paused_at IS NOT NULL, workspace.paused_by, workspace.paused_at IS NOT NULL,
           (SELECT paused_at IS NOT NULL FROM core_installation),
           (SELECT quarantine_since IS NOT NULL FROM core_installation)
    FROM accounts_account account JOIN workspaces_workspace workspace ON workspace.id = account.workspace_id
    WHERE account.id = %s
"""
LOCK_ALL = "SELECT FROM core_installation FOR SHARE"


def why_paused(publication: Publication, *, until_commit: bool = False) -> Stop | None:
    """
    Return why nothing may be sent for this publication now; None when no pause holds. One query.

    :param until_commit: keep whoever pauses waiting until the caller's transaction is over. Called in the transaction of the
        commit point, this makes a pause that has been answered final: nothing passes the commit point after it
    """
    with connection.cursor() as cursor:
        if until_commit:
            cursor.execute(LOCK_ALL)
        cursor.execute(READ + (" FOR SHARE" if until_commit else ""), [publication.account_id])
        account_by, account_paused, workspace_by, workspace_paused, all_paused, quarantined = cursor.fetchone()
    if quarantined:
        sentence = (
            "The database was restored from an older copy. Nothing is sent until what went out since has been looked"
            " through and the quarantine is released."
        )
        return Stop(State.HELD, QUARANTINE, sentence)
    if all_paused:
        sentence = "All publishing on this server is paused. This post waits until whoever runs the server resumes it."
        return Stop(State.HELD, PAUSED_EVERYTHING, sentence)
    if workspace_paused:
        sentence = f"Publishing is paused{_by(workspace_by)}. This post waits until it is resumed."
        return Stop(State.HELD, PAUSED_WORKSPACE, sentence)
    if account_paused:
        sentence = f"{publication.account.handle} is paused{_by(account_by)}. This post waits until it is resumed."
        return Stop(State.HELD, PAUSED_ACCOUNT, sentence)
    return None


def _by(person: str) -> str:
    return f" by {person}" if person else ""


@transaction.atomic
def pause_account(*, member: Member, account: Account, now: datetime) -> None:
    """Send nothing on the account from now on; pausing it twice changes nothing."""
    rows = Account.objects.filter(pk=account.pk, paused_at=None)
    if rows.update(paused_at=now, paused_by=member.user.email):
        sentence = f"paused publishing on {account.handle}"
        audit.record(member, "account.paused", kind="account", subject_id=account.pk, sentence=sentence)
        announce(member.workspace.pk, "pause", account.pk)


@transaction.atomic
def resume_account(*, member: Member, account: Account) -> int:
    """Send on the account again; return how many posts that were held for this pause are scheduled again."""
    if not Account.objects.filter(pk=account.pk, paused_at__isnull=False).update(paused_at=None, paused_by=""):
        return 0
    released = release_held(Publication.objects.filter(account=account), code=PAUSED_ACCOUNT, why="account resumed")
    sentence = f"resumed publishing on {account.handle}"
    audit.record(member, "account.resumed", kind="account", subject_id=account.pk, sentence=sentence, released=released)
    announce(member.workspace.pk, "pause", account.pk)
    return released


@transaction.atomic
def pause_workspace(*, member: Member, now: datetime) -> None:
    """
    Send nothing of the workspace from now on; pausing it twice changes nothing.

    :raises NotAllowed: unless the member runs the workspace
    """
    member.must_be_admin()
    workspace = member.workspace
    rows = Workspace.objects.filter(pk=workspace.pk, paused_at=None)
    if rows.update(paused_at=now, paused_by=member.user.email):
        sentence = "paused all publishing of the workspace"
        audit.record(member, "workspace.paused", kind="workspace", subject_id=workspace.pk, sentence=sentence)
        announce(workspace.pk, "pause", workspace.pk)


@transaction.atomic
def resume_workspace(*, member: Member) -> int:
    """
    Send again; return how many posts that were held for this pause are scheduled again.

    :raises NotAllowed: unless the member runs the workspace
    """
    member.must_be_admin()
    workspace = member.workspace
    if not Workspace.objects.filter(pk=workspace.pk, paused_at__isnull=False).update(paused_at=None, paused_by=""):
        return 0
    own = Publication.objects.filter(workspace=workspace)
    released = release_held(own, code=PAUSED_WORKSPACE, why="publishing resumed")
    sentence = "resumed all publishing of the workspace"
    audit.record(
        member, "workspace.resumed", kind="workspace", subject_id=workspace.pk, sentence=sentence, released=released
    )
    announce(workspace.pk, "pause", workspace.pk)
    return released


@transaction.atomic
def pause_everything(*, by: str, now: datetime) -> bool:
    """Send nothing of any workspace from now on; False when that was so already."""
    Installation.get()
    paused = Installation.objects.filter(paused_at=None).update(paused_at=now, paused_by=by[:254])
    if paused:
        _announce_to_all()
    return bool(paused)


@transaction.atomic
def resume_everything() -> int | None:
    """Send again; return how many posts are scheduled again, None when nothing was paused. Other pauses stay."""
    if not Installation.objects.filter(paused_at__isnull=False).update(paused_at=None, paused_by=""):
        return None
    released = release_held(Publication.objects.all(), code=PAUSED_EVERYTHING, why="publishing resumed")
    _announce_to_all()
    return released


def release_held(publications: "QuerySet[Publication]", *, code: str, why: str) -> int:
    """Schedule again those of the publications that are held for this pause; return how many."""
    return release(publications.filter(state=State.HELD, reason_code=code, post__deleted_at=None), why=why)


def _announce_to_all() -> None:
    for workspace_id in Workspace.objects.values_list("pk", flat=True):
        announce(workspace_id, "pause", workspace_id)

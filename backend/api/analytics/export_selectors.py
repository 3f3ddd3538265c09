"""Finding exports; always within a workspace."""

from uuid import UUID

from django.db.models import QuerySet

from api.accounts.models import Account
from api.analytics.models.export_job_model import ExportJob
from api.workspaces.models import Workspace
from core.domain_error import NotFound


def list_exports(workspace: Workspace) -> "QuerySet[ExportJob]":
    """Return the workspace's exports with who asked for them; one query."""
    return ExportJob.objects.filter(workspace=workspace).select_related("asked_by")


def get_export(*, workspace: Workspace, export_id: UUID) -> ExportJob:
    """
    Return one export of the workspace.

    :raises NotFound: when it is unknown or another workspace's
    """
    job = list_exports(workspace).filter(pk=export_id).first()
    if job is None:
        raise NotFound("There is no such export in this workspace.")
    return job


def find_handles(*, workspace: Workspace, account_ids: tuple[UUID, ...]) -> list[str]:
    """
    Return how the accounts are called, in the order of their ids; one query.

    :raises NotFound: when one of them is unknown or another workspace's
    """
    found = Account.objects.filter(workspace=workspace, pk__in=account_ids).order_by("pk")
    handles = [account.username or account.nickname for account in found]
    if len(handles) != len(set(account_ids)):
        raise NotFound("There is no such account in this workspace.")
    return handles

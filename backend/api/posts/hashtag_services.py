"""Saved groups of hashtags: every member uses them, who may write posts changes them."""

from collections.abc import Sequence
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.db.models.functions import Lower

from api.notifications.services import CAN_ACT
from api.posts.hashtags import check_tags
from api.posts.models import HashtagGroup
from api.workspaces.auth import Member, NotAllowed
from api.workspaces.models import Workspace
from core.domain_error import DomainError, Invalid, NotFound

MOST_GROUPS = 100
LONGEST_NAME = 60


class TooManyGroups(DomainError):
    code, status, title = "too_many_groups", 409, "No room for another group"


def list_groups(workspace: Workspace) -> "QuerySet[HashtagGroup]":
    """Return the workspace's groups by name: one query."""
    return HashtagGroup.objects.filter(workspace=workspace).order_by(Lower("name"), "pk")


def get_group(*, workspace: Workspace, group_id: UUID) -> HashtagGroup:
    """
    Return one group.

    :raises NotFound: when it is unknown or another workspace's
    """
    group = list_groups(workspace).filter(pk=group_id).first()
    if group is None:
        raise NotFound("There is no such group of hashtags in this workspace.")
    return group


def save_group(*, member: Member, group: HashtagGroup | None, name: str, tags: Sequence[str]) -> HashtagGroup:
    """
    Keep a new group, or what is to be different about an old one.

    :raises NotAllowed: for who only looks or approves
    :raises Invalid: `name_missing`, `name_too_long`, `name_taken`, or for a tag TikTok does not link
    :raises TooManyGroups: over MOST_GROUPS
    """
    _require(member)
    name = " ".join(name.split())
    if not 1 <= len(name) <= LONGEST_NAME:
        message = f"A name has {LONGEST_NAME} characters at most." if name else "Give the group a name."
        raise Invalid.at("name", message, code="name_too_long" if name else "name_missing")
    kept = check_tags(tags)
    group = group or HashtagGroup(workspace=member.workspace)
    group.name, group.tags = name, kept
    try:
        with transaction.atomic():
            Workspace.objects.select_for_update().get(pk=member.workspace.pk)  # two at once must not make one too many
            if group._state.adding and list_groups(member.workspace).count() >= MOST_GROUPS:  # noqa: SLF001 - Django's
                raise TooManyGroups(f"A workspace has {MOST_GROUPS} groups at most. Delete one first.")
            group.save()
    except IntegrityError:
        message = f"There is a group named “{name}” already. Choose another name."
        raise Invalid.at("name", message, code="name_taken") from None
    return group


def delete_group(*, member: Member, group: HashtagGroup) -> None:
    """
    Delete a group; posts that have its tags keep them.

    :raises NotAllowed: for who only looks or approves
    """
    _require(member)
    group.delete()


def _require(member: Member) -> None:
    if member.role not in CAN_ACT:
        raise NotAllowed("Owners, admins and editors keep the groups of hashtags. Ask one of them.")

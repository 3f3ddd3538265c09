"""Saved groups of hashtags."""

from uuid import UUID

from ninja import Router, Status

from api.posts import hashtag_services
from api.posts.hashtag_schemas import HashtagGroupIn, HashtagGroupOut
from api.workspaces.auth import AuthedRequest, member_auth
from core.idempotency import run_once
from core.problem_schema import REFUSALS, Problem

router = Router(auth=member_auth)
CHANGES: dict[int, type[Problem]] = {403: Problem}


@router.get("", response={200: list[HashtagGroupOut], **REFUSALS}, operation_id="listHashtagGroups")
def list_groups(request: AuthedRequest) -> list[HashtagGroupOut]:
    """List the workspace's groups of hashtags by name; there are 100 at most."""
    return [HashtagGroupOut.of(group) for group in hashtag_services.list_groups(request.auth.workspace)]


@router.post("", response={201: HashtagGroupOut, **CHANGES, **REFUSALS}, operation_id="addHashtagGroup")
def add_group(request: AuthedRequest, wanted: HashtagGroupIn) -> Status[HashtagGroupOut]:
    """Save hashtags under a name. For owners, admins and editors."""

    def run() -> HashtagGroupOut:
        group = hashtag_services.save_group(member=request.auth, group=None, name=wanted.name, tags=wanted.tags)
        return HashtagGroupOut.of(group)

    return Status(201, run_once(request, scope=request.auth.workspace.pk, run=run, answer_type=HashtagGroupOut))


@router.put(
    "/{uuid:group_id}", response={200: HashtagGroupOut, **CHANGES, **REFUSALS}, operation_id="changeHashtagGroup"
)
def change_group(request: AuthedRequest, group_id: UUID, wanted: HashtagGroupIn) -> HashtagGroupOut:
    """Change a group's name and hashtags. For owners, admins and editors."""
    group = hashtag_services.get_group(workspace=request.auth.workspace, group_id=group_id)
    group = hashtag_services.save_group(member=request.auth, group=group, name=wanted.name, tags=wanted.tags)
    return HashtagGroupOut.of(group)


@router.delete("/{uuid:group_id}", response={204: None, **CHANGES, **REFUSALS}, operation_id="deleteHashtagGroup")
def delete_group(request: AuthedRequest, group_id: UUID) -> Status[None]:
    """Delete a group; posts that have its hashtags keep them. For owners, admins and editors."""
    group = hashtag_services.get_group(workspace=request.auth.workspace, group_id=group_id)
    hashtag_services.delete_group(member=request.auth, group=group)
    return Status(204, None)

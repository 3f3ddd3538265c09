"""Workspaces and who is in them."""

from django.db import transaction

from api.users import services as users
from api.users.models import User
from api.workspaces import audit
from api.workspaces.auth import Member
from api.workspaces.models import Membership, Role, Workspace
from api.workspaces.signals import time_zone_changed
from core.sentences.catalogue import ENGLISH, say

SETTINGS = ("name", "time_zone", "slideshow_encoder")


@transaction.atomic
def sign_up(*, email: str, password: str, name: str, time_zone: str, language: str = ENGLISH) -> User:
    """
    Add a person together with a workspace of their own: both or neither.

    :raises EmailTaken, Invalid: as `users.create_user` does
    """
    user = users.create_user(email=email, password=password, name=name, time_zone=time_zone, language=language)
    workspace = Workspace.objects.create(name=say(f"{user.name}'s workspace", language), time_zone=user.time_zone)
    Membership.objects.create(user=user, workspace=workspace, role=Role.OWNER)
    return user


@transaction.atomic
def update_workspace(*, member: Member, name: str, time_zone: str, slideshow_encoder: str | None = None) -> None:
    """
    Change what the workspace is called, the clock it goes by, and how its slideshows are encoded; blank leaves the old one.

    :raises NotAllowed: for who does not run the workspace
    :raises Invalid: for a time zone that does not exist
    """
    member.must_be_admin()
    workspace = member.workspace
    before = {field: getattr(workspace, field) for field in SETTINGS}
    workspace.name, workspace.time_zone = name.strip() or workspace.name, users.check_zone(time_zone)
    workspace.slideshow_encoder = slideshow_encoder or workspace.slideshow_encoder
    after = {field: getattr(workspace, field) for field in SETTINGS}
    if after == before:
        return
    workspace.save(update_fields=[*SETTINGS, "updated_at"])
    if before["time_zone"] != after["time_zone"]:
        time_zone_changed.send(Workspace, workspace=workspace)
    sentence = f"set the workspace to “{workspace.name}” on the clock of {workspace.time_zone}"
    if before["slideshow_encoder"] != after["slideshow_encoder"]:
        sentence += f", its slideshows encoded by {workspace.slideshow_encoder}"
    audit.record(
        member,
        "workspace.changed",
        kind="workspace",
        subject_id=workspace.pk,
        sentence=sentence,
        before=before,
        after=after,
    )

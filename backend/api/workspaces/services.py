"""Workspaces and who is in them."""

from django.db import transaction

from api.users import services as users
from api.users.models import User
from api.workspaces.models import Membership, Role, Workspace


@transaction.atomic
def sign_up(*, email: str, password: str, name: str, time_zone: str) -> User:
    """
    Add a person together with a workspace of their own: both or neither.

    :raises EmailTaken, Invalid: as `users.create_user` does
    """
    user = users.create_user(email=email, password=password, name=name, time_zone=time_zone)
    workspace = Workspace.objects.create(name=f"{user.name}'s workspace", time_zone=user.time_zone)
    Membership.objects.create(user=user, workspace=workspace, role=Role.OWNER)
    return user

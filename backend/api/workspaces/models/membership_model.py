from django.db import models

from api.users.models import User
from api.workspaces.models.workspace_model import Workspace
from core.base_model import BaseModel


class Role(models.TextChoices):
    """What a person may do in a workspace, from everything to only looking."""

    OWNER = "owner"
    ADMIN = "admin"
    EDITOR = "editor"
    APPROVER = "approver"
    VIEWER = "viewer"


class Membership(BaseModel):
    """A person's role in a workspace."""

    user = models.ForeignKey(User, models.CASCADE, related_name="memberships")
    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=10, choices=Role)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "workspace"], name="one_membership_each")]

    def __str__(self) -> str:
        return f"{self.user_id} is {self.role} of {self.workspace_id}"

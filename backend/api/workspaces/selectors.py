"""Finding workspaces and their members."""

from api.users.models import User
from api.workspaces.models import Membership


def find_membership(user: User) -> Membership | None:
    """Return the person's place in their first workspace, with the workspace; one query."""
    return Membership.objects.select_related("workspace").filter(user=user).order_by("created_at").first()

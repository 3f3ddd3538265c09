from api.workspaces.models.membership_model import Membership, Role
from api.workspaces.models.workspace_model import Workspace

__all__ = ["Membership", "Role", "Workspace"]

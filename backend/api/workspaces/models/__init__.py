from api.workspaces.models.audit_entry_model import AuditEntry
from api.workspaces.models.membership_model import Membership, Role
from api.workspaces.models.workspace_model import Workspace

__all__ = ["AuditEntry", "Membership", "Role", "Workspace"]

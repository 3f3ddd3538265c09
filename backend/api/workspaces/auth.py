"""Who is asking, and for which workspace: the door that every operation on a workspace's rows goes through."""

from dataclasses import dataclass

from django.http import HttpRequest
from ninja.security import HttpBearer

from api.users.auth import find_person
from api.users.models import Session, User
from api.workspaces import selectors
from api.workspaces.models import Role, Workspace
from core.domain_error import DomainError


class NotAllowed(DomainError):
    code, status, title = "not_allowed", 403, "Not yours to do"


@dataclass(frozen=True, slots=True)
class Member:
    """A signed-in person in a workspace."""

    user: User
    session: Session
    workspace: Workspace
    role: Role

    @property
    def is_admin(self) -> bool:
        return self.role in (Role.OWNER, Role.ADMIN)

    def must_be_admin(self) -> None:
        """
        Go on only for who runs the workspace.

        :raises NotAllowed: for everybody else
        """
        if not self.is_admin:
            raise NotAllowed("Only owners and admins of this workspace may do this. Ask one of them.")


class AuthedRequest(HttpRequest):
    """A request that has passed `MemberAuth`."""

    auth: Member


class MemberAuth(HttpBearer):
    """Let in who is signed in and belongs to a workspace; two queries, so that a removed member is out at once."""

    def authenticate(self, request: HttpRequest, token: str) -> Member | None:  # noqa: ARG002 - ninja's signature
        person = find_person(token)
        membership = selectors.find_membership(person.user) if person else None
        if person is None or membership is None:
            return None
        return Member(person.user, person.session, membership.workspace, Role(membership.role))


member_auth = MemberAuth()

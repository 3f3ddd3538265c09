"""Signing up (a person comes with a workspace), the person's own page, and the workspace's name and clock."""

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Status

from api.users import services as users
from api.users.schemas import SessionOut
from api.workspaces import services
from api.workspaces.auth import AuthedRequest, member_auth
from api.workspaces.schemas import MeIn, MeOut, RegisterIn, WorkspaceIn, WorkspaceOut
from core.problem_schema import REFUSALS, Problem
from core.sentences.answer import language_of

router = Router()
workspace_router = Router(auth=member_auth)


@router.post("/register", response={201: SessionOut, 400: Problem, 409: Problem, 422: Problem}, operation_id="register")
def register(request: HttpRequest, person: RegisterIn) -> Status[SessionOut]:
    """Add a person with a workspace of their own, and sign them in; their mail is in the language they ask in."""
    user = services.sign_up(
        email=person.email,
        password=person.password,
        name=person.name,
        time_zone=person.time_zone,
        language=language_of(request),
    )
    agent = request.headers.get("User-Agent", "")
    return Status(201, SessionOut.of(users.open_session(user=user, user_agent=agent, now=timezone.now())))


@router.get("/me", auth=member_auth, response={200: MeOut, 401: Problem}, operation_id="getMe")
def get_me(request: AuthedRequest) -> MeOut:
    """Return the signed-in person and their workspace."""
    return MeOut.of(request.auth)


@router.put("/me", auth=member_auth, response={200: MeOut, **REFUSALS}, operation_id="updateMe")
def update_me(request: AuthedRequest, me: MeIn) -> MeOut:
    """Change the name, the time zone, and the language of mail."""
    users.update_profile(user=request.auth.user, name=me.name, time_zone=me.time_zone, language=me.language)
    return MeOut.of(request.auth)


@workspace_router.put("/workspace", response={200: WorkspaceOut, **REFUSALS}, operation_id="updateWorkspace")
def update_workspace(request: AuthedRequest, workspace: WorkspaceIn) -> WorkspaceOut:
    """Change the workspace's name, the clock its days and slots go by, and its slideshow encoder. For owners and admins."""
    services.update_workspace(
        member=request.auth,
        name=workspace.name,
        time_zone=workspace.time_zone,
        slideshow_encoder=workspace.slideshow_encoder,
    )
    return WorkspaceOut.of(request.auth)

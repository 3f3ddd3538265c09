"""Whether publishing is at work; ending the quarantine after a restore."""

from datetime import datetime

from ninja import Router, Schema

from api.publishing import health_services, quarantine
from api.publishing.health_services import PublishingHealth
from api.workspaces.auth import AuthedRequest, member_auth
from core.domain_error import DomainError
from core.problem_schema import REFUSALS
from core.sentences.answer import Sentence

router = Router(auth=member_auth)


class NoQuarantine(DomainError):
    code, status, title = "no_quarantine", 409, "There is no quarantine"


class GapUnchecked(DomainError):
    code, status, title = "gap_unchecked", 409, "The gap is still being looked through"


class SignOut(Schema):
    """`sentence` is empty while all is well; `seconds_ago` is null when it never happened."""

    alive: bool
    seconds_ago: float | None
    sentence: Sentence


class QuarantineOut(Schema):
    """After a restore nothing is published; the counts are null until the gap has been looked through."""

    since: datetime
    gap_from: datetime | None
    reason: Sentence
    is_checked: bool
    published: int | None
    asked_people: int | None
    not_asked: int | None


class PublishingHealthOut(Schema):
    """Whether posts go out here."""

    sweeper: SignOut
    clock: SignOut
    quarantine: QuarantineOut | None

    @classmethod
    def of(cls, health: PublishingHealth) -> "PublishingHealthOut":
        found = health.quarantine
        checked = found.checked if found else {}
        shown = (
            None
            if found is None
            else QuarantineOut(
                since=found.since,
                gap_from=found.gap_from,
                reason=found.reason,
                is_checked=bool(checked.get("finished_at")),
                published=checked.get("published"),
                asked_people=checked.get("asked_people"),
                not_asked=len(checked["not_asked"]) if "not_asked" in checked else None,
            )
        )
        signs = {"sweeper": SignOut.from_orm(health.sweeper), "clock": SignOut.from_orm(health.clock)}
        return cls(**signs, quarantine=shown)


@router.get("/health", response={200: PublishingHealthOut, **REFUSALS}, operation_id="getPublishingHealth")
def get_publishing_health(request: AuthedRequest) -> PublishingHealthOut:  # noqa: ARG001 - ninja's signature
    """Tell whether posts go out, and why not."""
    return PublishingHealthOut.of(health_services.look())


@router.post("/quarantine/release", response={200: PublishingHealthOut, **REFUSALS}, operation_id="releaseQuarantine")
def release_quarantine(request: AuthedRequest) -> PublishingHealthOut:
    """Publish again after a restore, once the gap has been looked through. For owners and admins."""
    request.auth.must_be_admin()
    found = health_services.look().quarantine
    if found is None:
        raise NoQuarantine("Publishing is not stopped by a restore.")
    if not found.checked.get("finished_at"):
        raise GapUnchecked("What went out since the backup is still being looked for. It takes a few minutes.")
    quarantine.release(actor=request.auth.user.email)
    return PublishingHealthOut.of(health_services.look())

"""What TikTok reports without being refused anything: how far a post is (tiktok-api §4.7), why an account went (§7). Pure."""

from dataclasses import dataclass
from enum import StrEnum

from tiktok.wire import PublishStatus


class Stage(StrEnum):
    """What a status means for the one who waits."""

    WAIT = "wait"  # ask again
    DELIVERED = "delivered"  # a draft is in the inbox: all an app can do; the person posts it, or not
    POSTED = "posted"  # done
    FAILED = "failed"  # done; `fail_reason` says why


@dataclass(frozen=True, slots=True)
class Status:
    """One row of the table of statuses."""

    stage: Stage
    sentence: str


STATUSES: dict[str, Status] = {
    PublishStatus.PROCESSING_UPLOAD: Status(Stage.WAIT, "TikTok is processing the upload for {account}."),
    PublishStatus.PROCESSING_DOWNLOAD: Status(Stage.WAIT, "TikTok is fetching the media for {account}."),
    PublishStatus.SEND_TO_USER_INBOX: Status(
        Stage.DELIVERED, "The draft is in the inbox of {account}. Finish it in the TikTok app."
    ),
    PublishStatus.PUBLISH_COMPLETE: Status(Stage.POSTED, "Published on {account}."),
    PublishStatus.FAILED: Status(Stage.FAILED, "TikTok could not publish the post on {account}."),
}
UNKNOWN_STATUS = Status(
    Stage.WAIT, "TikTok reports a status for {account} that we do not know: {status}. We keep asking."
)


@dataclass(frozen=True, slots=True)
class Removal:
    """Why the app lost an account; `gone` when connecting it again cannot help for now."""

    sentence: str
    gone: bool = False


REMOVALS: dict[int, Removal] = {
    0: Removal("{account} is no longer connected; TikTok does not say why. Connect it again."),
    1: Removal("{account} removed this app in TikTok. Connect it again."),
    2: Removal("{account} was deleted at TikTok.", gone=True),
    3: Removal(
        "TikTok withdrew the permission of {account} after a change of age. Connect it again, if TikTok lets you."
    ),
    4: Removal("TikTok has banned {account}.", gone=True),
    5: Removal("The permission for {account} was withdrawn from this side. Connect it again."),
}
UNKNOWN_REMOVAL = Removal("{account} is no longer connected, for a reason we do not know: {reason}. Connect it again.")


def explain_status(status: str) -> Status:
    """Return the row of a status; one that is not in the table counts as still processing."""
    return STATUSES.get(status, UNKNOWN_STATUS)


def sentence_for_status(status: str, *, account: str) -> str:
    """Return what a person reads about a status."""
    return explain_status(status).sentence.format(account=account, status=status)


def explain_removal(reason: object) -> Removal:
    """Return the row of the `reason` of `authorization.removed`, which may come as a number or as its text."""
    text = str(reason)
    return REMOVALS.get(int(text), UNKNOWN_REMOVAL) if text in map(str, REMOVALS) else UNKNOWN_REMOVAL


def sentence_for_removal(reason: object, *, account: str) -> str:
    """Return what a person reads about the loss of an account."""
    return explain_removal(reason).sentence.format(account=account, reason=reason)

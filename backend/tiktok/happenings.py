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


REMOVALS: dict[int, str] = {
    0: "TikTok ended the permission for {account} without saying why. Connect it again to go on.",
    1: "{account} took Carillon out of its connected apps in TikTok. Connect it again to go on.",
    2: "TikTok says that {account} was deleted.",
    3: "TikTok ended the permission of {account}, because the age given there was changed. Connect it again.",
    4: "TikTok has banned {account}, and with that ended our permission.",
    5: "The permission for {account} was withdrawn from here. Connect it again to go on.",
}
UNKNOWN_REMOVAL = (
    "TikTok ended the permission for {account}, for a reason we do not know: {reason}. Connect it again to go on."
)


def explain_status(status: str) -> Status:
    """Return the row of a status; one that is not in the table counts as still processing."""
    return STATUSES.get(status, UNKNOWN_STATUS)


def sentence_for_status(status: str, *, account: str) -> str:
    """Return what a person reads about a status."""
    return explain_status(status).sentence.format(account=account, status=status)


def sentence_for_removal(reason: object, *, account: str) -> str:
    """Return what a person reads about the `reason` of `authorization.removed`, which may come as a number or as its text."""
    text = str(reason)
    sentence = REMOVALS[int(text)] if text in map(str, REMOVALS) else UNKNOWN_REMOVAL
    return sentence.format(account=account, reason=reason)

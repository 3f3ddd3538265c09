"""What an account's permissions allow, and what a person reads where one is missing. Pure."""

from collections.abc import Collection
from dataclasses import dataclass

from api.accounts.models import AccountStatus

READING = "Connect it again and leave it ticked."


@dataclass(frozen=True, slots=True)
class Feature:
    """Something Carillon does for an account; `sentence` says why it cannot, and is empty when it can."""

    feature: str
    available: bool
    sentence: str = ""


# Each with the scope it takes (tiktok-api §2.6), and what to say without it.
NEEDS = {
    "profile": ("user.info.profile", "No @name: {account} did not allow reading its profile. " + READING),
    "stats": ("user.info.stats", "No follower counts: {account} did not allow reading them. " + READING),
    "analytics": ("video.list", "No analytics: {account} did not allow reading its videos. " + READING),
    "posting": ("video.publish", "No posting: {account} did not allow it. " + READING),
    "drafts": ("video.upload", "No drafts: {account} did not allow sending them. " + READING),
}
DRAFTS_ONLY = (
    "Drafts only: {account} did not allow posting, so posts can only be sent to its inbox in TikTok. " + READING
)
AWAY = "{account} has to be connected again."


def features_of(scopes: Collection[str], status: str, *, account: str) -> list[Feature]:
    """Return every feature with whether it is available to the account called `account`, always in the same order."""
    if status != AccountStatus.CONNECTED:
        return [Feature(name, available=False, sentence=AWAY.format(account=account)) for name in NEEDS]
    found = []
    for name, (scope, sentence) in NEEDS.items():
        drafts_only = name == "posting" and "video.upload" in scopes
        missing = (DRAFTS_ONLY if drafts_only else sentence).format(account=account)
        available = scope in scopes
        found.append(Feature(name, available=available, sentence="" if available else missing))
    return found

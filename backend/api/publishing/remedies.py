"""The one thing that helps a publication in the state it is in. Decisions only."""

from enum import StrEnum

from api.accounts.models import AccountStatus
from api.publishing.models import Publication, State
from api.publishing.services import WAITING_FOR_ACCOUNT

# The same bytes, caption or choices would be refused again.
NEEDS_A_CHANGE = frozenset(
    {
        "caption_too_long",
        "title_too_long",
        "privacy_not_chosen",
        "privacy_level_option_mismatch",
        "interaction_not_allowed",
        "branded_content_private",
        "photo_count_unfit",
        "cover_unfit",
        "media_missing",
        "file_format_check_failed",
        "duration_check_failed",
        "frame_rate_check_failed",
        "picture_size_check_failed",
        "spam_risk_text",
        "upload_plan_unfit",
    }
)
NEEDS_AN_APP = frozenset({"app_disabled", "app_refused"})


class Remedy(StrEnum):
    """What a person can do, in one word; the web app has a button for each."""

    RETRY = "retry"  # send it now
    RECONNECT = "reconnect"  # give TikTok's permission again
    FIX_APP = "fix_app"  # set the TikTok app right in the settings
    RESUME = "resume"  # the account is paused
    EDIT = "edit"  # change the post: its media, words or choices, or finish the draft
    RESCHEDULE = "reschedule"  # choose another time
    RESOLVE = "resolve"  # look at TikTok, and say what is there
    CANCEL = "cancel"  # take it back while that is possible
    OPEN = "open"  # see it at TikTok


ALWAYS = {
    State.NEEDS_YOU: Remedy.RESOLVE,
    State.MISSED: Remedy.RESCHEDULE,
    State.DRAFT: Remedy.EDIT,
    State.SCHEDULED: Remedy.CANCEL,
    State.OPENING: Remedy.CANCEL,
    State.UPLOADING: Remedy.CANCEL,
}


def remedy_for(publication: Publication, *, url: str | None) -> Remedy | None:
    """
    Return what helps, None when there is nothing to do but wait, or nothing left to do.

    :param url: where the post can be seen, if it can
    """
    match State(publication.state):
        case State.PUBLISHED:
            return Remedy.OPEN if url else None
        case State.HELD:
            return _for_held(publication)
        case State.FAILED:
            return Remedy.EDIT if publication.reason_code in NEEDS_A_CHANGE else Remedy.RETRY
        case State.CANCELLED:
            return Remedy.RETRY if is_agreed(publication) else Remedy.EDIT
        case state:
            return ALWAYS.get(state)


def _for_held(publication: Publication) -> Remedy:
    code, account = publication.reason_code, publication.account
    if code in NEEDS_AN_APP:
        return Remedy.FIX_APP
    if account.status != AccountStatus.CONNECTED and code in WAITING_FOR_ACCOUNT:
        return Remedy.RECONNECT
    if account.paused_at is not None:
        return Remedy.RESUME
    return Remedy.EDIT if code in NEEDS_A_CHANGE else Remedy.RETRY


def is_agreed(publication: Publication) -> bool:
    """Tell whether a person has agreed to send this post, and chosen all that TikTok asks for."""
    chosen = bool(publication.privacy_level) or publication.post_mode == "MEDIA_UPLOAD"
    return publication.post.consent_at is not None and chosen

"""What must still be true at the moment of sending: a choice that is no longer allowed is asked about, never replaced."""

from api.accounts.models import PostMode
from api.publishing.models import Publication, State
from api.publishing.outcomes import Stop
from tiktok.refusals import sentence_for
from tiktok.wire import CreatorInfo

NO_SCOPE = "scope_not_authorized"
NO_DRAFTS = "{account} has not allowed drafts. Connect it again and leave them ticked, or post directly."


def permission_sentence(post_mode: str, *, account: str) -> str:
    """Return what a person reads where an account has not allowed posts of this mode."""
    if post_mode == PostMode.MEDIA_UPLOAD:
        return NO_DRAFTS.format(account=account)
    return sentence_for(NO_SCOPE, account=account)


def check_permission(publication: Publication) -> Stop | None:
    """Return why the account's permission does not cover this post; None when it does, or when there is none at all."""
    account = publication.account
    if account.allows(publication.post_mode) or not account.can_send:
        return None
    return Stop(State.HELD, NO_SCOPE, permission_sentence(publication.post_mode, account=account.handle))


def check_creator(publication: Publication, info: CreatorInfo, *, duration_ms: int) -> Stop | None:
    """Compare the person's choices with what the creator may do right now; None when all of them still hold."""
    handle = publication.account.handle
    if publication.privacy_level not in info.privacy_level_options:
        message = f"{handle} no longer offers the privacy you chose. Choose again who can see the post."
        return Stop(State.HELD, "privacy_level_option_mismatch", message)
    for allowed, disabled, what in (
        (publication.allow_comment, info.comment_disabled, "comments"),
        (publication.allow_duet, info.duet_disabled, "duets"),
        (publication.allow_stitch, info.stitch_disabled, "stitches"),
    ):
        if allowed and disabled:
            return Stop(
                State.HELD,
                "interaction_not_allowed",
                f"{handle} has switched {what} off since. Change the post, then send it.",
            )
    if duration_ms > info.max_video_post_duration_sec * 1000:
        limit = info.max_video_post_duration_sec
        message = f"The video has {duration_ms / 1000:.0f} s; TikTok lets {handle} post {limit} s at most."
        return Stop(State.FAILED, "duration_check_failed", message)
    return None

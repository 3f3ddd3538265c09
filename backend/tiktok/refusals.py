"""
What each of TikTok's codes means: what we do about it, and what the person reads. The one place to look a code up.

Codes are TikTok's `error.code` (tiktok-api §9), the token endpoint's `error` (§2.5), the `fail_reason` of a finished upload
(§4.7), the names we give to the bare statuses of chunks (§4.5), and our own for what TikTok's rules forbid beforehand.
"""

from dataclasses import dataclass
from enum import StrEnum


class Consequence(StrEnum):
    """What a refusal does to the publication it met."""

    FAIL = "fail"  # it will not work: TikTok's last word
    HOLD = "hold"  # it can work once a person has done something
    RECONNECT = "reconnect"  # hold, and the account must be connected anew
    LATER = "later"  # by itself, after a while
    RETRY = "retry"  # at once, with a new session: TikTok says so


@dataclass(frozen=True, slots=True)
class Refusal:
    """One row of a table; `sentence` may hold `{account}`, the account's @name."""

    consequence: Consequence
    sentence: str


FAIL, HOLD, RECONNECT, LATER, RETRY = Consequence

API_REFUSALS: dict[str, Refusal] = {
    # the call itself
    "access_token_invalid": Refusal(
        RECONNECT, "TikTok no longer accepts our permission for {account}. Connect it again."
    ),
    "scope_not_authorized": Refusal(
        RECONNECT, "{account} has not allowed posting. Connect it again and leave posting ticked."
    ),
    "scope_permission_missed": Refusal(
        RECONNECT, "{account} has not allowed this. Connect it again and leave it ticked."
    ),
    "rate_limit_exceeded": Refusal(LATER, "TikTok asked us to slow down for {account}. It goes out in a moment."),
    "internal_error": Refusal(LATER, "TikTok has an internal problem. It is tried again shortly."),
    "invalid_param": Refusal(FAIL, "TikTok did not accept the post for {account} as it was sent."),
    "invalid_file_upload": Refusal(FAIL, "TikTok did not accept the file for {account}."),
    "invalid_publish_id": Refusal(FAIL, "TikTok no longer knows this upload."),
    "token_not_authorized_for_specified_publish_id": Refusal(FAIL, "This upload belongs to another TikTok account."),
    "publish_not_cancellable": Refusal(FAIL, "TikTok is done with this upload, so it can no longer be cancelled."),
    # the creator and the app
    "spam_risk_too_many_posts": Refusal(
        HOLD, "{account} has reached TikTok's limit of posts through apps for 24 hours."
    ),
    "spam_risk_user_banned_from_posting": Refusal(FAIL, "TikTok does not let {account} post through apps at present."),
    "reached_active_user_cap": Refusal(
        HOLD, "This TikTok app has reached the number of creators it may post for in 24 hours."
    ),
    "unaudited_client_can_only_post_to_private_accounts": Refusal(
        HOLD,
        "TikTok lets an app that has not passed its audit post only to private accounts. {account} is public. Make it private in"
        " TikTok, or use an audited app.",
    ),
    "privacy_level_option_mismatch": Refusal(
        HOLD, "{account} no longer offers the chosen privacy. Choose again who can see the post."
    ),
    "url_ownership_unverified": Refusal(HOLD, "TikTok has not verified the address the media is served from."),
    "app_version_check_failed": Refusal(
        HOLD, "The TikTok app of {account} is too old for drafts. Update it on the phone."
    ),
    "spam_risk_too_many_pending_share": Refusal(
        HOLD, "{account} has five drafts waiting in TikTok. Post or discard one there first."
    ),
}

FAIL_REASONS: dict[str, Refusal] = {
    "file_format_check_failed": Refusal(
        FAIL,
        "TikTok cannot read a file of this post. Videos: MP4, MOV or WebM with H.264, H.265, VP8 or VP9. Photos: JPEG or WebP.",
    ),
    "duration_check_failed": Refusal(FAIL, "The video is longer or shorter than TikTok allows for {account}."),
    "frame_rate_check_failed": Refusal(FAIL, "TikTok takes 23 to 60 frames a second; this video is outside."),
    "picture_size_check_failed": Refusal(
        FAIL,
        "A file of this post has a size TikTok refuses. Videos: 360 to 4,096 pixels a side. Photos: 1,080 on the short side.",
    ),
    "internal": Refusal(RETRY, "TikTok had an internal problem while processing the post."),
    "video_pull_failed": Refusal(RETRY, "TikTok could not fetch the video from this server."),
    "photo_pull_failed": Refusal(RETRY, "TikTok could not fetch the photos from this server."),
    "publish_cancelled": Refusal(FAIL, "The upload was cancelled at TikTok."),
    "auth_removed": Refusal(
        RECONNECT, "{account} removed this app in TikTok while the post was on its way. Connect it again."
    ),
    "spam_risk_too_many_posts": API_REFUSALS["spam_risk_too_many_posts"],
    "spam_risk_user_banned_from_posting": API_REFUSALS["spam_risk_user_banned_from_posting"],
    "spam_risk_text": Refusal(FAIL, "TikTok judged the caption risky. Change it and try again."),
    "spam_risk": Refusal(FAIL, "TikTok judged this post risky and refused it."),
}

OAUTH_REFUSALS: dict[str, Refusal] = {
    "access_denied": Refusal(HOLD, "TikTok says the permission was not given. Nothing was changed."),
    "invalid_client": Refusal(
        HOLD, "TikTok does not accept the key or the secret of this app. Check them in settings."
    ),
    "invalid_grant": Refusal(RECONNECT, "TikTok no longer accepts our permission for {account}. Connect it again."),
    "invalid_request": Refusal(
        HOLD, "TikTok did not accept the connection as it was asked for. Check the app's redirect address and platform."
    ),
    "invalid_scope": Refusal(
        HOLD, "This TikTok app may not ask for one of the permissions. Check its scopes at TikTok."
    ),
    "unauthorized_client": Refusal(HOLD, "TikTok does not let this app connect accounts. Check its state at TikTok."),
    "unsupported_grant_type": Refusal(HOLD, "TikTok does not know this way of connecting an account."),
    "unsupported_response_type": Refusal(HOLD, "TikTok does not know this way of asking for a permission."),
    "server_error": Refusal(LATER, "TikTok has an internal problem. It is tried again shortly."),
    "temporarily_unavailable": Refusal(LATER, "TikTok cannot connect accounts at present. It is tried again shortly."),
}

# TikTok answers a chunk with a bare status; these are our names for them.
CHUNK_REFUSALS: dict[str, Refusal] = {
    "chunk_malformed": Refusal(FAIL, "TikTok did not accept a part of the video as it was sent."),
    "upload_url_expired": Refusal(RETRY, "The hour TikTok gives for an upload is over."),
    "upload_unknown": Refusal(RETRY, "TikTok no longer knows this upload."),
}

# What we do not even ask TikTok, since its rules say no (`Unfit`).
OWN_REFUSALS: dict[str, Refusal] = {
    "host_not_allowed": Refusal(HOLD, "TikTok named an address that is not TikTok's. Nothing was sent there."),
    "caption_too_long": Refusal(HOLD, "The caption is longer than TikTok takes. Shorten it."),
    "title_too_long": Refusal(HOLD, "TikTok takes 90 characters as a title for photos. Shorten it."),
    "privacy_not_chosen": Refusal(HOLD, "Choose who can see the post on {account}."),
    "branded_content_private": Refusal(
        HOLD, "Branded content visibility cannot be set to private. Choose again who can see the post."
    ),
    "photo_count_unfit": Refusal(HOLD, "TikTok takes 1 to 35 photos in a post."),
    "cover_unfit": Refusal(HOLD, "The chosen cover is not in the post. Choose another."),
    "address_unfit": Refusal(
        HOLD, "TikTok fetches media only over https from a domain name. Check the public address."
    ),
    "upload_plan_unfit": Refusal(FAIL, "The video is empty or larger than the 4 GB TikTok takes."),
    "too_many_videos": Refusal(FAIL, "TikTok tells about 1 to 20 posts at a time."),
}

REFUSALS = API_REFUSALS | FAIL_REASONS | OAUTH_REFUSALS | CHUNK_REFUSALS | OWN_REFUSALS
SPELLINGS = {"invalid_params": "invalid_param"}
UNKNOWN = Refusal(HOLD, "TikTok refused the post for {account} with a reason we do not know: {code}.")


def explain(code: str) -> Refusal:
    """Return the row of a code; one that is not in the table is held and shown as it is, never guessed at."""
    return REFUSALS.get(SPELLINGS.get(code, code), UNKNOWN)


def sentence_for(code: str, *, account: str) -> str:
    """Return what a person reads about `code`; `account` is the @name it concerns."""
    return explain(code).sentence.format(account=account, code=code)

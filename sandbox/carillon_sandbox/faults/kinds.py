"""What can be made to go wrong, and where."""

from collections.abc import Mapping
from dataclasses import dataclass, field

OAUTH = ("oauth", "oauth_code", "oauth_refresh", "oauth_revoke")
DISPLAY = ("user_info", "video_list", "video_query")
INIT = ("init", "video_init", "inbox_init", "content_init")
BEARER = (*DISPLAY, "creator_info", *INIT, "status", "cancel", "other")
UPLOAD = ("upload",)
EVERY_CALL = (*OAUTH, *BEARER, *UPLOAD)
EVERYWHERE = "*"
# What a call can be that some faults never strike, so that none of their times is spent on it.
NOT_ADMITTED = "not_admitted"  # no live token: a refusal by code never comes before that check
NO_COUNTERS = "no_counters"


@dataclass(frozen=True, slots=True)
class Kind:
    """One way to go wrong: its sentence for people, where it can happen, its options with their usual values, what it spares."""

    sentence: str
    paths: tuple[str, ...]
    options: Mapping[str, object] = field(default_factory=dict)
    spares: tuple[str, ...] = ()


def _counters(sentence: str, **options: object) -> Kind:
    return Kind(sentence, DISPLAY, options, spares=(NOT_ADMITTED, NO_COUNTERS))


KINDS = {
    "http_500_before": Kind("Answers 500 and does nothing.", EVERY_CALL),
    "http_500_after": Kind("Does what was asked and answers 500.", EVERY_CALL),
    "lost_answer": Kind("Does what was asked and drops the connection without an answer.", EVERY_CALL),
    "hang": Kind("Does what was asked and holds the answer back.", EVERY_CALL, {"seconds": 30.0}),
    "late": Kind("Lets the request take effect, and answers, only later.", EVERY_CALL, {"seconds": 30.0}),
    "cut_body": Kind("Drops the connection after half of the body; nothing is accepted.", EVERY_CALL),
    "rate_limited": Kind("Answers 429.", EVERY_CALL, {"retry_after": 0}),
    "html_502": Kind("Answers a gateway's 502 page in HTML.", EVERY_CALL),
    "wrong_code": Kind(
        "Answers JSON with a code that is documented nowhere.",
        (*OAUTH, *BEARER),
        {"code": "backend_overloaded", "status": 200},
    ),
    "bad_json": Kind("Does what was asked and sends the first half of the answer only.", (*OAUTH, *BEARER)),
    "refused": Kind(
        "Refuses with a documented code.",
        BEARER,
        {"code": "internal_error", "status": 0, "spares": ()},
        spares=(NOT_ADMITTED,),
    ),
    "token_revoked": Kind("Ends the consent behind the call just before it.", (*OAUTH, *BEARER)),
    "upload_416": Kind("Answers 416 with the true progress and takes nothing.", UPLOAD),
    "slow_put": Kind("Takes the bytes slowly.", UPLOAD, {"bytes_per_second": 1_000_000.0}),
    "upload_url_expired": Kind("Lets the upload address expire just before the call.", UPLOAD),
    "counters_zero": _counters("Says 0 for every counter."),
    "counters_negative": _counters("Says every counter with a minus before it."),
    "counters_halved": _counters("Says a part of every counter only.", factor=0.4),
    "counters_missing": _counters("Leaves every counter out."),
    # The last three strike no call but what TikTok does by itself after the last byte.
    "processing_failed": Kind("Ends the post as failed after its last byte.", ("processing",), {"reason": "internal"}),
    "slow_moderation": Kind("Holds the public id back.", ("moderation",), {"seconds": 21600.0}),
    "never_moderated": Kind("Never gives the public id.", ("moderation",)),
}

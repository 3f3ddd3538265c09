"""The inbox of a phone: drafts that wait to be posted or discarded."""

from carillon_sandbox.posting.drafts import DraftError, discard_draft, list_inbox, post_draft
from carillon_sandbox.sandbox import Sandbox
from carillon_sandbox.world.accounts import Account

from .markup import Html, join, render
from .words import PRIVACY_WORDS, count_words


def show_inbox(sandbox: Sandbox, account: Account) -> Html:
    """Return the drafts with their buttons."""
    waiting = list_inbox(sandbox, account.handle)
    if not waiting:
        return render("muted.html", words="No drafts are waiting.")
    levels = join(
        render("option.html", value=level, words=PRIVACY_WORDS[level], chosen=Html(""))
        for level in account.privacy_options
    )
    return join(
        render(
            "draft.html",
            handle=account.handle,
            publish_id=post.publish_id,
            caption=post.words or "(no caption)",
            kind="Video" if post.kind == "video" else count_words(post.photo_count, "photo"),
            levels=levels,
        )
        for post in waiting
    )


def take_draft(sandbox: Sandbox, do: str, publish_id: str, privacy: str) -> bool:
    """Post or discard a draft; False when that cannot be done."""
    try:
        if do == "post_draft":
            post_draft(sandbox, publish_id, privacy)
        else:
            discard_draft(sandbox, publish_id)
    except DraftError:
        return False
    return True

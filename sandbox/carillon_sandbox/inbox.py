"""The inbox of a phone: drafts that wait to be posted or discarded."""

import importlib
from types import ModuleType

from .markup import Html, join, render
from .sandbox import Sandbox
from .world import FOLLOWERS, FRIENDS, ONLY_ME, PUBLIC, Account

PRIVACY_WORDS = {PUBLIC: "everyone", FRIENDS: "friends", FOLLOWERS: "followers", ONLY_ME: "only the owner"}


def _drafts() -> ModuleType | None:
    # The module that keeps drafts may not be part of this sandbox.
    try:
        return importlib.import_module("carillon_sandbox.drafts")
    except ModuleNotFoundError:
        return None


def show_inbox(sandbox: Sandbox, account: Account) -> Html:
    """Return the drafts with their buttons."""
    drafts = _drafts()
    waiting = drafts.list_inbox(sandbox, account.handle) if drafts else []
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
            caption=post.caption or "(no caption)",
            levels=levels,
        )
        for post in waiting
    )


def take_draft(sandbox: Sandbox, do: str, publish_id: str, privacy: str) -> bool:
    """Post or discard a draft; False when that cannot be done."""
    drafts = _drafts()
    if drafts is None:
        return False
    try:
        if do == "post_draft":
            drafts.post_draft(sandbox, publish_id, privacy)
        else:
            drafts.discard_draft(sandbox, publish_id)
    except drafts.DraftError:
        return False
    return True

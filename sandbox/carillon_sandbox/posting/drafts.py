"""What a person does in the app with a draft from their inbox: post it, or throw it away."""

from carillon_sandbox.sandbox import Sandbox
from carillon_sandbox.world.accounts import find_account

from .endings import publish
from .posts import Post, find_post


class DraftError(Exception):
    """It cannot be done; a code for programs and a sentence for people."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(code)
        self.code = code
        self.sentence = sentence


def post_draft(sandbox: Sandbox, publish_id: str, privacy: str) -> None:
    """
    Post a draft, visible to whom the person chose; its status moves on to PUBLISH_COMPLETE.

    :raises DraftError: no_such_draft, not_in_inbox, or privacy_not_offered by the account
    """
    post = _in_inbox(sandbox, publish_id)
    account = find_account(sandbox.store, post.handle)
    if account is None or privacy not in account.privacy_options:
        raise DraftError("privacy_not_offered", "The account does not offer this privacy level.")
    publish(sandbox, post, privacy)


def discard_draft(sandbox: Sandbox, publish_id: str) -> None:
    """
    Throw a draft away. The app is not told: for it, the status stays SEND_TO_USER_INBOX.

    :raises DraftError: no_such_draft or not_in_inbox
    """
    post, now = _in_inbox(sandbox, publish_id), sandbox.now()
    with sandbox.store.change() as change:
        change.run("UPDATE posts SET discarded_at = ? WHERE publish_id = ?", (now, post.publish_id))
        change.record("draft.discarded", now, publish_id=post.publish_id, handle=post.handle)


def list_inbox(sandbox: Sandbox, handle: str) -> list[Post]:
    """Return the drafts that wait in a person's inbox, newest first."""
    sql = (
        "SELECT publish_id FROM posts WHERE handle = ? AND status = 'inbox' AND discarded_at IS NULL "
        "ORDER BY finished_at DESC"
    )
    found = [find_post(sandbox.store, row["publish_id"]) for row in sandbox.store.rows(sql, (handle,))]
    return [post for post in found if post is not None]


def _in_inbox(sandbox: Sandbox, publish_id: str) -> Post:
    post = find_post(sandbox.store, publish_id)
    if post is None or post.mode != "draft":
        raise DraftError("no_such_draft", "There is no draft with this publish_id.")
    if post.status != "inbox" or post.discarded_at is not None:
        raise DraftError("not_in_inbox", "The draft is not in the inbox: not yet delivered, or posted or discarded.")
    return post

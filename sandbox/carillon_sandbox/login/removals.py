"""An account takes an app's permission away, or TikTok does."""

from carillon_sandbox.posting.endings import fail_within
from carillon_sandbox.posting.posts import list_unfinished
from carillon_sandbox.sandbox import Sandbox
from carillon_sandbox.store import Change
from carillon_sandbox.webhooks.events import tell
from carillon_sandbox.webhooks.rules import REMOVED

from .grants import has_consent, open_id_of, revoke_account

BY_USER, BY_DEVELOPER = 1, 5
REASONS = (0, BY_USER, 2, 3, 4, BY_DEVELOPER)  # unknown, user, account deleted, age changed, account banned, developer


class NotConnectedError(Exception):
    """The account has given the app no permission that could be taken away."""


def remove_authorization(sandbox: Sandbox, client_key: str, handle: str, reason: int = BY_USER) -> None:
    """
    End every consent of the account for the app: its tokens are dead, what is under way fails, and the app is told.

    :raises NotConnectedError: when there is none
    """
    if not has_consent(sandbox.store, client_key, handle):
        raise NotConnectedError(handle)
    with sandbox.store.change() as change:
        change.record("authorization.removed", sandbox.now(), handle=handle, client_key=client_key, reason=reason)
        end_consent(change, sandbox, client_key, handle, reason)


def end_consent(change: Change, sandbox: Sandbox, client_key: str, handle: str, reason: int) -> None:
    """Do the same inside a change that records it in its own words."""
    now, client = sandbox.now(), sandbox.find_client(client_key)
    revoke_account(change, client_key, handle, now)
    if client is not None:
        open_id = open_id_of(client_key, handle)
        tell(change, sandbox, client, REMOVED, open_id=open_id, create_time=int(now), content={"reason": reason})
    for post in list_unfinished(sandbox.store, client_key, handle):
        fail_within(change, sandbox, post, None, "auth_removed")

"""What a person must hear of: a publication that stopped, and why."""

from api.notifications.models import Urgency
from api.notifications.services import News, tell
from api.publishing.models import Publication, State

TITLES = {
    State.FAILED: "Not posted on {account}",
    State.HELD: "On hold: a post on {account}",
    State.NEEDS_YOU: "Look at {account}: a post may or may not be out",
    State.MISSED: "Too late for a post on {account}",
}


def tell_of(publication: Publication, *, from_state: str) -> None:
    """Tell the workspace, in the transaction of the change, when `publication` has just come to stand still."""
    state = State(publication.state)
    if state not in TITLES or from_state == state:
        return
    news = News(
        kind=f"publication.{state}",
        urgency=Urgency.NOW,
        key=f"{state}:{publication.pk}",
        title=TITLES[state].format(account=publication.account.handle),
        body=publication.reason_message,
        link=f"/posts/{publication.post_id}",
    )
    tell(publication.workspace_id, news)

"""What a person must hear of: a publication that stopped, and why; taken back when it goes on or is given up."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Count

from api.notifications.models import Urgency
from api.notifications.services import News, settle_many, tell_many
from api.publishing.models import Publication, PublicationEvent, State
from api.workspaces.models import Workspace

TITLES = {
    State.FAILED: "Not posted on {account}",
    State.HELD: "On hold: a post on {account}",
    State.NEEDS_YOU: "Look at {account}: a post may or may not be out",
    State.MISSED: "Too late for a post on {account}",
}
# Forty accounts that stop for one cause are one piece of news.
MANY = {
    State.FAILED: "{count} posts were not posted: {names}",
    State.HELD: "{count} posts are on hold: {names}",
    State.NEEDS_YOU: "{count} posts may or may not be out: {names}",
    State.MISSED: "{count} posts are too late: {names}",
}
# Somebody of the team did this on purpose; the others should know, and nobody needs to be called.
ON_PURPOSE = frozenset(
    {"account_disconnected", "app_disabled", "paused_account", "paused_workspace", "paused_everything"}
)


def is_news(from_state: str, to_state: str) -> bool:
    """Tell whether a person hears of this change, or is told no longer what they have heard."""
    return from_state != to_state and bool({from_state, to_state} & set(TITLES))


def tell_of(publications: Iterable[Publication], *, from_state: str) -> None:
    """Tell the workspaces, in the transaction of the change, of publications that have just come to stand still, or go on."""
    changed = [publication for publication in publications if publication.state != from_state]
    if from_state in TITLES:
        settle_many([publication.pk for publication in changed])
    causes: dict[tuple[UUID, str], list[News]] = defaultdict(list)
    for publication in changed:
        if publication.state in TITLES:
            news = _news_of(publication, State(publication.state))
            causes[publication.workspace_id, news.key].append(news)
    for (workspace_id, _), told in causes.items():
        tell_many(workspace_id, told)


def _news_of(publication: Publication, state: State) -> News:
    account = publication.account.handle
    return News(
        kind=f"publication.{state}",
        urgency=Urgency.SOON if publication.reason_code in ON_PURPOSE else Urgency.NOW,
        key=f"publication.{state}:{publication.reason_code}",
        title=TITLES[state].format(account=account),
        body=publication.reason_message,
        link=f"/posts/{publication.post_id}",
        about=publication.pk,
        label=account,
        many=MANY[state],
        many_link=f"/posts?status={state}",
    )


DAY_WORDS = {State.PUBLISHED: "published", State.FAILED: "failed", State.MISSED: "missed", State.NEEDS_YOU: "unclear"}


def say_day(*, workspace: Workspace, since: datetime, until: datetime, **_: object) -> str:
    """Return what went out that day and what did not: `12 posts published, 1 failed.`; "" when nothing did."""
    events = PublicationEvent.objects.filter(
        publication__workspace=workspace, at__gte=since, at__lt=until, to_state__in=DAY_WORDS
    )
    counted = events.values("to_state").annotate(count=Count("publication_id", distinct=True))
    found = {row["to_state"]: row["count"] for row in counted}
    told = [(found[state], word) for state, word in DAY_WORDS.items() if state in found]
    if not told:
        return ""
    count, word = told[0]
    first = f"{count} {'post' if count == 1 else 'posts'} {word}"
    return ", ".join([first, *(f"{count} {word}" for count, word in told[1:])]) + "."

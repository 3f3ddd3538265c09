"""One post: its figures, its ages, its score and what was expected of it."""

from dataclasses import dataclass
from uuid import UUID

from api.analytics import post_selectors
from api.analytics.post_selectors import Expected, PostNow
from api.workspaces.models import Workspace


@dataclass(frozen=True, slots=True)
class PostAnalytics:
    post: PostNow
    expected: list[Expected]

    @property
    def latest(self) -> Expected | None:
        """Return the last forecast, while seven days are still to come."""
        return self.expected[-1] if self.expected and self.expected[-1].came is None else None


def post_analytics(*, workspace: Workspace, video_id: UUID, known: int) -> tuple[int, PostAnalytics | None]:
    """
    Return a post's figures, None when its account's version is the known one.

    :raises NotFound: when the workspace has no such post
    """
    version, post, expected = post_selectors.read_post(workspace, video_id, known=known)
    return version, None if expected is None else PostAnalytics(post, expected)

"""Every operation of TikTok we use: its address, what it is counted against, and with what it fails together."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from enum import Enum

WINDOW_S = 60.0


@dataclass(frozen=True, slots=True)
class Traits:
    """`path`; the `limit` it counts against, with its `calls` a minute; the `group` that is in trouble together."""

    path: str
    group: str
    limit: str = ""
    calls: int = 0


class Operation(Enum):
    """
    One row an operation (tiktok-api §5.1).

    Whether the three inits share one budget is not documented, so they do here; status and cancel likewise. Asking what a
    creator may do is a group of its own, so that its health never speaks for that of opening a post.
    """

    TOKEN = Traits("/v2/oauth/token/", "oauth")
    REVOKE = Traits("/v2/oauth/revoke/", "oauth")
    USER_INFO = Traits("/v2/user/info/", "display", "user_info", 600)
    VIDEO_LIST = Traits("/v2/video/list/", "display", "video_list", 600)
    VIDEO_QUERY = Traits("/v2/video/query/", "display", "video_query", 600)
    CREATOR_INFO = Traits("/v2/post/publish/creator_info/query/", "creator", "creator_info", 20)
    INIT_VIDEO = Traits("/v2/post/publish/video/init/", "posting", "init", 6)
    INIT_INBOX = Traits("/v2/post/publish/inbox/video/init/", "posting", "init", 6)
    INIT_PHOTO = Traits("/v2/post/publish/content/init/", "posting", "init", 6)
    STATUS = Traits("/v2/post/publish/status/fetch/", "status", "status", 30)
    CANCEL = Traits("/v2/post/publish/cancel/", "status", "status", 30)
    CHUNK = Traits("", "upload")

    @property
    def path(self) -> str:
        return self.value.path

    @property
    def group(self) -> str:
        return self.value.group

    @property
    def limit(self) -> str:
        """The name of the budget, empty where TikTok documents none."""
        return self.value.limit

    @property
    def calls(self) -> int:
        """Calls a minute for one account."""
        return self.value.calls


# What stands before every call: entering may refuse it (RateLimited, CircuitOpen), leaving tells how it ended.
Gate = Callable[[Operation], AbstractContextManager[None]]


def open_gate(_: Operation) -> AbstractContextManager[None]:
    """Let every call through and remember nothing."""
    return nullcontext()

"""The Content Posting API: what a creator may do, opening posts and drafts, and what became of them (tiktok-api §4)."""

from typing import overload

from tiktok.bodies import FileUpload, InboxInit, InboxPull, PhotoInit, PublishId, VideoInit, VideoPull
from tiktok.calls import Calls
from tiktok.operations import Operation
from tiktok.wire import CreatorInfo, NoData, OpenedPull, OpenedUpload, StatusAnswer


class PostingCalls(Calls):
    """
    Opening, following and cancelling posts.

    An init of a file may be repeated while not one byte of its last chunk was sent: nothing is posted until then. An init
    by address is final: TikTok fetches by itself, so after `MayHaveWorked` a second one can be a second post.
    """

    def creator_info(self) -> CreatorInfo:
        """
        Return what the creator may do right now. Never cache it.

        :raises Refused: also when TikTok answers 200 with `spam_risk_…` or `reached_active_user_cap`
        """
        return self._ask(CreatorInfo, Operation.CREATOR_INFO)

    @overload
    def init_video(self, init: VideoInit) -> OpenedUpload: ...
    @overload
    def init_video(self, init: VideoPull) -> OpenedPull: ...
    def init_video(self, init: VideoInit | VideoPull) -> OpenedUpload | OpenedPull:
        """Open a direct post of a video, from this machine or from an address TikTok fetches it from."""
        return self._ask(_opened(init), Operation.INIT_VIDEO, init)

    @overload
    def init_inbox_video(self, init: InboxInit) -> OpenedUpload: ...
    @overload
    def init_inbox_video(self, init: InboxPull) -> OpenedPull: ...
    def init_inbox_video(self, init: InboxInit | InboxPull) -> OpenedUpload | OpenedPull:
        """Open a draft in the creator's inbox: caption, privacy and the rest are chosen in the TikTok app."""
        return self._ask(_opened(init), Operation.INIT_INBOX, init)

    def init_photo(self, init: PhotoInit) -> OpenedPull:
        """Open a post or a draft of photos, which TikTok fetches from their addresses."""
        return self._ask(OpenedPull, Operation.INIT_PHOTO, init)

    def fetch_status(self, publish_id: str) -> StatusAnswer:
        """Return how far a post is."""
        return self._ask(StatusAnswer, Operation.STATUS, PublishId(publish_id=publish_id))

    def cancel(self, publish_id: str) -> None:
        """
        Ask TikTok to stop fetching a post. Whether it did, only the status tells: `FAILED` with `publish_cancelled`.

        :raises Refused: `publish_not_cancellable` when the post is final already
        """
        self._ask(NoData, Operation.CANCEL, PublishId(publish_id=publish_id))


def _opened(init: VideoInit | VideoPull | InboxInit | InboxPull) -> type[OpenedUpload] | type[OpenedPull]:
    return OpenedUpload if isinstance(init.source_info, FileUpload) else OpenedPull

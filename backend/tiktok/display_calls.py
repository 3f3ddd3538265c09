"""The Display API: profiles and public videos with their counters (tiktok-api §3)."""

from collections.abc import Sequence

from tiktok.bodies import VideoListBody, VideoQueryBody
from tiktok.calls import Calls
from tiktok.errors import Refused, Unfit
from tiktok.operations import Operation
from tiktok.wire import UserInfo, VideoPage

# Asking for one field outside the granted scopes fails the whole call, so fields are built from the scopes (§3.1).
USER_FIELDS: dict[str, tuple[str, ...]] = {
    "user.info.basic": ("open_id", "union_id", "avatar_url", "avatar_url_100", "avatar_large_url", "display_name"),
    "user.info.profile": ("bio_description", "profile_deep_link", "username", "is_verified"),
    "user.info.stats": ("follower_count", "following_count", "likes_count", "video_count"),
}
VIDEO_FIELDS = (
    "id,create_time,cover_image_url,share_url,video_description,title,duration,height,width,embed_html,embed_link,"
    "like_count,comment_count,share_count,view_count"
)
FIELD_REFUSED = ("invalid_params", "invalid_param", "scope_permission_missed")


class DisplayCalls(Calls):
    """Reading only: each of these may be repeated."""

    def user_info(self, scopes: Sequence[str]) -> UserInfo:
        """
        Return the profile, as far as the granted scopes allow.

        :raises Unfit: when they allow nothing at all
        """
        fields = ",".join(field for scope in scopes for field in USER_FIELDS.get(scope, ()))
        if not fields:
            raise Unfit("scope_not_authorized", "No scope of these gives a profile.")
        return self._ask(UserInfo, Operation.USER_INFO, fields=fields, inside="user", method="GET")

    def video_list(self, *, cursor: int | None = None, max_count: int = 20, ask_aigc: bool = False) -> VideoPage:
        """Return one page of the public posts, newest first; `cursor` in milliseconds; `ask_aigc` as in `video_query`."""
        return self._videos(Operation.VIDEO_LIST, VideoListBody(cursor=cursor, max_count=max_count), ask_aigc=ask_aigc)

    def video_query(self, video_ids: Sequence[str], *, ask_aigc: bool = False) -> VideoPage:
        """
        Return those of up to 20 posts that are public and the account's own; the others are silently missing.

        With `ask_aigc` each also tells whether it is labelled as made by AI, where TikTok knows that field already.
        """
        return self._videos(Operation.VIDEO_QUERY, VideoQueryBody.of(video_ids), ask_aigc=ask_aigc)

    def _videos(self, operation: Operation, body: VideoListBody | VideoQueryBody, *, ask_aigc: bool) -> VideoPage:
        if ask_aigc:
            try:
                return self._ask(VideoPage, operation, body, fields=f"{VIDEO_FIELDS},is_aigc")
            except Refused as refusal:
                if refusal.code not in FIELD_REFUSED:
                    raise
        return self._ask(VideoPage, operation, body, fields=VIDEO_FIELDS)

"""What TikTok answers, field for field (tiktok-api §2–4). Field names are TikTok's, spelling mistakes included."""

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator


class PrivacyLevel(StrEnum):
    """Who can see a post. Which of them an account offers, `creator_info` says."""

    PUBLIC_TO_EVERYONE = "PUBLIC_TO_EVERYONE"
    MUTUAL_FOLLOW_FRIENDS = "MUTUAL_FOLLOW_FRIENDS"
    FOLLOWER_OF_CREATOR = "FOLLOWER_OF_CREATOR"
    SELF_ONLY = "SELF_ONLY"


def _keep_digits(value: object) -> object:
    """Return an id as text. One that came as a float is rounded already, and a wrong id is worse than none."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _keep_ids(value: object) -> object:
    found = value if isinstance(value, list) else [value]
    return [item for item in map(_keep_digits, found) if isinstance(item, str) and item]


# Ids of 19 digits come as JSON integers or as text; they are text from here on, since a JavaScript number rounds them.
TikTokId = Annotated[str, BeforeValidator(_keep_digits)]
TikTokIds = Annotated[list[str], BeforeValidator(_keep_ids)]


class Answer(BaseModel):
    """Part of an answer; fields that TikTok adds later are ignored, and a null counts as absent."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    @model_validator(mode="before")
    @classmethod
    def _drop_nulls(cls, data: object) -> object:
        return {key: value for key, value in data.items() if value is not None} if isinstance(data, dict) else data


class TokenAnswer(Answer):
    """`/v2/oauth/token/`; both lifetimes in seconds. The tokens never show in a repr."""

    access_token: str = Field(min_length=1, repr=False)
    expires_in: int = Field(gt=0)
    open_id: str = Field(min_length=1)
    refresh_token: str = Field(min_length=1, repr=False)
    refresh_expires_in: int = Field(gt=0)
    scope: str = ""

    @property
    def scopes(self) -> list[str]:
        return sorted(scope.strip() for scope in self.scope.split(",") if scope.strip())


class UserInfo(Answer):
    """`/v2/user/info/`; what was not asked for, or not granted, is None: unknown, not zero."""

    open_id: str
    union_id: str | None = None
    avatar_url: str | None = None
    avatar_url_100: str | None = None
    avatar_large_url: str | None = None
    display_name: str | None = None
    bio_description: str | None = None
    profile_deep_link: str | None = None
    username: str | None = None
    is_verified: bool | None = None
    follower_count: int | None = None
    following_count: int | None = None
    likes_count: int | None = None
    video_count: int | None = None


class CreatorInfo(Answer):
    """`creator_info/query`: what this creator may do right now."""

    creator_avatar_url: str = ""
    creator_username: str = ""
    creator_nickname: str = ""
    privacy_level_options: list[str] = []
    comment_disabled: bool = False
    duet_disabled: bool = False
    stitch_disabled: bool = False
    max_video_post_duration_sec: int


class NoData(Answer):
    """An answer that says `ok` and no more."""


class OpenedPull(Answer):
    """Answer of an init whose media TikTok fetches itself."""

    publish_id: str = Field(min_length=1, max_length=64)


class OpenedUpload(OpenedPull):
    """Answer of an init of a file; `upload_url` is a credential and lives one hour."""

    upload_url: str = Field(min_length=1, repr=False)


class PublishStatus(StrEnum):
    """`status` of `status/fetch`. A status that is not listed counts as still processing."""

    PROCESSING_UPLOAD = "PROCESSING_UPLOAD"
    PROCESSING_DOWNLOAD = "PROCESSING_DOWNLOAD"
    SEND_TO_USER_INBOX = "SEND_TO_USER_INBOX"
    PUBLISH_COMPLETE = "PUBLISH_COMPLETE"
    FAILED = "FAILED"


class StatusAnswer(Answer):
    """`status/fetch`: how many bytes TikTok has, of an upload or of a pull, and which public posts came of them."""

    status: str
    fail_reason: str = ""
    uploaded_bytes: int = 0
    downloaded_bytes: int = 0
    publicaly_available_post_id: TikTokIds = []

    @property
    def post_ids(self) -> list[str]:
        return list(self.publicaly_available_post_id)


class VideoItem(Answer):
    """
    A public post. A counter TikTok does not tell is None: unknown, not zero.

    `create_time` is in seconds while the list's cursor is in milliseconds; `cover_image_url` lasts six hours.
    """

    id: TikTokId
    create_time: int
    cover_image_url: str = ""
    share_url: str = ""
    video_description: str = ""
    title: str = ""
    duration: int | None = None
    height: int | None = None
    width: int | None = None
    embed_html: str = ""
    embed_link: str = ""
    like_count: int | None = None
    comment_count: int | None = None
    share_count: int | None = None
    view_count: int | None = None
    is_aigc: bool | None = None


class VideoPage(Answer):
    """Posts, newest first; `cursor` and `has_more` mean something for `video/list` only."""

    videos: list[VideoItem] = []
    cursor: int = 0
    has_more: bool = False

"""TikTok's own JSON, field for field (tiktok-api §2–4). Field names are TikTok's, spelling mistakes included."""

from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator


class PrivacyLevel(StrEnum):
    """Who can see a post. Which of them an account offers, `creator_info` says."""

    PUBLIC_TO_EVERYONE = "PUBLIC_TO_EVERYONE"
    MUTUAL_FOLLOW_FRIENDS = "MUTUAL_FOLLOW_FRIENDS"
    FOLLOWER_OF_CREATOR = "FOLLOWER_OF_CREATOR"
    SELF_ONLY = "SELF_ONLY"


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
    display_name: str | None = None
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


class PostInfo(BaseModel):
    """`post_info` of a direct video post; `title` is the caption, ≤ 2,200 UTF-16 units."""

    title: str
    privacy_level: str
    disable_comment: bool
    disable_duet: bool
    disable_stitch: bool
    brand_content_toggle: bool
    brand_organic_toggle: bool
    is_aigc: bool
    video_cover_timestamp_ms: int = 0


class FileUpload(BaseModel):
    """`source_info` of an upload from this machine; sizes in bytes."""

    source: Literal["FILE_UPLOAD"] = "FILE_UPLOAD"
    video_size: int
    chunk_size: int
    total_chunk_count: int


class VideoInit(BaseModel):
    """Body of `video/init`."""

    post_info: PostInfo
    source_info: FileUpload


class OpenedUpload(Answer):
    """Answer of `video/init`; `upload_url` is a credential and lives one hour."""

    publish_id: str = Field(min_length=1, max_length=64)
    upload_url: str = Field(min_length=1, repr=False)


class PublishStatus(StrEnum):
    """`status` of `status/fetch`. A status that is not listed counts as still processing."""

    PROCESSING_UPLOAD = "PROCESSING_UPLOAD"
    PROCESSING_DOWNLOAD = "PROCESSING_DOWNLOAD"
    SEND_TO_USER_INBOX = "SEND_TO_USER_INBOX"
    PUBLISH_COMPLETE = "PUBLISH_COMPLETE"
    FAILED = "FAILED"


class StatusAnswer(Answer):
    """`status/fetch`. Post ids are 19-digit JSON integers; they are text from here on (a JavaScript number rounds them)."""

    status: str
    fail_reason: str = ""
    uploaded_bytes: int = 0
    publicaly_available_post_id: list[int] = []

    @property
    def post_ids(self) -> list[str]:
        return [str(post_id) for post_id in self.publicaly_available_post_id]


class VideoItem(Answer):
    """One of `video/list`; `create_time` in seconds while the list's cursor is in milliseconds."""

    id: str
    create_time: int
    share_url: str = ""
    video_description: str = ""
    duration: int | None = None
    view_count: int | None = None
    like_count: int | None = None
    comment_count: int | None = None
    share_count: int | None = None


class VideoPage(Answer):
    """One page of `video/list`, newest first."""

    videos: list[VideoItem] = []
    cursor: int = 0
    has_more: bool = False

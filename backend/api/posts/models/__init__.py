from api.posts.models.hashtag_group_model import HashtagGroup
from api.posts.models.post_media_model import MediaType, PostMedia
from api.posts.models.post_model import Post, PostKind, TimingMode

__all__ = ["HashtagGroup", "MediaType", "Post", "PostKind", "PostMedia", "TimingMode"]

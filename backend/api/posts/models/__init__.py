from api.posts.models.post_media_model import MediaType, PostMedia
from api.posts.models.post_model import Post, PostKind, TimingMode

__all__ = ["MediaType", "Post", "PostKind", "PostMedia", "TimingMode"]

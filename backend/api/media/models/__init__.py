from api.media.models.media_asset_model import AssetStatus, MediaAsset, MediaKind
from api.media.models.media_fix_model import FixState, MediaFix
from api.media.models.media_upload_model import MediaUpload

__all__ = ["AssetStatus", "FixState", "MediaAsset", "MediaFix", "MediaKind", "MediaUpload"]

"""Our own copies of posts' covers: TikTok's address of one lasts six hours."""

import hashlib
import logging
from collections.abc import Mapping
from uuid import UUID

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from api.accounts.models import Account
from api.accounts.picture_services import NoPicture, fetch_picture
from api.analytics.models import Video

logger = logging.getLogger(__name__)

SIDE = 480
MOST_AT_ONCE = 60  # in one look; the others come with the next


def copy_covers(account: Account, addresses: Mapping[UUID, str]) -> int:
    """Keep the covers at these addresses, by video; return how many. One that cannot be had is tried again another time."""
    copied = 0
    for video_id, address in list(addresses.items())[:MOST_AT_ONCE]:
        try:
            picture = fetch_picture(address, side=SIDE)
        except NoPicture as error:
            logger.warning("cover of video %s was not copied: %s", video_id, error)
            continue
        key = f"covers/{account.pk}/{hashlib.sha256(picture).hexdigest()[:20]}.webp"
        if not default_storage.exists(key):
            default_storage.save(key, ContentFile(picture))
        copied += Video.objects.filter(pk=video_id).update(cover_key=key)
    return copied

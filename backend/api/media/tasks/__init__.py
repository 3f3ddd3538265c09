from api.media.tasks.check_media_task import (
    check_media,
    check_overdue_media,
    drop_abandoned_uploads,
    make_filmstrip,
    sweep_deleted,
)
from api.media.tasks.fix_media_task import fix_media

__all__ = [
    "check_media",
    "check_overdue_media",
    "drop_abandoned_uploads",
    "fix_media",
    "make_filmstrip",
    "sweep_deleted",
]

from api.slideshows.tasks.convert_slideshow_task import (
    check_overdue_slideshows,
    convert_slideshow,
    drop_unused_videos,
)

__all__ = ["check_overdue_slideshows", "convert_slideshow", "drop_unused_videos"]

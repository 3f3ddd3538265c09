from api.media.tasks.check_media_task import check_media, check_overdue_media, drop_abandoned_uploads

__all__ = ["check_media", "check_overdue_media", "drop_abandoned_uploads"]

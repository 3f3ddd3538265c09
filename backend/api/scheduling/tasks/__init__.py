from api.scheduling.tasks.check_scheduled_posts_task import check_scheduled_posts

__all__ = ["check_scheduled_posts"]

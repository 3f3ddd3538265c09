from api.scheduling.tasks.check_scheduled_posts_task import check_scheduled_posts
from api.scheduling.tasks.keep_hours_task import keep_hours
from api.scheduling.tasks.spawn_series_task import spawn_series

__all__ = ["check_scheduled_posts", "keep_hours", "spawn_series"]

from api.publishing.tasks.find_post_id_task import find_post_id
from api.publishing.tasks.publish_post_task import publish_post

__all__ = ["find_post_id", "publish_post"]

from api.publishing.tasks.find_post_id_task import find_post_id
from api.publishing.tasks.handle_webhook_task import check_webhooks, handle_webhook
from api.publishing.tasks.look_up_task import look_up
from api.publishing.tasks.publish_post_task import publish_post

__all__ = ["check_webhooks", "find_post_id", "handle_webhook", "look_up", "publish_post"]

"""Celery's settings, apart from the beat table in celery.py. Why each is as it is: publishing §1.2."""

from kombu import Queue

from config.settings import REDIS_URL

# redis-py calls a Unix socket unix://, kombu redis+socket://, and kombu names the database virtual_host.
broker_url = REDIS_URL.replace("unix://", "redis+socket://", 1).replace("?db=", "?virtual_host=")
broker_connection_retry_on_startup = True
broker_transport_options = {
    "visibility_timeout": 3600,  # hints look 90 s ahead at most, far below it
    # A broker that takes a connection and then answers nothing must not hold up who only wants to leave a hint there.
    "socket_connect_timeout": 2.0,
    "socket_timeout": 5.0,
}

task_queues = [Queue("publish"), Queue("media"), Queue("sync"), Queue("default")]
task_default_queue = "default"
task_routes = {
    "publishing.*": {"queue": "publish"},
    "scheduling.*": {"queue": "publish"},  # a sweep must not stand behind a video that is being converted
    "media.*": {"queue": "media"},
    "slideshows.*": {"queue": "media"},
    "exports.*": {"queue": "media"},
    "accounts.*": {"queue": "sync"},
    "analytics.*": {"queue": "sync"},
}
task_ignore_result = True
task_acks_late = False  # a message is a hint: one that is lost costs a minute, one that comes twice costs nothing
task_publish_retry_policy = {"max_retries": 1, "interval_start": 0.1}
worker_prefetch_multiplier = 1
worker_proc_alive_timeout = (
    30.0  # of 4 s: on a busy machine a new child takes longer, and is killed and forked without end
)
worker_cancel_long_running_tasks_on_connection_loss = False

task_serializer = "json"
result_serializer = "json"
accept_content = ["json"]
enable_utc = True
timezone = "UTC"

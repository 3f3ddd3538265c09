from django.apps import AppConfig


class MediaConfig(AppConfig):
    name = "api.media"
    label = "media"

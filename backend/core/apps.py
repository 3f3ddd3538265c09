from django.apps import AppConfig


class CoreConfig(AppConfig):
    """The rows that no feature owns."""

    name = "core"

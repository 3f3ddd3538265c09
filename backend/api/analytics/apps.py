from django.apps import AppConfig


class AnalyticsConfig(AppConfig):
    name = "api.analytics"
    label = "analytics"

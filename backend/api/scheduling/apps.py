from django.apps import AppConfig


class SchedulingConfig(AppConfig):
    name = "api.scheduling"
    label = "scheduling"

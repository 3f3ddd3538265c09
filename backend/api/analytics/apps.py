from django.apps import AppConfig


class AnalyticsConfig(AppConfig):
    name = "api.analytics"
    label = "analytics"

    def ready(self) -> None:
        """Read an account as soon as it is connected; count days by a workspace's new clock."""
        from api.accounts.signals import account_connected
        from api.analytics import receivers
        from api.workspaces.signals import time_zone_changed

        account_connected.connect(receivers.on_connected)
        time_zone_changed.connect(receivers.on_time_zone_changed)

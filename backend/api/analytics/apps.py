from django.apps import AppConfig


class AnalyticsConfig(AppConfig):
    name = "api.analytics"
    label = "analytics"

    def ready(self) -> None:
        """Read an account as soon as it is connected."""
        from api.accounts.signals import account_connected
        from api.analytics import receivers

        account_connected.connect(receivers.on_connected)

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    name = "api.publishing"
    label = "publishing"

    def ready(self) -> None:
        """Hold and release publications as their accounts go and come; tell where sealed values lie."""
        from api.accounts.signals import (
            account_connected,
            account_disconnected,
            app_disabled,
            app_room_asked,
            app_usable,
            permission_ends,
        )
        from api.notifications.signals import day_asked
        from api.publishing import receivers
        from api.publishing.models import PublishHistory
        from api.publishing.telling import say_day
        from api.slideshows.signals import slideshow_failed, slideshow_ready
        from core.sealed_places import SealedColumn, register

        account_disconnected.connect(receivers.on_disconnected)
        account_connected.connect(receivers.on_connected)
        app_disabled.connect(receivers.on_app_disabled)
        app_usable.connect(receivers.on_app_usable)
        app_room_asked.connect(receivers.on_app_room_asked)
        permission_ends.connect(receivers.on_permission_ends)
        slideshow_ready.connect(receivers.on_slideshow_ready)
        slideshow_failed.connect(receivers.on_slideshow_failed)
        day_asked.connect(say_day)
        register(SealedColumn(PublishHistory, "upload_url_sealed", label="upload_url", key="publish_id"))

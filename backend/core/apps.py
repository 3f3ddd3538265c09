from django.apps import AppConfig


class CoreConfig(AppConfig):
    """The rows that no feature owns."""

    name = "core"

    def ready(self) -> None:
        """Have Django's checks look at the database's settings too."""
        from django.core.checks import Tags, register

        from core.durability import check_durability

        register(check_durability, Tags.database)

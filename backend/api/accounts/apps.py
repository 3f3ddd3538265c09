from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "api.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Tell where sealed values lie, for the rotation of keys."""
        from api.accounts.models import AccountToken, OAuthAttempt, TikTokApp
        from api.accounts.token_journal import SealedJournal
        from core.sealed_places import SealedColumn, register

        register(
            SealedColumn(AccountToken, "access_sealed", label="access"),
            SealedColumn(AccountToken, "refresh_sealed", label="refresh"),
            SealedColumn(TikTokApp, "client_secret_sealed", label="client_secret"),
            SealedColumn(OAuthAttempt, "verifier_sealed", label="verifier"),
            SealedJournal(),
        )

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "api.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Tell where sealed values lie, for the rotation of keys; tell news of accounts."""
        from api.accounts.models import AccountToken, OAuthAttempt, TikTokApp
        from api.accounts.news import settle_account, tell_reconnect
        from api.accounts.signals import account_connected, account_disconnected, reconnect_required
        from api.accounts.token_journal import SealedJournal
        from core.sealed_places import SealedColumn, register

        register(
            SealedColumn(AccountToken, "access_sealed", label="access"),
            SealedColumn(AccountToken, "refresh_sealed", label="refresh"),
            SealedColumn(TikTokApp, "client_secret_sealed", label="client_secret"),
            SealedColumn(OAuthAttempt, "verifier_sealed", label="verifier"),
            SealedJournal(),
        )
        account_connected.connect(settle_account)
        account_disconnected.connect(settle_account)
        reconnect_required.connect(tell_reconnect)

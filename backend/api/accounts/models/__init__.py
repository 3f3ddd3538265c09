from api.accounts.models.account_group_model import AccountGroup
from api.accounts.models.account_model import Account, AccountStatus, PostMode
from api.accounts.models.account_token_model import AccountToken
from api.accounts.models.oauth_attempt_model import OAuthAttempt
from api.accounts.models.tiktok_app_model import Platform, TikTokApp

__all__ = [
    "Account",
    "AccountGroup",
    "AccountStatus",
    "AccountToken",
    "OAuthAttempt",
    "Platform",
    "PostMode",
    "TikTokApp",
]

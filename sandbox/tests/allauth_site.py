"""
A site whose people sign in with TikTok through django-allauth, as it is: `python allauth_site.py SANDBOX_URL KEY SECRET HANDLE`.

Run as a process of its own, since it configures Django. The library keeps TikTok's own addresses; only the connections to
`open.tiktokapis.com` end at the sandbox, by the adapter that a site may bring for its outgoing requests. Prints what the site
knows of the person in the end, as one line of JSON.
"""

import json
import sys
from typing import Any
from urllib.parse import urlsplit

import django
import requests
from django.conf import settings
from requests.adapters import HTTPAdapter

TIKTOK_API = "https://open.tiktokapis.com"
AUTHORIZE = "https://www.tiktok.com/v2/auth/authorize/"


class ToSandbox(HTTPAdapter):
    """Carry what is meant for TikTok's API host to the sandbox, byte for byte."""

    def send(self, request: requests.PreparedRequest, *args: Any, **options: Any) -> requests.Response:
        request.url = (request.url or "").replace(TIKTOK_API, SANDBOX, 1)
        return super().send(request, *args, **options)


def configure(key: str, secret: str) -> None:
    app = {"client_id": key, "secret": secret, "key": ""}
    settings.configure(
        SECRET_KEY="only for this run",
        ALLOWED_HOSTS=["carillon.example"],
        ROOT_URLCONF="allauth.urls",
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        INSTALLED_APPS=[
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "django.contrib.messages",
            "django.contrib.sessions",
            "allauth",
            "allauth.account",
            "allauth.socialaccount",
            "allauth.socialaccount.providers.tiktok",
        ],
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "django.contrib.messages.middleware.MessageMiddleware",
            "allauth.account.middleware.AccountMiddleware",
        ],
        TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}],
        AUTHENTICATION_BACKENDS=["allauth.account.auth_backends.AuthenticationBackend"],
        ACCOUNT_EMAIL_VERIFICATION="none",
        ACCOUNT_SIGNUP_FIELDS=["username*"],
        ACCOUNT_DEFAULT_HTTP_PROTOCOL="https",
        SECURE_PROXY_SSL_HEADER=("HTTP_X_FORWARDED_PROTO", "https"),
        LOGIN_REDIRECT_URL="/",
        SOCIALACCOUNT_LOGIN_ON_GET=True,
        SOCIALACCOUNT_STORE_TOKENS=True,
        SOCIALACCOUNT_PROVIDERS={"tiktok": {"APPS": [app]}},
    )
    django.setup()


def sign_in(handle: str) -> dict[str, object]:
    from allauth.socialaccount.adapter import DefaultSocialAccountAdapter, get_adapter
    from allauth.socialaccount.models import SocialAccount
    from django.core.management import call_command
    from django.test import Client

    def requests_session(_: DefaultSocialAccountAdapter) -> requests.Session:
        session = requests.Session()
        session.trust_env = False
        session.mount(TIKTOK_API, ToSandbox())
        return session

    get_adapter().__class__.get_requests_session = requests_session
    call_command("migrate", verbosity=0)
    browser = Client(SERVER_NAME="carillon.example")
    asked = browser.get("/tiktok/login/", secure=True)
    assert asked.status_code == 302, asked.content
    assert asked["Location"].startswith(AUTHORIZE), asked["Location"]
    ask = {"handle": handle, "authorize_url": asked["Location"]}
    consent = requests.post(f"{SANDBOX}/sandbox/api/authorize", json=ask, timeout=10)
    assert consent.status_code == 200, consent.text
    back = urlsplit(consent.json()["redirect_url"])
    done = browser.get(f"{back.path}?{back.query}", secure=True)
    assert done.status_code == 302, done.content
    account = SocialAccount.objects.get()
    token = account.socialtoken_set.get()
    return {"uid": account.uid, "extra": account.extra_data, "token_kind": token.token.partition(".")[0]}


if __name__ == "__main__":
    SANDBOX, client_key, client_secret, person = sys.argv[1:]
    configure(client_key, client_secret)
    sys.stdout.write(json.dumps(sign_in(person)) + "\n")

"""How e-mails go out: EMAIL_URL in the environment, as Django's settings."""

from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

CONSOLE = "django.core.mail.backends.console.EmailBackend"
SMTP = "django.core.mail.backends.smtp.EmailBackend"
TIMEOUT_S = 15
PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}


def read_email_url(url: str) -> dict[str, Any]:
    """
    Return Django's e-mail settings for `smtp://`, `smtp+tls://` (STARTTLS), `smtps://` or `console://`; without one, the console.

    :raises ImproperlyConfigured: on any other address; the sentence does not show it, since it may hold a password
    """
    if not url or url.startswith("console:"):
        return {"EMAIL_BACKEND": CONSOLE}
    parts = urlsplit(url)
    try:
        port = parts.port
    except ValueError:
        port = None
        parts = urlsplit("")
    if parts.scheme not in PORTS or not parts.hostname or parse_qs(parts.query):
        raise ImproperlyConfigured("EMAIL_URL is not smtp://, smtp+tls:// or smtps://USER:PASSWORD@HOST:PORT.")
    return {
        "EMAIL_BACKEND": SMTP,
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": port or PORTS[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_TIMEOUT": TIMEOUT_S,
    }

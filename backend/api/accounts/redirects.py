"""What TikTok accepts as a redirect URI, for each platform an app can be registered as (tiktok-api §2.1). Pure."""

from urllib.parse import urlsplit

from api.accounts.models import Platform

MAX_LENGTH = 512
LOCAL_HOSTS = ("localhost", "127.0.0.1")


def why_unusable(uri: str, *, platform: str) -> str | None:
    """Return why an app of `platform` cannot come back to `uri`, in a sentence; None when it can."""
    try:
        parts = urlsplit(uri)
        port = parts.port
    except ValueError:
        return "This server's address is not one TikTok can send a browser to. Set PUBLIC_URL."
    if len(uri) >= MAX_LENGTH or "?" in uri or "#" in uri or parts.scheme not in ("http", "https"):
        return (
            "TikTok takes addresses of less than 512 characters, with neither a query nor a fragment. Set PUBLIC_URL."
        )
    is_local = parts.hostname in LOCAL_HOSTS
    if platform == Platform.DESKTOP and not (is_local and port):
        return (
            "TikTok sends a desktop app back to localhost only, and this Carillon is opened at"
            f" {parts.hostname}. Register the app for web."
        )
    if platform == Platform.WEB and is_local:
        return (
            "TikTok sends a web app back to an https address only, never to localhost, and this Carillon runs on this"
            " machine. Register the app for desktop, or give Carillon a public address with PUBLIC_URL."
        )
    if platform == Platform.WEB and parts.scheme != "https":
        return "TikTok sends a web app back to an https address only. Put https in front of this Carillon."
    return None


def why_no_webhooks(url: str) -> str | None:
    """Return why TikTok cannot deliver webhooks to `url`, in a sentence; None when it can."""
    parts = urlsplit(url)
    if parts.scheme == "https" and parts.hostname not in LOCAL_HOSTS:
        return None
    return (
        "TikTok delivers to public https addresses only, so it cannot reach this Carillon."
        " Nothing is lost: the state of every post is asked for anyway."
    )

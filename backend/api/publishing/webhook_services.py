"""Taking in what TikTok tells unasked: checked, kept once, answered at once; acting on it comes after (webhook_handling)."""

from datetime import datetime, timedelta

from django.db import transaction

from api.accounts.gateway import secret_of
from api.accounts.models import TikTokApp
from api.publishing.models import TikTokWebhook
from core.domain_error import DomainError
from core.hints import hint
from core.tempo import paced_delta
from core.vault import VaultError
from tiktok.webhooks import (
    MAX_BYTES,
    Delivery,
    Unreadable,
    is_genuine,
    is_timely,
    read_delivery,
    read_signature,
)

KEPT_FOR = timedelta(days=30)
LOST = timedelta(seconds=30)  # what came just now has its hint on the way
AT_ONCE = 500


class NotFromTikTok(DomainError):
    code, status, title = "webhook_not_genuine", 401, "Not from TikTok"


class TooLarge(DomainError):
    code, status, title = "body_too_large", 413, "The request is too large"


def take_in(*, raw: bytes, header: str, now: datetime) -> TikTokWebhook | None:
    """
    Keep a delivery that TikTok signed; None when it is known already.

    :raises TooLarge: for a body that no webhook of TikTok's has
    :raises NotFromTikTok: for anything not signed by one of our apps, in time; nothing is kept, and no word on which it was
    """
    if len(raw) > MAX_BYTES:
        raise TooLarge("A webhook of TikTok's has a few hundred bytes.")
    found = _find_genuine(raw, header, now=now)
    if found is None:
        raise NotFromTikTok("This was not signed by TikTok for an app of this server.")
    app, delivery = found
    row, is_new = TikTokWebhook.objects.get_or_create(
        app=app,
        event=delivery.event,
        user_openid=delivery.user_openid,
        publish_id=delivery.publish_id,
        post_id=delivery.post_id,
        sent_at=delivery.sent_at,
        defaults={"reason": delivery.text("reason")},
    )
    if is_new:
        hint_webhook(row)
    return row if is_new else None


def hint_webhook(row: TikTokWebhook) -> None:
    """Tell a worker to act on it."""
    hint("publishing.handle_webhook", webhook_id=str(row.pk))


def sweep(*, now: datetime) -> int:
    """Hint again at what nobody has acted on for a while, and drop what is a month old; return how many were hinted at."""
    TikTokWebhook.objects.filter(created_at__lt=now - KEPT_FOR).delete()
    late = TikTokWebhook.objects.filter(handled_at=None, created_at__lt=now - paced_delta(LOST))
    waiting = late.order_by("created_at")[:AT_ONCE]
    with transaction.atomic():
        for row in waiting:
            hint_webhook(row)
    return len(waiting)


def _find_genuine(raw: bytes, header: str, *, now: datetime) -> tuple[TikTokApp, Delivery] | None:
    signature = read_signature(header)
    if signature is None or not is_timely(signature, now=now):
        return None
    try:
        delivery = read_delivery(raw)
    except Unreadable:
        return None
    app = TikTokApp.objects.filter(client_key=delivery.client_key).first()
    try:
        secret = secret_of(app) if app else ""
    except VaultError:
        return None
    if app is None or not secret or not is_genuine(signature, raw, client_secret=secret):
        return None
    return app, delivery

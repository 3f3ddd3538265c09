"""
Acting on what TikTok told. Each rule holds in any order and any number of times, since TikTok promises neither.

Nothing rests on webhooks: every post's status is asked for anyway, so they only make known sooner what is so.
"""

import re
from collections.abc import Callable
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models.functions import Now
from django.utils import timezone

from api.accounts.models import Account, AccountStatus
from api.accounts.removal_services import AUTH_REMOVED, note_removal
from api.publishing import drafts, services, transitions
from api.publishing.hints import hint_find_post_id, hint_look_up, hint_publish
from api.publishing.models import Publication, PublishHistory, State, TikTokWebhook
from tiktok.happenings import sentence_for_removal

ACTOR = "tiktok"
POST_ID = re.compile(r"[0-9]{1,32}")
PUBLIC = (
    "post.publish.publicly_available",
    "post.publish.publicaly_available",
)  # TikTok's newer spelling, and its older
NO_LONGER_PUBLIC = "post.publish.no_longer_publicaly_available"
UNDER_WAY = (State.UPLOADING, State.COMMITTING, State.SUBMITTED)
IGNORED, UNKNOWN_ACCOUNT, UNKNOWN_SESSION, OLD_NEWS = "ignored", "unknown account", "unknown session", "old news"


def handle(row: TikTokWebhook, *, now: datetime) -> str:
    """Act on one webhook and note that; return the outcome in a word or two."""
    with transaction.atomic():
        act = HANDLERS.get(row.event)
        outcome = act(row) if act else IGNORED
        TikTokWebhook.objects.filter(pk=row.pk).update(handled_at=now, outcome=outcome)
    return outcome


def _with_session(act: Callable[[TikTokWebhook, PublishHistory], str]) -> Callable[[TikTokWebhook], str]:
    """Find the session an event is about: one of the app that signed, on the account it names, and no other."""

    def find(row: TikTokWebhook) -> str:
        sessions = PublishHistory.objects.filter(
            publish_id=row.publish_id,
            publication__account__app=row.app_id,
            publication__account__open_id=row.user_openid,
        )
        session = sessions.select_related("publication").first()
        return act(row, session) if session else UNKNOWN_SESSION

    return find


@_with_session
def _is_out(_: TikTokWebhook, session: PublishHistory) -> str:
    is_news = transitions.publish(session, actor=ACTOR, post_id="")
    drafts.note_posts(session, post_ids=[], finished=True)
    if not is_news:
        return OLD_NEWS
    hint_find_post_id(session.publication_id, at=timezone.now())
    return "published"


@_with_session
def _is_delivered(_: TikTokWebhook, session: PublishHistory) -> str:
    if not transitions.publish(session, actor=ACTOR, post_id="", detail="TikTok put it into the inbox"):
        return OLD_NEWS
    hint_find_post_id(session.publication_id, at=timezone.now())
    return "published"


@_with_session
def _is_public(row: TikTokWebhook, session: PublishHistory) -> str:
    transitions.publish(session, actor=ACTOR, post_id="")
    is_last_word = not _later(row, NO_LONGER_PUBLIC)
    if is_last_word:
        PublishHistory.objects.filter(pk=session.pk).update(no_longer_public_at=None)
    waiting = Publication.objects.filter(pk=session.publication_id, state=State.PUBLISHED, tiktok_post_id="")
    if not POST_ID.fullmatch(row.post_id):
        return "public"
    drafts.note_posts(session, post_ids=[row.post_id], finished=True)
    if not waiting.exists():  # of the several posts one draft can become, the first names the publication
        return OLD_NEWS
    try:
        with transaction.atomic():
            services.note_post_id(session.publication_id, post_id=row.post_id)
            PublishHistory.objects.filter(pk=session.pk).update(tiktok_post_id=row.post_id)
    except IntegrityError:
        return "post id is taken"
    return "public"


@_with_session
def _is_no_longer_public(row: TikTokWebhook, session: PublishHistory) -> str:
    if any(_later(row, event) for event in PUBLIC):
        return OLD_NEWS
    PublishHistory.objects.filter(pk=session.pk).update(no_longer_public_at=row.sent_at)
    return "no longer public"


@_with_session
def _failed(_: TikTokWebhook, session: PublishHistory) -> str:
    # Not believed by itself: what a failure means, and whether to try again, is decided where the status is read.
    one = Publication.objects.filter(pk=session.publication_id)
    for states, hint in ((UNDER_WAY, hint_publish), ((State.NEEDS_YOU,), hint_look_up)):
        waiting = one.filter(state__in=states)
        if session.closed_at is None and waiting.update(next_try_at=Now(), updated_at=Now()):
            hint(session.publication_id, at=timezone.now())
            return "asked TikTok again"
    return OLD_NEWS


def _authorization_removed(row: TikTokWebhook) -> str:
    live = Account.objects.filter(app=row.app_id, open_id=row.user_openid)
    account = live.exclude(status=AccountStatus.DISCONNECTED).first()
    if account is None:
        return UNKNOWN_ACCOUNT
    if not note_removal(account, reason=row.reason, at=row.sent_at):
        return OLD_NEWS
    message = sentence_for_removal(row.reason, account=account.handle)
    services.hold_for(account, code=AUTH_REMOVED, message=f"{message} The post is held until then.")
    return "account to be connected again"


def _later(row: TikTokWebhook, event: str) -> bool:
    same = TikTokWebhook.objects.filter(app=row.app_id, publish_id=row.publish_id, user_openid=row.user_openid)
    return same.filter(event=event, sent_at__gt=row.sent_at).exists()


HANDLERS: dict[str, Callable[[TikTokWebhook], str]] = {
    "post.publish.complete": _is_out,
    "post.publish.inbox_delivered": _is_delivered,
    "post.publish.failed": _failed,
    **dict.fromkeys(PUBLIC, _is_public),
    NO_LONGER_PUBLIC: _is_no_longer_public,
    "authorization.removed": _authorization_removed,
}

"""
Finding the id of a post that is out: TikTok gives it after moderation, in a minute or in hours, to public posts only.

Of a draft, there is one once its person has posted it.
"""

from datetime import timedelta
from uuid import UUID

from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils import timezone

from api.accounts.models import PostMode
from api.accounts.token_services import ReconnectRequired, TokenUnavailable
from api.publishing.claim import Claim
from api.publishing.drafts import note_posts
from api.publishing.models import Publication, PublishHistory, State, Verdict
from api.publishing.retries import GIVE_UP_POST_ID, RETRIES, Why
from api.publishing.services import note_post_id
from core.tempo import paced_delta
from tiktok.errors import TikTokError
from tiktok.happenings import Stage, explain_status

DRAFT_PAUSE_S = 300.0  # a person posts it when they have time for it


def find_post_id(publication_id: UUID, *, worker: str) -> Publication | None:
    """Ask TikTok once; return the publication as it stands then, None when nothing is left to find."""
    waiting = Publication.objects.filter(
        pk=publication_id, state=State.PUBLISHED, tiktok_post_id="", next_try_at__lte=Now()
    )
    publication = waiting.select_related("account").first()
    if publication is None or publication.published_at is None:
        return None
    is_draft = publication.post_mode == PostMode.MEDIA_UPLOAD  # who may see it, its person decides in the app
    never = not is_draft and publication.privacy_level != "PUBLIC_TO_EVERYONE"
    if never or timezone.now() - publication.published_at > GIVE_UP_POST_ID:
        Publication.objects.filter(pk=publication_id).update(next_try_at=None)  # the id will never come
        return None
    if post_id := _ask(publication, worker):
        PublishHistory.objects.filter(publication=publication, verdict=Verdict.PUBLISHED).update(tiktok_post_id=post_id)
        note_post_id(publication_id, post_id=post_id)
    else:
        pause = max(RETRIES[Why.POST_ID].pause_s(publication.tries), DRAFT_PAUSE_S if is_draft else 0.0)
        again = Now() + paced_delta(timedelta(seconds=pause))
        Publication.objects.filter(Q(pk=publication_id, tiktok_post_id="")).update(
            next_try_at=again, tries=F("tries") + 1
        )
    return Publication.objects.get(pk=publication_id)


def _ask(publication: Publication, worker: str) -> str:
    session = PublishHistory.objects.filter(publication=publication, verdict=Verdict.PUBLISHED).first()
    if session is None:
        return ""
    try:
        status = Claim(publication, worker).call(lambda tiktok: tiktok.fetch_status(session.publish_id))
    except (TikTokError, ReconnectRequired, TokenUnavailable):
        return ""
    note_posts(session, post_ids=status.post_ids, finished=explain_status(status.status).stage == Stage.POSTED)
    return next(iter(status.post_ids), "")

"""What a person does to publications once they are planned; each deed stands in the audit log, in its own transaction."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.db import IntegrityError, transaction

from api.accounts.models import Account
from api.posts.models import Post
from api.publishing import protocol, services, transitions
from api.publishing.hints import hint_publish
from api.publishing.models import Publication, PublishHistory, State
from api.publishing.models.publication_model import CANCELLABLE, STOPPED
from api.publishing.post_link import PostLink, read_post_link
from api.publishing.protocol import Row
from api.publishing.remedies import is_agreed
from api.publishing.services import WAITING_FOR_ACCOUNT, AlreadyAtTikTok, NothingToRetry, take_back
from api.workspaces.audit import record
from api.workspaces.auth import Member
from core.domain_error import DomainError, Invalid

MAY_BE_THERE = "It may already be there; sending again can post it twice."


class NothingToSettle(DomainError):
    code, status, title = "nothing_to_settle", 409, "Nothing to settle"


class NothingToCancel(DomainError):
    code, status, title = "nothing_to_cancel", 409, "Nothing to call off"


@dataclass(frozen=True, slots=True)
class Bulk:
    """What a deed did to a post: the publications it changed, and those it left as they were, each with the reason."""

    changed: Sequence[Publication]
    left: Sequence[tuple[Publication, str]]


def cancel(*, member: Member, publication: Publication) -> None:
    """
    Take a publication back.

    :raises AlreadyAtTikTok: once its last bytes may be on their way
    """
    with transaction.atomic():
        services.cancel(publication=publication, actor=member.user.email)
        _note(member, publication, "cancelled", f"called the post off on {publication.account.handle}")


def retry(*, member: Member, publication: Publication, now: datetime) -> None:
    """
    Send a publication that stopped, now.

    :raises NothingToRetry: when it did not stop, or when nobody has agreed to send it yet
    """
    if not is_agreed(publication):
        raise NothingToRetry(
            "This post was never scheduled on this account. Finish it in the composer, and send it there."
        )
    with transaction.atomic():
        services.retry(publication=publication, actor=member.user.email, now=now)
        _note(
            member, publication, "retried", f"sent the post again on {publication.account.handle}, after it had stopped"
        )


def retry_post(*, member: Member, post: Post, now: datetime) -> Bulk:
    """
    Send again what stopped by itself: failed, held or missed. What is out, under way, unknown or called off is not touched.

    What waits for its account to be connected again is left as well: it goes on by itself then.

    :raises NothingToRetry: when nothing of the post stopped
    """
    stopped = [row for row in _list(post) if row.state in STOPPED]
    left = [(row, row.reason_message) for row in stopped if _waits_for_account(row)]
    waiting = {row.pk for row, _ in left}
    changed = [row for row in stopped if row.pk not in waiting]
    if not changed:
        raise NothingToRetry(left[0][1] if left else "No account of this post is waiting for another try.")
    bulk = _each(changed, lambda row: retry(member=member, publication=row, now=now))
    return Bulk(bulk.changed, [*left, *bulk.left])


def cancel_post(*, member: Member, post: Post) -> Bulk:
    """
    Call off what has not gone out yet, on every account; what TikTok has stays, and so does what failed.

    :raises NothingToCancel: when nothing of the post can be called off
    """
    rows = _list(post)
    changed = [row for row in rows if row.state in CANCELLABLE]
    late = [row for row in rows if row.state in (State.COMMITTING, State.SUBMITTED)]
    if not changed:
        raise NothingToCancel("TikTok already has it." if late else "Nothing of this post is still to go out.")
    bulk = _each(changed, lambda row: cancel(member=member, publication=row))
    told = [(row, f"TikTok already has it for {row.account.handle}.") for row in late]
    return Bulk(bulk.changed, [*told, *bulk.left])


def settle_there(*, member: Member, publication: Publication, link: str, now: datetime) -> None:
    """
    Take a person's word that the post is at TikTok; with its link, its id is known as well.

    :raises Invalid: at `link`, when it is not of a post of this account, or of one that another publication is already
    :raises NothingToSettle: when the outcome is known
    """
    handle = publication.account.handle
    found = _read_link(publication, link) if link.strip() else None
    post_id = found.post_id if found else ""
    changes = {"published_at": now, "next_try_at": None, **transitions.NO_REASON}
    detail = "a person found it at TikTok"
    try:
        with transaction.atomic():
            session = publication.attempts.filter(closed_at=None).first()
            found_id = {"tiktok_post_id": post_id} if post_id else {}
            _settle(publication, protocol.FOUND, member=member, detail=detail, changes={**changes, **found_id})
            if session and post_id:
                ids = {"tiktok_post_id": post_id, "tiktok_post_ids": [post_id]}
                PublishHistory.objects.filter(pk=session.pk).update(**ids)
            _note(member, publication, "resolved", f"said that the post is there on {handle}", tiktok_post_id=post_id)
    except IntegrityError as error:
        raise _taken(publication) from error


def send_again(*, member: Member, publication: Publication, confirmed: bool, now: datetime) -> None:
    """
    Send once more what may be out already: a new attempt, and only after the warning.

    :raises Invalid: at `confirmed`, with the warning, until the person has confirmed it
    :raises NothingToSettle: when the outcome is known
    """
    if not confirmed:
        raise Invalid.at("confirmed", MAY_BE_THERE, code="confirm_send_again")
    with transaction.atomic():
        changes = {"due_at": now, "next_try_at": now, **services.FRESH}
        detail = "a person found nothing at TikTok and sends it again"
        _settle(publication, protocol.SEND_AGAIN, member=member, detail=detail, changes=changes)
        sentence = (
            f"sent the post again on {publication.account.handle}, after the warning that it may already be there"
        )
        _note(member, publication, "sent_again", sentence, warning=MAY_BE_THERE)
    hint_publish(publication.pk, at=now)


@transaction.atomic
def _each(rows: Sequence[Publication], do: Callable[[Publication], None]) -> Bulk:
    """Do it to each; one that has moved on meanwhile is left with the reason, and the others are done all the same."""
    changed, left = [], []
    for row in rows:
        try:
            do(row)
        except (NothingToRetry, AlreadyAtTikTok) as refusal:
            left.append((row, refusal.detail))
        else:
            changed.append(row)
    return Bulk(changed, left)


def _settle(publication: Publication, row: Row, *, member: Member, detail: str, changes: transitions.Changes) -> None:
    if not take_back(publication.pk, row, actor=member.user.email, detail=detail, changes=changes):
        raise NothingToSettle("It is known what became of this post.")


def _read_link(publication: Publication, link: str) -> PostLink:
    sandbox = urlsplit(settings.TIKTOK.authorize_url).netloc if settings.TIKTOK.is_sandbox else ""
    found, account = read_post_link(link, sandbox_host=sandbox), publication.account
    if account.username and found.handle.casefold() != account.username.casefold():
        message = f"This is a post of @{found.handle}; the publication is on {account.handle}."
        raise Invalid.at("link", message, code="link_of_another_account")
    if _is_bound(account, found.post_id, but=publication):
        raise _taken(publication)
    return found


def _is_bound(account: Account, post_id: str, *, but: Publication) -> bool:
    if Publication.objects.filter(account=account, tiktok_post_id=post_id).exclude(pk=but.pk).exists():
        return True
    sessions = PublishHistory.objects.filter(publication__account=account).exclude(publication=but)
    return (
        sessions.filter(tiktok_post_id=post_id).exists()
        or sessions.filter(tiktok_post_ids__contains=[post_id]).exists()
    )


def _taken(publication: Publication) -> Invalid:
    message = f"Another post of Carillon's on {publication.account.handle} is already known to be this one."
    return Invalid.at("link", message, code="link_taken")


def _list(post: Post) -> list[Publication]:
    return list(post.publications.select_related("account", "post").order_by("pk"))


def _waits_for_account(publication: Publication) -> bool:
    return publication.state == State.HELD and (
        publication.reason_code in WAITING_FOR_ACCOUNT and not publication.account.can_send
    )


def _note(member: Member, publication: Publication, deed: str, sentence: str, **detail: object) -> None:
    about = {"post_id": str(publication.post_id), "account_id": str(publication.account_id)}
    told = {name: value for name, value in detail.items() if value}
    record(
        member,
        f"publication.{deed}",
        kind="publication",
        subject_id=publication.pk,
        sentence=sentence,
        **about,
        **told,
    )

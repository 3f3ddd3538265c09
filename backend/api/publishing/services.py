"""What people do to publications: plan, change, cancel, retry, settle. Each is a guarded transition and an event."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F, QuerySet
from django.db.models.functions import Now

from api.accounts.models import Account, AccountStatus, PostMode
from api.posts.models import Post
from api.publishing import protocol, transitions
from api.publishing.checks import permission_sentence
from api.publishing.hints import hint_publish
from api.publishing.line import line_up
from api.publishing.models import Publication, State
from api.publishing.models.publication_model import EDITABLE
from api.publishing.protocol import Row
from api.publishing.stagger import spread
from core.domain_error import DomainError, Invalid

FRESH = {"tries": 0, "inits": 0, "payload": None, **transitions.NO_REASON, **transitions.RELEASED}
CALLED_OFF = "cancelled"  # what the history says of a publication that a person cancelled by itself
FENCE: transitions.Changes = {"attempt": F("attempt") + 1, "pull_key_hash": "", **transitions.RELEASED}
WAITING_FOR_ACCOUNT = (
    "token_unreadable",
    "reconnect_required",
    "app_refused",
    "account_disconnected",
    "access_token_invalid",
    "scope_not_authorized",
    "auth_removed",
)


class AlreadyAtTikTok(DomainError):
    code, status, title = "already_at_tiktok", 409, "TikTok already has it"


class NothingToRetry(DomainError):
    code, status, title = "nothing_to_retry", 409, "Nothing to try again"


@dataclass(frozen=True, slots=True)
class Choices:
    """What the person chose for one account (tiktok-api §6 B and C), and the words it has for its own."""

    privacy_level: str
    allow_comment: bool
    allow_duet: bool
    allow_stitch: bool
    disclosure: bool
    your_brand: bool
    branded_content: bool
    is_aigc: bool
    auto_add_music: bool = False
    post_mode: str = PostMode.DIRECT_POST
    own_caption: str | None = None  # None: the post's caption

    @property
    def is_draft(self) -> bool:
        """Tell whether it goes to the inbox in TikTok, where its person chooses all the rest."""
        return self.post_mode == PostMode.MEDIA_UPLOAD


@dataclass(frozen=True, slots=True)
class Target:
    """An account a post is meant for, and the choices for it."""

    account: Account
    choices: Choices


def check_target(target: Target, *, index: int) -> None:
    """
    Accept choices that TikTok's rules allow; what the account offers is asked again at sending.

    TikTok's rules are about what is published by us; of a draft, its person chooses everything in the app.

    :raises Invalid: `scope_not_authorized`, `privacy_missing`, `disclosure_incomplete`, `branded_content_private` or
        `account_disconnected`, at the field
    """
    choices, place = target.choices, f"publications.{index}"
    if target.account.status == AccountStatus.DISCONNECTED:
        message = f"{target.account.handle} was disconnected. Connect it again, or take it out of this post."
        raise Invalid.at(f"{place}.account_id", message, code="account_disconnected")
    if not target.account.allows(choices.post_mode):
        message = permission_sentence(choices.post_mode, account=target.account.handle)
        raise Invalid.at(f"{place}.post_mode", message, code="scope_not_authorized")
    if choices.is_draft:
        return
    if not choices.privacy_level:
        message = f"Choose who can see the post on {target.account.handle}."
        raise Invalid.at(f"{place}.privacy_level", message, code="privacy_missing")
    if choices.disclosure and not (choices.your_brand or choices.branded_content):
        message = "You need to indicate if your content promotes yourself, a third party, or both."
        raise Invalid.at(f"{place}.disclosure", message, code="disclosure_incomplete")
    if choices.disclosure and choices.branded_content and choices.privacy_level == "SELF_ONLY":
        raise Invalid.at(
            f"{place}.privacy_level",
            "Branded content visibility cannot be set to private.",
            code="branded_content_private",
        )


def plan(
    *,
    post: Post,
    targets: Sequence[Target],
    due_at: datetime | None,
    actor: str,
    due_times: Mapping[UUID, datetime] | None = None,
) -> list[Publication]:
    """
    Make the post's publications be exactly those of `targets`: new ones added, others changed, the rest cancelled.

    Call it inside the transaction that saves the post. Without `due_at` they are drafts; otherwise each account has its own
    time, from `due_times` or spread as the post says.

    :raises AlreadyAtTikTok: when one of the post's publications can no longer be changed; nothing is changed then
    """
    state = State.SCHEDULED if due_at else State.DRAFT
    existing = {
        publication.account_id: publication for publication in post.publications.select_for_update(of=("self",))
    }
    if any(publication.state not in EDITABLE for publication in existing.values()):
        raise AlreadyAtTikTok("TikTok already has this post, or is just getting it, so it can no longer be changed.")
    if due_at and due_times is None:
        accounts = [target.account.pk for target in targets]
        due_times = spread(post.pk, accounts, due_at=due_at, minutes=post.stagger_min)
    planned = []
    for target in targets:
        publication = existing.pop(target.account.pk, None)
        own = (due_times or {}).get(target.account.pk, due_at)
        changes = {"due_at": own, "next_try_at": own, **asdict(target.choices), **FRESH}
        if publication is None:
            publication = Publication.objects.create(
                workspace=post.workspace, post=post, account=target.account, state=state, **changes
            )
            transitions.add_event(publication.pk, from_state="", to_state=state, actor=actor, detail="planned")
        else:
            row = protocol.CHANGE if due_at else protocol.PUT_OFF
            take_back(publication.pk, row, actor=actor, detail="changed", changes=changes)
        hint_publish(publication.pk, at=own)
        planned.append(publication)
    for publication in existing.values():
        if publication.state != State.CANCELLED:
            take_back(
                publication.pk, protocol.DROP, actor=actor, detail="account removed", changes={"next_try_at": None}
            )
    return planned


def take_back(publication_id: UUID, row: Row, *, actor: str, detail: str, changes: transitions.Changes) -> bool:
    """
    Follow a person's row of the protocol; False when it does not hold from where the publication stands.

    The attempt's number grows, so that the worker, if there is one, finds its own gone and stops; its open session ends, and
    what TikTok could fetch for it can be fetched no more.
    """
    error = detail.replace(" ", "_")
    return transitions.move(publication_id, row, actor=actor, detail=detail, error=error, changes={**changes, **FENCE})


def take_back_many(
    publications: "QuerySet[Publication]", row: Row, *, actor: str, detail: str, changes: transitions.Changes
) -> list[UUID]:
    """Do what `take_back` does to all of them for which the row holds, in as many queries as for one; return which."""
    return transitions.move_many(publications, row, actor=actor, detail=detail, changes={**changes, **FENCE})


def cancel(*, publication: Publication, actor: str) -> None:
    """
    Take a publication back, at any time before its last bytes are sent.

    :raises AlreadyAtTikTok: after that
    """
    changes = {"next_try_at": None, **transitions.NO_REASON}
    if not take_back(publication.pk, protocol.CANCEL, actor=actor, detail=CALLED_OFF, changes=changes):
        raise AlreadyAtTikTok(
            f"TikTok already has this post for {publication.account.handle}, so it cannot be cancelled here."
        )


def retry(*, publication: Publication, actor: str, now: datetime) -> None:
    """
    Send a publication that stopped, now; those of the post's other accounts are not touched.

    :raises NothingToRetry: when it did not stop, or nobody knows yet whether it is out
    """
    changes = {"due_at": now, "next_try_at": now, **FRESH}
    if not transitions.move(publication.pk, protocol.RETRY, actor=actor, detail="try again", changes=changes):
        raise NothingToRetry("This post is not waiting for another try.")
    hint_publish(publication.pk, at=now)


def hold_for(account: Account, *, code: str = "account_disconnected", message: str = "") -> int:
    """Hold what is scheduled on an account that was disconnected, or that TikTok disconnected; return how many."""
    message = message or f"{account.handle} was disconnected. Connect it again to send this post."
    return hold(Publication.objects.filter(account=account), code=code, message=message)


def hold_after(account: Account, *, until: datetime) -> int:
    """Hold what is scheduled for when the account's permission will be over; return how many. The rest still goes out."""
    message = f"{account.handle} has to be connected again. The post is held until then."
    later = Publication.objects.filter(account=account, due_at__gte=until)
    return hold(later, code="reconnect_required", message=message)


def hold(publications: "QuerySet[Publication]", *, code: str, message: str) -> int:
    """Hold those of the publications that are scheduled; return how many."""
    changes = {"next_try_at": None, "reason_code": code, "reason_message": message[:400]}
    return len(transitions.move_many(publications, protocol.HOLD, actor="accounts", detail=message, changes=changes))


def release_for(account: Account) -> int:
    """Schedule again what was held until its account came back; what is long past its time becomes `missed`, not late."""
    held = Publication.objects.filter(account=account, state=State.HELD, reason_code__in=WAITING_FOR_ACCOUNT)
    return release(held, why="account connected again")


@transaction.atomic(savepoint=False)  # nobody takes one of them before they stand in their lines
def release(publications: "QuerySet[Publication]", *, why: str) -> int:
    """Schedule these held publications again; return how many."""
    changes = {"next_try_at": F("due_at"), "tries": 0, **transitions.NO_REASON}
    released = transitions.move_many(publications, protocol.RELEASE, actor="accounts", detail=why, changes=changes)
    line_up(released)
    for pk, next_try_at in Publication.objects.filter(pk__in=released).values_list("pk", "next_try_at"):
        hint_publish(pk, at=next_try_at)
    return len(released)


def withdraw(post_ids: Collection[UUID], *, actor: str, why: str) -> set[UUID]:
    """
    Cancel what has not gone out, so that the posts can be deleted; what is out stays in the history.

    Return the posts that have to stay, because TikTok is processing one of their publications; of those nothing is cancelled.
    As many queries however many posts.

    :param why: what the history says, by which it can be taken back
    """
    rows = Publication.objects.filter(post_id__in=post_ids)
    locked = rows.select_for_update(of=("self",)).order_by("pk").values_list("post_id", "state")
    busy = {post_id for post_id, state in locked if state in (State.COMMITTING, State.SUBMITTED)}
    changes = {"next_try_at": None, **transitions.NO_REASON}
    take_back_many(rows.exclude(post_id__in=busy), protocol.CANCEL, actor=actor, detail=why, changes=changes)
    return busy


def note_post_id(publication_id: UUID, *, post_id: str) -> None:
    """Keep the id TikTok gave a published post, once moderation let it be public."""
    publication = Publication.objects.filter(pk=publication_id, state=State.PUBLISHED)
    publication.update(tiktok_post_id=post_id, next_try_at=None, updated_at=Now())

"""
Taking a cancellation back: what was scheduled for a time to come is scheduled again, with every rule asked anew.

Nothing that may have gone out comes back. A cancellation ends before the last bytes leave (protocol.CANCEL), and what was under
way, or whose time has passed, is never scheduled here: it becomes a draft where the whole post is one then, and otherwise stays
called off, from where a person can send it.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F

from api.posts.models import Post, TimingMode
from api.publishing import protocol
from api.publishing.hints import hint_publish
from api.publishing.models import Publication, PublicationEvent, State
from api.publishing.quota_services import lock_accounts
from api.publishing.services import CALLED_OFF, FRESH, take_back_many
from api.publishing.undo_rules import refuse_each
from api.workspaces.audit import record_many
from api.workspaces.auth import Member
from core.domain_error import NotFound
from core.undo import UNDO_FOR, UndoOver

PASSED = "Its time has passed."
ANEW = {**FRESH, "in_line": False, "behind": False}


@dataclass(slots=True)
class Undone:
    """What came back of a post: scheduled again, made a draft, or left called off; `why` has what kept it from its time."""

    scheduled: int = 0
    drafts: int = 0
    called_off: int = 0
    why: list[str] = field(default_factory=list)


def undo_cancel(*, member: Member, publication_ids: Collection[UUID], now: datetime) -> Undone:
    """
    Take back that these publications were called off, one by one or with their post's others; doing it twice changes nothing.

    :raises NotFound: when one of them is unknown or another workspace's; nothing is changed then
    :raises UndoOver: when all of them were called off too long ago, or by something else
    """
    wanted = set(publication_ids)
    own = Publication.objects.filter(workspace=member.workspace, pk__in=wanted, post__deleted_at=None)
    with transaction.atomic():
        posts = lock_posts(set(own.values_list("post_id", flat=True)))
        rows = list(own.select_related("account"))
        if len(rows) != len(wanted):
            raise NotFound("There is no such publication in this workspace.")
        found = bring_back(
            posts, detail=CALLED_OFF, actor=member.user.email, now=now, since=now - UNDO_FOR, only=wanted
        )
        if not found and any(row.state == State.CANCELLED for row in rows):
            raise UndoOver(
                "This was called off more than 10 minutes ago, or with its post. Send it from the post's page."
            )
        _note(member, [row for row in rows if row.state == State.CANCELLED])
    return _sum(found.values())


def _note(member: Member, cancelled: Sequence[Publication]) -> None:
    """Note those of the publications that are not called off any more."""
    ids = [row.pk for row in cancelled]
    back = set(Publication.objects.filter(pk__in=ids).exclude(state=State.CANCELLED).values_list("pk", flat=True))
    rows = [row for row in cancelled if row.pk in back]
    record_many(
        member,
        "publication.uncancelled",
        kind="publication",
        sentences={row.pk: f"took back that the post was called off on {row.account.handle}" for row in rows},
        details={row.pk: {"post_id": str(row.post_id), "account_id": str(row.account_id)} for row in rows},
    )


def lock_posts(post_ids: Collection[UUID]) -> list[Post]:
    """Lock these posts, their accounts first, as composing does; call it inside the transaction that brings them back."""
    lock_accounts(set(Publication.objects.filter(post_id__in=post_ids).values_list("account_id", flat=True)))
    return list(Post.objects.select_for_update(of=("self",)).filter(pk__in=post_ids).order_by("pk"))


def bring_back(
    posts: Sequence[Post],
    *,
    detail: str,
    actor: str,
    now: datetime,
    since: datetime | None = None,
    only: Collection[UUID] | None = None,
) -> dict[UUID, Undone]:
    """
    Take back the cancellations of these locked posts that the history knows by `detail`; return by post what came of it.

    A post without one has no entry. As many queries however many posts.

    :param since: only those that were cancelled after it
    :param only: only these publications
    """
    rows = Publication.objects.select_for_update(of=("self",)).filter(post__in=posts).order_by("pk")
    known = list(rows.select_related("account__app", "account__workspace", "post"))
    before = _list_before([row.pk for row in known if row.state == State.CANCELLED], detail=detail, since=since)
    if only is not None:
        before = {pk: state for pk, state in before.items() if pk in only}
    timed = [(row, row.due_at) for row in known if _has_time_to_come(row, before, now) and row.due_at]
    refused = refuse_each(timed)
    plan = _Plan(before, refused, {row.pk for row, _ in timed if row.pk not in refused})
    return _follow(known, plan, actor=actor)


@dataclass(frozen=True, slots=True)
class _Plan:
    """The state each was in before it was cancelled, why some may not go at their time, and which may."""

    before: dict[UUID, str]
    refused: dict[UUID, str]
    going: set[UUID]

    def why_not(self, pk: UUID) -> str:
        if self.before[pk] == State.DRAFT:
            return ""
        return self.refused.get(pk, PASSED)


def _follow(known: Sequence[Publication], plan: _Plan, *, actor: str) -> dict[UUID, Undone]:
    by_post: dict[UUID, list[Publication]] = {}
    for row in known:
        by_post.setdefault(row.post_id, []).append(row)
    undone, drafted = {}, []
    for post_id, rows in by_post.items():
        back = [row.pk for row in rows if row.pk in plan.before]
        if not back:
            continue
        rest = [pk for pk in back if pk not in plan.going]
        as_draft = bool(rest) and _all_at_rest(rows, plan)
        drafted += rest if as_draft else []
        reasons = dict.fromkeys(why for pk in rest if (why := plan.why_not(pk)))
        undone[post_id] = Undone(
            scheduled=len(back) - len(rest),
            drafts=len(rest) if as_draft else 0,
            called_off=0 if as_draft else len(rest),
            why=list(reasons),
        )
    _schedule(plan.going, actor=actor)
    _make_drafts(drafted, actor=actor)
    return undone


def _all_at_rest(rows: Sequence[Publication], plan: _Plan) -> bool:
    """Tell whether nothing of a post is out or still to go out: then all that comes back of it is a draft."""
    return all(row.pk not in plan.going and row.state in (State.CANCELLED, State.DRAFT) for row in rows)


def _schedule(ids: Collection[UUID], *, actor: str) -> None:
    rows, changes = Publication.objects.filter(pk__in=ids), {"next_try_at": F("due_at"), **ANEW}
    take_back_many(rows, protocol.UNDO, actor=actor, detail="undone", changes=changes)
    for pk, due_at in rows.values_list("pk", "due_at"):
        hint_publish(pk, at=due_at)


def _make_drafts(ids: Collection[UUID], *, actor: str) -> None:
    rows, changes = Publication.objects.filter(pk__in=ids), {"due_at": None, "next_try_at": None, **ANEW}
    take_back_many(rows, protocol.UNDO_AS_DRAFT, actor=actor, detail="undone", changes=changes)
    Post.objects.filter(pk__in=rows.values("post_id")).update(timing_mode=TimingMode.DRAFT, due_at=None)


def _has_time_to_come(row: Publication, before: dict[UUID, str], now: datetime) -> bool:
    waited = before.get(row.pk) in (State.SCHEDULED, State.HELD)
    return waited and row.due_at is not None and row.due_at > now


def _list_before(ids: Collection[UUID], *, detail: str, since: datetime | None) -> dict[UUID, str]:
    """Return the state each was in, of those whose last change was this cancellation; one query."""
    last = PublicationEvent.objects.filter(publication_id__in=ids).order_by("publication_id", "-seq")
    events = last.distinct("publication_id").values_list("publication_id", "to_state", "detail", "at", "from_state")
    return {
        pk: before
        for pk, to_state, told, at, before in events
        if to_state == State.CANCELLED and told == detail and (since is None or at > since)
    }


def _sum(parts: Collection[Undone]) -> Undone:
    why = dict.fromkeys(one for part in parts for one in part.why)
    return Undone(
        scheduled=sum(part.scheduled for part in parts),
        drafts=sum(part.drafts for part in parts),
        called_off=sum(part.called_off for part in parts),
        why=list(why),
    )

"""
Five sabotaged builds that a run must catch (T4): exact replacements in a copy of backend/, never in the product.

Each must match exactly once: a change of the code that would disarm a mutant stops the run instead.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path


class DisarmedError(Exception):
    """A replacement does not match the code any more."""


@dataclass(frozen=True, slots=True)
class Cut:
    """One replacement in one file of backend/."""

    file: str
    old: str
    new: str


TRANSITIONS = "api/publishing/transitions.py"
SENDING = "api/publishing/sending.py"
UPLOADING = "api/publishing/step_upload.py"
START_OVER = '''

def _start_over(claim: Claim) -> None:
    """SABOTAGE: forget what may have been sent, as an engine does that resumes by beginning anew."""
    before, rows = claim.publication.state, type(claim.publication).objects.filter(pk=claim.publication.pk)
    claim.publication.attempts.filter(closed_at=None).update(
        closed_at=timezone.now(), committed_at=None, verdict="never_committed"
    )
    rows.update(state=State.OPENING, inits=0)
    transitions.add_event(
        claim.publication.pk, from_state=before, to_state=State.OPENING, actor=claim.worker, detail="begins anew"
    )
    claim.publication.state, claim.publication.inits = State.OPENING, 0


'''

MUTANTS: dict[str, tuple[Cut, ...]] = {
    # A worker that was overtaken writes all the same: the UPDATE names the row and nothing else.
    "no_fence": (
        Cut(
            TRANSITIONS,
            """        rows = Publication.objects.filter(pk=publication_id, state__in=row.source)
        if row.fenced:
            rows = rows.filter(attempt=attempt or 0)
""",
            """        rows = Publication.objects.filter(pk=publication_id)
""",
        ),
    ),
    # Two workers read the same free row, and both write over it that it is theirs, under the same number.
    "no_cas": (
        Cut(
            TRANSITIONS,
            'return needed.select_for_update(skip_locked=True, of=("self",)).order_by().first()',
            "return needed.order_by().first()",
        ),
        Cut(
            TRANSITIONS,
            """    return move(publication.pk, row, actor=owner, detail="due", changes={"attempt": F("attempt") + 1, **changes})
""",
            """    written = {"state": row.to or publication.state, "attempt": publication.attempt + 1, **changes}
    Publication.objects.filter(pk=publication.pk).update(**written)
    if row.to:
        add_event(publication.pk, from_state=publication.state, to_state=row.to, actor=owner, detail="due")
    return True
""",
        ),
    ),
    # Whoever takes over a publication begins anew instead of asking TikTok what became of the first session.
    "reinit_on_recovery": (
        Cut(
            SENDING,
            """        return go_on(claim)
    return look(claim)
""",
            """        return go_on(claim)
    if claim.publication.state == State.COMMITTING:
        _start_over(claim)
        return open_upload(claim) or upload(claim)
    return look(claim)
""",
        ),
        Cut(SENDING, "\n\ndef _without_permission(", START_OVER + "def _without_permission("),
        Cut(SENDING, "import logging\n", "import logging\n\nfrom django.utils import timezone\n"),
    ),
    # A last chunk without an answer counts as not sent.
    "retry_on_timeout": (
        Cut(
            UPLOADING,
            """    broke_off = end == UploadEnd.BROKEN_OFF
""",
            """    broke_off = end == UploadEnd.BROKEN_OFF
    if not broke_off:
        _start_over(claim)
""",
        ),
        Cut(UPLOADING, "\n\ndef _without_yes(", START_OVER + "def _without_yes("),
    ),
    # Two processes renew the same pair at once.
    "refresh_without_lock": (
        Cut(
            "api/accounts/token_refresh.py",
            """    rows = AccountToken.objects.select_for_update(of=("self",)).select_related("account__app")
    return rows.filter(pk=seen.pk).first()
""",
            """    return AccountToken.objects.select_related("account__app").filter(pk=seen.pk).first()
""",
        ),
    ),
}


def sabotage(backend: Path, target: Path, mutant: str) -> Path:
    """
    Copy backend/ to `target`, sabotaged; return where it lies.

    :raises DisarmedError: when a replacement does not match exactly once
    """
    shutil.copytree(backend, target, ignore=shutil.ignore_patterns("__pycache__", "tests", ".*cache"))
    for cut in MUTANTS[mutant]:
        path = target / cut.file
        text = path.read_text("utf-8")
        if (count := text.count(cut.old)) != 1:
            raise DisarmedError(f"The mutant {mutant} matches {count} times in {cut.file}, not once:\n{cut.old}")
        path.write_text(text.replace(cut.old, cut.new), "utf-8")
    return target

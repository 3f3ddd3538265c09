"""
Five sabotaged builds that a run must catch (T4): exact replacements in a copy of backend/, never in the product.

Each must match exactly once: a change of the code that would disarm a mutant stops the run instead.
"""

import shutil
from collections.abc import Mapping
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
START_OVER = '''

def _start_over(claim: Claim) -> None:
    """SABOTAGE: forget what may have been sent, as an engine does that resumes by beginning anew."""
    claim.publication.attempts.filter(closed_at=None).update(
        closed_at=timezone.now(), committed_at=None, verdict=Verdict.NEVER_COMMITTED
    )
    transitions.move(
        claim.publication.pk,
        source=[State.COMMITTING, State.SUBMITTED],
        to=State.OPENING,
        actor=claim.worker,
        detail="begins anew",
        changes={"inits": 0},
    )
    claim.publication.state, claim.publication.inits = State.OPENING, 0


'''

MUTANTS: Mapping[str, tuple[Cut, ...]] = {
    # A worker that was overtaken writes all the same: the UPDATE names the row and nothing else.
    "no_fence": (
        Cut(
            TRANSITIONS,
            "rows = Publication.objects.filter(pk=publication_id, state__in=source)\n"
            "        if attempt is not None:\n"
            "            rows = rows.filter(attempt=attempt)\n",
            "rows = Publication.objects.filter(pk=publication_id)\n",
        ),
    ),
    # Two workers read the same free row and both take it, with the same number.
    "no_cas": (
        Cut(
            TRANSITIONS,
            'return rows.select_for_update(skip_locked=True, of=("self",)).select_related("post", "account").first()',
            'return rows.select_related("post", "account").first()',
        ),
    ),
    # Whoever takes over a publication begins anew instead of asking TikTok what became of the first session.
    "reinit_on_recovery": (
        Cut("api/publishing/sending.py", "    return look(claim)\n", (
            "    if claim.publication.state == State.COMMITTING:\n"
            "        _start_over(claim)\n"
            "        return open_upload(claim) or upload(claim)\n"
            "    return look(claim)\n"
        )),
        Cut("api/publishing/sending.py", "\n\ndef _without_permission(", START_OVER + "def _without_permission("),
        Cut("api/publishing/sending.py", "import logging\n", "import logging\n\nfrom django.utils import timezone\n"),
    ),
    # A last chunk without an answer counts as not sent.
    "retry_on_timeout": (
        Cut(
            "api/publishing/step_upload.py",
            "    return Pause(retry_pause_s(claim.publication.tries) if end == UploadEnd.BROKEN_OFF else LOOK_FIRST_S)\n",
            "    if end != UploadEnd.BROKEN_OFF:\n"
            "        _start_over(claim)\n"
            "    return Pause(retry_pause_s(claim.publication.tries) if end == UploadEnd.BROKEN_OFF else LOOK_FIRST_S)\n",
        ),
        Cut("api/publishing/step_upload.py", "\n\ndef _commit(", START_OVER + "def _commit("),
    ),
    # Two processes renew the same pair at once.
    "refresh_without_lock": (
        Cut(
            "api/accounts/token_refresh.py",
            'rows = AccountToken.objects.select_for_update(of=("self",)).select_related("account__app")\n'
            "    return rows.filter(pk=seen.pk).first()",
            'return AccountToken.objects.select_related("account__app").filter(pk=seen.pk).first()',
        ),
    ),
}  # fmt: skip


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

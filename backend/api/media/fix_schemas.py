"""The doctor's verdicts and the fixes, as the API shows them."""

from datetime import datetime
from uuid import UUID

from ninja import Schema
from pydantic import Field

from api.accounts.models import Account
from api.media.models import FixState, MediaFix
from api.media.verdicts import Trim, Verdict
from core.sentences.answer import Sentence
from video.doctor import Finding, Fix, Severity
from video.limits import MAX_DURATION_MS

LONGEST_UNKNOWN = "TikTok has not yet told how long a video on {handle} may be, so its length is not judged."


class FindingOut(Schema):
    """One thing about a file: TikTok's own name of the check where it has one, and the fix that mends it."""

    code: str
    severity: Severity
    sentence: Sentence
    measured: Sentence
    limit: Sentence
    fix: Fix | None

    @classmethod
    def of(cls, finding: Finding) -> "FindingOut":
        names = ("code", "severity", "sentence", "measured", "limit", "fix")
        return cls.model_validate({name: getattr(finding, name) for name in names})


class VerdictOut(Schema):
    """What TikTok would say to the file on any account; `fixes` mend all of it without leaving anything out."""

    worst: Severity
    findings: list[FindingOut]
    fixes: list[Fix]

    @classmethod
    def of(cls, verdict: Verdict) -> "VerdictOut":
        found = [FindingOut.of(finding) for finding in verdict.findings]
        return cls(worst=verdict.worst, findings=found, fixes=verdict.fixes)


class AccountVerdictOut(VerdictOut):
    """The same against one account; `unknown` says what could not be judged, and is never to be read as fine."""

    account_id: UUID
    handle: str
    longest_ms: int | None
    unknown: Sentence | None

    @classmethod
    def of_account(cls, verdict: Verdict, account: Account) -> "AccountVerdictOut":
        return cls(
            **VerdictOut.of(verdict).model_dump(),
            account_id=account.pk,
            handle=account.handle,
            longest_ms=verdict.longest_ms,
            unknown=None if verdict.is_known else LONGEST_UNKNOWN.format(handle=account.handle),
        )


class TrimOut(Schema):
    """Where a clip that is too long would be cut, and the sentence that says what is left out."""

    longest_ms: int
    sentence: Sentence


class MediaVerdictOut(VerdictOut):
    """A file against the accounts asked about; `will_be_refused` when on any of them, `trim` when one finds it too long."""

    accounts: list[AccountVerdictOut]
    will_be_refused: bool
    trim: TrimOut | None

    @classmethod
    def of_all(cls, general: Verdict, verdicts: list[Verdict], trim: Trim | None) -> "MediaVerdictOut":
        return cls(
            **VerdictOut.of(general).model_dump(),
            accounts=[AccountVerdictOut.of_account(one, one.account) for one in verdicts if one.account],
            will_be_refused=any(one.refusal for one in (general, *verdicts)),
            trim=TrimOut(longest_ms=trim.longest_ms, sentence=trim.sentence) if trim else None,
        )


class FixIn(Schema):
    """Which fixes; `trim` needs `longest_ms`, where the clip is cut."""

    fixes: list[Fix] = Field(min_length=1, max_length=len(Fix))
    longest_ms: int | None = Field(None, ge=1000, le=MAX_DURATION_MS)


class FixOut(Schema):
    """A file being mended: `progress` in percent, `error` a sentence, `result_id` the new file when it is done."""

    id: UUID
    media_id: UUID
    fixes: list[Fix]
    longest_ms: int | None
    state: FixState
    progress: int
    error: Sentence | None
    result_id: UUID | None
    result_name: str | None
    created_at: datetime
    finished_at: datetime | None

    @classmethod
    def of(cls, fix: MediaFix) -> "FixOut":
        names = ("fixes", "longest_ms", "state", "progress", "result_id", "created_at", "finished_at")
        fields: dict[str, object] = {name: getattr(fix, name) for name in names}
        return cls.model_validate(
            fields
            | {
                "id": fix.pk,
                "media_id": fix.asset_id,
                "error": fix.error or None,
                "result_name": fix.result.file_name if fix.result else None,
            }
        )

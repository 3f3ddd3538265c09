"""What TikTok will say to a file: in general, and against each account it is meant for. Reads rows, asks nobody."""

from collections.abc import Sequence
from dataclasses import dataclass

from api.accounts.models import Account
from api.media.models import MediaAsset, MediaKind
from video.doctor import Finding, Fix, Severity, examine, fixes_for, say_length, worst_of
from video.limits import MAX_DURATION_MS

SECOND_MS = 1000


@dataclass(frozen=True, slots=True)
class Verdict:
    """The doctor's word on one file, for one account or for all; `is_known` is False while the account's limit is not."""

    findings: list[Finding]
    account: Account | None = None
    longest_ms: int | None = None
    is_known: bool = True

    @property
    def worst(self) -> Severity:
        return worst_of(self.findings)

    @property
    def fixes(self) -> list[Fix]:
        return fixes_for(self.findings)

    @property
    def refusal(self) -> Finding | None:
        """The first thing TikTok will refuse the file for."""
        return next((one for one in self.findings if one.severity == Severity.REFUSED), None)


@dataclass(frozen=True, slots=True)
class Trim:
    """What cutting a clip to the shortest of the accounts' limits would leave out."""

    longest_ms: int
    sentence: str


def judge(asset: MediaAsset) -> Verdict:
    """Return what TikTok would say to the file on any account."""
    return Verdict(_examine(asset))


def judge_for(asset: MediaAsset, account: Account) -> Verdict:
    """Return what TikTok would say to the file on this account, by the limit TikTok last told for it."""
    longest_ms = account.longest_video_s * SECOND_MS if account.longest_video_s else None
    findings = _examine(asset, longest_ms=longest_ms, handle=account.handle)
    is_known = longest_ms is not None or asset.measured.is_image
    return Verdict(findings, account=account, longest_ms=longest_ms, is_known=is_known)


def _examine(asset: MediaAsset, *, longest_ms: int | None = None, handle: str = "") -> list[Finding]:
    if asset.photo_sha256:  # TikTok gets the JPEG that was made of it, which keeps every rule
        return []
    if asset.kind == MediaKind.AUDIO:  # TikTok never gets it by itself
        return []
    return examine(asset.measured, longest_ms=longest_ms, handle=handle)


def offer_trim(asset: MediaAsset, verdicts: Sequence[Verdict]) -> Trim | None:
    """Return how to cut a clip that is too long for one of these, None when none is; a person decides."""
    too_long = [one for one in verdicts if any(finding.fix == Fix.TRIM for finding in one.findings)]
    if not too_long or asset.duration_ms is None:
        return None
    longest_ms = min(one.longest_ms or MAX_DURATION_MS for one in too_long)
    longest_ms = min(longest_ms, MAX_DURATION_MS)
    lost = say_length(asset.duration_ms - longest_ms)
    return Trim(longest_ms, f"Cut to {say_length(longest_ms)}: the last {lost} are left out.")

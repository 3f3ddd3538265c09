"""What TikTok will refuse is not scheduled unless a person insists; TikTok's own answer still decides at sending."""

from collections.abc import Sequence

from api.media.models import AssetStatus, MediaAsset
from api.media.verdicts import judge, judge_for
from api.publishing.services import Target
from core.domain_error import Invalid
from video.doctor import Severity

WILL_BE_REFUSED = "media_will_be_refused"


def check_media(media: Sequence[MediaAsset], targets: Sequence[Target]) -> None:
    """
    Accept files that TikTok should take on every one of the accounts.

    :raises Invalid: `media_will_be_refused`, at the file, or at the account that alone refuses it
    """
    for index, asset in enumerate(media):
        if asset.status != AssetStatus.READY:
            continue  # saving the post says so
        if refusal := judge(asset).refusal:
            raise Invalid.at(f"media_ids.{index}", refusal.sentence, code=WILL_BE_REFUSED)
        for place, target in enumerate(targets):
            if refusal := judge_for(asset, target.account).refusal:
                raise Invalid.at(f"publications.{place}.account_id", refusal.sentence, code=WILL_BE_REFUSED)


def list_refusals(media: Sequence[MediaAsset], targets: Sequence[Target]) -> list[str]:
    """Return every sentence a person was shown and overruled, once each."""
    ready = [asset for asset in media if asset.status == AssetStatus.READY]
    verdicts = [judge(asset) for asset in ready] + [
        judge_for(one, target.account) for one in ready for target in targets
    ]
    sentences = [one.sentence for verdict in verdicts for one in verdict.findings if one.severity == Severity.REFUSED]
    return list(dict.fromkeys(sentences))

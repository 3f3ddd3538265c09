"""What a series says, kept as JSON: a composition without its time."""

from dataclasses import asdict
from uuid import UUID

from api.posts.models import PostKind, TimingMode
from api.posts.services import PhotoTexts
from api.publishing.services import Choices
from api.scheduling.models import PostSeries
from api.scheduling.services import Composition

OWN_TIME = ("mode", "local_time", "time_zone", "consent")  # what each occurrence has for itself


def write_content(content: Composition) -> dict[str, object]:
    """Return a composition as JSON, without its time."""
    kept = {name: value for name, value in asdict(content).items() if name not in OWN_TIME}
    kept["media_ids"] = [str(media_id) for media_id in content.media_ids]
    kept["choices"] = [[str(account_id), asdict(choices)] for account_id, choices in content.choices]
    return kept


def read_content(series: PostSeries) -> Composition:
    """Return what a series says, as a composition without a time."""
    kept = dict(series.content)
    kept["media_ids"] = [UUID(media_id) for media_id in kept["media_ids"]]
    kept["choices"] = [(UUID(account_id), Choices(**choices)) for account_id, choices in kept["choices"]]
    kept |= {"kind": PostKind(kept["kind"]), "texts": PhotoTexts(**kept["texts"])}
    return Composition(**kept, mode=TimingMode.DRAFT, local_time="", time_zone=series.time_zone, consent=False)

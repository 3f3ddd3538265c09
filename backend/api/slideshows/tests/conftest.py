"""Real photos in a workspace, slideshows asked for through the API, and workers that make their videos."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from api.accounts.models import Account
from api.media.models import MediaAsset
from api.slideshows import rendering
from api.slideshows.models import Slideshow
from conftest import Caller

PHOTOS = sorted((Path(__file__).resolve().parents[3] / "video" / "tests" / "photos").glob("*.jpg"))
Body = dict[str, Any]


@pytest.fixture
def photos(alice: Caller) -> list[MediaAsset]:
    """Three real photos, uploaded and checked."""
    return [alice.upload(path) for path in PHOTOS[:3]]


def slideshow_body(photos: list[MediaAsset], *accounts: Account, **choices: Any) -> Body:
    """Return what the composer sends for a slideshow of these photos, a second each: a draft unless there are accounts."""
    privacy = {"privacy_level": "PUBLIC_TO_EVERYONE"}
    return {
        "caption": "Three rooms #home",
        "timing": {"mode": "now" if accounts else "draft", "time_zone": "Europe/Berlin"},
        "consent": bool(accounts),
        "publications": [{"account_id": str(account.pk), **privacy} for account in accounts],
        "images": [
            {"media_id": str(photo.pk), "duration_ms": 1_000, "order": order} for order, photo in enumerate(photos)
        ],
        **choices,
    }


def create(caller: Caller, body: Body) -> Body:
    answer = caller.post("/posts/slideshow", body)
    assert answer.status_code == 201, answer.content
    return dict(answer.json())


@pytest.fixture
def make(alice: Caller, photos: list[MediaAsset]) -> Callable[..., Slideshow]:
    """Ask for a slideshow of the photos through the API: `make(transition="crossfade")`."""

    def ask(*accounts: Account, **choices: Any) -> Slideshow:
        post = create(alice, slideshow_body(photos, *accounts, **choices))
        return Slideshow.objects.get(post_id=post["id"])

    return ask


def work(slideshow: Slideshow) -> Slideshow:
    """Have a worker make its video."""
    rendering.run(slideshow.pk)
    return Slideshow.objects.get(pk=slideshow.pk)


def status_of(caller: Caller, slideshow: Slideshow) -> Body:
    answer = caller.get(f"/posts/slideshow/{slideshow.post_id}/status")
    assert answer.status_code == 200, answer.content
    return dict(answer.json())


def scratch_left(settings: Any) -> list[Path]:
    """Return what renderings have left in their folder."""
    root: Path = settings.UPLOAD_ROOT / "slideshows"
    return sorted(root.rglob("*")) if root.exists() else []


def pk(said: str) -> UUID:
    return UUID(said)

"""What tests of photo posts share: pictures, a server TikTok's sandbox really fetches from, and a photo post to send."""

import io
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.conf import settings
from django.test import override_settings
from PIL import Image

from api.accounts.models import Account
from api.media.models import MediaAsset
from api.publishing.models import Publication
from api.publishing.models.publication_model import CLAIMABLE
from api.publishing.sending import send
from api.publishing.tests.conftest import make_due
from conftest import Caller, Sandbox


def draw_picture(
    colour: str = "teal", *, size: tuple[int, int] = (640, 480), kind: str = "JPEG", **options: object
) -> bytes:
    """Return a picture of one colour with a lighter corner, so that turning it shows."""
    image = Image.new("RGB", size, colour)
    image.paste("white", (0, 0, size[0] // 4, size[1] // 4))
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def upload_picture(caller: Caller, folder: Path, colour: str, **options: Any) -> MediaAsset:
    path = folder / f"{colour}.{options.get('kind', 'jpeg').lower()}"
    path.write_bytes(draw_picture(colour, **options))
    return caller.upload(path)


@contextmanager
def fetched_from(sandbox: Sandbox, url: str, *, verified: bool = True) -> Iterator[None]:
    """Let TikTok fetch from `url`, which is where this Carillon is reached."""
    client = f"/sandbox/api/clients/{settings.TIKTOK.client_key}"
    sandbox.http.patch(client, json={"url_prefixes": [f"{url}/"] if verified else []}).raise_for_status()
    with override_settings(TIKTOK=replace(settings.TIKTOK, pull_prefix=f"{url}/")):
        yield
    sandbox.http.patch(client, json={"url_prefixes": []}).raise_for_status()


def go_on(publication: Publication, *, limit_s: float = 150.0) -> Publication:
    """Let workers go on until the publication rests, asking seldom enough for TikTok's limit while it fetches by itself."""
    until = time.monotonic() + limit_s
    while time.monotonic() < until:
        send(publication.pk, worker="worker")  # None too while TikTok's first fetch has just put it off
        found = Publication.objects.get(pk=publication.pk)
        if found.state not in CLAIMABLE:
            break
        time.sleep(0.7)
        make_due(publication)
    return found


def photo_body(photos: list[MediaAsset], *accounts: Account, **choices: object) -> dict[str, Any]:
    """Return what the composer sends for these photos on these accounts, to go out now."""
    chosen = {"privacy_level": "PUBLIC_TO_EVERYONE", **choices}
    return {
        "kind": "photo",
        "title": "Three colours",
        "caption": "Teal, gold and plum #colours",
        "media_ids": [str(photo.pk) for photo in photos],
        "cover_index": min(1, max(len(photos) - 1, 0)),
        "timing": {"mode": "now", "time_zone": "Europe/Berlin"},
        "consent": True,
        "publications": [{"account_id": str(account.pk), **chosen} for account in accounts],
    }

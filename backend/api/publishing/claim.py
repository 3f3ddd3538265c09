"""What a worker holds while it sends: the publication as it was claimed, and the way to TikTok for its account."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar
from uuid import UUID

from django.core.files.storage import default_storage

from api.accounts import gate
from api.accounts.gateway import tiktok_for
from api.accounts.token_services import ReconnectRequired, fresh_access_token
from api.media.models import MediaAsset
from api.publishing.models import Publication, PublishHistory
from tiktok.errors import CircuitOpen, Refused
from tiktok.operations import Operation
from tiktok.tiktok_api_client import TikTokApiClient

Answer = TypeVar("Answer")


class Overtaken(Exception):
    """Another worker has the publication now, or a person cancelled it; this one stops at once."""


class MediaMissing(Exception):
    """The file of the post is not in the media storage, or not whole."""


@dataclass(slots=True)
class Claim:
    """One claim of one publication by one worker."""

    publication: Publication
    worker: str
    _session: PublishHistory | None = field(default=None, init=False)
    _asset: MediaAsset | None = field(default=None, init=False)

    @property
    def attempt(self) -> int:
        return self.publication.attempt

    @property
    def handle(self) -> str:
        return self.publication.account.handle

    def must(self, held: bool) -> None:  # noqa: FBT001 - reads as a sentence: claim.must(transition(…))
        """
        Go on only when a guarded transition held.

        :raises Overtaken: when it did not
        """
        if not held:
            raise Overtaken

    def line_up(self, operation: Operation) -> None:
        """
        Make sure that this call may be made in a moment, before anything is asked that leads to it.

        :raises RateLimited, CircuitOpen: when it may not; the publication keeps its place in the queue
        """
        gate.line_up(self.publication.account, operation, holder=str(self.publication.pk))

    def trouble_with(self, operation: Operation) -> CircuitOpen | None:
        """Return why such calls are held back now, None when they are not."""
        return gate.trouble_with(self.publication.account, operation)

    def call(self, ask: Callable[[TikTokApiClient], Answer]) -> Answer:
        """
        Ask TikTok as the account; a token TikTok has just refused is refreshed once. Never used for the last chunk.

        :raises ReconnectRequired, TokenUnavailable: when there is no token
        :raises TikTokError: what TikTok, or the way to it, answered
        """
        account, holder = self.publication.account, str(self.publication.pk)
        if not account.can_send:
            raise ReconnectRequired
        token = fresh_access_token(account.pk)
        try:
            return ask(tiktok_for(account, token, holder=holder))
        except Refused as refusal:
            if refusal.code != "access_token_invalid":
                raise
        return ask(tiktok_for(account, fresh_access_token(account.pk, refused=token), holder=holder))

    def keep(self, session: PublishHistory) -> None:
        """Remember the session this claim has opened itself."""
        self._session = session

    def session(self) -> PublishHistory:
        """Return the open session; every state past `opening` has one."""
        return self._session or self.publication.attempts.get(closed_at=None)

    def asset(self) -> MediaAsset:
        """
        Return the post's video, as frozen if a session was opened before.

        :raises MediaMissing: when its bytes are not all there
        """
        asset = self._asset or self._find_asset()
        if (
            asset is None
            or not default_storage.exists(asset.file_key)
            or default_storage.size(asset.file_key) != asset.size_bytes
        ):
            raise MediaMissing
        self._asset = asset
        return asset

    def _find_asset(self) -> MediaAsset | None:
        frozen = (self.publication.payload or {}).get("media", {})
        assets = MediaAsset.objects.filter(workspace_id=self.publication.workspace_id)
        if frozen:
            return assets.filter(sha256=frozen["sha256"]).first()
        in_post = {"places__post_id": self.publication.post_id, "places__is_slideshow_source": False}
        return assets.filter(**in_post).first()

    def photos(self) -> list[MediaAsset]:
        """
        Return the post's photos in their order, as frozen if a session was opened before.

        :raises MediaMissing: when one was not made ready for TikTok, or the JPEG is not there
        """
        frozen = (self.publication.payload or {}).get("photos", [])
        if frozen:
            found = MediaAsset.objects.in_bulk([photo["asset_id"] for photo in frozen])
            photos = [found.get(UUID(photo["asset_id"])) for photo in frozen]
        else:
            photos = list(MediaAsset.objects.filter(places__post_id=self.publication.post_id).order_by("places__order"))
        whole = [photo for photo in photos if photo and photo.photo_sha256 and default_storage.exists(photo.photo_key)]
        if not whole or len(whole) != len(photos):
            raise MediaMissing
        return whole

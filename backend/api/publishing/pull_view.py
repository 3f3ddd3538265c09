"""Where TikTok fetches photos. Open to all who know the address; what it gives, and when, is decided in `pulls.py`."""

from django.core.files.storage import default_storage
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.http import require_safe

from api.media.models.media_asset_model import photo_key
from api.publishing import pulls
from api.publishing.pulls import Standing
from core.http_range import serve_range
from core.pull_keys import hash_pull_key, is_pull_key
from video.photo import MIME_TYPE

RETRY_AFTER_S = 1
GIVES_BYTES = (200, 206)


@require_safe
def serve_photo(request: HttpRequest, key: str, number: int) -> HttpResponseBase:
    """
    Answer with one photo, `number` from 1, or a range of it.

    404 for an address nobody made here, 410 for one whose time is over, 503 with Retry-After for one whose time has not come.
    """
    if not is_pull_key(key):
        return _nothing(404)
    key_hash = hash_pull_key(key)
    standing = pulls.hold(key_hash)
    if standing == Standing.NOT_YET:
        return _nothing(503, **{"Retry-After": str(RETRY_AFTER_S)})
    if standing == Standing.GONE:
        return _nothing(410)
    return _serve(request, key_hash, number)


def _serve(request: HttpRequest, key_hash: str, number: int) -> HttpResponseBase:
    found = pulls.find_photo(key_hash, number=number - 1)
    if found is None:
        return _nothing(404)
    publication, photo = found
    sha256, size = str(photo["sha256"]), int(str(photo["size_bytes"]))
    file = photo_key(publication.workspace_id, sha256)
    if not default_storage.exists(file):
        return _nothing(404)
    if request.method == "HEAD":
        return _nothing(200, **{"Content-Type": MIME_TYPE, "Content-Length": str(size), "Accept-Ranges": "bytes"})
    answer = serve_range(request, default_storage.open(file), size=size, content_type=MIME_TYPE, etag=sha256)
    answer["Cache-Control"] = "no-store"
    if answer.status_code in GIVES_BYTES and not pulls.begin_serving(key_hash):
        answer.close()
        return _nothing(410)
    return answer


def _nothing(status: int, **headers: str) -> HttpResponse:
    answer = HttpResponse(status=status, headers={"Cache-Control": "no-store", **headers})
    answer._has_been_logged = True  # type: ignore[attr-defined] # noqa: SLF001 - Django would log the address, which is secret
    return answer

"""TikTok's HTTP API: one method an operation, one error type a kind of answer (tiktok-api §3–4)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import httpx2 as httpx
from pydantic import BaseModel, ValidationError

from tiktok.answers import read_answer, read_wait
from tiktok.errors import AnswerLost, RateLimited, Refused, TikTokDown, Unreachable
from tiktok.http import CHUNK_TIMEOUT, is_upload_url
from tiktok.operations import Gate, Operation, open_gate
from tiktok.upload_plan import Chunk
from tiktok.wire import CreatorInfo, OpenedUpload, StatusAnswer, UserInfo, VideoInit, VideoPage

Model = TypeVar("Model", bound=BaseModel)

# Asking for one field outside the granted scopes fails the whole call, so fields are built from the scopes (§3.1).
USER_FIELDS: dict[str, tuple[str, ...]] = {
    "user.info.basic": ("open_id", "union_id", "avatar_url", "display_name"),
    "user.info.profile": ("username", "is_verified"),
    "user.info.stats": ("follower_count", "following_count", "likes_count", "video_count"),
}
VIDEO_FIELDS = "id,create_time,share_url,video_description,duration,view_count,like_count,comment_count,share_count"


@dataclass(frozen=True, slots=True)
class ChunkAnswer:
    """What became of a PUT: `done` after the last byte; `uploaded` where TikTok says how much it holds (416)."""

    done: bool
    uploaded: int | None = None


class TikTokApiClient:
    """
    TikTok's HTTP API, for one access token; it knows no database, no queue and no second try.

    Every call passes `gate` first, which may hold it back: `RateLimited` (with `ours`) or `CircuitOpen`.
    """

    def __init__(self, http: httpx.Client, *, access_token: str, gate: Gate = open_gate) -> None:
        self._http = http
        self._gate = gate
        self._headers = {"Authorization": f"Bearer {access_token}"}

    def user_info(self, scopes: Sequence[str]) -> UserInfo:
        """Return the profile, as far as the granted scopes allow."""
        fields = ",".join(field for scope in scopes for field in USER_FIELDS.get(scope, ()))
        data = self._call("GET", Operation.USER_INFO, params={"fields": fields})
        return _read(UserInfo, data.get("user"))

    def video_list(self, *, cursor: int | None = None, max_count: int = 20) -> VideoPage:
        """Return one page of the public posts, newest first; `cursor` in milliseconds."""
        body = {"max_count": max_count} | ({} if cursor is None else {"cursor": cursor})
        return _read(VideoPage, self._call("POST", Operation.VIDEO_LIST, params={"fields": VIDEO_FIELDS}, json=body))

    def creator_info(self) -> CreatorInfo:
        """
        Return what the creator may do right now. Never cache it.

        :raises Refused: also when TikTok answers 200 with `spam_risk_…` or `reached_active_user_cap`
        """
        return _read(CreatorInfo, self._call("POST", Operation.CREATOR_INFO, json={}))

    def init_video(self, init: VideoInit) -> OpenedUpload:
        """Open a direct post. May be repeated while not one byte of the last chunk was sent: nothing is posted until then."""
        return _read(
            OpenedUpload,
            self._call("POST", Operation.INIT_VIDEO, json=init.model_dump(mode="json")),
        )

    def fetch_status(self, publish_id: str) -> StatusAnswer:
        """Return how far an upload is."""
        data = self._call("POST", Operation.STATUS, json={"publish_id": publish_id})
        return _read(StatusAnswer, data)

    def put_chunk(self, upload_url: str, chunk: Chunk, content: Iterable[bytes], *, mime_type: str) -> ChunkAnswer:
        """
        Send one chunk as blocks of bytes; the upload URL is its own credential, so no token goes along.

        :raises Refused: `upload_url_expired` (403), `upload_unknown` (404), `chunk_malformed` (400), `host_not_allowed`
        :raises RateLimited: on 429
        :raises Unreachable, AnswerLost, TikTokDown: as everywhere; after the last chunk only the status tells
        """
        if not is_upload_url(upload_url, api_url=str(self._http.base_url)):
            raise Refused("host_not_allowed", status=0, message="TikTok named an upload address that is not TikTok's")
        headers = {
            "Content-Type": mime_type,
            "Content-Range": chunk.content_range,
            "Content-Length": str(chunk.size),
        }
        with self._gate(Operation.CHUNK):
            try:
                response = self._http.put(upload_url, content=content, headers=headers, timeout=CHUNK_TIMEOUT)
            except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as error:
                raise Unreachable("chunk") from error
            except httpx.TransportError as error:
                raise AnswerLost("chunk") from error
            return read_chunk_answer(response.status_code, response.headers)

    def _call(
        self, method: str, operation: Operation, *, params: dict[str, str] | None = None, json: object = None
    ) -> dict[str, object]:
        with self._gate(operation):
            try:
                response = self._http.request(method, operation.path, params=params, json=json, headers=self._headers)
            except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as error:
                raise Unreachable(operation.path) from error  # nothing left this machine
            except httpx.TransportError as error:
                raise AnswerLost(operation.path) from error  # it may have worked
            return read_answer(
                response.status_code,
                response.content,
                retry_after=response.headers.get("retry-after", ""),
                log_id=response.headers.get("x-tt-logid", ""),
            )


CHUNK_REFUSALS = {400: "chunk_malformed", 403: "upload_url_expired", 404: "upload_unknown"}


def read_chunk_answer(status: int, headers: httpx.Headers) -> ChunkAnswer:
    """Turn the bare status of a PUT into what it means (tiktok-api §4.5). Pure."""
    log_id = headers.get("x-tt-logid", "")
    match status:
        case 206:
            return ChunkAnswer(done=False)
        case 200 | 201:
            return ChunkAnswer(done=True)
        case 416:
            return ChunkAnswer(done=False, uploaded=read_uploaded(headers.get("content-range", "")))
        case 429:
            raise RateLimited(wait_s=read_wait(headers.get("retry-after", "")), log_id=log_id)
        case _ if status in CHUNK_REFUSALS:
            raise Refused(CHUNK_REFUSALS[status], status=status, log_id=log_id)
        case _ if status < 500:  # noqa: PLR2004
            raise Refused(f"chunk_http_{status}", status=status, log_id=log_id)
        case _:
            raise TikTokDown(f"HTTP {status} for a chunk", status=status, log_id=log_id)


def read_uploaded(content_range: str) -> int:
    """Return how many bytes TikTok holds by a 416's `bytes 0-UPLOADED/TOTAL`; 0 when it does not say."""
    _, _, span = content_range.partition("bytes 0-")
    digits = span.partition("/")[0]
    return int(digits) if digits.isdigit() else 0


def _read(model: type[Model], data: object) -> Model:
    try:
        return model.model_validate(data)
    except ValidationError as error:
        # from None: pydantic quotes its input, which may hold an upload URL
        fields = ", ".join(".".join(map(str, item["loc"])) for item in error.errors())
        raise TikTokDown(f"{model.__name__} lacks {fields}", status=200) from None

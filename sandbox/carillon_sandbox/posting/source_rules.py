"""Where the bytes of a post come from, as an init says it: decisions only."""

from collections.abc import Mapping
from dataclasses import dataclass

from carillon_sandbox.answers import ApiError
from carillon_sandbox.url_rules import check_pull_url

from .chunks import Plan, check_plan

MOST_PHOTOS = 35


@dataclass(frozen=True, slots=True)
class Source:
    """A chunk plan for an upload, or the addresses of a pull."""

    plan: Plan | None = None
    urls: tuple[str, ...] = ()
    cover_index: int = 0


def _refuse(message: str) -> ApiError:
    return ApiError("invalid_param", message)


def read_video_source(body: Mapping[str, object]) -> Source:
    """
    Read `source_info` of a video.

    :raises ApiError: invalid_param for what is malformed, invalid_params for sums that are wrong
    """
    source = _read_object(body)
    kind = source.get("source")
    if kind == "PULL_FROM_URL":
        return Source(urls=(_read_url(source.get("video_url"), "video_url"),))
    if kind != "FILE_UPLOAD":
        raise _refuse("source_info.source must be FILE_UPLOAD or PULL_FROM_URL.")
    plan = Plan(*(_read_number(source, name) for name in ("video_size", "chunk_size", "total_chunk_count")))
    if why := check_plan(plan):
        raise ApiError("invalid_params", why)
    return Source(plan)


def read_photo_source(body: Mapping[str, object]) -> Source:
    """
    Read `source_info` of photos, which can only be pulled.

    :raises ApiError: invalid_param, naming the field
    """
    source = _read_object(body)
    if source.get("source") != "PULL_FROM_URL":
        raise _refuse("source_info.source must be PULL_FROM_URL for photos.")
    images = source.get("photo_images")
    if not isinstance(images, list) or not 1 <= len(images) <= MOST_PHOTOS:
        raise _refuse(f"source_info.photo_images must hold 1 to {MOST_PHOTOS} addresses.")
    cover_index = _read_number(source, "photo_cover_index")
    if not 0 <= cover_index < len(images):
        raise _refuse("source_info.photo_cover_index points at no photo.")
    return Source(urls=tuple(_read_url(url, "photo_images") for url in images), cover_index=cover_index)


def describe_source(source: Source, body: Mapping[str, object]) -> object:
    """Return `source_info` as the ledger keeps it: an address may hold a credential, so none is kept."""
    if source.plan:
        return body["source_info"]
    return {"source": "PULL_FROM_URL", "urls": len(source.urls), "photo_cover_index": source.cover_index}


def _read_object(body: Mapping[str, object]) -> Mapping[str, object]:
    source = body.get("source_info")
    if not isinstance(source, dict):
        raise _refuse("source_info is missing.")
    return source


def _read_url(value: object, name: str) -> str:
    why = check_pull_url(value)
    if why or not isinstance(value, str):
        raise _refuse(f"source_info.{name} {why}.")
    return value


def _read_number(source: Mapping[str, object], name: str) -> int:
    value = source.get(name)
    if not isinstance(value, int) or isinstance(value, bool):
        raise _refuse(f"source_info.{name} must be a whole number.")
    return value

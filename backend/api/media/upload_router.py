"""The tus 1.0 protocol (core, creation, termination): resumable uploads in pieces of at most 64 MiB."""

import base64
import binascii
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from ninja import Router

from api.media import upload_services
from api.media.models import AssetStatus, MediaUpload
from api.media.schemas import PREFIX, UploadOut
from api.workspaces.auth import AuthedRequest, member_auth
from core.domain_error import DomainError, Invalid
from core.hints import hint
from core.problem_schema import REFUSALS, Problem

router = Router(auth=member_auth)

TUS = {
    "Tus-Resumable": "1.0.0",
    "Tus-Version": "1.0.0",
    "Tus-Extension": "creation,termination",
    "Cache-Control": "no-store",
}
TUS["Tus-Max-Size"] = str(upload_services.MAX_FILE_BYTES)
MOST_DIGITS = 40  # far above any file, and below what Python refuses to turn into a number
TUS_REFUSALS = REFUSALS | {413: Problem, 415: Problem, 507: Problem}


class WrongContentType(DomainError):
    code, status, title = "unsupported_media_type", 415, "Wrong kind of body"


@router.post("", response={201: UploadOut, **TUS_REFUSALS}, operation_id="startUpload")
def start_upload(request: AuthedRequest) -> HttpResponse:
    """Announce a file: `Upload-Length` in bytes and its name in `Upload-Metadata`."""
    size = _read_number(request, "Upload-Length")
    name = read_metadata(request.headers.get("Upload-Metadata", "")).get("filename", "")
    upload = upload_services.start_upload(member=request.auth, file_name=name, size=size, now=timezone.now())
    location = f"{PREFIX}/uploads/{upload.pk}"
    body = UploadOut(id=upload.pk, location=location).model_dump_json()
    return HttpResponse(
        body,
        status=201,
        content_type="application/json",
        headers=TUS | {"Location": location, "Upload-Offset": "0"},
    )


@router.api_operation(["HEAD"], "/{uuid:upload_id}", response={200: None, **REFUSALS}, operation_id="getUploadOffset")
def get_offset(request: AuthedRequest, upload_id: UUID) -> HttpResponse:
    """Tell in `Upload-Offset` how many bytes have arrived."""
    upload = upload_services.get_upload(member=request.auth, upload_id=upload_id)
    return HttpResponse(status=200, headers=_standing(upload) | {"Upload-Length": str(upload.size)})


@router.patch("/{uuid:upload_id}", response={204: None, **TUS_REFUSALS}, operation_id="sendUpload")
def send(request: AuthedRequest, upload_id: UUID) -> HttpResponse:
    """Append bytes at `Upload-Offset`; the last answer has `Carillon-Media-Id`, and `Carillon-Media-Known` of known bytes."""
    if request.content_type != "application/offset+octet-stream":
        raise WrongContentType("Send the bytes as application/offset+octet-stream.")
    offset, length = _read_number(request, "Upload-Offset"), _read_number(request, "Content-Length")
    upload = upload_services.get_upload(member=request.auth, upload_id=upload_id)
    upload = upload_services.receive(upload=upload, offset=offset, stream=request, length=length)
    if upload.received == upload.size and upload.asset_id is None:
        asset = upload_services.finish(upload=upload)
        upload.asset = asset
        if asset.status == AssetStatus.CHECKING:
            hint("media.check_media", asset_id=str(asset.pk))
    return HttpResponse(status=204, headers=_standing(upload))


@router.delete("/{uuid:upload_id}", response={204: None, **REFUSALS}, operation_id="dropUpload")
def drop(request: AuthedRequest, upload_id: UUID) -> HttpResponse:
    """Give an upload up."""
    upload_services.drop(upload_services.get_upload(member=request.auth, upload_id=upload_id))
    return HttpResponse(status=204, headers=TUS)


def read_metadata(header: str) -> dict[str, str]:
    """Return the pairs of an Upload-Metadata header: `name base64,name base64`. What does not decode is left out."""
    found = {}
    for pair in header.split(","):
        name, _, value = pair.strip().partition(" ")
        try:
            found[name] = base64.b64decode(value, validate=True).decode()
        except (binascii.Error, UnicodeDecodeError):
            continue
    return found


def _standing(upload: MediaUpload) -> dict[str, str]:
    done = {"Carillon-Media-Id": str(upload.asset_id)} if upload.asset_id else {}
    known = {"Carillon-Media-Known": "1"} if upload.asset_id and upload.was_known else {}
    return TUS | {"Upload-Offset": str(upload.received)} | done | known


def _read_number(request: AuthedRequest, header: str) -> int:
    text = request.headers.get(header, "")
    if not text.isascii() or not text.isdigit() or len(text) > MOST_DIGITS:
        raise Invalid.at(header, f"{header} has to be a number of bytes.", code="header_invalid")
    return int(text)

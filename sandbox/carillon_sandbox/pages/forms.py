"""The buttons of the pages: plain forms, taken only from the sandbox's own pages."""

from urllib.parse import urlsplit

from starlette.datastructures import FormData, Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request

MOST_FIELDS = 20


def comes_from_here(headers: Headers) -> bool:
    """Tell whether a browser sent the form from a page of the sandbox itself."""
    origin = headers.get("origin")
    if origin not in {None, "null"}:
        return urlsplit(str(origin)).netloc == headers.get("host")
    return headers.get("sec-fetch-site") == "same-origin"


async def read_form(request: Request) -> FormData:
    """
    Read a form of one of the pages.

    :raises HTTPException: 403 when another site sent it
    """
    if not comes_from_here(request.headers):
        raise HTTPException(403)
    return await request.form(max_fields=MOST_FIELDS)


def field_of(form: FormData, name: str) -> str:
    value = form.get(name)
    return value if isinstance(value, str) else ""

"""Cursor pages: newest first, stable while rows are added, one query each."""

import base64
import binascii
from typing import TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet
from ninja import Field, Schema

from core.domain_error import Invalid

Row = TypeVar("Row", bound=Model)

MAX_LIMIT = 100


class PageIn(Schema):
    """Which page of a list to return."""

    cursor: str | None = Field(None, max_length=64, description="`next_cursor` of the page before")
    limit: int = Field(50, ge=1, le=MAX_LIMIT, description="how many rows at most")


def cut_page(rows: "QuerySet[Row]", page: PageIn) -> tuple[list[Row], str | None]:
    """
    Return one page of `rows`, newest first, and the cursor of the next, None at the end.

    Ids are UUIDv7, so their order is the order of creation and the id alone is the cursor.

    :raises Invalid: when the cursor is not one of ours
    """
    if page.cursor:
        rows = rows.filter(pk__lt=_read_cursor(page.cursor))
    found = list(rows.order_by("-pk")[: page.limit + 1])
    if len(found) <= page.limit:
        return found, None
    return found[: page.limit], base64.urlsafe_b64encode(found[page.limit - 1].pk.bytes).decode()


def _read_cursor(cursor: str) -> UUID:
    try:
        return UUID(bytes=base64.urlsafe_b64decode(cursor))
    except (ValueError, binascii.Error) as error:
        raise Invalid.at(
            "cursor", "This page does not exist; start again from the first.", code="cursor_unknown"
        ) from error

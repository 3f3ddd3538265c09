"""Cursor pages: newest first, stable while rows are added, one query each."""

import base64
import binascii
import json
from dataclasses import dataclass
from typing import TypeVar, cast
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Model, Q, QuerySet
from django.db.models.expressions import Combinable
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
        raise _unknown_cursor() from error


@dataclass(frozen=True, slots=True)
class Order:
    """What a list is ordered by, `down` with the largest first; rows with the same value follow by their ids."""

    name: str
    by: Combinable
    down: bool


class SortedPageIn(PageIn):
    """Which page of a list that has several orders; its cursor carries the last row's value."""

    cursor: str | None = Field(None, max_length=2_000, description="`next_cursor` of the page before")


def cut_sorted_page(rows: "QuerySet[Row]", page: PageIn, order: Order) -> tuple[list[Row], str | None]:
    """
    Return one page of `rows` in an order, and the cursor of the next, None at the end; stable while rows are added.

    :raises Invalid: when the cursor is not one of ours, or of another order
    """
    rows = cast("QuerySet[Row]", rows.annotate(sort_value=order.by))
    if page.cursor:
        value, pk = _read_sorted_cursor(page.cursor, order)
        beyond, or_at = ("lt", "lte") if order.down else ("gt", "gte")
        same = Q(sort_value=value, **{f"pk__{beyond}": pk})
        try:
            # Said twice, for the first half alone is what an index can start at.
            rows = rows.filter(Q(**{f"sort_value__{or_at}": value}), Q(**{f"sort_value__{beyond}": value}) | same)
        except (ValueError, ValidationError) as error:  # a value somebody made up
            raise _unknown_cursor() from error
    sign = "-" if order.down else ""
    found = list(rows.order_by(f"{sign}sort_value", f"{sign}pk")[: page.limit + 1])
    if len(found) <= page.limit:
        return found, None
    last = found[page.limit - 1]
    value = getattr(last, "sort_value")  # noqa: B009 - annotated above
    written = json.dumps([order.name, value if isinstance(value, int | str) else str(value), last.pk.hex])
    return found[: page.limit], base64.urlsafe_b64encode(written.encode()).decode()


def _read_sorted_cursor(cursor: str, order: Order) -> tuple[int | str, UUID]:
    try:
        name, value, pk = json.loads(base64.urlsafe_b64decode(cursor))
        last = UUID(pk)
    except (ValueError, TypeError, AttributeError, binascii.Error) as error:
        raise _unknown_cursor() from error
    if name != order.name or not isinstance(value, int | str) or "\x00" in str(value):
        raise _unknown_cursor()
    return value, last


def _unknown_cursor() -> Invalid:
    return Invalid.at("cursor", "This page does not exist; start again from the first.", code="cursor_unknown")

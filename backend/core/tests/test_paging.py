"""Cursor pages."""

import base64

import pytest

from core.domain_error import Invalid
from core.ids import uuid7
from core.models import IdempotencyRecord as Row
from core.paging import PageIn, cut_page

pytestmark = pytest.mark.django_db


def make_rows(count: int) -> list[Row]:
    return [Row.objects.create(scope=uuid7(), key="key", fingerprint="") for _ in range(count)]


def walk(limit: int) -> list[Row]:
    found: list[Row] = []
    page = PageIn(cursor=None, limit=limit)
    while True:
        rows, cursor = cut_page(Row.objects.all(), page)
        found += rows
        if cursor is None:
            return found
        assert len(rows) == limit
        page = PageIn(cursor=cursor, limit=limit)


class TestCutPage:
    @pytest.mark.parametrize("limit", [1, 2, 3, 6, 7, 8, 100])
    def test_leads_through_every_row_once_newest_first(self, limit: int) -> None:
        rows = make_rows(7)

        found = walk(limit)

        assert found == sorted(rows, key=lambda row: row.pk, reverse=True)

    def test_ends_after_a_page_that_is_just_full(self) -> None:
        make_rows(4)

        _, cursor = cut_page(Row.objects.all(), PageIn(cursor=None, limit=4))

        assert cursor is None

    def test_neither_repeats_nor_skips_while_rows_are_added(self) -> None:
        old = make_rows(6)

        first, cursor = cut_page(Row.objects.all(), PageIn(cursor=None, limit=3))
        make_rows(5)
        rest, end = cut_page(Row.objects.all(), PageIn(cursor=cursor, limit=3))

        assert {*first, *rest} == set(old)
        assert end is None

    def test_goes_on_after_a_row_that_was_deleted_meanwhile(self) -> None:
        make_rows(6)
        first, cursor = cut_page(Row.objects.all(), PageIn(cursor=None, limit=3))

        Row.objects.filter(pk=first[-1].pk).delete()
        rest, _ = cut_page(Row.objects.all(), PageIn(cursor=cursor, limit=3))

        assert len(rest) == 3
        assert not set(first) & set(rest)

    def test_returns_nothing_of_nothing(self) -> None:
        assert cut_page(Row.objects.all(), PageIn(cursor=None, limit=3)) == ([], None)

    @pytest.mark.parametrize(
        "cursor", ["x", "é", "AAAA", "====", base64.urlsafe_b64encode(b"\0" * 15).decode(), "' OR 1=1 --", "null"]
    )
    def test_refuses_a_cursor_that_is_not_ours(self, cursor: str) -> None:
        with pytest.raises(Invalid) as refusal:
            cut_page(Row.objects.all(), PageIn(cursor=cursor, limit=3))

        assert refusal.value.code == "cursor_unknown"
        assert refusal.value.errors[0].field == "cursor"

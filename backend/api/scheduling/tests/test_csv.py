"""Reading CSV as people and spreadsheets write it."""

import csv
import io
from contextlib import suppress
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.scheduling.csv_cells import (
    Unreadable,
    find_order,
    read_clock_time,
    read_date,
    read_day_and_time,
    read_moment,
    read_number,
    read_privacy,
    read_yes_no,
)
from api.scheduling.csv_columns import COLUMNS, EXPORTED, find_column, guard, unguard
from api.scheduling.csv_sheet import Sheet, read_sheet
from core.domain_error import Invalid

# What the database keeps: no NUL, and no half of a surrogate pair.
CELLS = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=40)


def refusal(text: str) -> Invalid:
    with pytest.raises(Invalid) as caught:
        read_sheet(text)
    return caught.value


class TestSheet:
    @pytest.mark.parametrize("delimiter", [",", ";", "\t"])
    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    @pytest.mark.parametrize("mark", ["", "\ufeff"])
    def test_reads_any_delimiter_line_end_and_mark(self, delimiter: str, end: str, mark: str) -> None:
        rows = [["Caption", "Accounts"], ["Hello, you; all", "@north"], ["", ""], ["Two", "south"]]
        out = io.StringIO(newline="")
        csv.writer(out, delimiter=delimiter, lineterminator=end).writerows(rows)

        sheet = read_sheet(mark + out.getvalue())

        assert sheet.delimiter == delimiter
        assert [(line.number, line.cells) for line in sheet.lines] == [
            (2, {"caption": "Hello, you; all", "accounts": "@north"}),
            (4, {"caption": "Two", "accounts": "south"}),
        ]

    def test_counts_lines_as_an_editor_does(self) -> None:
        sheet = read_sheet('\ncaption,accounts\n"one\ntwo\r\nthree",a\nfour,b\n')

        assert [(line.number, line.cells["caption"]) for line in sheet.lines] == [(3, "one\ntwo\r\nthree"), (6, "four")]

    def test_obeys_what_excel_says_of_the_separator(self) -> None:
        sheet = read_sheet("sep=;\r\ncaption;media\r\na,b;c\r\n")

        assert [(line.number, line.cells) for line in sheet.lines] == [(3, {"caption": "a,b", "media": "c"})]

    def test_knows_columns_by_other_names_and_names_the_unknown(self) -> None:
        sheet = read_sheet("Post Caption,Date & Time,TimeZone,Mood,Published_at\nHi,2026-12-01 18:00,UTC,good,x")

        assert sheet.lines[0].cells == {"caption": "Hi", "local_time": "2026-12-01 18:00", "time_zone": "UTC"}
        assert sheet.ignored == ["Mood"]

    def test_takes_rows_that_are_too_short_and_says_which_are_too_long(self) -> None:
        sheet = read_sheet("caption,media,accounts\nonly\na,b,c,,\na,b,c,d,e")

        assert [line.extra for line in sheet.lines] == [0, 0, 2]
        assert sheet.lines[0].get("accounts") == ""

    @pytest.mark.parametrize(
        ("text", "code", "words"),
        [
            ("", "csv_empty", "empty"),
            ("\ufeff \r\n", "csv_empty", "empty"),
            ("caption\n\x00", "csv_unreadable", "Line 2"),
            ("caption\n\ud800", "csv_unreadable", "Line 2"),
            ("Hello,there\n1,2", "columns_unknown", "Line 1 has to name the columns"),
            ("caption,Text\n1,2", "column_twice", "“caption” and “Text” both mean the column caption"),
            ("caption,caption\n1,2", "column_twice", "stands there twice"),
            ("caption,media\n\n,\n", "rows_missing", "no row"),
            ("caption\n" + "x\n" * 501, "too_many_rows", "501 rows, and 500"),
            ('caption,media\na,b\n"c,d\ne,f', "csv_quotes", "begins on line 3 opens a quotation mark that is never"),
            ('caption\n"' + "x" * 200_000, "csv_quotes", "line 2 opens a quotation mark"),
            ('caption,media\n"a" b,c', "csv_quotes", "line 2 something stands behind"),
        ],
    )
    def test_refuses_what_is_no_such_file(self, text: str, code: str, words: str) -> None:
        error = refusal(text)

        assert (error.code, error.errors[0].field) == (code, "csv")
        assert words in error.detail

    def test_takes_as_many_rows_as_it_says(self) -> None:
        assert len(read_sheet("caption\n" + "x\n" * 500).lines) == 500

    @given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=8), st.sampled_from(",;\t"))
    def test_gives_back_what_was_written(self, rows: list[list[str]], delimiter: str) -> None:
        rows = [["x", *cells] for cells in rows]
        out = io.StringIO(newline="")
        writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
        writer.writerow(["kind", "caption", "title", "media"])
        writer.writerows([guard(cell) for cell in row] for row in rows)

        sheet: Sheet = read_sheet("\ufeff" + out.getvalue())

        assert [list(line.cells.values()) for line in sheet.lines] == rows

    @given(st.text(max_size=300))
    def test_reads_or_refuses_anything(self, text: str) -> None:
        with suppress(Invalid):
            assert read_sheet(text).lines


class TestColumns:
    def test_every_name_means_one_column(self) -> None:
        names = [name for column, aliases in COLUMNS.items() for name in (column, *aliases)]

        assert len(set(names)) == len(names)
        assert all(find_column(name.upper().replace("_", " ")) == find_column(name) for name in names)
        assert len(set(EXPORTED)) == len(EXPORTED)

    @pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "'=", "''@"])
    def test_what_a_spreadsheet_would_run_is_marked(self, start: str) -> None:
        cell = f"{start}HYPERLINK(1)"

        assert guard(cell) == f"'{cell}"
        assert unguard(guard(cell)) == cell

    @pytest.mark.parametrize("cell", ["", "plain", "'quoted'", "a=b", "#tag @friend"])
    def test_what_is_harmless_stays(self, cell: str) -> None:
        assert guard(cell) == unguard(cell) == cell

    @given(st.text(alphabet="'=+-@\t\r\nab", max_size=6))
    def test_taking_the_mark_away_gives_what_was_marked(self, cell: str) -> None:
        assert unguard(guard(cell)) == cell
        assert guard(cell)[:1] not in set("=+-@\t\r")


class TestCells:
    @pytest.mark.parametrize("cell", ["yes", "Y", "TRUE", "1", "x", "WAHR"])
    def test_yes(self, cell: str) -> None:
        assert read_yes_no(cell) is True

    @pytest.mark.parametrize("cell", ["", "no", "False", "0", "nein"])
    def test_no(self, cell: str) -> None:
        assert read_yes_no(cell) is False

    @pytest.mark.parametrize(
        ("cell", "level"),
        [
            ("", ""),
            ("PUBLIC_TO_EVERYONE", "PUBLIC_TO_EVERYONE"),
            ("Public", "PUBLIC_TO_EVERYONE"),
            ("friends", "MUTUAL_FOLLOW_FRIENDS"),
            ("followers", "FOLLOWER_OF_CREATOR"),
            ("Only me", "SELF_ONLY"),
            ("only_me", "SELF_ONLY"),
            ("Private", "SELF_ONLY"),
        ],
    )
    def test_privacy(self, cell: str, level: str) -> None:
        assert read_privacy(cell) == level

    @pytest.mark.parametrize(
        ("cell", "order", "day"),
        [
            ("2026-12-01", None, "2026-12-01"),
            ("2026/12/1", None, "2026-12-01"),
            ("1.12.2026", None, "2026-12-01"),
            ("1.12.26", "mdy", "2026-12-01"),
            ("31/12/2026", None, "2026-12-31"),
            ("12/31/2026", None, "2026-12-31"),
            ("05/05/2026", None, "2026-05-05"),
            ("3/4/2026", "dmy", "2026-04-03"),
            ("3/4/2026", "mdy", "2026-03-04"),
            ("3-4-26", "mdy", "2026-03-04"),
        ],
    )
    def test_days(self, cell: str, order: None, day: str) -> None:
        assert read_date(cell, order) == date.fromisoformat(day)

    @pytest.mark.parametrize(
        ("cell", "order", "code"),
        [
            ("3/4/2026", None, "date_ambiguous"),
            ("12/31/2026", "dmy", "date_invalid"),
            ("31.2.2026", None, "date_invalid"),
            ("0001-01-01", None, "date_invalid"),
            ("9999-12-31", None, "date_invalid"),
            ("tomorrow", None, "date_invalid"),
        ],
    )
    def test_days_that_are_none(self, cell: str, order: None, code: str) -> None:
        with pytest.raises(Unreadable) as caught:
            read_date(cell, order)

        assert caught.value.code == code

    @pytest.mark.parametrize(
        ("cell", "shown"),
        [("18:00", "18:00"), ("6:05", "06:05"), ("18:00:59", "18:00"), ("6 pm", "18:00"), ("12:30 AM", "00:30")],
    )
    def test_times(self, cell: str, shown: str) -> None:
        assert read_clock_time(cell) == time.fromisoformat(shown)

    @pytest.mark.parametrize(
        ("cell", "code"),
        [
            ("18", "time_invalid"),
            ("25:00", "time_invalid"),
            ("13:00 pm", "time_invalid"),
            ("noon", "time_invalid"),
            ("18:00Z", "time_offset"),
            ("18:00+01:00", "time_offset"),
        ],
    )
    def test_times_that_are_none(self, cell: str, code: str) -> None:
        with pytest.raises(Unreadable) as caught:
            read_clock_time(cell)

        assert caught.value.code == code

    @pytest.mark.parametrize("cell", ["2026-12-01 18:00", "2026-12-01T18:00", "1.12.2026, 18:00", "2026-12-01 6:00 PM"])
    def test_a_day_and_a_time_in_one_cell(self, cell: str) -> None:
        assert read_moment(cell, None).isoformat() == "2026-12-01T18:00:00"

    @pytest.mark.parametrize(
        ("cell", "code"),
        [("2026-12-01", "time_missing"), ("Dec 1 2026 18:00", "date_invalid"), ("2026-12-01T18:00Z", "time_offset")],
    )
    def test_a_moment_that_is_none(self, cell: str, code: str) -> None:
        with pytest.raises(Unreadable) as caught:
            read_moment(cell, None)

        assert caught.value.code == code

    @pytest.mark.parametrize(
        ("day", "clock", "column", "code"),
        [
            ("2026-12-01", "", "time", "time_missing"),
            ("", "18:00", "date", "date_missing"),
            ("x", "18:00", "date", "date_invalid"),
            ("2026-12-01", "x", "time", "time_invalid"),
        ],
    )
    def test_says_which_of_two_cells_is_wrong(self, day: str, clock: str, column: str, code: str) -> None:
        with pytest.raises(Unreadable) as caught:
            read_day_and_time(day, clock, None)

        assert (caught.value.column, caught.value.code) == (column, code)

    @pytest.mark.parametrize(
        ("cells", "order"),
        [
            (["3/4/2026", "31/12/2026 18:00"], "dmy"),
            (["3/4/2026", "12/31/2026T18:00"], "mdy"),
            (["31/12/2026", "12/31/2026"], None),
            (["3/4/2026", "2026-12-31", "31.12.2026", ""], None),
        ],
    )
    def test_one_date_tells_the_order_of_all(self, cells: list[str], order: str | None) -> None:
        assert find_order(cells) == order

    @pytest.mark.parametrize("cell", ["0", "36", "1.5", "-1", "x"])
    def test_numbers_have_bounds(self, cell: str) -> None:
        with pytest.raises(Unreadable, match=r"no whole number from 1 to 35"):
            read_number(cell, least=1, most=35)

    @given(st.text(max_size=20), st.sampled_from([None, "dmy", "mdy"]))
    def test_reads_or_refuses_anything(self, cell: str, order: None) -> None:
        for read in (read_date, read_moment):
            with suppress(Unreadable):
                assert read(cell.strip(), order).year > 0
        find_order([cell])

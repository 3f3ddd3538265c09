"""A file of posts, and what becomes of each of its rows, as the API takes and gives them."""

from datetime import date, datetime
from uuid import UUID

from ninja import Schema
from pydantic import Field

from api.accounts.models import PostMode
from api.accounts.schemas import AccountBrief
from api.media.models import MediaKind
from api.media.schemas import PREFIX
from api.posts.models import PostKind
from api.scheduling.csv_cells import DateOrder
from api.scheduling.csv_sheet import MOST_CHARACTERS, MOST_ROWS
from api.scheduling.import_row import Row
from api.scheduling.import_services import ImportItem, ImportPlan, ImportResult, Outcome
from api.scheduling.schemas import PostFilter
from api.scheduling.timing import Clock
from core.sentences.answer import Sentence
from core.text import Text
from tiktok.wire import PrivacyLevel


class ImportIn(Schema):
    """
    Posts as CSV: at most 500 rows below a line with the columns' names. `time_zone` is for rows that name none.

    With `dry_run` nothing is saved and the answer shows what would happen. `consent` is the agreement for all that is
    scheduled. `date_order` says how dates with slashes are written; null finds it out from the file. Lines in `leave_out` are
    passed over; `again` makes posts once more that are here already.
    """

    csv: str = Field(max_length=MOST_CHARACTERS)
    time_zone: str = Field("UTC", max_length=64)
    date_order: DateOrder | None = None
    leave_out: list[int] = Field([], max_length=MOST_ROWS)
    again: bool = False
    consent: bool = False
    dry_run: bool = False

    def to_plan(self) -> ImportPlan:
        left_out = frozenset(self.leave_out)
        return ImportPlan(self.csv, self.time_zone, self.date_order, left_out, again=self.again, consent=self.consent)


class ImportProblem(Schema):
    """What stands in a row's way; `column` is empty where it is about the row as a whole."""

    column: str
    code: str
    message: Sentence


class ImportMediaOut(Schema):
    id: UUID
    file_name: str
    kind: MediaKind
    duration_ms: int | None
    thumbnail_url: str | None


class ImportAccountOut(Schema):
    """An account of a row, and how TikTok is handed the post there."""

    account: AccountBrief
    post_mode: PostMode


class ImportItemOut(Schema):
    """
    One row: `line` is where it begins in the file, `outcome` what became or would become of it.

    `repeated`: the same post is here already (`post_id`), or on an earlier line (`same_line`). `lacks` says what a row needs to
    be scheduled that became a draft for want of it. The choices are those for all of its accounts.
    """

    line: int
    outcome: Outcome
    post_id: UUID | None
    same_line: int | None
    kind: PostKind
    caption: str
    title: str
    media: list[ImportMediaOut]
    accounts: list[ImportAccountOut]
    local_time: str | None
    time_zone: str
    due_at: datetime | None
    clock: Clock
    lacks: list[Sentence]
    privacy_level: PrivacyLevel | None
    allow_comment: bool
    allow_duet: bool
    allow_stitch: bool
    disclosure: bool
    your_brand: bool
    branded_content: bool
    is_aigc: bool
    auto_add_music: bool
    problems: list[ImportProblem]

    @classmethod
    def of(cls, item: ImportItem) -> "ImportItemOut":
        row, choices = item.row, item.row.choices
        names = ("allow_comment", "allow_duet", "allow_stitch", "disclosure", "your_brand", "branded_content")
        fields: dict[str, object] = {name: getattr(choices, name) for name in (*names, "is_aigc", "auto_add_music")}
        fields |= {name: getattr(row, name) for name in ("line", "kind", "caption", "title", "time_zone")}
        return cls.model_validate(
            fields
            | {
                "outcome": item.outcome,
                "post_id": item.post_id,
                "same_line": item.same.line if item.same else None,
                "media": _show_media(row),
                "accounts": _show_accounts(row),
                "local_time": row.local_time or None,
                "due_at": row.reading.instant if row.reading else None,
                "clock": row.reading.clock if row.reading else "plain",
                "lacks": list(row.why_draft),
                "privacy_level": choices.privacy_level or None,
                "problems": [{"column": one.column, "code": one.code, "message": one.message} for one in item.problems],
            }
        )


class ImportOut(Schema):
    """
    What became of a file; `dry_run` says that nothing was saved, and the counts are of what would be.

    `ignored_columns` are headings nobody knows. `date_order` is how its dates with slashes were read, null where no date said.
    """

    dry_run: bool
    scheduled: int
    drafts: int
    repeated: int
    refused: int
    delimiter: str
    date_order: DateOrder | None
    ignored_columns: list[str]
    items: list[ImportItemOut]

    @classmethod
    def of(cls, result: ImportResult, *, dry_run: bool) -> "ImportOut":
        return cls(
            dry_run=dry_run,
            scheduled=result.count("scheduled"),
            drafts=result.count("draft"),
            repeated=result.count("repeated"),
            refused=result.count("refused"),
            delimiter=result.sheet.delimiter,
            date_order=result.date_order,
            ignored_columns=result.sheet.ignored,
            items=[ImportItemOut.of(item) for item in result.items],
        )


class ExportPostsIn(Schema):
    """Which posts to take along: as the list has them, and those that stand on the calendar between two days."""

    status: PostFilter | None = None
    account: UUID | None = None
    q: Text = ""
    first: date | None = Field(None, alias="from")
    last: date | None = Field(None, alias="to")


def _show_media(row: Row) -> list[dict[str, object]]:
    return [
        {
            "id": asset.pk,
            "file_name": asset.file_name,
            "kind": asset.kind,
            "duration_ms": asset.duration_ms,
            "thumbnail_url": f"{PREFIX}/{asset.pk}/thumbnail" if asset.has_thumbnail else None,
        }
        for asset in row.media
    ]


def _show_accounts(row: Row) -> list[dict[str, object]]:
    return [
        {"account": AccountBrief.fields_of(account), "post_mode": row.mode or account.post_mode}
        for account in row.accounts
    ]

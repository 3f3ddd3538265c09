"""From a line of a CSV file to what is to be composed of it, with everything that stands in its way. No queries."""

from datetime import datetime
from zoneinfo import ZoneInfo

from api.accounts.models import PostMode
from api.media.models import MediaKind
from api.posts.models import PostKind
from api.posts.services import LATE_LIMIT_MIN
from api.scheduling.csv_cells import (
    DateOrder,
    read_day_and_time,
    read_moment,
    read_number,
    read_privacy,
    read_yes_no,
)
from api.scheduling.csv_sheet import Line
from api.scheduling.import_lookup import Lookup, split_names
from api.scheduling.import_row import Row, Status
from api.scheduling.schemas import LONGEST_COVER_MS, LONGEST_LATE_MIN, LONGEST_STAGGER_MIN
from api.scheduling.timing import read_clock
from api.users.services import check_zone
from core.domain_error import Invalid
from tiktok.bodies import MAX_PHOTOS

LEAST_LATE_MIN = 5
NEVER_LATE = ("never", "none", "however late")
VIDEOS_ALONE = ("duet", "stitch", "aigc")
KINDS = {kind.value: kind for kind in PostKind} | {
    "image": PostKind.PHOTO,
    "images": PostKind.PHOTO,
    "photos": PostKind.PHOTO,
    "carousel": PostKind.PHOTO,
    "reel": PostKind.VIDEO,
}
MODES = {
    **dict.fromkeys(("direct", "direct post", "direct_post", "publish"), PostMode.DIRECT_POST),
    **dict.fromkeys(("inbox", "tiktok draft", "media_upload", "inbox draft"), PostMode.MEDIA_UPLOAD),
}
STATUSES: dict[str, Status] = {"draft": "draft", "scheduled": "scheduled", "schedule": "scheduled"}
ENDED = ("publishing", "published", "failed", "held", "needs_you", "missed", "cancelled")


FLAGS = ("comment", "duet", "stitch", "your_brand", "branded_content", "aigc", "music")


def read_row(line: Line, *, lookup: Lookup, order: DateOrder | None, time_zone: str) -> Row:
    """Read one line; what cannot be read stands among the row's problems."""
    row = Row(line.number, time_zone, caption=line.cells.get("caption", ""), title=line.cells.get("title", ""))
    if line.extra:
        more = "a cell" if line.extra == 1 else f"{line.extra} cells"
        message = f"The row has {more} more than there are columns. Put a text that has the separator in it in quotation marks."
        row.complain("", "too_many_cells", message)
    _read_things(row, line, lookup)
    _read_choices(row, line)
    _read_time(row, line, order)
    _decide_status(row, line)
    return row


def _read_things(row: Row, line: Line, lookup: Lookup) -> None:
    for name in split_names(line.get("media")):
        if asset := row.read("media", None, lookup.files.find, name):
            row.media.append(asset)
    for name in split_names(line.get("accounts")):
        account = row.read("accounts", None, lookup.accounts.find, name)
        if account and account not in row.accounts:
            row.accounts.append(account)
    stated = line.get("kind").casefold()
    guessed = PostKind.PHOTO if row.media and row.media[0].kind == MediaKind.IMAGE else PostKind.VIDEO
    row.kind = KINDS.get(stated, guessed)
    if stated and stated not in KINDS:
        message = f"“{line.get('kind')}” is no kind of post. Write video, photo or slideshow."
        row.complain("kind", "kind_unknown", message)
    if sound := next((asset for asset in row.media if asset.kind == MediaKind.AUDIO), None):
        message = f"{sound.file_name} is a sound file. A post shows a video or photos."
        row.complain("media", "media_unfit", message)


def _read_choices(row: Row, line: Line) -> None:
    row.privacy = row.read("privacy", "", read_privacy, line.get("privacy"))
    for name in FLAGS:
        row.flags[name] = row.read(name, False, read_yes_no, line.get(name))  # noqa: FBT003 - what an unreadable cell means
    is_photo = row.kind == PostKind.PHOTO
    for name in VIDEOS_ALONE if is_photo else ("music",):
        if row.flags[name]:
            what = "photos" if is_photo else "videos"
            row.complain(name, "not_of_this_kind", f"TikTok has no such choice for {what}. Leave it empty.")
    if row.title.strip() and not is_photo:
        row.complain("title", "not_of_this_kind", "Only photo posts have a title. Write it into the caption.")
    stated = line.get("mode")
    row.mode = MODES.get(stated.casefold(), "")
    if stated and not row.mode:
        message = f"“{stated}” is no way to post. Write direct or inbox, or leave it empty: then the account decides."
        row.complain("mode", "mode_unknown", message)
    _read_numbers(row, line)


def _read_numbers(row: Row, line: Line) -> None:
    if cover := line.get("cover"):
        row.cover = row.read("cover", 1, read_number, cover, least=1, most=MAX_PHOTOS)
    if moment := line.get("cover_ms"):
        row.cover_ms = row.read("cover_ms", 0, read_number, moment, least=0, most=LONGEST_COVER_MS)
        if row.cover_ms and row.kind == PostKind.PHOTO:
            message = "A photo post’s cover is one of its photos: write which one under cover."
            row.complain("cover_ms", "not_of_this_kind", message)
    late = line.get("late_limit_min")
    if late.casefold() in NEVER_LATE:
        row.late_limit_min = None
    elif late:
        bounds = {"least": LEAST_LATE_MIN, "most": LONGEST_LATE_MIN}
        row.late_limit_min = row.read("late_limit_min", LATE_LIMIT_MIN, read_number, late, **bounds)
    if stagger := line.get("stagger_min"):
        row.stagger_min = row.read("stagger_min", 0, read_number, stagger, least=0, most=LONGEST_STAGGER_MIN)


def _read_time(row: Row, line: Line, order: DateOrder | None) -> None:
    if zone := line.get("time_zone"):
        try:
            row.time_zone = check_zone(zone)
        except Invalid:
            message = f"There is no time zone called “{zone}”. Write one like Europe/Berlin."
            row.complain("time_zone", "time_zone_unknown", message)
    whole, day, clock = line.get("local_time"), line.get("date"), line.get("time")
    row.time_column = "local_time" if whole else "date" if day else "time"
    if whole and (day or clock):
        message = "The time stands in local_time, and in date and time too. Keep one of them."
        row.complain("local_time", "time_twice", message)
        return
    at: datetime | None = None
    if whole:
        at = row.read("local_time", None, read_moment, whole, order)
    elif day or clock:
        at = row.read(row.time_column, None, read_day_and_time, day, clock, order)
    if at is not None:
        row.local_time, row.reading = at.strftime("%Y-%m-%dT%H:%M"), read_clock(at, ZoneInfo(row.time_zone))


def _decide_status(row: Row, line: Line) -> None:
    """Settle whether the row is to go out: as it says, or by whether it has a time and accounts."""
    lacks = [word for column, word in (("time", "a time"), ("accounts", "an account")) if not _has(line, column)]
    stated = line.get("status").casefold().replace(" ", "_")
    if stated in ENDED:
        message = (
            f"The row was taken along as “{line.get('status')}”. Write draft or scheduled to make a new post of it."
        )
        row.complain("status", "status_ended", message)
    elif stated and stated not in STATUSES:
        message = f"“{line.get('status')}” is no status of a row. Write draft or scheduled."
        row.complain("status", "status_unknown", message)
    row.status = STATUSES.get(stated, "draft" if lacks else "scheduled")
    if not stated:
        row.why_draft = tuple(lacks)
    elif row.status == "scheduled" and not _has(line, "time"):
        row.complain(row.time_column, "time_missing", "A scheduled post needs a day and a time.")
    if stated and row.status == "scheduled" and not _has(line, "accounts"):
        row.complain("accounts", "account_missing", "A scheduled post needs an account.")


def _has(line: Line, what: str) -> bool:
    columns = ("local_time", "date", "time") if what == "time" else (what,)
    return any(line.get(column) for column in columns)

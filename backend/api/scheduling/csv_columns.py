"""
The columns of posts as CSV, the same for taking posts along and for bringing them; and cells that a spreadsheet must not run.

Pure.
"""

import re

# A column's name, and what else people and other planners call it.
COLUMNS: dict[str, tuple[str, ...]] = {
    "caption": ("text", "description", "post", "post_caption", "message", "content"),
    "title": ("post_title", "photo_title", "headline"),
    "kind": ("type", "post_type", "media_type"),
    "media": (
        "file",
        "files",
        "file_name",
        "filename",
        "media_file",
        "media_files",
        "video",
        "photo",
        "photos",
        "image",
    ),
    "accounts": ("account", "profile", "profiles", "handle", "handles", "username", "channel", "channels"),
    "local_time": ("datetime", "date_time", "date_and_time", "scheduled_at", "schedule", "publish_at", "due", "due_at"),
    "date": ("day", "publish_date", "post_date"),
    "time": ("hour", "clock", "publish_time", "post_time"),
    "time_zone": ("timezone", "zone", "tz"),
    "privacy": ("privacy_level", "visibility", "who_can_see", "audience"),
    "comment": ("comments", "allow_comment", "allow_comments"),
    "duet": ("duets", "allow_duet", "allow_duets"),
    "stitch": ("stitches", "allow_stitch", "allow_stitches"),
    "your_brand": ("brand_organic", "own_brand", "promotional_content"),
    "branded_content": ("brand_content", "paid_partnership"),
    "aigc": ("is_aigc", "ai", "ai_generated", "ai_generated_content"),
    "music": ("auto_add_music", "add_music"),
    "cover": ("cover_photo", "cover_index"),
    "cover_ms": ("cover_time_ms", "cover_at_ms", "thumbnail_ms"),
    "mode": ("post_mode",),
    "late_limit_min": ("late_limit", "late"),
    "stagger_min": ("stagger", "spread_min"),
    "status": ("state",),
}
# What an export says besides, and an import leaves alone.
TOLD = ("account_states", "published_at", "tiktok_url", "reason")
# In the order of an export: one column for the time is enough there.
EXPORTED = (*(name for name in COLUMNS if name not in ("date", "time")), *TOLD)

SEPARATOR = "|"
_NAMES = {alias: name for name, aliases in COLUMNS.items() for alias in (name, *aliases)}

# A spreadsheet runs a cell that begins so. A cell that is already marked gets another mark, or reading would take its own away.
_RUNS = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_MARKED = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")


def find_column(heading: str) -> str | None:
    """Return the column a heading means, however it is written; None for one that is no column of ours."""
    plain = re.sub(r"[^0-9a-z]+", "_", heading.casefold()).strip("_")
    return _NAMES.get(plain)


def is_told(heading: str) -> bool:
    """Tell whether a heading is one of those that an export adds."""
    return heading.strip().casefold() in TOLD


def guard(cell: str) -> str:
    """Return the cell so that no spreadsheet takes it for a formula."""
    return f"'{cell}" if _RUNS.match(cell) else cell


def unguard(cell: str) -> str:
    """Return the cell that `guard` was given."""
    return cell[1:] if _MARKED.match(cell) else cell

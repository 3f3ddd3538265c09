"""Posts as CSV, to be read in a spreadsheet and to be imported again: a row a post, more where its accounts differ."""

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import groupby
from zoneinfo import ZoneInfo

from django.db.models import Count, QuerySet

from api.accounts.models import Account, PostMode
from api.media.models import MediaAsset
from api.posts.models import MediaType, Post, PostKind
from api.publishing.models import Publication, State
from api.publishing.schemas import CHOICES, find_url
from api.publishing.selectors import summarize, with_publications
from api.scheduling.csv_columns import EXPORTED, SEPARATOR, guard
from api.scheduling.import_lookup import as_id
from api.workspaces.models import Workspace

CHUNK = 200
BOM = "\ufeff"  # without it Excel takes UTF-8 for its own old encoding
JOINT = f" {SEPARATOR} "
YES_NO = {True: "yes", False: "no"}
MODES = {PostMode.DIRECT_POST: "direct", PostMode.MEDIA_UPLOAD: "inbox"}
CHOSEN = ("privacy_level", "post_mode", "own_caption", *CHOICES)
# Which column shows which choice.
FLAGS = {
    "comment": "allow_comment",
    "duet": "allow_duet",
    "stitch": "allow_stitch",
    "your_brand": "your_brand",
    "branded_content": "branded_content",
    "aigc": "is_aigc",
    "music": "auto_add_music",
}


def export_posts(workspace: Workspace, posts: "QuerySet[Post]") -> Iterator[bytes]:
    """Yield the file in pieces, the newest posts first: six queries for each 200 posts, and no more of them held at once."""
    names = _Names(workspace)
    yield _write([EXPORTED], head=BOM)
    last = None
    while chunk := _next_chunk(posts, last):
        last = chunk[-1].pk
        names.look_up(chunk)
        yield _write(row for post in chunk for row in _rows_of(post, names))
        if len(chunk) < CHUNK:
            return


def _next_chunk(posts: "QuerySet[Post]", last: object) -> list[Post]:
    if last is not None:
        posts = posts.filter(pk__lt=last)
    return list(with_publications(posts).order_by("-pk")[:CHUNK])


class _Names:
    """What accounts and files are called where an import finds them by it: by their names where those say which, else by ids."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        names = Account.objects.filter(workspace=workspace).values_list("username", "nickname")
        self._handles = [name.casefold() for pair in names for name in dict.fromkeys(pair) if name]
        self._several: set[str] = set()

    def look_up(self, chunk: Iterable[Post]) -> None:
        """Find out which of the files' names are those of several files; one query."""
        names = {place.asset.file_name for post in chunk for place in post.places.all()}
        counted = MediaAsset.objects.filter(workspace=self._workspace, file_name__in=names).values("file_name")
        many = counted.annotate(count=Count("pk")).filter(count__gt=1)
        self._several = set(many.values_list("file_name", flat=True))

    def of_account(self, account: Account) -> str:
        name = account.username or account.nickname
        is_plain = self._handles.count(name.casefold()) == 1 and _stays(name) and not name.startswith("@")
        return name if is_plain else str(account.pk)

    def of_file(self, asset: MediaAsset) -> str:
        name = asset.file_name
        return name if _stays(name) and name not in self._several else str(asset.pk)


def _stays(name: str) -> bool:
    """Tell whether a name is read as it is written: among others in a cell, and as no id."""
    return SEPARATOR not in name and name == name.strip() != "" and as_id(name) is None


def _rows_of(post: Post, names: _Names) -> Iterator[list[str]]:
    rows = list(post.publications.all())
    shared = _say_post(post, names)
    if not rows:
        yield _to_line(shared | {"status": "draft"})
    for _, group in groupby(sorted(rows, key=_choices_of), key=_choices_of):
        yield _to_line(shared | _say_group(list(group), names))


def _choices_of(row: Publication) -> tuple[str, ...]:
    return tuple(str(getattr(row, name)) for name in CHOSEN)


def _say_post(post: Post, names: _Names) -> dict[str, str]:
    media = [place.asset for place in post.places.all() if place.media_type != MediaType.SLIDESHOW_VIDEO]
    local = post.local_time.replace("T", " ")
    if not local and post.due_at:
        local = f"{post.due_at.astimezone(ZoneInfo(post.time_zone)):%Y-%m-%d %H:%M}"
    return {
        "caption": post.caption,
        "title": post.title,
        "kind": post.kind,
        "media": SEPARATOR.join(names.of_file(asset) for asset in media),
        "local_time": local,
        "time_zone": post.time_zone,
        "cover": str(post.cover_index + 1) if post.kind == PostKind.PHOTO else "",
        "cover_ms": str(post.cover_ms) if post.cover_ms else "",
        "late_limit_min": "never" if post.late_limit_min is None else str(post.late_limit_min),
        "stagger_min": str(post.stagger_min),
    }


def _say_group(rows: list[Publication], names: _Names) -> dict[str, str]:
    """Say what publications with the same choices have in common, and how each of them stands."""
    first, live = rows[0], [row for row in rows if row.state != State.CANCELLED]
    flags = {column: YES_NO[bool(getattr(first, name))] for column, name in FLAGS.items()}
    if not first.disclosure:
        flags |= {"your_brand": "no", "branded_content": "no"}

    def each(told: Iterable[tuple[Publication, object]]) -> str:
        return JOINT.join(f"{names.of_account(row.account)}: {what}" for row, what in told if what)

    return flags | {
        "caption": first.caption,
        "accounts": SEPARATOR.join(names.of_account(row.account) for row in live or rows),
        "privacy": first.privacy_level,
        "mode": MODES[PostMode(first.post_mode)],
        "status": summarize([row.state for row in rows]),
        "account_states": each((row, row.state) for row in rows),
        "published_at": each(
            (row, f"{row.published_at:%Y-%m-%dT%H:%M:%SZ}" if row.published_at else "") for row in rows
        ),
        "tiktok_url": each((row, find_url(row)) for row in rows),
        "reason": each((row, row.reason_message) for row in rows),
    }


def _to_line(said: dict[str, str]) -> list[str]:
    return [guard(said.get(name, "")) for name in EXPORTED]


def _write(rows: Iterable[Iterable[str]], *, head: str = "") -> bytes:
    out = io.StringIO(newline="")
    out.write(head)
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode()

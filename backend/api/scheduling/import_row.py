"""One row of an import: what it says, and everything that stands in its way."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, TypeVar

from api.accounts.models import Account
from api.media.models import MediaAsset
from api.posts.models import PostKind
from api.posts.services import LATE_LIMIT_MIN
from api.publishing.services import Choices
from api.scheduling.csv_cells import Problem, Unreadable
from api.scheduling.timing import Reading

Value = TypeVar("Value")
Status = Literal["draft", "scheduled"]


@dataclass(slots=True)
class Row:
    """What one line says. `local_time` is `YYYY-MM-DDTHH:MM`, empty without one; `why_draft` names what a draft lacks."""

    line: int
    time_zone: str
    problems: list[Problem] = field(default_factory=list)
    caption: str = ""
    title: str = ""
    kind: PostKind = PostKind.VIDEO
    media: list[MediaAsset] = field(default_factory=list)
    accounts: list[Account] = field(default_factory=list)
    local_time: str = ""
    time_column: str = "local_time"
    reading: Reading | None = None
    status: Status = "draft"
    why_draft: tuple[str, ...] = ()
    privacy: str = ""
    flags: dict[str, bool] = field(default_factory=dict)
    mode: str = ""
    cover: int = 1
    cover_ms: int = 0
    late_limit_min: int | None = LATE_LIMIT_MIN
    stagger_min: int = 0

    def complain(self, column: str, code: str, message: str) -> None:
        self.problems.append(Problem(column, code, message))

    def read(self, column: str, default: Value, reader: Callable[..., Value], *args: object, **bounds: int) -> Value:
        """Return what `reader` makes of a cell; where it cannot, note the problem and return the default."""
        try:
            return reader(*args, **bounds)
        except Unreadable as error:
            self.complain(error.column or column, error.code, error.message)
            return default

    def has_problem_in(self, *columns: str) -> bool:
        return any(problem.column in columns for problem in self.problems)

    @property
    def choices(self) -> Choices:
        """What was chosen for each of the accounts: a row has one choice for all of them."""
        flags = self.flags
        return Choices(
            self.privacy,
            allow_comment=flags["comment"],
            allow_duet=flags["duet"],
            allow_stitch=flags["stitch"],
            disclosure=flags["your_brand"] or flags["branded_content"],
            your_brand=flags["your_brand"],
            branded_content=flags["branded_content"],
            is_aigc=flags["aigc"],
            auto_add_music=flags["music"],
            post_mode=self.mode,
        )

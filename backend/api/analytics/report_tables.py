"""The tables of a report: the accounts of a workspace, and the posts that were seen most."""

from collections.abc import Sequence

from api.analytics.report_data import AccountRow, Report, TopPost
from api.analytics.report_paper import ACCENT, BOLD, LINE, MARGIN, MUTED, REGULAR, RIGHT, SPAN, Paper
from api.analytics.report_words import UNKNOWN, say_count, say_instant, say_rate, say_short, say_signed

Columns = Sequence[tuple[str, float]]  # a heading, and where what stands beneath it ends

ACCOUNT_COLUMNS = (("Followers", 250.0), ("Won", 305.0), ("Views", 370.0), ("Posts", 410.0), ("Engagement", SPAN))
POST_COLUMNS = (("Views", 318.0), ("Likes", 358.0), ("Comments", 406.0), ("Shares", 440.0), ("Viral score", SPAN))
SCORE = 455.0
ROW, POST_ROW, HEAD = 19.0, 34.0, 52.0
CAPTION_WIDTH = 262.0
HEADING, APART = 8.0, 6.0
OUR_LINKS = "https://"


def draw_accounts(paper: Paper, report: Report) -> None:
    """Draw the accounts with most views in the range, a line each."""
    paper.need(HEAD + ROW * min(len(report.accounts), 4))
    more = f"The {len(report.accounts)} of {report.account_count} with most views in this time"
    _draw_heading(paper, "Accounts", more if report.account_count > len(report.accounts) else "By views in this time")
    columns = place_columns(paper, ACCOUNT_COLUMNS)
    _draw_columns(paper, columns)
    for row in report.accounts:
        if paper.need(ROW):
            _draw_columns(paper, columns)
        _draw_account(paper, row, columns)
    paper.y -= 8


def draw_posts(paper: Paper, report: Report) -> None:
    """Draw the posts of the range that were seen most, with their counters by now."""
    paper.need(HEAD + POST_ROW * min(len(report.posts), 3))
    shown = (
        f"The {len(report.posts)} of {report.post_count} published in this time that were seen most; counters by now"
    )
    _draw_heading(paper, "Top posts", shown if report.posts else "")
    if not report.posts:
        paper.text(paper.say("Nothing was published in this time."), MARGIN, paper.y - 12, size=9, colour=MUTED)
        paper.y -= 30
        return
    columns = place_columns(paper, POST_COLUMNS)
    _draw_columns(paper, columns)
    for number, post in enumerate(report.posts, 1):
        if paper.need(POST_ROW):
            _draw_columns(paper, columns)
        _draw_post(paper, number, post, report, columns)
    paper.y -= 8


def place_columns(paper: Paper, columns: Columns) -> Columns:
    """Return columns with their headings in the paper's language; one left of a heading that is too wide moves aside."""
    placed, most = list[tuple[str, float]](), SPAN
    for name, right in reversed(columns):
        heading, end = paper.say(name), min(right, most)
        placed.append((heading, end))
        most = end - paper.measure(heading, size=HEADING) - APART
    return placed[::-1]


def _draw_account(paper: Paper, row: AccountRow, columns: Columns) -> None:
    y = paper.y - 13
    paper.text(row.handle, MARGIN, y, size=9, width=180)
    cells = (
        say_count(row.followers),
        say_signed(row.totals.followers_net) if row.followers is not None else UNKNOWN,
        say_count(row.totals.views),
        say_count(row.totals.posts),
        say_rate(row.totals.engagement),
    )
    for (_, right), cell in zip(columns, cells, strict=True):
        paper.text(paper.say(cell), MARGIN + right, y, size=9, align="right")
    paper.y -= ROW
    paper.rule(paper.y)


def _draw_post(paper: Paper, number: int, post: TopPost, report: Report, columns: Columns) -> None:
    y = paper.y - 13
    paper.text(str(number), MARGIN, y, size=9, colour=MUTED)
    caption = paper.fit(post.caption, size=9, width=CAPTION_WIDTH, lines=1)
    wide = paper.text(caption[0] if caption else paper.say("(without a caption)"), MARGIN + 16, y, size=9)
    if post.url.startswith(OUR_LINKS):
        paper.canvas.linkURL(post.url, (MARGIN + 16, y - 3, MARGIN + 16 + wide, y + 9), relative=0)
    whose = f"{post.handle} · " if report.is_workspace else ""
    paper.text(
        f"{whose}{paper.say(say_instant(post.published_at, report.zone))}",
        MARGIN + 16,
        y - 12,
        size=8,
        colour=MUTED,
        width=CAPTION_WIDTH,
    )
    for (_, right), count in zip(columns, (post.views, post.likes, post.comments, post.shares), strict=False):
        paper.text(paper.say(say_short(count)), MARGIN + right, y, size=9, align="right")
    _draw_score(paper, post.score, y)
    paper.y -= POST_ROW
    paper.rule(paper.y)


def _draw_score(paper: Paper, score: float | None, y: float) -> None:
    """Draw a score out of a hundred with its bar; one that is not known is a dash."""
    words = UNKNOWN if score is None else f"{score:.0f}"
    paper.text(words, RIGHT, y, size=9, font=BOLD if score is not None else REGULAR, align="right")
    if score is not None:
        width = RIGHT - MARGIN - SCORE
        paper.box(MARGIN + SCORE, y - 9, width, 3, LINE)
        paper.box(MARGIN + SCORE, y - 9, width * min(max(score, 0), 100) / 100, 3, ACCENT)


def _draw_columns(paper: Paper, columns: Columns) -> None:
    for name, right in columns:
        paper.text(name, MARGIN + right, paper.y - 9, size=HEADING, colour=MUTED, align="right")
    paper.y -= 14
    paper.rule(paper.y)


def _draw_heading(paper: Paper, words: str, more: str) -> None:
    wide = paper.text(paper.say(words), MARGIN, paper.y - 20, size=12, font=BOLD)
    paper.text(paper.say(more), MARGIN + wide + 10, paper.y - 20, size=8.5, colour=MUTED, width=SPAN - wide - 10)
    paper.y -= 30

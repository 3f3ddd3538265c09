"""A report as PDF: what stands where. Drawn twice, for only then is it known how many pages there are."""

from collections.abc import Sequence

from api.analytics import report_charts as charts
from api.analytics import report_tables as tables
from api.analytics.report_changes import Change
from api.analytics.report_data import Report, make_bars, name_bars
from api.analytics.report_figures import Figure, headline
from api.analytics.report_paper import ACCENT, BOLD, FAILED, INK, MARGIN, MUTED, SPAN, Paper
from api.analytics.report_words import (
    STAND_IN,
    say_ago,
    say_day,
    say_instant,
    say_range,
)
from core.sentences.catalogue import say

COLUMNS = 4
TOTALS_NOTE = """\
TikTok tells lifetime totals: of a post its views, likes, comments and shares, of an account its followers, likes and posts. A
day's figures are what these rose by between its local midnights, less what they fell by."""
GAPS_NOTE = """\
Between two looks a total is taken to have risen evenly. A day that was not looked at daily is hatched; one that nobody looked at
is left open."""
MISSING_NOTE = """\
TikTok does not tell apps: watch time, reach and impressions, profile views, where viewers came from or who they are, and nothing
of the time before an account was connected. Large accounts' followers are rounded by TikTok."""
SCORE_NOTE = """\
The viral score compares a post with the account's own at the same age: 50 is its usual, 84 is better than five in six, 98 better
than all but one in fifty."""
NOTES = (TOTALS_NOTE, GAPS_NOTE, MISSING_NOTE, SCORE_NOTE)


def draw_report(report: Report, language: str) -> bytes:
    """Return the report as PDF, in a language."""
    counted = _draw(report, language, pages=None)
    counted.finish()
    return _draw(report, language, pages=counted.page).finish()


def _draw(report: Report, language: str, *, pages: int | None) -> Paper:
    title = f"{report.title}: {say(say_range(report.since, report.until), language)}"
    paper = Paper(language=language, title=title, foot=say(_foot(report), language), pages=pages)
    _draw_head(paper, report)
    _draw_figures(paper, headline(report))
    _draw_followers(paper, report)
    _draw_views(paper, report)
    if report.is_workspace and report.accounts:
        tables.draw_accounts(paper, report)
    tables.draw_posts(paper, report)
    if report.slots:
        paper.need(230)
        _heading(
            paper,
            "When it was posted",
            "Middle views after 24 hours, and of how many posts; by the clock of " + report.zone,
        )
        charts.draw_slots(paper, report.slots)
    _draw_notes(paper)
    return paper


def _foot(report: Report) -> str:
    made = f"Made by Carillon on {say_instant(report.made_at, report.zone)} {report.zone}"
    if report.checked is None:
        return f"{made}. Nothing was looked up at TikTok yet."
    first, last = (say_ago(at, now=report.made_at) for at in report.checked)
    if report.is_workspace and first != last:
        return f"{made}. Updated {last}, one account {first}."
    return f"{made}. Updated {last}."


def _draw_head(paper: Paper, report: Report) -> None:
    what = "Report of a workspace" if report.is_workspace else "Report of a TikTok account"
    paper.text(paper.say(what), MARGIN, paper.y - 8, size=9, colour=MUTED)
    paper.text(report.title, MARGIN, paper.y - 34, size=20, font=BOLD, width=SPAN)
    days = f"{report.length} day{'' if report.length == 1 else 's'}"
    zone = f"each account's own days; times by {report.zone}" if report.is_workspace else f"days of {report.zone}"
    when = f"{say_range(report.since, report.until)} · {days} · {zone}"
    paper.text(paper.say(when), MARGIN, paper.y - 52, size=10, colour=MUTED)
    paper.y -= 66
    if report.today and report.until >= report.today:
        paper.text(paper.say(f"{say_day(report.today)} is not over yet."), MARGIN, paper.y, size=9, colour=MUTED)
        paper.y -= 14


def _draw_figures(paper: Paper, figures: Sequence[Figure]) -> None:
    width = SPAN / COLUMNS
    for place, figure in enumerate(figures):
        row, column = divmod(place, COLUMNS)
        x, y = MARGIN + column * width, paper.y - row * 58
        if column == 0:
            paper.rule(y)
        paper.text(paper.say(figure.name), x, y - 15, size=8.5, colour=MUTED)
        paper.text(paper.say(figure.value), x, y - 35, size=17, font=BOLD, width=width - 8)
        _draw_change(paper, figure.change, x, y - 49)
    paper.y -= (len(figures) + COLUMNS - 1) // COLUMNS * 58 + 6


def _draw_change(paper: Paper, change: Change, x: float, y: float) -> None:
    colour = {1: ACCENT, -1: FAILED}.get(change.direction, INK if change.text else MUTED)
    if change.direction:
        paper.triangle(x, y + 0.5, up=change.direction > 0, colour=colour)
        x += 9
    wide = paper.text(paper.say(change.text), x, y, size=8.5, colour=colour) if change.text else 0.0
    if change.reason:
        paper.text(paper.say(change.reason), x + (wide + 4 if wide else 0), y, size=8.5, colour=MUTED)


def _draw_followers(paper: Paper, report: Report) -> None:
    paper.need(180)
    _heading(paper, "Followers", "At the end of each day")
    if report.followers:
        charts.draw_followers(paper, report.followers, report.since, report.until)
    else:
        _sentence(
            paper,
            "Nobody knows: TikTok told no followers in this time. The account may not have granted its statistics.",
        )


def _draw_views(paper: Paper, report: Report) -> None:
    bars = make_bars(report.days, report.since, report.until)
    paper.need(196)
    _heading(paper, f"Views per {name_bars(bars)}", f"Changes above are against {say_range(*report.before)}")
    if any(bar.views is not None for bar in bars):
        charts.draw_views(paper, bars)
    else:
        _sentence(paper, "Nobody knows: no post was looked at in this time.")


def _draw_notes(paper: Paper) -> None:
    lines = [paper.fit(paper.say(note), size=8, width=SPAN - 10, lines=9) for note in NOTES]
    if paper.stood_in:
        lines.append([paper.say(f"{STAND_IN} stands for a sign that the font of this report does not have.")])
    paper.need(40 + sum(11 * len(note) + 4 for note in lines))
    _heading(paper, "About these figures", "")
    for note in lines:
        for number, line in enumerate(note):
            if not number:
                paper.text("·", MARGIN, paper.y - 8, size=8, colour=MUTED)
            paper.text(line, MARGIN + 8, paper.y - 8, size=8, colour=MUTED)
            paper.y -= 11
        paper.y -= 4


def _heading(paper: Paper, words: str, more: str) -> None:
    wide = paper.text(paper.say(words), MARGIN, paper.y - 20, size=12, font=BOLD)
    if more:
        paper.text(paper.say(more), MARGIN + wide + 10, paper.y - 20, size=8.5, colour=MUTED, width=SPAN - wide - 10)
    paper.y -= 30


def _sentence(paper: Paper, words: str) -> None:
    paper.text(paper.say(words), MARGIN, paper.y - 12, size=9, colour=MUTED, width=SPAN)
    paper.y -= 30

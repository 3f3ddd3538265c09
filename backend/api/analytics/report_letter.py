"""The e-mail a report comes with, in the language of whoever gets it. Pure."""

from collections.abc import Sequence

from django.utils.html import format_html, format_html_join

from api.analytics.report_changes import Change
from api.analytics.report_data import Report
from api.analytics.report_figures import headline
from api.analytics.report_words import say_range
from api.notifications.wording import Letter, one_line
from core.sentences.catalogue import say

WHY = "Carillon sends you this because a report goes to you regularly. Change that, or look closer, in Carillon:"
BODY = (
    '<!doctype html><html lang="{}"><body style="font-family:sans-serif;font-size:15px;line-height:1.5">'
    '<p><strong>{}</strong></p><table>{}</table><p style="font-size:13px;color:#5B6661">{} <a href="{}">{}</a></p>'
    "</body></html>"
)
CELLS = '<tr><td style="padding-right:16px;color:#5B6661">{}</td><td><strong>{}</strong>{}</td></tr>'


def write_letter(report: Report, *, url: str, language: str) -> Letter:
    """Return the e-mail with the report's figures; `url` is where it is changed."""
    subject = one_line(f"{report.title}, {say(say_range(report.since, report.until), language)}")
    lines = _lines(report, language)
    why = say(WHY, language)
    text = "\n".join(
        [subject, "", *(f"{name}: {value}{change}" for name, value, change in lines), "", "-- ", why, url, ""]
    )
    html = format_html(BODY, language, subject, format_html_join("", CELLS, lines), why, url, url)
    return Letter(subject, text, html)


def say_change(change: Change) -> str:
    """Return a change as it stands behind its figure: ` (up 12.3 %)`."""
    way = {1: "up ", -1: "down "}.get(change.direction, "")
    said = " ".join(filter(None, [f"{way}{change.text}", change.reason]))
    return f" ({said})" if said else ""


def _lines(report: Report, language: str) -> Sequence[tuple[str, str, str]]:
    """Return each figure's name, value and change."""
    return [
        (say(figure.name, language), say(figure.value, language), say(say_change(figure.change), language))
        for figure in headline(report)
    ]

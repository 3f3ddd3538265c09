"""The words of notifications and of the e-mails made of them. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from core.sentences.catalogue import ENGLISH, say


def say_of_many(many: str, *, count: int, names: Sequence[str], others: int) -> str:
    """Return one line about several things: `7 posts are on hold: @a, @b and 5 more`."""
    named = f"{', '.join(names)} and {others} more" if others > 0 else " and ".join(names)
    return many.replace("{count}", str(count)).replace("{names}", named)[:160]


@dataclass(frozen=True, slots=True)
class Item:
    """One notification as an e-mail shows it; `url` is whole, `settled` when it came right by itself."""

    title: str
    body: str
    url: str
    workspace: str
    settled: bool = False

    def said_in(self, language: str) -> "Item":
        """Return it in a language, its title with what became of it."""
        since = f" ({say('sorted out since', language)})" if self.settled else ""
        return replace(self, title=say(self.title, language) + since, body=say(self.body, language))


@dataclass(frozen=True, slots=True)
class Letter:
    """An e-mail's subject (one line) and its two bodies."""

    subject: str
    text: str
    html: str


def write_urgent(items: Sequence[Item], *, settings_url: str, language: str = ENGLISH) -> Letter:
    """Return the e-mail about what a person has to look at now, in their language."""
    workspaces = sorted({item.workspace for item in items})
    subject = items[0].title if len(items) == 1 else f"{len(items)} things need you: {', '.join(workspaces)}"
    return _letter(subject, items, lines=(), settings_url=settings_url, language=language)


def write_digest(items: Sequence[Item], *, lines: Sequence[str], settings_url: str, language: str = ENGLISH) -> Letter:
    """Return the daily e-mail in the person's language: `lines` say in it what happened in figures, `items` what to know."""
    waiting = sum(not item.settled for item in items)
    verb = "waits" if waiting == 1 else "wait"
    state = f"{waiting} {'thing' if waiting == 1 else 'things'} {verb} for you" if waiting else "nothing waits for you"
    subject = f"Your day in Carillon: {state}"
    return _letter(subject, items, lines=lines, settings_url=settings_url, language=language)


def _letter(subject: str, items: Sequence[Item], *, lines: Sequence[str], settings_url: str, language: str) -> Letter:
    items = [item.said_in(language) for item in items]
    open_it = say("Open it in Carillon", language)
    several = len({item.workspace for item in items}) > 1
    why = say("Carillon writes to you because you belong to this workspace. Choose what you are mailed:", language)
    parts = [*lines] + ["\n".join(filter(None, _plain(item, several=several))) for item in items]
    text = "\n\n".join([*parts, f"-- \n{why}\n{settings_url}"]) + "\n"
    figures = format_html_join("", "<p>{}</p>", ((line,) for line in lines))
    told = format_html_join("", "{}", ((_html(item, open_it, several=several),) for item in items))
    html = format_html(
        '<!doctype html><html lang="{}"><body style="font-family:sans-serif;font-size:15px;line-height:1.5">'
        '{}{}<p style="font-size:13px;color:#5B6661">{} <a href="{}">{}</a></p></body></html>',
        language,
        figures,
        told,
        why,
        settings_url,
        settings_url,
    )
    return Letter(one_line(say(subject, language)), text, str(html))


def _plain(item: Item, *, several: bool) -> list[str]:
    return [f"{item.workspace}: {item.title}" if several else item.title, item.body, item.url]


def _html(item: Item, open_it: str, *, several: bool) -> SafeString:
    place = f"{item.workspace}: " if several else ""
    link = format_html('<br><a href="{}">{}</a>', item.url, open_it) if item.url else ""
    return format_html("<p><strong>{}{}</strong><br>{}{}</p>", place, item.title, item.body, link)


def one_line(text: str) -> str:
    """Return text that may stand in a header of an e-mail: without line breaks and other control characters."""
    return "".join(letter if letter.isprintable() else " " for letter in text)[:200].strip()

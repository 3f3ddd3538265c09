"""The figures at the top of a report, as they are written. Pure."""

from dataclasses import dataclass

from api.analytics.report_changes import Change, compare, compare_rates
from api.analytics.report_data import Report
from api.analytics.report_words import UNKNOWN, say_count, say_rate, say_short, say_signed

NARROW = 10_000_000  # from here on a figure is rounded, for it would not fit


@dataclass(frozen=True, slots=True)
class Figure:
    """A headline: what it is called, how it stands, and its change."""

    name: str
    value: str
    change: Change


def headline(report: Report) -> list[Figure]:
    """Return the figures at the top, each with its change since the period before."""
    now, before = report.now_totals, report.before_totals
    known, before_known = now.known_days > 0, before.known_days * 2 >= report.length

    def figure(name: str, one: int, other: int) -> Figure:
        value = (say_short(one) if one >= NARROW else say_count(one)) if known else UNKNOWN
        return Figure(name, value, compare(one if known else None, other, known_before=before_known))

    last = report.followers[-1][1] if report.followers else None
    won = Change(say_signed(now.followers_net), reason="in this time") if last is not None and known else Change("")
    rates = compare_rates(now.engagement, before.engagement if before_known else None)
    return [
        figure("Views", now.views, before.views),
        Figure("Followers", say_short(last) if last and last >= NARROW else say_count(last), won),
        figure("Likes", now.likes, before.likes),
        figure("Comments", now.comments, before.comments),
        figure("Shares", now.shares, before.shares),
        Figure("Engagement", say_rate(now.engagement), rates),
        # Posts are known from TikTok's list, whether or not anybody looked on that day.
        Figure(
            "Posts", say_count(report.post_count), compare(report.post_count, before.posts, known_before=before_known)
        ),
    ]

"""Posts that come again: a rule and a content, agreed to once; each occurrence becomes a post of its own, two weeks ahead."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import IntegrityError, transaction

from api.media.selectors import get_assets
from api.notifications.models import Urgency
from api.notifications.services import News, tell
from api.posts.models import Post, TimingMode
from api.publishing.models import State
from api.publishing.services import check_target
from api.scheduling.delete_services import BY_SERIES, delete_posts
from api.scheduling.models import PostSeries, SeriesOccurrence
from api.scheduling.recurrence import days_between
from api.scheduling.series_content import read_content, write_content
from api.scheduling.series_rules import Timetable, check_timetable, say, timetable_of
from api.scheduling.services import Composition, compose, composition_of, find_targets, snapshot_of
from api.scheduling.timing import to_instant
from api.users.models import User
from api.workspaces import audit
from api.workspaces.auth import Member
from api.workspaces.models import Workspace
from core.domain_error import DomainError, Invalid, NotFound
from core.undo import UNDO_FOR, UndoOver

AHEAD = timedelta(days=14)


class SeriesOver(DomainError):
    code, status, title = "series_over", 409, "This series has ended"


@dataclass(frozen=True, slots=True)
class _Author:
    user: User
    workspace: Workspace


def start_series(*, member: Member, post: Post, timetable: Timetable, consent: bool, now: datetime) -> PostSeries:
    """
    Have a post come again: what it says and where, by the timetable. The posts of the next two weeks are made at once.

    A post that is itself scheduled for one of these days and that hour becomes that day's occurrence.

    :raises Invalid: for a timetable without a day to come, content that could not be scheduled, or without consent
    """
    check_timetable(timetable, now=now)
    content = composition_of(post)
    with transaction.atomic():
        fields = _agree(member, content, timetable, consent=consent, now=now)
        series = PostSeries.objects.create(workspace=member.workspace, author=member.user, **fields)
        _adopt(series, post)
        audit.record(member, "series.started", kind="series", subject_id=series.pk, sentence=f"set up {say(series)}")
        spawn(series, now=now)
    return series


def change_series(
    *, member: Member, series: PostSeries, post: Post | None, timetable: Timetable, consent: bool, now: datetime
) -> PostSeries:
    """
    Change this and the following occurrences: the timetable, and with `post` also what they say and where.

    Posts the series made that nobody has touched are taken back and made anew; one that was edited or moved by hand stays, and
    so does what has gone out.

    :raises SeriesOver: when it was stopped
    :raises Invalid: as start_series does
    """
    check_timetable(timetable, now=now)
    with transaction.atomic():
        series = PostSeries.objects.select_for_update().get(pk=series.pk)
        if series.stopped_at:
            raise SeriesOver("This series was stopped. Set up a new one.")
        content = composition_of(post) if post else read_content(series)
        _take_back(member, series, now=now)
        for name, value in _agree(member, content, timetable, consent=consent, now=now).items():
            setattr(series, name, value)
        series.save()
        audit.record(member, "series.changed", kind="series", subject_id=series.pk, sentence=f"changed {say(series)}")
        spawn(series, now=now)
    return series


def stop_series(*, member: Member, series: PostSeries, keep_posts: bool, now: datetime) -> PostSeries:
    """End a series. With `keep_posts` the posts it has made already go out; otherwise the untouched ones are taken back."""
    with transaction.atomic():
        series = PostSeries.objects.select_for_update().get(pk=series.pk)
        if series.stopped_at is None:
            series.stopped_at = now
            series.save(update_fields=["stopped_at", "updated_at"])
            if not keep_posts:
                _take_back(member, series, now=now)
            audit.record(
                member, "series.stopped", kind="series", subject_id=series.pk, sentence=f"stopped {say(series)}"
            )
    return series


def resume_series(*, member: Member, series: PostSeries, now: datetime) -> PostSeries:
    """
    Take back that a series was stopped: it goes on, and the posts that were taken back with it are made anew.

    Those are made from what was agreed to, for hours to come alone, so that none of them can be out already. A series that runs
    is left as it is.

    :raises UndoOver: when it was stopped more than 10 minutes ago
    """
    with transaction.atomic():
        series = PostSeries.objects.select_for_update().get(pk=series.pk)
        if series.stopped_at is None:
            return series
        if series.stopped_at <= now - UNDO_FOR:
            raise UndoOver("This series was stopped more than 10 minutes ago. Set up a new one.")
        series.stopped_at = None
        series.save(update_fields=["stopped_at", "updated_at"])
        sentence = f"went on with {say(series)}"
        audit.record(member, "series.resumed", kind="series", subject_id=series.pk, sentence=sentence)
        spawn(series, now=now)
    return series


def spawn(series: PostSeries, *, now: datetime) -> int:
    """
    Make the posts of the next two weeks that are not there yet; return how many were made.

    Running it twice, or twice at once, makes none twice: a day belongs to whoever wrote its row. A day whose post could not be
    made keeps its row with the reason, people are told, and it is tried again each time until its hour has passed.
    """
    if series.stopped_at or series.author is None:
        return 0
    table = timetable_of(series)
    zone = ZoneInfo(table.time_zone)
    start, end = now.astimezone(zone).date(), (now + AHEAD).astimezone(zone).date()
    days = days_between(table.rule, start, end)
    done = set(series.occurrences.filter(day__in=days, problem="").values_list("day", flat=True))
    due = [day for day in days if day not in done and to_instant(datetime.combine(day, table.at), zone) > now]
    return sum(_make(series, day, now=now) for day in due)


def _make(series: PostSeries, day: date, *, now: datetime) -> bool:
    try:
        with transaction.atomic():
            current = PostSeries.objects.select_for_update().get(pk=series.pk)
            if current.updated_at != series.updated_at:  # it was changed or stopped since we read it
                return False
            place, is_new = SeriesOccurrence.objects.select_for_update().get_or_create(series=series, day=day)
            if not is_new and not place.problem:
                return False
            place.post, place.problem = _compose(series, day, now=now), ""
            place.save()
    except IntegrityError:  # another beat wrote this day's row between our look and our write
        return False
    except DomainError as refusal:
        _note_problem(series, day, refusal.detail)
        return False
    return True


def _compose(series: PostSeries, day: date, *, now: datetime) -> Post:
    if series.author is None:
        raise NotFound("The person who set this series up is no longer here.")
    at = f"{day:%Y-%m-%d}T{series.local_time:%H:%M}"
    wanted = replace(read_content(series), mode=TimingMode.AT, local_time=at, time_zone=series.time_zone, consent=True)
    return compose(member=_Author(series.author, series.workspace), composition=wanted, post=None, now=now)


def _note_problem(series: PostSeries, day: date, sentence: str) -> None:
    with transaction.atomic():
        SeriesOccurrence.objects.update_or_create(
            series=series, day=day, post=None, defaults={"problem": sentence[:400]}
        )
        news = News(
            kind="series.problem",
            urgency=Urgency.NOW,
            key=f"series:{series.pk}:{day}",
            title=f"A post of a series could not be scheduled for {day:%d %b}",
            body=sentence,
            link="/calendar/series",
        )
        tell(series.workspace_id, news)


def _agree(
    member: Member, content: Composition, timetable: Timetable, *, consent: bool, now: datetime
) -> dict[str, object]:
    """Return the columns of a series for this content and timetable, with the consent to both."""
    media = get_assets(workspace=member.workspace, asset_ids=content.media_ids)
    targets = find_targets(member, content.choices)
    if not media:
        raise Invalid.at("post_id", "Choose what this post is to show first.", code="media_missing")
    if not targets:
        raise Invalid.at("post_id", "Choose at least one account for this post first.", code="account_missing")
    for index, target in enumerate(targets):
        check_target(target, index=index)
    if not consent:
        raise Invalid.at(
            "consent", "Agree to TikTok's terms for these posts before they are sent.", code="consent_missing"
        )
    rule = timetable.rule
    columns: dict[str, object] = {
        "frequency": rule.frequency,
        "interval": rule.interval,
        "weekdays": sorted(rule.weekdays),
        "month_day": rule.month_day,
        "first_day": rule.first_day,
        "until": rule.until,
        "count": rule.count,
        "local_time": timetable.at,
        "time_zone": timetable.time_zone,
    }
    agreed = {name: str(value) if isinstance(value, date | time) else value for name, value in columns.items()}
    return columns | {
        "content": write_content(content),
        "consent_at": now,
        "consent_by": member.user,
        "consent_snapshot": {**snapshot_of(content, media), "rule": agreed},
    }


def _adopt(series: PostSeries, post: Post) -> None:
    """Take the post as the occurrence of its day, when it is scheduled for one at the series' hour."""
    table = timetable_of(series)
    same_hour = post.local_time[11:16] == f"{table.at:%H:%M}" and post.time_zone == table.time_zone
    if post.timing_mode != TimingMode.AT or not same_hour:
        return
    day = date.fromisoformat(post.local_time[:10])
    if day in days_between(table.rule, day, day) and not SeriesOccurrence.objects.filter(post=post).exists():
        SeriesOccurrence.objects.create(series=series, day=day, post=post)


def _take_back(member: Member, series: PostSeries, *, now: datetime) -> None:
    """Delete the posts to come that the series made and nobody has touched; their days are free again."""
    to_come = series.occurrences.select_related("post").filter(post__due_at__gt=now, post__deleted_at=None)
    untouched = [place.post for place in to_come if place.post is not None and _is_untouched(series, place, place.post)]
    gone = delete_posts(member=member, post_ids=[post.pk for post in untouched], now=now, why=BY_SERIES).deleted
    series.occurrences.filter(post__in=gone).delete()
    series.occurrences.filter(post=None, day__gte=now.date()).delete()


def _is_untouched(series: PostSeries, place: SeriesOccurrence, post: Post) -> bool:
    states = set(post.publications.values_list("state", flat=True))
    written = f"{place.day:%Y-%m-%d}T{series.local_time:%H:%M}"
    agreed = {name: value for name, value in series.consent_snapshot.items() if name != "rule"}
    return states == {State.SCHEDULED} and post.local_time == written and post.consent_snapshot == agreed

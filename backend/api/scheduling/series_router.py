"""Posts that come again."""

from uuid import UUID

from django.utils import timezone
from ninja import Router, Status

from api.posts.models import Post
from api.posts.selectors import list_posts
from api.publishing.selectors import with_publications
from api.scheduling import series_services
from api.scheduling.calendar_schemas import OccurrenceOut, RuleIn, SeriesIn, SeriesOut, StopIn
from api.scheduling.models import Frequency, PostSeries
from api.scheduling.recurrence import Rule
from api.scheduling.series_rules import Timetable, next_days, say
from api.workspaces.auth import AuthedRequest, member_auth
from core.domain_error import Invalid, NotFound
from core.idempotency import run_once
from core.problem_schema import REFUSALS

router = Router(auth=member_auth)
MOST = 200


@router.get("", response={200: list[SeriesOut], **REFUSALS}, operation_id="listSeries")
def list_series(request: AuthedRequest) -> list[SeriesOut]:
    """Return the workspace's newest 200 series, running ones and stopped ones."""
    found = PostSeries.objects.filter(workspace=request.auth.workspace).prefetch_related("occurrences")
    return [_show(series) for series in found.order_by("-pk")[:MOST]]


@router.post("", response={201: SeriesOut, **REFUSALS}, operation_id="startSeries")
def start_series(request: AuthedRequest, series_in: SeriesIn) -> Status[SeriesOut]:
    """Have a post come again by a rule; the posts of the next two weeks are made at once."""

    def run() -> SeriesOut:
        post = _find_post(request, series_in.post_id)
        if post is None:
            raise Invalid.at("post_id", "Choose the post that is to come again.", code="post_missing")
        series = series_services.start_series(
            member=request.auth,
            post=post,
            timetable=_timetable(series_in.rule),
            consent=series_in.consent,
            now=timezone.now(),
        )
        return _show(series)

    return Status(201, run_once(request, scope=request.auth.workspace.pk, run=run, answer_type=SeriesOut))


@router.get("/{uuid:series_id}", response={200: SeriesOut, **REFUSALS}, operation_id="getSeries")
def get_series(request: AuthedRequest, series_id: UUID) -> SeriesOut:
    """Return one series."""
    return _show(_find(request, series_id))


@router.put("/{uuid:series_id}", response={200: SeriesOut, **REFUSALS}, operation_id="changeSeries")
def change_series(request: AuthedRequest, series_id: UUID, series_in: SeriesIn) -> SeriesOut:
    """Change this and the following occurrences; posts that were edited or moved by hand stay as they are."""
    series = series_services.change_series(
        member=request.auth,
        series=_find(request, series_id),
        post=_find_post(request, series_in.post_id),
        timetable=_timetable(series_in.rule),
        consent=series_in.consent,
        now=timezone.now(),
    )
    return _show(series)


@router.post("/{uuid:series_id}/stop", response={200: SeriesOut, **REFUSALS}, operation_id="stopSeries")
def stop_series(request: AuthedRequest, series_id: UUID, stop: StopIn) -> SeriesOut:
    """End a series; its posts to come still go out with `keep_posts`, and are taken back without."""
    series = series_services.stop_series(
        member=request.auth, series=_find(request, series_id), keep_posts=stop.keep_posts, now=timezone.now()
    )
    return _show(series)


@router.post("/{uuid:series_id}/resume", response={200: SeriesOut, **REFUSALS}, operation_id="resumeSeries")
def resume_series(request: AuthedRequest, series_id: UUID) -> SeriesOut:
    """Take back, within 10 minutes, that a series was stopped; the posts taken back with it are made anew."""
    series = series_services.resume_series(member=request.auth, series=_find(request, series_id), now=timezone.now())
    return _show(series)


def _find(request: AuthedRequest, series_id: UUID) -> PostSeries:
    series = PostSeries.objects.filter(workspace=request.auth.workspace, pk=series_id).first()
    if series is None:
        raise NotFound("There is no such series in this workspace.")
    return series


def _find_post(request: AuthedRequest, post_id: UUID | None) -> Post | None:
    if post_id is None:
        return None
    post = with_publications(list_posts(request.auth.workspace)).filter(pk=post_id).first()
    if post is None:
        raise NotFound("There is no such post in this workspace.")
    return post


def _timetable(rule: RuleIn) -> Timetable:
    days = frozenset(rule.weekdays)
    if not days <= frozenset(range(7)):
        raise Invalid.at("rule.weekdays", "A week has the days 0 (Monday) to 6.", code="weekday_unknown")
    kept = Rule(Frequency(rule.frequency), rule.first_day, rule.interval, days, rule.month_day, rule.until, rule.count)
    return Timetable(kept, rule.local_time, rule.time_zone)


def _show(series: PostSeries) -> SeriesOut:
    names = ("frequency", "interval", "weekdays", "month_day", "first_day", "until", "count", "local_time", "time_zone")
    return SeriesOut(
        id=series.pk,
        caption=str(series.content.get("caption", ""))[:120],
        account_count=len(series.content.get("choices", [])),
        rule=RuleIn(**{name: getattr(series, name) for name in names}),
        words=say(series),
        is_running=series.stopped_at is None,
        next_days=next_days(series, now=timezone.now()),
        occurrences=[
            OccurrenceOut(day=place.day, post_id=place.post_id, problem=place.problem or None)
            for place in series.occurrences.all()
        ][-30:],
        created_at=series.created_at,
    )

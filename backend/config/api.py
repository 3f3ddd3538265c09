"""The API put together: routers, and how every error becomes RFC 9457 problem JSON."""

import logging
import uuid
from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from api.accounts.app_router import router as apps_router
from api.accounts.group_router import of_account_router as groups_of_account_router
from api.accounts.group_router import router as account_groups_router
from api.accounts.router import connect_router, health_router
from api.accounts.router import router as accounts_router
from api.analytics.export_router import router as exports_router
from api.analytics.report_router import router as reports_router
from api.analytics.router import router as analytics_router
from api.media.router import router as media_router
from api.notifications.router import router as notifications_router
from api.posts.hashtag_router import router as hashtags_router
from api.publishing.health_router import router as publishing_router
from api.publishing.pause_router import router as pauses_router
from api.publishing.quota_router import router as quota_router
from api.publishing.router import router as publications_router
from api.publishing.webhook_router import router as webhooks_router
from api.scheduling.calendar_router import router as calendar_router
from api.scheduling.home_router import router as home_router
from api.scheduling.import_router import router as import_router
from api.scheduling.media_posts_router import router as media_posts_router
from api.scheduling.plans_router import router as plans_router
from api.scheduling.router import router as posts_router
from api.scheduling.series_router import router as series_router
from api.scheduling.slideshow_router import router as slideshow_posts_router
from api.scheduling.undo_router import router as undo_router
from api.slideshows.router import router as slideshows_router
from api.users.router import router as users_router
from api.workspaces.audit_router import router as audit_router
from api.workspaces.router import router as sign_up_router
from api.workspaces.router import workspace_router
from core.domain_error import DomainError, FieldError
from core.sentences.answer import language_of
from core.sentences.catalogue import say

logger = logging.getLogger(__name__)

api = NinjaAPI(title="Carillon", version="0.1.0", urls_namespace="v1", docs_url="/docs", openapi_url="/openapi.json")
api.add_router("/auth", sign_up_router, tags=["auth"])
api.add_router("/auth", users_router, tags=["auth"])
api.add_router("/tiktok/oauth", connect_router, tags=["tiktok"])
api.add_router("/tiktok/apps", apps_router, tags=["tiktok"])
api.add_router("/tiktok", health_router, tags=["tiktok"])
api.add_router("/accounts", accounts_router, tags=["accounts"])
api.add_router("/accounts", groups_of_account_router, tags=["accounts"])
api.add_router("/account-groups", account_groups_router, tags=["accounts"])
api.add_router("/media", media_router, tags=["media"])
api.add_router("/media", media_posts_router, tags=["media"])
api.add_router("/posts/slideshow", slideshow_posts_router, tags=["slideshows"])
api.add_router("/posts/slideshow", slideshows_router, tags=["slideshows"])
api.add_router("/posts", import_router, tags=["posts"])
api.add_router("/posts", posts_router, tags=["posts"])
api.add_router("/posts", undo_router, tags=["posts"])
api.add_router("/hashtag-groups", hashtags_router, tags=["hashtags"])
api.add_router("/publishing", publishing_router, tags=["publishing"])
api.add_router("", calendar_router, tags=["calendar"])
api.add_router("", home_router, tags=["home"])
api.add_router("", plans_router, tags=["accounts"])
api.add_router("/series", series_router, tags=["series"])
api.add_router("/notifications", notifications_router, tags=["notifications"])
api.add_router("", publications_router, tags=["publications"])
api.add_router("", pauses_router, tags=["pauses"])
api.add_router("", workspace_router, tags=["workspace"])
api.add_router("", quota_router, tags=["quota"])
api.add_router("/analytics", analytics_router, tags=["analytics"])
api.add_router("/analytics", exports_router, tags=["analytics"])
api.add_router("/analytics", reports_router, tags=["analytics"])
api.add_router("/audit", audit_router, tags=["audit"])
api.add_router("/webhooks", webhooks_router, tags=["webhooks"])


def problem(
    request: HttpRequest,
    *,
    status: int,
    code: str,
    title: str,
    detail: str,
    errors: tuple[FieldError, ...] = (),
    retry_after_s: int | None = None,
) -> HttpResponse:
    """Return RFC 9457 problem JSON, its sentences in the language that the request wants."""
    language = language_of(request)
    body: dict[str, Any] = {
        "type": "about:blank",
        "title": title,
        "status": status,
        "code": code,
        "detail": say(detail, language),
    }
    body["errors"] = [
        {"field": error.field, "message": say(error.message, language), "code": error.code} for error in errors
    ]
    response = JsonResponse(body, status=status, content_type="application/problem+json")
    if retry_after_s is not None:
        response["Retry-After"] = str(retry_after_s)
    return response


@api.exception_handler(DomainError)
def refuse(request: HttpRequest, error: DomainError) -> HttpResponse:
    return problem(
        request,
        status=error.status,
        code=error.code,
        title=error.title,
        detail=error.detail,
        errors=error.errors,
        retry_after_s=error.retry_after_s,
    )


@api.exception_handler(AuthenticationError)
def refuse_stranger(request: HttpRequest, __: AuthenticationError) -> HttpResponse:
    return problem(request, status=401, code="not_signed_in", title="Not signed in", detail="Sign in to go on.")


@api.exception_handler(ValidationError)
def refuse_input(request: HttpRequest, error: ValidationError) -> HttpResponse:
    # The first two parts of pydantic's location are ninja's: where it was read from, and the parameter's name.
    errors = tuple(
        FieldError(_field_path(item["loc"]), str(item["msg"]).removeprefix("Value error, "), str(item["type"]))
        for item in error.errors
    )
    detail = errors[0].message if len(errors) == 1 else "Some fields need your attention."
    return problem(
        request,
        status=422,
        code="validation_failed",
        title="Some fields need your attention",
        detail=detail,
        errors=errors,
    )


@api.exception_handler(RequestDataTooBig)
def refuse_size(request: HttpRequest, __: RequestDataTooBig) -> HttpResponse:
    megabytes = settings.DATA_UPLOAD_MAX_MEMORY_SIZE // 1024**2
    detail = f"A request may have {megabytes} MB; files are sent in pieces to /media/uploads."
    return problem(request, status=413, code="body_too_large", title="The request is too large", detail=detail)


@api.exception_handler(HttpError)
def refuse_request(request: HttpRequest, error: HttpError) -> HttpResponse:
    return problem(
        request, status=error.status_code, code="bad_request", title="The request was refused", detail=error.message
    )


@api.exception_handler(Exception)
def own_up(request: HttpRequest, error: Exception) -> HttpResponse:
    """Answer 500 with an id that stands in the log too; the answer tells nothing of the inside."""
    trouble = uuid.uuid4().hex[:12]
    logger.error("unexpected error %s in %s %s", trouble, request.method, request.path, exc_info=error)
    return problem(
        request,
        status=500,
        code="internal_error",
        title="Something broke here",
        detail=f"Something broke on our side. Nothing was lost. Reference: {trouble}",
    )


def _field_path(location: tuple[Any, ...]) -> str:
    parts = [str(part) for part in location]
    return ".".join(parts[2:] if parts[:1] == ["body"] else parts[1:]) or ".".join(parts)

"""Where TikTok delivers webhooks. Open to all: who may speak here is decided by the signature."""

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Status

from api.publishing import webhook_services
from core.problem_schema import Problem

router = Router()


@router.post(
    "/tiktok",
    response={200: None, 400: Problem, 401: Problem, 413: Problem, 422: Problem},
    operation_id="receiveTikTokWebhook",
    auth=None,
)
def receive_tiktok_webhook(request: HttpRequest) -> Status[None]:
    """Keep what TikTok tells, and answer at once; what it means is worked out afterwards."""
    header = request.headers.get("TikTok-Signature", "")[:1000]
    webhook_services.take_in(raw=request.body, header=header, now=timezone.now())
    return Status(200, None)

"""Three addresses: the API, where TikTok fetches photos, and whether this process is well."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from api.publishing.pull_view import serve_photo
from config.api import api, problem
from config.health import healthz

urlpatterns = [
    path("api/v1/", api.urls),
    path("pull/<str:key>/<int:number>.jpg", serve_photo),
    path("healthz", healthz),
]


def handler404(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """Answer an unknown address in the same shape as every other refusal."""
    return problem(request, status=404, code="not_found", title="Not found", detail="There is nothing at this address.")

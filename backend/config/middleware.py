"""What holds for every answer of the API."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase
from django.utils.cache import patch_vary_headers


def no_store(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Mark every answer private to the person who asked, unless the view chose its own caching, and to their language."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        if response.headers.get("Content-Type", "").startswith(("application/json", "application/problem+json")):
            patch_vary_headers(response, ["Accept-Language"])  # core/sentences
        return response

    return answer

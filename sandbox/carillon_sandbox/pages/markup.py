"""Pages from templates: every value is escaped unless it is already HTML."""

import html
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from string import Template

from starlette.responses import HTMLResponse

TEMPLATES = Path(__file__).parent / "templates"
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; media-src 'self'; base-uri 'none'; "
    "frame-ancestors 'none'; form-action 'self'"
)


class Html(str):
    """Text that is HTML already and is not escaped again."""

    __slots__ = ()


@lru_cache
def _template(name: str) -> Template:
    return Template((TEMPLATES / name).read_text(encoding="utf-8"))


def render(name: str, /, **values: object) -> Html:
    """Fill a template; what is not `Html` is escaped for text and for quoted attributes alike."""
    safe = {
        key: value if isinstance(value, Html) else html.escape(str(value), quote=True) for key, value in values.items()
    }
    return Html(_template(name).substitute(safe))


def join(parts: Iterable[Html]) -> Html:
    return Html("".join(parts))


def page(title: str, body: Html, *, status: int = 200, form_targets: Sequence[str] = ()) -> HTMLResponse:
    """Put a body in the frame that all pages share."""
    headers = {
        "Content-Security-Policy": " ".join((POLICY, *form_targets)),
        "Referrer-Policy": "same-origin",  # with no-referrer, browsers would hide where a form comes from
        "Cache-Control": "no-store",
    }
    return HTMLResponse(render("frame.html", title=title, body=body), status, headers)

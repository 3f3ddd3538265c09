"""How many creators an app may still post for; what is planned stands in publishing, which answers through a signal."""

from dataclasses import dataclass
from datetime import datetime

from api.accounts.models import TikTokApp
from api.accounts.signals import app_room_asked

CREATORS_UNAUDITED = 5  # in any 24 h, as long as the app has not passed TikTok's audit (tiktok-api §5.2)


@dataclass(frozen=True, slots=True)
class AppRoom:
    """The creators an app posts for in the fullest 24 h around a time; `free_from` is when another one fits, if known."""

    used: int = 0
    cap: int | None = None
    free_from: datetime | None = None


def room_of(app: TikTokApp, *, at: datetime) -> AppRoom:
    """Return how full the app is around `at`; an audited app has no cap that TikTok tells."""
    if app.audited:
        return AppRoom()
    answers: list[tuple[object, object]] = list(app_room_asked.send(TikTokApp, app=app, at=at))
    return next((room for _, room in answers if isinstance(room, AppRoom)), AppRoom(cap=CREATORS_UNAUDITED))

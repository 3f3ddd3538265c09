"""What accounts and slideshows tell and publishing acts on."""

from collections.abc import Collection
from datetime import datetime

from api.accounts.app_room import AppRoom
from api.accounts.models import Account, TikTokApp
from api.publishing import app_selectors, app_services, services, slideshow_wait
from api.slideshows.models import Slideshow


def on_disconnected(*, account: Account, **_: object) -> int:
    """Hold what is scheduled; return how many."""
    return services.hold_for(account)


def on_connected(*, account: Account, **_: object) -> int:
    """Release what was held for want of permission; return how many."""
    return services.release_for(account)


def on_app_disabled(*, app: TikTokApp, **_: object) -> int:
    """Hold what is scheduled on the app's accounts; return how many."""
    return app_services.hold_for_app(app)


def on_app_usable(*, app: TikTokApp, codes: Collection[str], **_: object) -> int:
    """Release what was held because of the app; return how many."""
    return app_services.release_for_app(app, codes=codes)


def on_app_room_asked(*, app: TikTokApp, at: datetime, **_: object) -> AppRoom:
    """Tell how many creators the app posts for around `at`."""
    return app_selectors.measure_room(app, at=at)


def on_permission_ends(*, account: Account, until: datetime, **_: object) -> int:
    """Hold what is scheduled for later than that; return how many."""
    return services.hold_after(account, until=until)


def on_slideshow_ready(*, slideshow: Slideshow, **_: object) -> None:
    """Send what waited for the video."""
    slideshow_wait.go_on_with(slideshow)


def on_slideshow_failed(*, slideshow: Slideshow, **_: object) -> None:
    """Hold what waited for the video."""
    slideshow_wait.hold_for_want_of(slideshow)

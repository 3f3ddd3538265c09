"""The knobs that can be turned while the sandbox runs; the defaults are TikTok's own figures where known."""

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace

REPEATED_CHUNK_STATUSES = (200, 201, 400, 403, 404, 416)
CHOICES = {
    "oauth_error_status": ("200", "rfc"),
    "display_scope_error": ("scope_not_authorized", "scope_permission_missed"),
}


class SettingError(Exception):
    """A setting has an unknown name or a value that makes no sense."""


@dataclass(frozen=True, slots=True)
class Settings:
    """
    How fast and how strict this TikTok is.

    `time_scale` divides the two waits after an upload (10 is ten times faster); lifetimes and windows are
    plain seconds, because clients are told them. `webhook_time_scale` does the same for the retries of webhooks.
    """

    time_scale: float = 1.0
    processing_seconds: float = 2.0
    moderation_seconds: float = 3.0
    oauth_error_status: str = "200"
    code_seconds: float = 600.0
    access_token_seconds: int = 7200
    refresh_token_seconds: int = 15552000
    rotation_grace_seconds: float = 0.0
    upload_url_seconds: float = 3600.0
    cover_url_seconds: int = 21600
    creator_avatar_url_seconds: int = 7200
    rate_window_seconds: float = 60.0
    init_per_window: int = 6
    creator_info_per_window: int = 20
    status_per_window: int = 30
    display_per_window: int = 600
    cap_window_seconds: float = 86400.0
    posts_per_creator: int = 15
    creators_when_unaudited: int = 5
    creator_info_reflects_audit: bool = False
    repeated_chunk_status: int = 416
    old_access_survives_refresh: bool = True
    pending_drafts: int = 5
    pull_seconds: float = 3600.0
    pull_bytes_per_second: int = 12_500_000
    pull_from_remote: bool = False
    display_scope_error: str = "scope_not_authorized"
    webhook_time_scale: float = 1.0
    webhook_delay_seconds: float = 0.0
    webhook_duplicate: bool = False
    webhook_out_of_order: bool = False
    webhook_hold_seconds: float = 5.0
    webhook_lose: bool = False

    @property
    def processing_wait(self) -> float:
        return self.processing_seconds / self.time_scale

    @property
    def moderation_wait(self) -> float:
        return self.moderation_seconds / self.time_scale

    def as_dict(self) -> dict[str, object]:
        return asdict(self)


def change_settings(settings: Settings, wanted: Mapping[str, object]) -> Settings:
    """
    Return the settings with the named ones changed; the others stay as they are.

    :raises SettingError: naming the first setting that cannot be taken
    """
    defaults = {field.name: field.default for field in fields(Settings)}
    changes: dict[str, object] = {}
    for name, value in wanted.items():
        if name not in defaults:
            raise SettingError(f"There is no setting called {name}.")
        changes[name] = _check(name, value, defaults[name])
    return replace(settings, **changes)  # type: ignore[arg-type]  # each value was checked against its default


def _check(name: str, value: object, default: object) -> object:
    if isinstance(default, bool):
        if isinstance(value, bool):
            return value
        raise SettingError(f"{name} must be true or false.")
    if isinstance(default, str):
        if value in CHOICES[name]:
            return value
        raise SettingError(f"{name} must be one of {', '.join(CHOICES[name])}.")
    return _check_number(name, value, whole=isinstance(default, int))


def _check_number(name: str, value: object, *, whole: bool) -> float | int:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise SettingError(f"{name} must be a number.")
    if value < 0 or (name.endswith("time_scale") and value == 0):
        raise SettingError(f"{name} is too small.")
    if not whole:
        return float(value)
    if value != int(value):
        raise SettingError(f"{name} must be a whole number.")
    if name == "repeated_chunk_status" and value not in REPEATED_CHUNK_STATUSES:
        raise SettingError(f"{name} must be one of {', '.join(map(str, REPEATED_CHUNK_STATUSES))}.")
    return int(value)

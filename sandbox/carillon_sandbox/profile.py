"""A profile: what somebody measured at the real TikTok, so that this one behaves alike."""

import json
from pathlib import Path

from .settings import SettingError, Settings, change_settings

FORMAT = 1


class ProfileError(Exception):
    """The file is no profile, or speaks of settings that are not there."""


def load_profile(path: Path, settings: Settings) -> Settings:
    """
    Return the settings as the profile's `sandbox` part wants them; the others stay.

    :raises ProfileError: naming what is wrong with the file
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ProfileError(f"The profile {path} cannot be read: {error}") from error
    if not isinstance(content, dict) or content.get("format") != FORMAT or not isinstance(content.get("sandbox"), dict):
        raise ProfileError(f"{path} is not a profile of format {FORMAT}.")
    try:
        return change_settings(settings, content["sandbox"])
    except SettingError as error:
        raise ProfileError(f"The profile {path} does not fit: {error}") from error

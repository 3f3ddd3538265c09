"""What a TikTok app's standing means for one of its accounts, said before anything is scheduled. Pure."""

from collections.abc import Sequence

from api.accounts.app_room import AppRoom
from api.accounts.models import Account, TikTokApp

ONLY_ME, EVERYONE = "SELF_ONLY", "PUBLIC_TO_EVERYONE"


def options_for(app: TikTokApp, options: Sequence[str]) -> list[str]:
    """Return who may be shown a post; TikTok lists what the account allows, and refuses an unaudited app the rest later."""
    return [option for option in options if app.audited or option == ONLY_ME]


def list_notes(account: Account, room: AppRoom, *, options: Sequence[str]) -> list[str]:
    """Return the sentences to show with the account; none for an audited app that is switched on."""
    notes = []
    if not account.app.is_enabled:
        notes.append("The TikTok app this account is connected by is switched off. Its posts are held.")
    if not account.app.audited:
        taken = f"all {room.cap}" if room.cap and room.used >= room.cap else f"{room.used} of {room.cap}"
        notes.append(
            "This app has not passed TikTok's audit: it can post only to private accounts, for only me, and for"
            f" {room.cap} creators in 24 h ({taken} taken)."
        )
        if EVERYONE in options:
            notes.append(f"{account.handle} is public. Make it private in TikTok before the post is due.")
    return notes

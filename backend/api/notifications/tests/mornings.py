"""Times for tests of the digest, which hold at whatever hour they run."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

DIGEST_HOUR = 8
ZONE = ZoneInfo("Europe/Berlin")  # where everybody in these tests lives


def next_nine(now: datetime) -> datetime:
    """Return nine o'clock after the next digest, which is written at eight."""
    local = now.astimezone(ZONE)
    today = local.replace(hour=9, minute=0)
    return today if local.hour < DIGEST_HOUR else today + timedelta(days=1)

"""Times for tests of the digest, which hold at whatever hour they run."""

from datetime import datetime, timedelta

DIGEST_HOUR = 8


def next_nine(now: datetime) -> datetime:
    """Return nine o'clock after the next digest, which is written at eight."""
    today = now.replace(hour=9, minute=0)
    return today if now.hour < DIGEST_HOUR else today + timedelta(days=1)

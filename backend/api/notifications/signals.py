"""What notifications ask of features above them, which they must not know."""

from django.dispatch import Signal

# Sent with `workspace`, `since` and `until`; a receiver answers with a sentence about that day, or "".
day_asked = Signal()

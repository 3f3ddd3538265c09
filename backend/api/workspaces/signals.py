"""What other features may want to do when a workspace changes; they listen, since workspaces must not know them."""

from django.dispatch import Signal

# Sent inside the transaction, with `workspace`, when its clock is another one.
time_zone_changed = Signal()

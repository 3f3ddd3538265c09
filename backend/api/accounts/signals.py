"""What other features may want to do when an account comes or goes; they listen, since accounts must not know them."""

from django.dispatch import Signal

# Sent inside the transaction, with `account`. A receiver returns how many publications it released or held.
account_connected = Signal()
account_disconnected = Signal()

# Sent with `account` and `until`, inside the transaction, when TikTok renews its permission no more: it ends at `until`.
permission_ends = Signal()

# Sent with `app` when TikTok accepts a developer app again that it had refused.
app_accepted = Signal()

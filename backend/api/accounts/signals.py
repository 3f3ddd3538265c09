"""What other features may want to do when an account or an app comes or goes; they listen, since accounts must not know them."""

from django.dispatch import Signal

# Sent inside the transaction, with `account`. A receiver returns how many publications it released or held.
account_connected = Signal()
account_disconnected = Signal()

# Sent inside the transaction, with `app`; `app_usable` also with `codes`, the reasons that are over.
app_disabled = Signal()
app_usable = Signal()

# Sent with `app` and `at`; the receiver that knows what is planned answers with an AppRoom.
app_room_asked = Signal()

# Sent inside the transaction, with `account`, when only its owner can help it.
reconnect_required = Signal()

# Sent with `account` and `until`, inside the transaction, when TikTok renews its permission no more: it ends at `until`.
permission_ends = Signal()

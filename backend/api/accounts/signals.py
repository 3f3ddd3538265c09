"""What other features may want to do when an account comes or goes; they listen, since accounts must not know them."""

from django.dispatch import Signal

# Sent inside the transaction, with `account`. A receiver returns how many publications it released or held.
account_connected = Signal()
account_disconnected = Signal()

"""What other features may want to do when a slideshow's video is there, or will not be; slideshows must not know them."""

from django.dispatch import Signal

# Sent inside the transaction, with `slideshow`.
slideshow_ready = Signal()
slideshow_failed = Signal()

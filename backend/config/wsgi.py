"""The API as a WSGI application; sync views are several times faster this way than under ASGI (docs/decisions/0003)."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = get_wsgi_application()

# Read now what the first request would wait for; and keep all that is there from then on out of the garbage collector's rounds,
# each of which would look at a million objects that stay, in the middle of a request.
len(get_resolver().url_patterns)
gc.collect()
gc.freeze()

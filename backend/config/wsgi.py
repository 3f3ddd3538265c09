"""The API as a WSGI application; sync views are several times faster this way than under ASGI (docs/decisions/0003)."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = get_wsgi_application()

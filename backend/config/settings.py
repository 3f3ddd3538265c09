"""One settings module for every environment; what differs is read from the environment (config/env.py)."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import dj_database_url

from config import env
from config.mail import read_email_url
from config.tiktok_config import load_tiktok_config
from tiktok.circuit_stores import Rules
from tiktok.operations import WINDOW_S
from tiktok.rate_limiter import MARGIN_S, pace_of

BASE_DIR = Path(__file__).resolve().parent.parent

SECRET_KEY = env.read_secret("SECRET_KEY", development="development-only-" + "x" * 32)
DEBUG = False
PUBLIC_URL = env.read("PUBLIC_URL", "http://localhost:4100")
ALLOWED_HOSTS = [
    "127.0.0.1",
    "localhost",
    "[::1]",
    *env.read("ALLOWED_HOSTS", urlsplit(PUBLIC_URL).hostname or "localhost").split(","),
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "ninja",
    "config",
    "core",
    "api.users",
    "api.workspaces",
    "api.notifications",
    "api.accounts",
    "api.media",
    "api.posts",
    "api.slideshows",
    "api.publishing",
    "api.scheduling",
    "api.analytics",
]
# No session, CSRF or cache middleware: the API knows bearer tokens only, and browsers never reach it (docs/architecture.md).
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.middleware.no_store",
]
TEMPLATES: list[dict[str, Any]] = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}]
STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False

DATABASES = {
    "default": dj_database_url.parse(
        env.read("DATABASE_URL", "postgresql:///carillon" if env.DEVELOPMENT else None),
        conn_max_age=60,
        conn_health_checks=True,
    )
}
# For the statements that leave their values to the database (api/analytics/statements.py); Django's own never do.
DATABASES["default"].setdefault("OPTIONS", {}).setdefault("prepare_threshold", 2)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
REDIS_URL = env.read("REDIS_URL", "redis://127.0.0.1:6379/0" if env.DEVELOPMENT else None)

PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
PASSWORD_MIN_LENGTH = 12
PASSWORD_MAX_LENGTH = 128
TOKEN_KEY_FILE = Path(env.read("TOKEN_KEY_FILE", str(BASE_DIR.parent / ".carillon" / "token-keys.json")))
# Renewed tokens are written here before the database is told; without a setting, beside the file of keys.
TOKEN_JOURNAL = Path(env.read("TOKEN_JOURNAL", "")) if env.read("TOKEN_JOURNAL", "") else None
# How far the journal of publications has come, kept outside the database (api/publishing/quarantine.py).
PUBLISH_MARK = Path(env.read("PUBLISH_MARK", str(TOKEN_KEY_FILE.with_name("publish-mark.json"))))

TEMPO = env.read_tempo()
TIKTOK = load_tiktok_config()
TIKTOK_PACE = pace_of(window_s=WINDOW_S / TEMPO, margin_s=MARGIN_S / TEMPO)
TIKTOK_CIRCUIT = Rules().at_tempo(TEMPO)
# TikTok promises neither; a day is any 24 h, and 0 means that nothing is counted (api/publishing/quota_services.py).
TIKTOK_POSTS_A_DAY = int(env.read("TIKTOK_POSTS_A_DAY", "15"))
TIKTOK_DRAFTS_A_DAY = int(env.read("TIKTOK_DRAFTS_A_DAY", "5"))
TIKTOK_SHARES = int(env.read("TIKTOK_SHARES", "4"))  # processes that share an account's limits while Valkey is away

SENDER_THREADS = int(env.read("CARILLON_SENDERS", "12"))  # publications a publish process has under way at once

USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"

# E-mail: printed to the worker's log until EMAIL_URL names a server.
locals().update(read_email_url(env.read("EMAIL_URL", "")))
DEFAULT_FROM_EMAIL = env.read("EMAIL_FROM", f"Carillon <carillon@{urlsplit(PUBLIC_URL).hostname or 'localhost'}>")

# Media: a folder, or any S3-compatible store through django-storages. Uploads are put together in UPLOAD_ROOT first.
MEDIA_ROOT = env.read("MEDIA_ROOT", str(BASE_DIR.parent / ".carillon" / "media"))
UPLOAD_ROOT = Path(env.read("UPLOAD_ROOT", str(Path(MEDIA_ROOT) / ".uploads")))
S3_BUCKET = env.read("S3_BUCKET", "")
FILE_STORAGE: dict[str, Any] = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
FILE_STORAGE["OPTIONS"] = {
    "location": MEDIA_ROOT,
    "file_permissions_mode": 0o600,
    "directory_permissions_mode": 0o700,
}
S3_STORAGE: dict[str, Any] = {
    "BACKEND": "storages.backends.s3.S3Storage",
    "OPTIONS": {
        "bucket_name": S3_BUCKET,
        "endpoint_url": env.read("S3_ENDPOINT_URL", "") or None,
        "region_name": env.read("S3_REGION", "") or None,
        "access_key": env.read("S3_ACCESS_KEY", "") or None,
        "secret_key": env.read("S3_SECRET_KEY", "") or None,
        "default_acl": None,
        "file_overwrite": True,  # names are content hashes: the same name is the same bytes
    },
}
STORAGES = {
    "default": S3_STORAGE if S3_BUCKET else FILE_STORAGE,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024**2  # JSON bodies; uploads are read as streams and have their own bound

SILENCED_SYSTEM_CHECKS: list[str] = []
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"lines": {"()": "config.logs.JsonLines"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "lines"}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
    # httpx2 logs each address it calls at INFO, and upload addresses are credentials.
    "loggers": {"httpx2": {"level": "WARNING"}, "httpcore2": {"level": "WARNING"}},
}

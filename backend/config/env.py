"""Reading the environment: what is missing or a sample stops the process with a sentence, outside development."""

import os

from django.core.exceptions import ImproperlyConfigured

MIN_SECRET_LENGTH = 32
MOST_TEMPO = 100
SAMPLES = ("change-me", "changeme", "example", "sample", "insecure", "your-", "secret-key", "xxxx", "todo")

ENVIRONMENT = os.environ.get("CARILLON_ENV", "production")
DEVELOPMENT = ENVIRONMENT == "development"


def read(name: str, default: str | None = None) -> str:
    """
    Return the variable, or `default`.

    :raises ImproperlyConfigured: when there is neither
    """
    value = os.environ.get(name, "").strip()
    if value:
        return value
    if default is None:
        raise ImproperlyConfigured(f"{name} is not set. `./carillon up` sets it; see .env.example for what it means.")
    return default


def read_tempo() -> float:
    """
    Return how many times faster than in life our own clocks run (core/tempo.py).

    :raises ImproperlyConfigured: on anything but 1 outside development, or no number from 1 to 100
    """
    written = read("CARILLON_TEMPO", "1")
    try:
        tempo = float(written)
    except ValueError:
        tempo = 0.0
    if not 1 <= tempo <= MOST_TEMPO:
        raise ImproperlyConfigured(f"CARILLON_TEMPO is {written!r}; it is a number from 1 to {MOST_TEMPO}.")
    if tempo != 1 and not DEVELOPMENT:
        raise ImproperlyConfigured("CARILLON_TEMPO is for rehearsals against a sandbox; real accounts need 1.")
    return tempo


def read_secret(name: str, *, development: str, min_length: int = MIN_SECRET_LENGTH) -> str:
    """
    Return a secret; in development a missing one is `development`.

    :raises ImproperlyConfigured: outside development when it is missing, a sample, or short
    """
    value = read(name, development if DEVELOPMENT else None)
    if DEVELOPMENT:
        return value
    if value == development or any(sample in value.lower() for sample in SAMPLES):
        raise ImproperlyConfigured(
            f"{name} is a sample value. Make one: python3 -c 'import secrets; print(secrets.token_urlsafe(48))'"
        )
    if len(value) < min_length:
        raise ImproperlyConfigured(f"{name} has {len(value)} characters; it needs at least {min_length}.")
    return value

"""Which passwords are accepted: long ones that are not well known (ASVS 6.2)."""

from functools import cache

from django.conf import settings
from django.contrib.auth.password_validation import CommonPasswordValidator

from core.domain_error import Invalid


@cache
def _common() -> frozenset[str]:
    return frozenset(CommonPasswordValidator().passwords)


def check_password_choice(password: str, *, field: str, email: str = "") -> None:
    """
    Accept a new password or say what is wrong with it. No rules about kinds of characters: they make worse passwords.

    :raises Invalid: `password_too_short`, `password_too_long` or `password_too_common`
    """
    if len(password) < settings.PASSWORD_MIN_LENGTH:
        raise Invalid.at(
            field,
            f"Use at least {settings.PASSWORD_MIN_LENGTH} characters; a few words are fine.",
            code="password_too_short",
        )
    if len(password) > settings.PASSWORD_MAX_LENGTH:
        raise Invalid.at(field, f"Use at most {settings.PASSWORD_MAX_LENGTH} characters.", code="password_too_long")
    if password.lower() in _common() or password.lower() == email.lower() or len(set(password)) < 4:  # noqa: PLR2004
        raise Invalid.at(field, "This password is easy to guess. Choose another.", code="password_too_common")

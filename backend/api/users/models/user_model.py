from django.contrib.auth.hashers import check_password, make_password
from django.db import models
from django.db.models.functions import Lower

from core.base_model import BaseModel
from core.sentences.catalogue import ENGLISH


class User(BaseModel):
    """A person; the e-mail address is the login name, `language` that of their mail (core/sentences)."""

    email = models.EmailField(max_length=254)
    name = models.CharField(max_length=80)
    password_hash = models.CharField(max_length=200)
    time_zone = models.CharField(max_length=64, default="UTC")
    language = models.CharField(max_length=8, default=ENGLISH)
    is_active = models.BooleanField(default=True)

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="one_user_per_email")]

    def __str__(self) -> str:
        return self.email

    def set_password(self, password: str) -> None:
        """Keep the Argon2id hash of `password`; does not save."""
        self.password_hash = make_password(password)

    def has_password(self, password: str) -> bool:
        return check_password(password, self.password_hash)

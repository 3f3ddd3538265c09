from django.db import models

from core.base_model import BaseModel


class Workspace(BaseModel):
    """A client or a team. Every other row belongs to one, and nothing is loaded without saying which."""

    name = models.CharField(max_length=80)

    def __str__(self) -> str:
        return self.name

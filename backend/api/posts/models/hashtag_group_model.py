from django.db import models
from django.db.models.functions import Lower

from api.workspaces.models import Workspace
from core.base_model import BaseModel


class HashtagGroup(BaseModel):
    """Hashtags that a workspace puts under its posts together: a name, and the tags in their order, without the `#`."""

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="hashtag_groups")
    name = models.CharField(max_length=60)
    tags = models.JSONField(default=list)

    class Meta:
        constraints = [models.UniqueConstraint("workspace", Lower("name"), name="one_hashtag_group_of_a_name")]

    def __str__(self) -> str:
        return self.name

from django.db import models

from api.users.models import User
from api.workspaces.models.workspace_model import Workspace
from core.base_model import BaseModel


class AuditEntry(BaseModel):
    """
    What a person did, for the record: append-only, a trigger refuses UPDATE and DELETE.

    `action` is a word for machines (`publication.sent_again`), `sentence` says it to people. The person's e-mail address is
    kept as it was, since people change theirs.
    """

    workspace = models.ForeignKey(Workspace, models.PROTECT, related_name="audit_entries")
    actor = models.ForeignKey(User, models.DO_NOTHING, null=True, db_constraint=False, related_name="+")
    actor_email = models.CharField(max_length=254, default="", blank=True)
    action = models.CharField(max_length=60)
    subject_kind = models.CharField(max_length=40)
    subject_id = models.UUIDField()
    sentence = models.CharField(max_length=400)
    detail = models.JSONField(default=dict, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["workspace", "-id"], name="audit_of_workspace"),
            models.Index(fields=["subject_id", "-id"], name="audit_of_subject"),
        ]

    def __str__(self) -> str:
        return f"{self.actor_email}: {self.sentence}"

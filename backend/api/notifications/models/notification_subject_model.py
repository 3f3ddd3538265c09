from django.db import models

from api.notifications.models.notification_model import Notification
from core.base_model import BaseModel


class NotificationSubject(BaseModel):
    """
    One row that a notification is about (a publication, an account), by its id, with the words that are said of it alone.

    `label` is how people call it where several are named together.
    """

    notification = models.ForeignKey(Notification, models.CASCADE, related_name="subjects")
    subject_id = models.UUIDField(db_index=True)
    label = models.CharField(max_length=120)
    title = models.CharField(max_length=160)
    body = models.CharField(max_length=400, default="", blank=True)
    link = models.CharField(max_length=200, default="", blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["notification", "subject_id"], name="one_mention_each")]

    def __str__(self) -> str:
        return self.title

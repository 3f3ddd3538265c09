from api.notifications.models.notification_model import Notification, Urgency

__all__ = ["Notification", "Urgency"]

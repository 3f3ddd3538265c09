from api.notifications.models.mail_preference_model import MailPreference, MailTiming
from api.notifications.models.notification_model import Notification, Urgency
from api.notifications.models.notification_subject_model import NotificationSubject

__all__ = ["MailPreference", "MailTiming", "Notification", "NotificationSubject", "Urgency"]

from api.notifications.tasks.send_mail_task import forget_old_news, send_mail, write_digests

__all__ = ["forget_old_news", "send_mail", "write_digests"]

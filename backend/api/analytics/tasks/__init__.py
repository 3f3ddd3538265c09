from api.analytics.tasks.make_export_task import check_overdue_exports, drop_expired_exports, make_export
from api.analytics.tasks.send_reports_task import send_reports, write_reports

__all__ = ["check_overdue_exports", "drop_expired_exports", "make_export", "send_reports", "write_reports"]

from api.analytics.tasks.make_export_task import check_overdue_exports, drop_expired_exports, make_export
from api.analytics.tasks.nightly_task import audit, forecast, keep_months, learn, let_go, move_zone
from api.analytics.tasks.send_reports_task import send_reports, write_reports
from api.analytics.tasks.sync_accounts_task import sync_account, sync_all_accounts

__all__ = [
    "audit",
    "check_overdue_exports",
    "drop_expired_exports",
    "forecast",
    "keep_months",
    "learn",
    "let_go",
    "make_export",
    "move_zone",
    "send_reports",
    "sync_account",
    "sync_all_accounts",
    "write_reports",
]

from api.analytics.tasks.make_export_task import check_overdue_exports, drop_expired_exports, make_export

__all__ = ["check_overdue_exports", "drop_expired_exports", "make_export"]

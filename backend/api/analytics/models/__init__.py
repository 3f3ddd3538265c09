from api.analytics.models.account_state_model import AccountState, RefreshStatus, WorkspaceState
from api.analytics.models.export_job_model import ExportJob, ExportStatus
from api.analytics.models.forecast_model import EarlyForecast, Forecast, ForecastMetric
from api.analytics.models.learnt_model import Learnt, LearntKind
from api.analytics.models.report_schedule_model import ReportSchedule, Rhythm
from api.analytics.models.rollup_models import AccountDay, AccountHour, Rollup, WorkspaceDay
from api.analytics.models.snapshot_models import AccountSnapshot, Flag, VideoSnapshot
from api.analytics.models.video_model import Video, VideoState

__all__ = [
    "AccountDay",
    "AccountHour",
    "AccountSnapshot",
    "AccountState",
    "EarlyForecast",
    "ExportJob",
    "ExportStatus",
    "Flag",
    "Forecast",
    "ForecastMetric",
    "Learnt",
    "LearntKind",
    "RefreshStatus",
    "ReportSchedule",
    "Rhythm",
    "Rollup",
    "Video",
    "VideoSnapshot",
    "VideoState",
    "WorkspaceDay",
    "WorkspaceState",
]

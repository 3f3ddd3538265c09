from api.scheduling.models.post_series_model import Frequency, PostSeries, SeriesOccurrence
from api.scheduling.models.posting_slot_model import PostingSlot

__all__ = ["Frequency", "PostSeries", "PostingSlot", "SeriesOccurrence"]

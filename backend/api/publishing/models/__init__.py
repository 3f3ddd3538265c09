from api.publishing.models.publication_event_model import PublicationEvent
from api.publishing.models.publication_model import Publication, State
from api.publishing.models.publish_history_model import PublishHistory, Verdict
from api.publishing.models.tiktok_webhook_model import TikTokWebhook

__all__ = ["Publication", "PublicationEvent", "PublishHistory", "State", "TikTokWebhook", "Verdict"]

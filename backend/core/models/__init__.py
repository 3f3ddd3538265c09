from core.models.idempotency_record_model import IdempotencyRecord
from core.models.installation_model import Installation
from core.models.job_slot_model import JobSlot
from core.models.outbox_message_model import OutboxMessage
from core.models.pulse_model import Pulse

__all__ = ["IdempotencyRecord", "Installation", "JobSlot", "OutboxMessage", "Pulse"]

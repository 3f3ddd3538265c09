from core.models.idempotency_record_model import IdempotencyRecord

__all__ = ["IdempotencyRecord"]

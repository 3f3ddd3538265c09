"""Doing a request once, however often it is sent: a double click, or a retry after a lost answer."""

import hashlib
from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

from django.db import IntegrityError, transaction
from django.http import HttpRequest
from ninja import Schema

from core.domain_error import DomainError
from core.models import IdempotencyRecord

Answer = TypeVar("Answer", bound=Schema)


class KeyReused(DomainError):
    code, status, title = "idempotency_key_reused", 422, "Not the same request"


def run_once(request: HttpRequest, *, scope: UUID, run: Callable[[], Answer], answer_type: type[Answer]) -> Answer:
    """
    Return what `run` returns; for a repeated Idempotency-Key of the same `scope`, what it returned the first time.

    The record and the work are one transaction: a second request with the key waits for the first, and a failed one leaves
    no record, so it can be sent again.

    :raises KeyReused: when the key came with another body before
    """
    key = request.headers.get("Idempotency-Key", "")[:200]
    if not key:
        return run()
    fingerprint = hashlib.sha256(f"{request.method} {request.path}\n".encode() + request.body).hexdigest()
    try:
        with transaction.atomic():
            record = IdempotencyRecord.objects.create(scope=scope, key=key, fingerprint=fingerprint)
            answer = run()
            record.answer = answer.model_dump(mode="json")
            record.save(update_fields=["answer", "updated_at"])
            return answer
    except IntegrityError:
        known = IdempotencyRecord.objects.filter(scope=scope, key=key).first()
        if known is None:
            raise  # another constraint of the work itself
        if known.fingerprint != fingerprint:
            raise KeyReused("This Idempotency-Key was used for another request.") from None
        return answer_type.model_validate(known.answer)

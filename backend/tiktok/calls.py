"""What every call to TikTok's API shares: the gate before it, the token with it, one request, one answer read."""

from typing import TypeVar

import httpx2 as httpx
from pydantic import BaseModel

from tiktok.answers import read_answer, read_model
from tiktok.http import send
from tiktok.operations import Gate, Operation, open_gate

Model = TypeVar("Model", bound=BaseModel)
JSON = "application/json; charset=UTF-8"


class Calls:
    """One account's way to TikTok."""

    def __init__(self, http: httpx.Client, *, access_token: str, gate: Gate = open_gate) -> None:
        self._http = http
        self._gate = gate
        self._token = access_token

    def _ask(
        self,
        model: type[Model],
        operation: Operation,
        body: BaseModel | None = None,
        *,
        fields: str = "",
        inside: str = "",
        method: str = "POST",
    ) -> Model:
        headers = {"Authorization": f"Bearer {self._token}"}
        parts: dict[str, object] = {"params": {"fields": fields}} if fields else {}
        if method == "POST":  # a GET takes no body
            headers["Content-Type"] = JSON
            parts["json"] = {} if body is None else body.model_dump(mode="json", exclude_none=True)
        with self._gate(operation):
            reply = send(self._http, method, operation.path, name=operation.path, headers=headers, **parts)
            data = read_answer(
                reply.status,
                reply.body,
                retry_after=reply.retry_after,
                log_id=reply.log_id,
                secrets=[self._token],
            )
            return read_model(model, data.get(inside) if inside else data, log_id=reply.log_id)

"""The sandbox's control API, as the harness calls it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.request import ProxyHandler, Request, build_opener

TIMEOUT_S = 30.0


@dataclass(frozen=True, slots=True)
class Remote:
    """One sandbox at one address."""

    base_url: str

    def get(self, path: str) -> Any:
        return self._call("GET", path, None)

    def put(self, path: str, body: Mapping[str, object]) -> Any:
        return self._call("PUT", path, body)

    def post(self, path: str, body: Mapping[str, object]) -> Any:
        return self._call("POST", path, body)

    def patch(self, path: str, body: Mapping[str, object]) -> Any:
        return self._call("PATCH", path, body)

    def delete(self, path: str) -> Any:
        return self._call("DELETE", path, None)

    def _call(self, method: str, path: str, body: Mapping[str, object] | None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        headers = {"Content-Type": "application/json"}
        request = Request(self.base_url + path, data=data, headers=headers, method=method)  # noqa: S310 - this machine
        with build_opener(ProxyHandler({})).open(request, timeout=TIMEOUT_S) as answer:
            text = answer.read()
        return json.loads(text) if text else None

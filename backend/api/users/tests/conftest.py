"""The door of the API, as somebody outside stands before it."""

import json
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.test import Client

from conftest import PASSWORD


@dataclass
class Door:
    """A browser that is not signed in."""

    client: Client = field(default_factory=Client)

    def post(self, path: str, **body: object) -> Any:
        return self.client.post(f"/api/v1/auth/{path}", json.dumps(body), content_type="application/json")

    def register(self, email: str = "new@example.com", **changes: object) -> Any:
        return self.post("register", **{"email": email, "password": PASSWORD, "name": "New", **changes})

    def login(self, email: str = "alice@example.com", password: str = PASSWORD) -> Any:
        return self.post("login", email=email, password=password)

    def refresh(self, token: str) -> Any:
        return self.post("refresh", refresh_token=token)

    def me(self, token: str) -> int:
        """Return the status that an access token gets."""
        headers = {"Authorization": f"Bearer {token}"}
        return self.client.get("/api/v1/auth/me", headers=headers).status_code


@pytest.fixture
def door(db: None) -> Door:
    return Door()

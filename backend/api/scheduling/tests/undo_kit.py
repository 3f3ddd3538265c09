"""What the tests of undo share: a post to delete, and how to take that back."""

from datetime import UTC, datetime, timedelta
from typing import Any

from django.utils import timezone
from tests.conftest import add_asset

from api.accounts.models import Account
from api.media.models import MediaAsset
from api.posts.models import Post
from api.publishing.tests.conftest import compose_body
from conftest import Caller


def schedule(alice: Caller, accounts: list[Account], *, days: int = 3, mode: str = "at", **more: object) -> Post:
    local = f"{datetime.now(UTC) + timedelta(days=days):%Y-%m-%dT%H:%M}"
    body = compose_body(add_asset(alice, MediaAsset.objects.count()), *accounts, allow_comment=True, **more)
    answer = alice.post("/posts", body | {"timing": {"mode": mode, "local_time": local, "time_zone": "UTC"}})
    assert answer.status_code == 201, answer.content
    return Post.objects.get(pk=answer.json()["id"])


def delete(alice: Caller, post: Post) -> None:
    assert alice.delete(f"/posts/{post.pk}").status_code == 204


def restore(alice: Caller, post: Post) -> dict[str, Any]:
    answer = alice.post(f"/posts/{post.pk}/restore")
    assert answer.status_code == 200, answer.content
    return dict(answer.json())


def states(post: Post) -> list[str]:
    return list(post.publications.order_by("pk").values_list("state", flat=True))


def pass_by(post: Post) -> None:
    """Have the time of a post pass, as if the clock had gone on."""
    post.publications.update(due_at=timezone.now() - timedelta(minutes=1))

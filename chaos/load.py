"""
The people of a run, inside the backend: who connects the accounts and plans the posts, and who later does what is asked of them.

Run in backend/ (or a sabotaged copy): `python -m chaos.load fill '{"accounts": 40, "posts": 13, …}'`. The last line is JSON.
"""

import json
import os
import sys
import time
from contextlib import suppress
from datetime import timedelta
from io import BytesIO
from typing import TYPE_CHECKING, Any

import django

from chaos.remote import Remote

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

if TYPE_CHECKING:
    from api.media.models import MediaAsset
    from api.workspaces.auth import Member

EMAIL = "chaos@carillon.example"
SIZES = (0, 180_000, 700_000)  # bytes of padding, so that the clips differ
FAR = timedelta(days=2)
TRIES, PATIENCE_S = 5, 0.5
EVERY = 4  # so manieth post is for the owner alone, and never gets an id


def _member() -> "Member":
    from django.utils import timezone

    from api.users.models import User
    from api.users.services import open_session
    from api.workspaces.auth import Member
    from api.workspaces.models import Role
    from api.workspaces.selectors import find_membership
    from api.workspaces.services import sign_up

    user = User.objects.filter(email=EMAIL).first()
    if user is None:
        user = sign_up(email=EMAIL, password=os.urandom(12).hex(), name="Chaos", time_zone="UTC")
    membership = find_membership(user)
    if membership is None:
        raise RuntimeError("the person of this run has no workspace")
    session = open_session(user=user, user_agent="chaos", now=timezone.now()).session
    return Member(user, session, membership.workspace, Role(membership.role))


def fill(*, accounts: int, posts: int, sandbox_url: str) -> dict[str, object]:
    """Connect so many accounts and plan so many posts for all of them, two days ahead."""
    from api.accounts.models import Account
    from config.demo_workspace import connect

    member = _member()
    for handle in _let_in(accounts, Remote(sandbox_url)):
        connect(member, handle, sandbox_url)
    clips = [_add_clip(member, padding) for padding in SIZES]
    targets = list(Account.objects.filter(workspace=member.workspace))
    for number in range(posts):
        _plan(member, f"chaos {number:04d}", clips[number % len(clips)], targets, self_only=not (number + 1) % EVERY)
    return {"accounts": len(targets), "posts": posts}


def _let_in(count: int, sandbox: Remote) -> list[str]:
    made = sandbox.post("/sandbox/api/accounts", {"count": count, "seed": 7})["accounts"]
    handles = [str(account["handle"]) for account in made]
    plain = {"is_private": False, "can_post": True, "max_video_post_duration_sec": 600}
    for handle in handles:
        sandbox.patch(f"/sandbox/api/accounts/{handle}", plain)
    return handles


def _add_clip(member: "Member", padding: int) -> "MediaAsset":
    from django.utils import timezone

    from api.media.check_services import check_asset
    from api.media.upload_services import finish, receive, start_upload
    from config.demo_workspace import CLIP

    content = CLIP.read_bytes()
    if padding:  # an empty box, which every reader of MP4 passes over
        content += padding.to_bytes(4) + b"free" + bytes(padding - 8)
    upload = start_upload(member=member, file_name=f"clip-{padding}.mp4", size=len(content), now=timezone.now())
    upload = receive(upload=upload, offset=0, stream=BytesIO(content), length=len(content))
    return check_asset(finish(upload=upload))


def _plan(member: "Member", caption: str, clip: "MediaAsset", targets: list[Any], *, self_only: bool) -> None:
    from django.utils import timezone

    from api.posts.models import TimingMode
    from api.publishing.schemas import CHOICES
    from api.publishing.services import Choices
    from api.scheduling.services import Composition, compose

    level = "SELF_ONLY" if self_only else "PUBLIC_TO_EVERYONE"
    flags: dict[str, Any] = dict.fromkeys(CHOICES, False)
    chosen = Choices(level, **flags)
    local = (timezone.now() + FAR).strftime("%Y-%m-%dT%H:%M")
    composition = Composition(
        caption=caption,
        media_ids=[clip.pk],
        choices=[(account.pk, chosen) for account in targets],
        mode=TimingMode.AT,
        local_time=local,
        time_zone="UTC",
        consent=True,
    )
    compose(member=member, composition=composition, post=None, now=timezone.now())


def tend(*, sandbox_url: str) -> dict[str, object]:
    """Do what a person is asked to: connect accounts again, and send what is held once more. Return whom it concerned."""
    from django.db.models import Q
    from django.utils import timezone

    from api.accounts.models import Account, AccountStatus
    from api.publishing.models import Publication, State
    from api.publishing.services import NothingToRetry, retry

    member = _member()
    gone = Account.objects.filter(workspace=member.workspace)
    gone = gone.filter(~Q(status=AccountStatus.CONNECTED) | Q(token__refused_at__isnull=False))
    reconnected = [account.username for account in gone if _connects(member, account.username, sandbox_url)]
    able = Publication.objects.filter(account__status=AccountStatus.CONNECTED, account__token__refused_at=None)
    retried = []
    for publication in able.filter(state=State.HELD):
        with suppress(NothingToRetry):  # it has gone on meanwhile
            retry(publication=publication, actor=EMAIL, now=timezone.now())
            retried.append(publication.reason_code)
    return {"reconnected": reconnected, "retried": retried}


def _connects(member: "Member", handle: str, sandbox_url: str) -> bool:
    """Connect the account again, and try a few times, as people do while TikTok is in trouble."""
    from config.demo_workspace import connect
    from core.domain_error import DomainError

    for _ in range(TRIES):
        try:
            connect(member, handle, sandbox_url)
        except (DomainError, OSError):
            time.sleep(PATIENCE_S)
        else:
            return True
    return False


def main() -> int:
    """Run the command named first with the JSON object named second."""
    django.setup()
    words: dict[str, Any] = json.loads(sys.argv[2])
    print(json.dumps(fill(**words) if sys.argv[1] == "fill" else tend(**words)))
    return 0


if __name__ == "__main__":
    sys.exit(main())

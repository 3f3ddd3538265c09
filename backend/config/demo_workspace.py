"""
The demo workspace: a person, a clip, a slideshow, and six sandbox accounts with different rules, connected the way anybody does.
"""

import io
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from zoneinfo import available_timezones

import httpx2 as httpx
from django.utils import timezone

from api.accounts.connect_services import Callback, finish_connect, start_connect
from api.accounts.models import Account, AccountStatus
from api.media.check_services import check_asset
from api.media.models import MediaAsset
from api.media.upload_services import finish, receive, start_upload
from api.posts.models import Post, PostKind, TimingMode
from api.scheduling.services import Composition, compose
from api.slideshows.looks import ImageChoice, ImageLook, SlideshowChoice
from api.users.models import User
from api.users.services import open_session
from api.workspaces.auth import Member
from api.workspaces.models import Role
from api.workspaces.selectors import find_membership
from api.workspaces.services import sign_up
from config.demo_past import live_up_to_now
from config.demo_photos import draw_day
from video.slideshow.spec import Fit, Motion, Transition

EMAIL = "demo@carillon.example"
CLIP = Path(__file__).resolve().parent / "demo_media" / "bigbuckbunny.mp4"
SLIDE_MS = 2_500
SLIDES = (
    (Motion.NONE, "One day"),
    (Motion.NONE, ""),
    (Motion.ZOOM_IN, "Noon"),
    (Motion.NONE, ""),
    (Motion.NONE, "Good night"),
)
HANDLES = ("studio.nord", "linden.private", "quiet.room", "solo.takes", "paused.north", "short.cuts")


def fill_demo(*, password: str, sandbox_url: str) -> dict[str, object]:
    """
    Make the demo person and connect the accounts that are missing; a second call changes nothing.

    Return what the launcher prints: email, password, and how many accounts are connected.
    """
    user = User.objects.filter(email=EMAIL).first()
    if user is None:
        user = sign_up(email=EMAIL, password=password, name="Demo", time_zone=find_local_zone())
    membership = find_membership(user)
    if membership is None:
        raise RuntimeError("The demo person has no workspace.")
    now = timezone.now()
    session = open_session(user=user, user_agent="seed_demo", now=now).session
    member = Member(user, session, membership.workspace, Role(membership.role))
    known = set(Account.objects.filter(workspace=membership.workspace).values_list("username", flat=True))
    for handle in HANDLES:
        if handle not in known:
            connect(member, handle, sandbox_url)
    accounts = Account.objects.filter(workspace=membership.workspace, status=AccountStatus.CONNECTED)
    live_up_to_now(list(accounts.select_related("workspace", "app")), sandbox_url=sandbox_url)
    if not MediaAsset.objects.filter(workspace=membership.workspace).exists():
        add_clip(member)
    if not Post.objects.filter(workspace=membership.workspace).exists():
        add_slideshow(member)
    session.end(now=timezone.now(), because="seeded")
    connected = Account.objects.filter(workspace=membership.workspace).count()
    return {"email": EMAIL, "password": password, "accounts": connected}


def rehearse(*, count: int, sandbox_url: str) -> int:
    """
    Have the demo workspace manage at least `count` accounts, letting more people into the sandbox if need be.

    Return how many are connected then.

    :raises LookupError: while there is no demo workspace
    """
    membership = find_membership(user) if (user := User.objects.filter(email=EMAIL).first()) else None
    if user is None or membership is None:
        raise LookupError("There is no demo workspace yet. `make up` fills one at its first start.")
    session = open_session(user=user, user_agent="rehearse", now=timezone.now()).session
    member = Member(user, session, membership.workspace, Role(membership.role))
    connected = Account.objects.filter(workspace=membership.workspace, status=AccountStatus.CONNECTED)
    for handle in _find_free(max(0, count - connected.count()), sandbox_url=sandbox_url):
        connect(member, handle, sandbox_url)
    session.end(now=timezone.now(), because="seeded")
    return connected.count()


def _find_free(count: int, *, sandbox_url: str) -> list[str]:
    """Return so many handles that nobody has connected; who is missing is let into the sandbox, with a past."""
    with httpx.Client(base_url=sandbox_url, timeout=60.0, trust_env=False) as http:
        accounts = http.get("/sandbox/api/accounts").raise_for_status().json()
        free = [account["handle"] for account in accounts if not account["connected"]]
        if (missing := count - len(free)) > 0:
            body = {"count": missing, "history": True}
            made = http.post("/sandbox/api/accounts", json=body).raise_for_status().json()["accounts"]
            free += [account["handle"] for account in made]
    return free[:count]


def add_clip(member: Member) -> MediaAsset:
    """Put the sample clip into the library, through the same door as any upload."""
    return add_file(member, CLIP.name, CLIP.read_bytes())


def add_slideshow(member: Member) -> Post:
    """Draft a slideshow of pictures drawn for it; a worker makes its video."""
    photos = [add_file(member, name, content) for name, content in draw_day()]
    images = tuple(
        ImageChoice(photo.pk, SLIDE_MS, order, ImageLook(fit=Fit.CROP, motion=motion, caption=text))
        for order, (photo, (motion, text)) in enumerate(zip(photos, SLIDES, strict=True))
    )
    choice = SlideshowChoice(images, transition=Transition.CROSSFADE)
    zone = member.user.time_zone
    composition = Composition(
        "One day over the same hills #slideshow",
        [],
        [],
        TimingMode.DRAFT,
        "",
        zone,
        consent=False,
        kind=PostKind.SLIDESHOW,
        slideshow=choice,
    )
    return compose(member=member, composition=composition, post=None, now=timezone.now())


def add_file(member: Member, name: str, content: bytes) -> MediaAsset:
    """Put a file into the library, through the same door as any upload, and have it checked."""
    upload = start_upload(member=member, file_name=name, size=len(content), now=timezone.now())
    upload = receive(upload=upload, offset=0, stream=io.BytesIO(content), length=len(content))
    return check_asset(finish(upload=upload))


def find_local_zone() -> str:
    """Return this machine's IANA zone, UTC where it does not say."""
    name = str(Path("/etc/localtime").resolve()).partition("zoneinfo/")[2].removeprefix("Etc/")
    return name if name in available_timezones() else "UTC"


def connect(member: Member, handle: str, sandbox_url: str) -> Account:
    """Connect one sandbox account: consent is given through the sandbox's control API, the rest is the real way."""
    authorize_url = start_connect(member=member, now=timezone.now())
    body = {"handle": handle, "authorize_url": authorize_url}
    answer = httpx.post(f"{sandbox_url}/sandbox/api/authorize", json=body, timeout=10.0, trust_env=False)
    answer.raise_for_status()
    query = parse_qs(urlsplit(answer.json()["redirect_url"]).query)
    callback = Callback(state=query["state"][0], code=query["code"][0])
    return finish_connect(member=member, callback=callback, now=timezone.now())

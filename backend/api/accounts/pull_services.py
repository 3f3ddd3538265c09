"""The address below which TikTok fetches photos: each TikTok app has its own, as verified at TikTok (tiktok-api §4.6)."""

from contextlib import suppress
from datetime import datetime
from urllib.parse import urlsplit

import httpx2 as httpx
from django.conf import settings

from api.accounts.app_services import must_be_the_workspaces
from api.accounts.gateway import as_configured, is_own, tiktok_for
from api.accounts.models import Account, AccountStatus, TikTokApp
from api.accounts.profile_services import TikTokUnreachable
from api.accounts.token_services import AppRefused, ReconnectRequired, TokenUnavailable, fresh_access_token
from core.domain_error import DomainError, Invalid
from core.pull_keys import new_pull_key
from tiktok.bodies import PhotoDraftInfo, PhotoInit, PhotoPostInfo, PhotoPull, PostMode
from tiktok.body_rules import must_be_public
from tiktok.errors import Refused, TikTokError, Unfit
from tiktok.refusals import sentence_for

FOLDER = "pull/"
UNVERIFIED = "url_ownership_unverified"
MOST_ASKED = 2
NOT_VERIFIED = "TikTok says that this address is not verified for the app. Verify it in TikTok's developer portal."
NOT_OURS = "This address does not lead to this server. Compare it with the address people open Carillon by."


class PullNotChecked(DomainError):
    code, status, title = "pull_not_checked", 409, "TikTok could not be asked"


def photo_url(app: TikTokApp, key: str, number: int) -> str:
    """Return where TikTok fetches a photo, numbered from 1."""
    return f"{app.pull_prefix}{FOLDER}{key}/{number}.jpg"


def why_no_photos(app: TikTokApp) -> str | None:
    """Return why no photos can be posted by this app; None when they can. What the environment names is taken for verified."""
    app = as_configured(app)
    if not app.pull_prefix:
        return (
            f"TikTok fetches photos from an address that is verified for the app {app}, and none is set."
            " Set it in the settings, under TikTok apps."
        )
    if app.pull_problem:
        return f"TikTok cannot fetch photos for the app {app}: {app.pull_problem}"
    if app.pull_checked_at is None and not is_own(app):
        return f"The address TikTok fetches photos from for the app {app} has not been tested. Test it in the settings."
    return None


def set_prefix(*, app: TikTokApp, prefix: str) -> TikTokApp:
    """
    Keep another address; it has to be tested before photos are posted by it. Empty: no photos.

    :raises AppOfInstallation: for the app that the environment names
    :raises Invalid: `pull_prefix_invalid`, for an address TikTok would not fetch from
    """
    must_be_the_workspaces(app)
    cleaned = clean_prefix(prefix)
    if cleaned != app.pull_prefix:
        app.pull_prefix, app.pull_checked_at, app.pull_problem = cleaned, None, ""
        app.save(update_fields=["pull_prefix", "pull_checked_at", "pull_problem", "updated_at"])
    return app


def clean_prefix(prefix: str) -> str:
    """Return an address that ends in a slash and not in our own folder, which is added to it. Raise `Invalid` for others."""
    prefix = prefix.strip()
    if not prefix:
        return ""
    whole = (prefix if prefix.endswith("/") else f"{prefix}/").removesuffix(FOLDER)
    try:
        must_be_public(whole)
    except Unfit as unfit:
        raise _invalid(
            "TikTok fetches only from an https address with a domain name, such as https://example.com/."
        ) from unfit
    is_local = urlsplit(whole).scheme == "http"
    if "?" in whole or (is_local and not settings.TIKTOK.is_sandbox):
        raise _invalid("This has to be a public https address without a question mark.")
    return whole


def check_prefix(*, app: TikTokApp, now: datetime) -> TikTokApp:
    """
    Find out whether TikTok fetches from the app's address, and keep what came of it.

    TikTok is asked to open a post of one photo whose address serves nothing, so that nothing can come of it.

    :raises PullNotChecked: when there is no address, no connected account, or TikTok said neither
    :raises TikTokUnreachable: when TikTok did not answer
    """
    if not app.pull_prefix:
        raise PullNotChecked("Enter the address first.")
    problem = _why_not_ours(app.pull_prefix) or _why_not_verified(app)
    app.pull_checked_at, app.pull_problem = now, problem
    app.save(update_fields=["pull_checked_at", "pull_problem", "updated_at"])
    return app


def note_unverified(app: TikTokApp) -> None:
    """TikTok said so while something was sent: other posts should not run into it as well."""
    TikTokApp.objects.filter(pk=app.pk).update(pull_problem=NOT_VERIFIED)


def _why_not_ours(prefix: str) -> str:
    """Fetch from ourselves, but only where the operator said that we are: no other address is called from here."""
    if urlsplit(prefix).netloc != urlsplit(settings.PUBLIC_URL).netloc:
        return ""
    try:
        answer = httpx.head(
            f"{prefix}{FOLDER}{new_pull_key()}/1.jpg", timeout=5.0, follow_redirects=False, trust_env=False
        )
    except httpx.HTTPError:
        return ""  # a server need not reach itself by its public name
    return "" if answer.status_code == httpx.codes.GONE else NOT_OURS


def _why_not_verified(app: TikTokApp) -> str:
    refused: PullNotChecked | None = None
    for account, is_draft in _who_may_ask(app):
        try:
            opened = tiktok_for(account, fresh_access_token(account.pk)).init_photo(_harmless(app, is_draft=is_draft))
        except Refused as refusal:  # a full inbox, say, tells nothing about the address: somebody else asks
            if refusal.code == UNVERIFIED:
                return NOT_VERIFIED
            sentence = sentence_for(refusal.code, account=account.handle)
            refused = PullNotChecked(f"TikTok did not say whether the address is verified: {sentence}")
        except (TikTokError, TokenUnavailable, ReconnectRequired, AppRefused) as error:
            raise TikTokUnreachable(
                "TikTok did not answer, so this is not known yet. Try again in a minute."
            ) from error
        else:
            _cancel(account, opened.publish_id)
            return ""
    raise refused or PullNotChecked("Connect an account by this app first: TikTok tells only then.")


def _who_may_ask(app: TikTokApp) -> list[tuple[Account, bool]]:
    """Return accounts with the way to ask, a draft (True) or a post for the owner alone: the least that can be seen first."""
    live = Account.objects.filter(app=app, status=AccountStatus.CONNECTED).order_by("-connected_at")[:20]
    drafts = [(account, True) for account in live if account.can_draft]
    return (drafts[:MOST_ASKED] + [(account, False) for account in live if account.can_publish])[: 2 * MOST_ASKED]


def _harmless(app: TikTokApp, *, is_draft: bool) -> PhotoInit:
    """Return an init whose address was never any post's, so that it answers 410 and the post ends as failed."""
    info = PhotoDraftInfo() if is_draft else _for_only_me()
    mode = PostMode.MEDIA_UPLOAD if is_draft else PostMode.DIRECT_POST
    return PhotoInit(
        post_mode=mode, post_info=info, source_info=PhotoPull(photo_images=[photo_url(app, new_pull_key(), 1)])
    )


def _for_only_me() -> PhotoPostInfo:
    return PhotoPostInfo(
        privacy_level="SELF_ONLY",
        disable_comment=True,
        auto_add_music=False,
        brand_content_toggle=False,
        brand_organic_toggle=False,
    )


def _cancel(account: Account, publish_id: str) -> None:
    """Take it back; that TikTok is done with it already, or does not answer, changes nothing: it has fetched nothing."""
    with suppress(TikTokError, TokenUnavailable, ReconnectRequired, AppRefused):
        tiktok_for(account, fresh_access_token(account.pk)).cancel(publish_id)


def _invalid(message: str) -> Invalid:
    return Invalid.at("pull_prefix", message, code="pull_prefix_invalid")

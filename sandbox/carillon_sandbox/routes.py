"""Which path is answered by what."""

from starlette.routing import Route

from .control import clients as control_clients
from .control import clock as control_clock
from .control import common as control
from .control import faults as control_faults
from .control import posts as control_posts
from .control import webhooks as control_webhooks
from .control import world as control_world
from .login import consent, oauth
from .pages import control_page, overview, phone_page
from .posting import inits, queries
from .posting.uploads import Uploads
from .world import display, pictures


def routes(uploads: Uploads) -> list[Route]:
    return [
        Route("/v2/auth/authorize/", consent.authorize, methods=["GET"]),
        Route("/v2/oauth/token/", oauth.token, methods=["POST"]),
        Route("/v2/oauth/revoke/", oauth.revoke, methods=["POST"]),
        Route("/v2/user/info/", display.user_info, methods=["GET"]),
        Route("/v2/video/list/", display.video_list, methods=["POST"]),
        Route("/v2/video/query/", display.video_query, methods=["POST"]),
        Route("/v2/post/publish/creator_info/query/", queries.creator_info, methods=["POST"]),
        Route("/v2/post/publish/video/init/", inits.video_init, methods=["POST"]),
        Route("/v2/post/publish/inbox/video/init/", inits.inbox_init, methods=["POST"]),
        Route("/v2/post/publish/content/init/", inits.content_init, methods=["POST"]),
        Route("/v2/post/publish/cancel/", queries.cancel, methods=["POST"]),
        Route("/v2/post/publish/status/fetch/", queries.status_fetch, methods=["POST"]),
        Route("/upload/", uploads.put, methods=["PUT"]),
        Route("/sandbox/consent", consent.decide, methods=["POST"]),
        Route("/sandbox/health", control.health),
        Route("/sandbox/api/accounts", control.accounts, methods=["GET"]),
        Route("/sandbox/api/accounts/{handle}", control.change_account, methods=["PATCH"]),
        Route("/sandbox/api/authorize", control.authorize, methods=["POST"]),
        Route("/sandbox/api/ledger", control.read_ledger),
        Route("/sandbox/api/settings", control.read_settings, methods=["GET"]),
        Route("/sandbox/api/settings", control.save_settings, methods=["PUT"]),
        *owner_routes(),
        *rehearsal_routes(),
        Route("/", overview.index),
        Route("/accounts/{handle}", overview.account),
        Route("/accounts/{handle}/phone", phone_page.show, methods=["GET"]),
        Route("/accounts/{handle}/phone", phone_page.take, methods=["POST"]),
        Route("/control", control_page.show, methods=["GET"]),
        Route("/control", control_page.take, methods=["POST"]),
        Route("/static/{name}", overview.static),
        Route("/openapi.json", overview.contract),
        Route("/avatars/{handle}.png", pictures.avatar),
        Route("/covers/{post_id}.jpg", pictures.cover),
        Route("/media/{publish_id}", pictures.media),
        Route("/posters/{publish_id}.jpg", pictures.poster),
        Route("/photos/{publish_id}/{number:int}", pictures.photo),
    ]


def owner_routes() -> list[Route]:
    """Return the part of the control API that developers and the owners of accounts have elsewhere at TikTok."""
    return [
        Route("/sandbox/api/clients", control_clients.clients, methods=["GET"]),
        Route("/sandbox/api/clients", control_clients.register, methods=["POST"]),
        Route("/sandbox/api/clients/{key}", control_clients.change, methods=["PATCH"]),
        Route("/sandbox/api/drafts/{publish_id}/post", control_posts.post, methods=["POST"]),
        Route("/sandbox/api/drafts/{publish_id}/discard", control_posts.discard, methods=["POST"]),
        Route("/sandbox/api/posts/{id}", control_posts.delete, methods=["DELETE"]),
        Route("/sandbox/api/posts/{id}", control_posts.change, methods=["PATCH"]),
        Route("/sandbox/api/webhooks", control_webhooks.webhooks),
        Route("/sandbox/api/webhooks/ping", control_webhooks.ping, methods=["POST"]),
        Route("/sandbox/api/accounts/{handle}/remove-authorization", control_webhooks.remove, methods=["POST"]),
    ]


def rehearsal_routes() -> list[Route]:
    """Return the part of the control API by which a rehearsal is steered: what goes wrong, what time it is, who lives here."""
    scenario, faults = "/sandbox/api/accounts/{handle}/scenario", "/sandbox/api/faults"
    return [
        Route("/sandbox/api/scenarios", control_faults.list_scenarios, methods=["GET"]),
        Route("/sandbox/api/scenario", control_faults.choose_scenario, methods=["PUT"]),
        Route("/sandbox/api/scenario", control_faults.clear_scenario, methods=["DELETE"]),
        Route(scenario, control_faults.choose_scenario, methods=["PUT"]),
        Route(scenario, control_faults.clear_scenario, methods=["DELETE"]),
        Route(faults, control_faults.list_faults, methods=["GET"]),
        Route(faults, control_faults.add_fault, methods=["POST"]),
        Route(faults, control_faults.remove_faults, methods=["DELETE"]),
        Route(faults + "/{id:int}", control_faults.remove_faults, methods=["DELETE"]),
        Route("/sandbox/api/accounts", control_world.add, methods=["POST"]),
        Route("/sandbox/api/accounts/{handle}/posts", control_world.add_post, methods=["POST"]),
        Route("/sandbox/api/history", control_world.add_history, methods=["POST"]),
        Route("/sandbox/api/clock", control_clock.read_clock, methods=["GET"]),
        Route("/sandbox/api/clock", control_clock.set_clock, methods=["PUT"]),
        Route("/sandbox/api/clock/advance", control_clock.advance_clock, methods=["POST"]),
    ]

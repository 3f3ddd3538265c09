"""A workspace as an agency has it after some years: many accounts, and posts before and after today."""

from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import connection
from django.utils import timezone

from api.accounts.models import Account
from api.media.models import MediaAsset
from api.posts.models import Post
from api.workspaces.models import Workspace

ACCOUNTS, EACH = 50, 2_000
AHEAD_DAYS = 330
POSTS_A_MONTH = 2_000
STOPPED_EVERY = 300  # every so many posts before today needed a person and still does


def fill() -> Workspace:
    """Bring the demo workspace to 50 accounts with 2,000 posts each, 2,000 of them in every month of 30 days."""
    workspace = Workspace.objects.get()
    accounts = list(Account.objects.filter(workspace=workspace).order_by("pk"))
    for number in range(ACCOUNTS - len(accounts)):
        accounts.append(
            Account.objects.create(
                workspace=workspace,
                app=accounts[0].app,
                open_id=f"bench-{number}",
                username=f"client.{number:02}",
                nickname=f"Client {number:02}",
                scopes=accounts[0].scopes,
                connected_at=timezone.now(),
                synced_at=timezone.now(),
            )
        )
    _add_posts(workspace, [str(account.pk) for account in accounts])
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE posts_post, posts_postmedia, publishing_publication, accounts_account")
    return workspace


def _add_posts(workspace: Workspace, account_ids: list[str]) -> None:
    asset = MediaAsset.objects.filter(workspace=workspace, kind="video").order_by("pk")[0]
    count = ACCOUNTS * EACH
    every = timedelta(days=30) / POSTS_A_MONTH
    midnight = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    first = midnight + timedelta(days=AHEAD_DAYS) - every * count
    values: dict[str, Any] = {
        "first": first,
        "every": every,
        "count": count,
        "workspace": workspace.pk,
        "asset": asset.pk,
    }
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TEMP TABLE made AS SELECT uuidv7() AS post, number, %(first)s::timestamptz + number * %(every)s::interval"
            " AS due FROM generate_series(0, %(count)s - 1) AS number",
            values,
        )
        # Nothing comes due while it is measured.
        cursor.execute(
            "UPDATE made SET due = due + interval '1 day' WHERE due BETWEEN now() AND now() + interval '3 hours'"
        )
        cursor.execute(
            "INSERT INTO posts_post (id, created_at, updated_at, workspace_id, kind, title, caption, cover_index, cover_ms,"
            " timing_mode, local_time, time_zone, due_at, late_limit_min, stagger_min)"
            " SELECT post, now(), now(), %(workspace)s, 'video', '',"
            " 'A post for the client, number ' || number || ' #bells', 0, 0, 'at', to_char(due AT TIME ZONE 'UTC',"
            " 'YYYY-MM-DD\"T\"HH24:MI'), 'UTC', due, 360, 0 FROM made",
            values,
        )
        cursor.execute(
            'INSERT INTO posts_postmedia (id, created_at, updated_at, post_id, asset_id, "order", media_type,'
            " is_slideshow_source) SELECT uuidv7(), now(), now(), post, %(asset)s, 0, 'video', false FROM made",
            values,
        )
        cursor.execute(_PUBLICATIONS, {**values, "accounts": account_ids, "stopped": STOPPED_EVERY})
    assert Post.objects.filter(workspace=workspace).count() >= count


_PUBLICATIONS = """
INSERT INTO publishing_publication (id, created_at, updated_at, workspace_id, post_id, account_id, occurrence, due_at, state,
    post_mode, privacy_level, allow_comment, allow_duet, allow_stitch, disclosure, your_brand, branded_content, is_aigc,
    auto_add_music, attempt, lease_owner, next_try_at, tries, inits, in_line, behind, pull_key_hash, tiktok_post_id,
    published_at, reason_code, reason_message, reason_log_id)
SELECT uuidv7(), now(), now(), %(workspace)s, post, (%(accounts)s::uuid[])[1 + number %% cardinality(%(accounts)s::uuid[])], 0,
    due, state, 'DIRECT_POST', 'PUBLIC_TO_EVERYONE', true, false, false, false, false, false, false, false, 0, '',
    CASE WHEN state = 'scheduled' THEN due END, 0, 0, false, false, '',
    CASE WHEN state = 'published' THEN '7' || lpad(number::text, 18, '0') ELSE '' END,
    CASE WHEN state = 'published' THEN due END, CASE WHEN state = 'failed' THEN 'spam_risk' ELSE '' END,
    CASE WHEN state = 'failed' THEN 'TikTok refused the post.' ELSE '' END, ''
FROM (SELECT *, CASE WHEN due > now() THEN 'scheduled' WHEN number %% %(stopped)s = 0 THEN 'failed' ELSE 'published' END AS state
      FROM made) AS made
"""

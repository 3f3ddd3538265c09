"""
Telling open browsers that something changed: PostgreSQL's NOTIFY, sent with the commit and never without it.

What is sent names a row and no more: who listens asks the API for it, which shows what that person may see. Nobody listening
loses nothing, for every page reads the rows when it opens. Why not Valkey: docs/decisions/0015-live-events.md.
"""

import json
from typing import Literal
from uuid import UUID

from django.db import connection

CHANNEL = "carillon_live"
EVERYBODY = UUID(int=0)  # in a workspace's place: every open page is told (live/words.py names both alike)
Kind = Literal["publication", "post", "account", "media", "notification", "pause", "refresh", "export", "group"]


def announce(workspace_id: UUID, kind: Kind, row_id: UUID, **details: str) -> None:
    """
    Tell who watches the workspace that a row of `kind` changed, when the transaction commits.

    :param details: short words of the row itself (a state, another row's id); never text a person wrote
    """
    message = json.dumps({"workspace": str(workspace_id), "kind": kind, "id": str(row_id), **details})
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, %s)", [CHANNEL, message])

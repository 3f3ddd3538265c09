"""The registered clients as they are kept; the environment's own is one of them."""

import json
from dataclasses import replace
from sqlite3 import Row

from carillon_sandbox.config import Client
from carillon_sandbox.store import Change, Store, Value

DEFAULT_NAME = "Default client"


def find_client(store: Store, key: str) -> Client | None:
    row = store.row("SELECT * FROM clients WHERE key = ?", (key,))
    return _read(row) if row else None


def list_clients(store: Store) -> list[Client]:
    """Return every client, in the order they were registered."""
    return [_read(row) for row in store.rows("SELECT * FROM clients ORDER BY rowid")]


def _read(row: Row) -> Client:
    return Client(
        key=row["key"],
        secret=row["secret"],
        redirect_uris=tuple(json.loads(row["redirect_uris"])),
        platform=row["platform"],
        audited=bool(row["audited"]),
        scopes=frozenset(json.loads(row["scopes"])),
        name=row["name"],
        webhook_url=row["webhook_url"],
        url_prefixes=tuple(json.loads(row["url_prefixes"])),
        enabled=bool(row["enabled"]),
    )


def save_client(change: Change, client: Client) -> None:
    """Register a client, or change the one with this key; its place in the list stays."""
    values: dict[str, Value] = {
        "key": client.key,
        "name": client.name,
        "secret": client.secret,
        "platform": client.platform,
        "redirect_uris": json.dumps(client.redirect_uris),
        "scopes": json.dumps(sorted(client.scopes)),
        "audited": client.audited,
        "webhook_url": client.webhook_url,
        "url_prefixes": json.dumps(client.url_prefixes),
        "enabled": client.enabled,
    }
    names, marks = ", ".join(values), ", ".join("?" * len(values))
    news = ", ".join(f"{name} = excluded.{name}" for name in values)
    sql = f"INSERT INTO clients ({names}) VALUES ({marks}) ON CONFLICT (key) DO UPDATE SET {news}"  # noqa: S608  ours
    change.run(sql, tuple(values.values()))


def register_home(store: Store, told: Client) -> None:
    """
    Register the client of the environment.

    What the environment says of it wins at every start; what only the control API can say is kept.
    Its secret stays in the environment.
    """
    known = find_client(store, told.key) or Client(told.key, "", (), "desktop", audited=False, name=DEFAULT_NAME)
    client = replace(
        told,
        secret="",
        name=known.name,
        scopes=known.scopes,
        enabled=known.enabled,
        webhook_url=told.webhook_url or known.webhook_url,
        url_prefixes=told.url_prefixes or known.url_prefixes,
    )
    with store.change() as change:
        save_client(change, client)
